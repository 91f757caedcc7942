"""Redlines as they are set: the two texts are in the page exactly, and everyone is told what changed and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import tinyhtml5

from report import production
from report.compose import compose
from report.desk import Desk
from report.findings import Severity
from report.model.output import Setting
from report.preflight.file import read_file
from report.preflight.file.drawn import Drawn
from tests.support.redlines import EDITS, Revised, set_redline, two_revisions
from tests.support.shipped import change, shipped_project
from tests.support.structure import Element, tagged

LOCALES = ("en-GB", "ar-XB")
_NS = "{http://www.w3.org/1999/xhtml}"
_BAR = (0x2F / 255, 0x3B / 255, 0x6B / 255)  # --change of styles/tokens/redline.css
# What is numbered anew when the text changes; a redline has the numbers of the text as it is now.
_NUMBERED = {"note-call", "endnote-number", "endnote-back", "reference-notes", "section-number", "legend-label"}
_ASIDE = {"changes", "views", "contents", "change-label", "change-words", "change-number", "elsewhere"}
_BLOCKS = {"h1", "h2", "h3", "p", "li", "td", "th", "figcaption", "blockquote"}


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two revisions of the specimen."""
    return two_revisions(tmp_path_factory.mktemp("revisions"))


@pytest.fixture(scope="module")
def redlines(projects: tuple[Path, Path]) -> Callable[[str], Revised]:
    """Return the redline of the specimen in a locale, set once."""
    return cache(lambda locale: set_redline(*projects, locale))


@pytest.fixture(params=LOCALES)
def revised(request: pytest.FixtureRequest, redlines: Callable[[str], Revised]) -> Revised:
    """The redline of the specimen, in both directions of writing."""
    return redlines(request.param)


@pytest.fixture
def english(redlines: Callable[[str], Revised]) -> Revised:
    """The redline of the specimen as it was written."""
    return redlines("en-GB")


def test_preflight_finds_every_word_of_both_revisions(revised: Revised) -> None:
    faults = [str(one) for one in revised.findings if one.severity is Severity.ERROR]
    assert len(revised.redline.changes) > len(EDITS)
    assert faults == []


def test_without_what_was_taken_out_the_page_is_the_new_text(revised: Revised) -> None:
    assert _texts(_page(revised.proof("screen").body), gone="deleted") == _texts(_composed(revised, is_new=True))


def test_without_what_was_put_in_the_page_is_the_old_text(revised: Revised) -> None:
    assert _texts(_page(revised.proof("screen").body), gone="inserted") == _texts(_composed(revised, is_new=False))


def test_every_change_is_listed_with_its_number_and_leads_to_its_place(revised: Revised) -> None:
    page = _page(revised.proof("screen").body)
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    rows = [one for one in page.iter(f"{_NS}tr") if (one.get("id") or "").startswith("change-")]
    leads = [next(row.iter(f"{_NS}a")).get("href", "") for row in rows]
    assert [row.get("id") for row in rows] == [f"change-{change.number}" for change in revised.redline.changes]
    assert {lead[1:] for lead in leads} <= set(ids)
    assert max(Counter(ids).values()) == 1


def test_a_redline_cannot_be_taken_for_an_edition(revised: Revised) -> None:
    html = revised.proof("screen").body.decode()
    with pikepdf.open(BytesIO(revised.proof("paged").body)) as pdf, pdf.open_metadata() as said:
        assert "1.1" in said["dc:identifier"].rsplit("/", 1)[-1]
        assert said["dc:identifier"].endswith("-since-1.0")
        assert said["dc:title"] == _words(next(_page(html.encode()).iter(f"{_NS}title")))
        assert re.search("1[.]0–«?1[.]1 ", said["dc:title"])
    assert '<meta name="robots" content="noindex">' in html


