"""Numbers of pages within the text are those of the pages that their links lead to."""

from __future__ import annotations

import pytest

from report.model.output import page_of, with_pages
from report.preflight.file import read_file
from report.preflight.folios import with_folios
from tests.support.proofs import copy_of, paged_proof

BODY = '<p><a href="#there">x</a></p><p style="break-before: page" id="there">There.</p>'


def test_a_number_in_the_copy_is_that_of_the_page_which_its_link_leads_to() -> None:
    copy = copy_of(f"Moved to page {page_of('there')}", "There.")
    file = read_file(paged_proof(BODY, copy).body)
    assert [one.text for one in with_folios(copy, file).body] == ["Moved to page 2", "There."]


def test_a_number_that_nothing_leads_to_is_not_known() -> None:
    copy = copy_of(f"Moved to page {page_of('elsewhere')}")
    file = read_file(paged_proof(BODY, copy).body)
    assert [one.text for one in with_folios(copy, file).body] == ["Moved to page ?"]


@pytest.mark.parametrize("text", ["", "page 5", f"{page_of('a')}, {page_of('b')}"])
def test_only_marked_places_are_filled(text: str) -> None:
    assert with_pages(text, str.upper) == text.replace(page_of("a"), "A").replace(page_of("b"), "B")
