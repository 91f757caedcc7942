"""Links between the pages arrive, at a file of the project and at a heading in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manual_page import ROOT
from tests.support.pages_of_docs import PAGES, anchors_of, links_of

INSIDE = [(page, link) for page in PAGES for link in links_of(page) if "://" not in link]


@pytest.mark.parametrize(("page", "link"), INSIDE, ids=[f"{page.name}: {link}" for page, link in INSIDE])
def test_a_relative_link_arrives(page: Path, link: str) -> None:
    path, _, fragment = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    assert target.exists()
    assert target.is_relative_to(ROOT)
    assert not fragment or fragment in anchors_of(target)