def test_words_of_one_revision_are_tagged_as_such(english: Revised) -> None:
    tree = tagged(english.proof("paged").body).document
    deleted, inserted = tree.all("Del"), tree.all("Ins")
    assert {one.attributes["TextDecorationType"] for one in deleted} == {"LineThrough"}
    assert {one.attributes["TextDecorationType"] for one in inserted} == {"Underline"}
    assert "In winter the ice lifts the float at the pier." in {_spaced(one) for one in deleted}
    assert "Boys throw stones at the gulls." in {_spaced(one) for one in inserted}
    with pikepdf.open(BytesIO(english.proof("paged").body)) as pdf:
        assert {pdf.Root.StructTreeRoot.RoleMap[name] for name in ("/Ins", "/Del")} == {"/Span"}


def test_an_edition_has_nothing_of_a_redline(english: Revised) -> None:
    plain = compose(english.new.edition, english.new.apparatus, "paged", english.new.faces, english.new.project)
    assert "<ins" not in plain.html
    assert "--inserted" not in plain.sheet


def test_headings_that_are_no_more_do_not_lead_the_reader_astray(english: Revised) -> None:
    with pikepdf.open(BytesIO(english.proof("paged").body)) as pdf, pdf.open_outline() as outline:
        titles = [line.title for line in outline.root]
        inner = [line.title for parent in outline.root for line in parent.children]
    assert titles[:2] == ["List of changes", "Summary"]
    assert "What the four gauges say" in titles
    assert inner == ["Why they do not agree"]


def test_a_note_that_was_taken_out_stands_at_the_foot_with_its_old_number(english: Revised) -> None:
    page = _page(english.proof("screen").body)
    gone = [one for one in page.iter(f"{_NS}li") if (one.get("id") or "").startswith("note-was-")]
    assert [_words(one) for one in gone] != []
    assert {one.get("data-fate") for one in gone} == {"deleted"}


def test_items_keep_the_numbers_of_their_own_revision(english: Revised) -> None:
    page = _page(english.proof("screen").body)
    (advice,) = (one for one in page.iter() if one.get("id") == "b-measures-advice")
    steps = [
        one.get("data-marker") for one in page.iter(f"{_NS}li") if one.get("data-marker") and _is_within(one, advice)
    ]
    assert steps == ["1.", "2.", "3."]
    chain = [one for one in page.iter(f"{_NS}ol") if one.get("id") == "b-readings-list-2"]
    assert [item.get("data-marker") for one in chain for item in one] == ["1.", "2.", "3."]


def test_a_draft_says_so_on_its_pages_and_in_its_title(english: Revised) -> None:
    page = _page(english.proof("screen").body)
    assert _words(next(page.iter(f"{_NS}title"))).startswith("Redline 1.0–1.1 draft: ")
    (main,) = page.iter(f"{_NS}main")
    assert main.get("data-mark") == "Redline: 1.1 draft compared with 1.0"


def test_a_draft_of_no_known_day_is_said_to_be_of_none(english: Revised) -> None:
    undated = partial(replace, follows=english.redline.since)
    merged = english.redline.printing
    line = replace(english.redline, printing=replace(merged, edition=undated(merged.edition)))
    desk = Desk()
    proofs = production.produce_redline(
        replace(english.new, edition=undated(english.new.edition)), line, ("paged", "screen"), desk
    )
    assert not [str(one) for one in desk.findings if one.severity is Severity.ERROR]
    for proof in proofs:
        page = _page(proof.galley.html.encode())
        (statement,) = [one for one in page.iter(f"{_NS}figcaption") if one.get("id") == "changes-statement"]
        assert _words(statement).startswith("Version 1.1 draft compared with version 1.0 draft of 2 September 2024: ")


@pytest.mark.parametrize("medium", ["paged", "screen"])
def test_a_date_that_changed_bears_the_number_of_the_list(english: Revised, medium: Setting) -> None:
    (number,) = [n for path, n in english.redline.numbers.items() if path.endswith("/date")]
    page = _page(english.proof(medium).galley.html.encode())
    (place,) = [one for one in page.iter(f"{_NS}a") if one.get("id") == f"at-{number}"]
    (dated,) = [one for one in page.iter(f"{_NS}span") if place in list(one)]
    assert dated.get("class") == "timeline-date"
    assert _words(dated) == "Oct 2009 Nov 2009"
    (listed,) = [one for one in page.iter(f"{_NS}tr") if one.get("id") == f"change-{number}"]
    assert next(listed.iter(f"{_NS}a")).get("href") == f"#at-{number}"


