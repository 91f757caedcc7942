"""Drafts and proofs have the lines of what will be published, say what they are, and print what is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import pytest

from report import production
from report.desk import Desk
from report.findings import Finding
from report.localize.queries import number_queries
from report.model.output import Copy, Page
from report.model.queries import Query
from report.model.revision import State
from report.preflight.file import Drawn, read_file
from tests.support.shipped import ROOT, prepared

LOCALES = ("en-GB", "fa")
SLUG = "specimen"
QUESTION = "How high did the water stand?"
ITEM = "readings-list/6"
WORDS_OF_ITEM = "In winter the ice"


@dataclass(frozen=True, slots=True)
class Made:
    """An edition in a state: what is drawn on its pages, its web page, and what preflight found."""

    drawn: tuple[tuple[Drawn, ...], ...]
    pages: tuple[Page, ...]
    copy: Copy
    html: str
    findings: tuple[Finding, ...]


@pytest.fixture(scope="module")
def made() -> Callable[[str, State], Made]:
    """Return the specimen in a locale and a state, with three queries: of its title, an item, and its last block."""

    @cache
    def make(locale: str, state: State) -> Made:
        ready, _ = prepared(ROOT, SLUG, locale)
        edition = ready.edition
        place = edition.brief.sections[-1].blocks[-1]
        asked = (
            Query(place.id, "Editor", QUESTION, place.mark),
            Query("", "", "Ist das der Titel?", place.mark),
            Query(ITEM, "Editor", "Which winter?", place.mark),
        )
        queries = number_queries(replace(edition.brief, queries=asked), ())
        edition = replace(edition, state=state, queries=queries, revision=edition.brief.revisions[-1], follows=None)
        desk = Desk()
        paged, screen = production.produce(replace(ready, edition=edition), ("paged", "screen"), desk)
        drawn = tuple(page.drawn for page in read_file(paged.body).pages)
        return Made(drawn, paged.pages, paged.galley.copy, screen.body.decode("utf-8"), tuple(desk.findings))

    return make


Make = Callable[[str, State], Made]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("state", ["draft", "in-review"])
def test_preflight_finds_nothing_wrong(made: Make, locale: str, state: State) -> None:
    assert [one for one in made(locale, state).findings if one.holds] == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("state", ["draft", "in-review"])
def test_every_line_of_the_text_stands_where_it_will_when_it_is_published(
    made: Make, locale: str, state: State
) -> None:
    final, other = made(locale, "published"), made(locale, state)
    assert lines(final) <= lines(other)
    assert len(lines(final)) > 100


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_of_a_draft_says_what_it_is_and_no_published_one(made: Make, locale: str) -> None:
    # Letters are counted, since those from the right are drawn in another order than they are read.
    mark = Counter(squeezed(made(locale, "draft").copy.running[-1]))
    assert all(mark <= Counter(head) for head in heads(made(locale, "draft")))
    assert not any(mark <= Counter(head) for head in heads(made(locale, "published")))


def test_a_proof_is_wider_on_the_outer_side_alone(made: Make) -> None:
    for final, proof in zip(made("en-GB", "published").pages, made("en-GB", "in-review").pages, strict=False):
        room = proof.width - final.width
        assert room == pytest.approx(60 * 72 / 25.4)
        is_left = proof.number % 2 == 0
        assert proof.type_area.left - final.type_area.left == pytest.approx(room if is_left else 0)
        assert proof.height == final.height


@pytest.mark.parametrize("locale", LOCALES)
def test_every_fifth_line_of_a_proof_is_numbered_and_none_of_the_others(made: Make, locale: str) -> None:
    found = [numbers(page) for page in made(locale, "in-review").drawn]
    assert all(list(page) == list(range(5, 5 * len(page) + 1, 5)) for page in found)
    assert sum(map(len, found)) > 20
    for state in ("draft", "published"):
        assert not any(numbers(page) for page in made(locale, state).drawn)


@pytest.mark.parametrize("number", ["Q2", "Q3"])
def test_a_query_says_on_which_line_the_place_is_that_bears_its_number(made: Make, number: str) -> None:
    proof = made("en-GB", "in-review")
    beside = [(page, one) for page, drawn in enumerate(proof.drawn, 1) for one in in_margin(drawn)]
    (page, called) = next((page, one) for page, one in beside if one.text == number)
    (said,) = [one.text for _, one in beside if one.text.startswith(f"p. {page}, l. ") and one.text != "p. 1, l. 1"]
    line = int(said.rpartition(" ")[2])
    bases = numbers(proof.drawn[page - 1])
    below, above = bases.get(line - line % 5), bases.get(line - line % 5 + 5)
    assert below is None or called.origin[1] <= below + 0.1 or line % 5 == 0
    assert above is None or called.origin[1] >= above - 0.1 or called.origin[0] > 300


def test_what_is_asked_of_an_item_stands_beside_its_first_line(made: Make) -> None:
    (page,) = [page for page in made("en-GB", "in-review").drawn if any(one.text == "Q2" for one in in_margin(page))]
    (called,) = [one for one in in_margin(page) if one.text == "Q2"]
    lines = Counter(round(one.origin[1]) for one in page if WORDS_OF_ITEM in one.text)
    assert list(lines) == [round(called.origin[1])]


@pytest.mark.parametrize("locale", LOCALES)
def test_only_a_proof_prints_what_is_asked(made: Make, locale: str) -> None:
    for state, is_printed in (("in-review", True), ("draft", False), ("published", False)):
        drawn = squeezed(" ".join(one.text for page in made(locale, state).drawn for one in page))
        assert (squeezed(QUESTION) in drawn) is is_printed
        assert (QUESTION in made(locale, state).html) is is_printed


def test_on_the_web_page_a_query_stands_below_its_block(made: Make) -> None:
    page = made("en-GB", "in-review").html
    ids = re.findall(r'id="(b-[\w-]+|query-\d)"', page)
    assert {"query-2", "query-3"} <= {*ids}
    assert ids[ids.index("query-2") - 1].startswith(f"b-{ITEM.partition('/')[0]}")
    assert ids[ids.index("query-3") - 1].startswith("b-")


def test_drafts_are_made_for_the_press_too_and_proofs_are_not() -> None:
    ready, _ = prepared(ROOT, SLUG, "en-GB")
    media = {state: production.media_of(replace(ready.edition, state=state)) for state in ("draft", "in-review")}
    assert media == {"draft": ("paged", "screen", "press", "booklet"), "in-review": ("paged", "screen")}


def test_the_web_page_says_what_it_is(made: Make) -> None:
    assert 'class="state"' in made("en-GB", "draft").html
    assert 'class="state"' not in made("en-GB", "published").html


def lines(one: Made) -> set[tuple[int, str, int, int]]:
    """What is drawn as text, with its page and its place from the corner of the type area; without the imprint."""
    found = set()
    for page, drawn in zip(one.pages, one.drawn, strict=True):
        for piece in drawn:
            in_area = page.type_area.bottom - 1 < piece.origin[1] < page.type_area.top
            if piece.kind == "text" and not piece.is_artifact and in_area and piece.size > LARGER_THAN_IMPRINT:
                x, y = piece.origin[0] - page.type_area.left, piece.origin[1] - page.type_area.top
                found.add((page.number, piece.text, round(x), round(y)))
    return found


LARGER_THAN_IMPRINT = 9  # points; the imprint of a draft has other words


def heads(one: Made) -> list[str]:
    """The running matter of each page, without spaces."""
    return [
        squeezed("".join(piece.text for piece in drawn if piece.kind == "text" and piece.is_artifact))
        for drawn in one.drawn
    ]


def numbers(drawn: tuple[Drawn, ...]) -> dict[int, float]:
    """The numbers of lines in the margins of a page, with their base lines."""
    texts = (one for one in in_margin(drawn) if one.text.strip("\u200e\u200f").isdecimal())
    return {int(one.text.strip("\u200e\u200f")): one.origin[1] for one in texts}


def in_margin(drawn: tuple[Drawn, ...]) -> list[Drawn]:
    """What is written beside lines: artifacts attached neither to the head nor to the foot."""
    return [
        one
        for one in drawn
        if one.kind == "text"
        and any(mark.artifact == "Pagination" and not mark.part for mark in one.marks)
        and one.text.strip("\u200e\u200f ")
    ]


def squeezed(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