def test_what_moved_within_its_section_says_where_it_stands_now(english: Revised) -> None:
    page = _page(english.proof("screen").body)
    (moved,) = [one for one in english.redline.changes if one.kind == "move"]
    (listed,) = [one for one in page.iter(f"{_NS}tr") if one.get("id") == f"change-{moved.number}"]
    where = "within the section, now after “Other harbours have been through this. As Muster …”"
    assert _words(listed).endswith(where)
    labels = [_words(one) for one in page.iter(f"{_NS}p") if one.get("class") == "change-label"]
    assert labels == [f"Moved elsewhere, {where}", "Moved here, within the section"]


def test_bars_stand_beside_changed_lines_alone(projects: tuple[Path, Path], tmp_path: Path) -> None:
    project = shipped_project(tmp_path / "one")
    change(
        project / "content/specimen/sections/measures.yaml",
        "Most of it falls in the first year",
        "Little of it falls in the first year",
    )
    made = set_redline(projects[0], project, "en-GB")
    pages = read_file(made.proof("paged").body).pages
    bars = [one for page in pages for one in page.drawn if _is_bar(one)]
    changed = [one for page in pages for one in page.drawn if one.kind == "text" and one.text.strip() == "Little"]
    assert len(made.redline.changes) == 1
    assert len(bars) == 1
    assert len(changed) == 2, "in the list of changes, and in the text"
    assert bars[0].page == changed[-1].page
    assert bars[0].place.bottom < (changed[-1].place.bottom + changed[-1].place.top) / 2 < bars[0].place.top


def _is_bar(one: Drawn) -> bool:
    colour = one.colour.components
    is_upright = one.place.right - one.place.left < 3 and one.place.top - one.place.bottom > 9
    return one.kind == "fill" and is_upright and all(abs(a - b) < 0.01 for a, b in zip(colour, _BAR, strict=False))


def _composed(revised: Revised, *, is_new: bool) -> Any:
    one = revised.new if is_new else revised.old
    return _page(compose(one.edition, one.apparatus, "screen", one.faces, one.project).html.encode())


def _page(body: bytes) -> Any:
    return tinyhtml5.parse(body.decode())


def _texts(page: Any, gone: str = "") -> list[tuple[str, str]]:
    """Return the blocks of the text with their words, one revision being left out; the front of a redline is none."""
    main = next(page.iter(f"{_NS}main"))
    return [(tag, words) for tag, words in _blocks(main, gone) if words]


def _blocks(element: Any, gone: str) -> Iterator[tuple[str, str]]:
    for child in element:
        if _is_left_out(child, gone):
            continue
        tag = str(child.tag).removeprefix(_NS)
        if tag in _BLOCKS:
            yield tag, " ".join("".join(_letters(child, gone, is_top=True)).split())
        yield from _blocks(child, gone)


def _letters(element: Any, gone: str, *, is_top: bool = False) -> Iterator[str]:
    if not is_top and str(element.tag).removeprefix(_NS) in _BLOCKS:
        return
    yield element.text or ""
    for child in element:
        if not _is_left_out(child, gone):
            yield from _letters(child, gone)
        yield child.tail or ""


def _is_left_out(element: Any, gone: str) -> bool:
    classes = set((element.get("class") or "").split())
    if classes & (_ASIDE | _NUMBERED):
        return True
    fates = {"deleted": {"deleted", "moved-away"}, "inserted": {"inserted", "moved-here"}}.get(gone, set())
    tag = {"deleted": "del", "inserted": "ins"}.get(gone, "")
    return element.get("data-fate") in fates or str(element.tag).removeprefix(_NS) == tag


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _spaced(element: Element) -> str:
    return re.sub(r"\s+", " ", element.text).strip()


def _is_within(element: Any, around: Any) -> bool:
    return any(one is element for one in around.iter())
