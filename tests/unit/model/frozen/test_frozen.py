"""An edition is frozen as plain data and thawed again: what comes back is what was put in, and nothing is trusted."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.findings import Mark
from report.model import blocks
from report.model.apparatus import Apparatus, Note, Target
from report.model.frozen import FrozenFile, as_data, as_json, frozen_path, kept_picture, text_of, thaw
from report.model.redline import Printing
from report.model.text import (
    Citation,
    CitedWork,
    Emphasis,
    Foreign,
    Link,
    LocatorPart,
    NoteCall,
    Revised,
    SmallCaps,
    Strong,
    Text,
    Unsettled,
    Words,
)
from tests.support import editions
from tests.support.cases import cases
from tests.support.freezing import EDITIONS, as_printed, file_of, parsed, printing_of, thawed

PLACE = Mark("content/tiny/sections/one.yaml", 4, 7)


@pytest.mark.parametrize(("slug", "locale"), EDITIONS)
def test_what_is_thawed_is_what_was_frozen(slug: str, locale: str) -> None:
    printing = printing_of(slug, locale)
    frozen = thawed(file_of(printing), printing)
    assert as_printed(frozen.printing) == as_printed(printing)


@pytest.mark.parametrize(("slug", "locale"), EDITIONS[:2])
def test_every_text_as_written_is_kept_for_translators(slug: str, locale: str) -> None:
    printing = printing_of(slug, locale)
    units = thawed(file_of(printing), printing).units
    assert units == {unit.context: unit.source for unit in printing.edition.brief.units}
    assert units["revisions/1/note"]


def test_what_is_thawed_has_its_place_at_the_file() -> None:
    printing = printing_of("specimen", "de")
    brief = thawed(file_of(printing), printing).printing.edition.brief
    assert brief.sections[0].blocks[0].mark == Mark("content/specimen/revisions/1.0/de.json")


def test_a_file_is_lines_that_can_be_read_and_compared() -> None:
    written = as_json(as_data(printing_of("specimen", "fa"))).decode("utf-8")
    assert written.endswith("}\n")
    assert max(map(len, written.splitlines())) < 2000
    assert "هارومَوث" in written or "هارو" in written


def test_invisible_characters_are_written_as_escapes() -> None:
    printing = _printing(editions.paragraph("one", "a\u2060b\u202e"))
    written = as_json(as_data(printing)).decode("utf-8")
    assert "a\\u2060b\\u202e" in written
    assert as_printed(thawed(file_of(printing), printing).printing) == as_printed(printing)


def test_the_same_text_is_the_same_bytes() -> None:
    printing = printing_of("specimen", "ru")
    again = thawed(file_of(printing), printing).printing
    units = replace(again.edition.brief, units=printing.edition.brief.units)
    again = replace(again, edition=replace(again.edition, brief=units))
    assert as_json(as_data(again)) == as_json(as_data(printing))


def test_what_the_house_says_is_not_frozen() -> None:
    printing = printing_of("specimen", "en-GB")
    house = replace(printing.edition.brief.house, publisher="Another House")
    now = replace(printing.edition, brief=replace(printing.edition.brief, house=house))
    frozen = thaw(file_of(printing), now).value
    assert frozen is not None
    assert frozen.printing.edition.brief.house.publisher == "Another House"


def test_how_a_note_was_written_is_no_difference_while_it_prints_the_same() -> None:
    one = _printing(editions.paragraph("one", "Words.", NoteCall("one-1", editions.words("A note."), PLACE)))
    other = _printing(editions.paragraph("one", "Words.", NoteCall("one-1", editions.words("*A* note."), PLACE)))
    assert text_of(one) == text_of(other)


def test_a_picture_that_is_another_by_now_is_the_copy_that_was_kept() -> None:
    printing = printing_of("specimen", "en-GB")
    file = file_of(printing)
    brief = printing.edition.brief
    changed = tuple(replace(one, blocks=tuple(map(_repainted, one.blocks))) for one in brief.sections)
    frozen = thaw(file, replace(printing.edition, brief=replace(brief, sections=changed))).value
    assert frozen is not None
    figures = [one for part in frozen.printing.edition.brief.sections for one in part.blocks if _is_figure(one)]
    assert [one.picture.path for one in figures] == [kept_picture("specimen", "1.0", one.picture) for one in figures]
    assert figures[0].picture.path.startswith("content/specimen/revisions/1.0/pictures/")


def test_a_redline_is_never_frozen() -> None:
    printing = _printing(editions.paragraph("one", Revised(editions.words("gone"), "deleted", 1, PLACE)))
    with pytest.raises(TypeError, match="redline"):
        as_data(printing)


# Random texts: every kind of run and of block, in every place that takes one.

_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12)
_PLAIN = st.builds(Words, _WORDS, st.just(PLACE))


def _wrapped(inner: st.SearchStrategy[Text]) -> st.SearchStrategy[Text]:
    mark = st.just(PLACE)
    return st.lists(
        st.one_of(
            _PLAIN,
            st.builds(Emphasis, inner, mark),
            st.builds(Strong, inner, mark),
            st.builds(SmallCaps, inner, mark),
            st.builds(Foreign, inner, st.sampled_from(("", "fa", "en-GB")), st.sampled_from(("ltr", "rtl")), mark),
            st.builds(Link, inner, st.sampled_from(("https://example.org/a", "doi:10.1/x")), mark),
            st.builds(Unsettled, inner, st.sampled_from(("stale", "missing")), mark),
        ),
        max_size=4,
    ).map(tuple)


_TEXT = st.recursive(st.lists(_PLAIN, max_size=3).map(tuple), _wrapped, max_leaves=12)
_LEGEND = st.builds(blocks.Legend, _TEXT, _TEXT, _TEXT, _WORDS, st.booleans())
_DATE = st.one_of(
    st.builds(blocks.PartialDate, st.integers(1, 9999)),
    st.builds(blocks.PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(blocks.PartialDate, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
)
_PICTURE = st.builds(
    blocks.Picture,
    st.just("content/tiny/figures/a.svg"),
    st.sampled_from(("image/png", "image/jpeg", "image/svg+xml")),
    st.floats(0, 1e6),
    st.integers(0, 10_000),
    st.just("0" * 64),
    st.lists(_WORDS).map(tuple),
    st.lists(_WORDS).map(tuple),
    st.sampled_from(("current", "stale", "missing")),
)


def _lists(id_: str) -> st.SearchStrategy[blocks.ListBlock]:
    def above(inner: st.SearchStrategy[blocks.ListBlock | None]) -> st.SearchStrategy[blocks.ListBlock | None]:
        items = st.lists(st.builds(blocks.ListItem, _TEXT, inner, st.just(PLACE)), max_size=3).map(tuple)
        return st.builds(blocks.ListBlock, st.just(id_), st.booleans(), items, st.just(PLACE))

    return above(st.recursive(st.none(), above, max_leaves=3))  # type: ignore[return-value]


def _block(id_: str) -> st.SearchStrategy[blocks.Block]:
    own, mark = st.just(id_), st.just(PLACE)
    columns = st.lists(st.builds(blocks.Column, _TEXT, _TEXT, st.booleans()), min_size=2, max_size=2).map(tuple)
    rows = st.lists(st.tuples(_TEXT, _TEXT), max_size=3).map(tuple)
    entries = st.lists(st.builds(blocks.TimelineEntry, _DATE, _TEXT, mark), max_size=3).map(tuple)
    inner = st.lists(
        st.one_of(st.builds(blocks.Paragraph, st.just(f"{id_}-in"), _TEXT, mark), _lists(f"{id_}-list")), max_size=2
    ).map(tuple)
    items = st.lists(st.builds(blocks.Recommendation, _TEXT, _TEXT, mark), max_size=3).map(tuple)
    return st.one_of(
        st.builds(blocks.Paragraph, own, _TEXT, mark),
        st.builds(blocks.Heading, own, _TEXT, mark),
        _lists(id_),
        st.builds(blocks.Quotation, own, _TEXT, _TEXT, mark),
        st.builds(blocks.PullQuote, own, _TEXT, mark),
        st.builds(blocks.Figure, own, _PICTURE, _LEGEND, mark),
        st.builds(blocks.Table, own, columns, rows, st.booleans(), _TEXT, _LEGEND, mark),
        st.builds(blocks.Timeline, own, entries, _LEGEND, mark),
        st.builds(blocks.Callout, own, _TEXT, inner, st.booleans(), mark),
        st.builds(blocks.Recommendations, own, _TEXT, items, mark),
    )


@settings(max_examples=cases(60))
@given(st.tuples(_block("first"), _block("second")), _block("summary"))
def test_random_blocks_come_back_as_they_were(pair: tuple[blocks.Block, ...], summary: blocks.Block) -> None:
    printing = _printing(*pair, summary=summary)
    assert as_printed(thawed(file_of(printing), printing).printing) == as_printed(printing)


@settings(max_examples=cases(40))
@given(_TEXT, _TEXT, st.booleans())
def test_random_notes_come_back_as_they_were(before: Text, after: Text, without: bool) -> None:
    work = CitedWork("key.2020", (LocatorPart("page", "3–5"), LocatorPart("", "x")), PLACE, before, after, without)
    printing = _printing(editions.paragraph("one", NoteCall("one-1", (Citation((work,), PLACE), *after), PLACE)))
    assert as_printed(thawed(file_of(printing), printing).printing) == as_printed(printing)


# Spoilt and hostile files: each is one finding, at its place.

_SPOILT: dict[str, tuple[tuple[str | int, ...], Any]] = {
    "another form": (("format",), 2),
    "another brief": (("brief",), "other"),
    "another locale": (("locale",), "de"),
    "another version": (("revision", "version"), "1.1"),
    "a day that there is not": (("revision", "date"), "2017-02-30"),
    "a number for a title": (("text", "title"), 7),
    "a mapping for a text": (("text", "title"), {"emphasis": "x"}),
    "an unknown run": (("text", "title"), [{"script": "alert(1)"}]),
    "a link that acts": (("text", "title"), [{"link": "x", "address": "javascript:alert(1)"}]),
    "half a character": (("text", "title"), "\ud800"),
    "a control character": (("text", "title"), "a\u0000b"),
    "an id that is none": (("text", "sections", 0, "id"), "../../x"),
    "an unknown kind of block": (("text", "sections", 0, "blocks", 0, "kind"), "script"),
    "an unknown key": (("text", "sections", 0, "onclick"), "x"),
    "no blocks": (("text", "sections", 0, "blocks"), None),
    "a note that is not there": (("text", "notes"), []),
    "a number that is not there": (("text", "targets"), []),
    "a call of nothing": (("text", "subtitle"), [{"call": "nowhere-1"}]),
    "a reference to nothing": (("text", "subtitle"), [{"see": "nowhere"}]),
    "a name of nobody": (("text", "subtitle"), [{"names-of": "nobody", "begins-sentence": False}]),
    "a count below zero": (("progress", "stale"), -1),
    "true for a count": (("progress", "stale"), True),
    "no end of a number": (("progress", "stale"), 1e400),
    "an endless nest": (("text", "title"), ["x"]),
}


@pytest.mark.parametrize(("way", "value"), _SPOILT.values(), ids=_SPOILT.keys())
def test_a_spoilt_file_is_one_finding(way: tuple[str | int, ...], value: Any) -> None:
    printing = printing_of("specimen", "en-GB")
    data = as_data(printing)
    if value == ["x"]:
        for _ in range(200):
            value = [{"emphasis": value}]
    _put(data, way, value)
    checked = thaw(FrozenFile(frozen_path("specimen", "1.0", "en-GB"), json.dumps(data), data), printing.edition)
    assert checked.value is None
    assert [one.code for one in checked.findings] == ["REV-001"]


def test_a_finding_names_line_and_column() -> None:
    printing = printing_of("specimen", "en-GB")
    data = as_data(printing)
    data["text"]["sections"][1]["title"] = 5
    written = as_json(data).decode("utf-8")
    (finding,) = thaw(parsed(written, "specimen", "en-GB"), printing.edition).findings
    line = written.splitlines()[finding.mark.line - 1]
    assert line[finding.mark.column - 1 :] == "5,"


def test_a_picture_outside_the_content_is_refused() -> None:
    printing = printing_of("specimen", "en-GB")
    for path in ("/etc/passwd", "content/../../x.png", "templates/a.png", "content//x.png"):
        data = as_data(printing)
        next(_pictures(data))["path"] = path
        checked = thaw(FrozenFile(frozen_path("specimen", "1.0", "en-GB"), json.dumps(data), data), printing.edition)
        assert checked.value is None, path


def test_pictures_of_a_brief_that_was_renamed_lie_where_they_lie_now() -> None:
    printing = printing_of("specimen", "en-GB")
    data = as_data(printing)
    data["brief"] = "sample"
    for picture in _pictures(data):
        picture["path"] = picture["path"].replace("content/specimen/", "content/sample/")
    file = FrozenFile(frozen_path("specimen", "1.0", "en-GB"), json.dumps(data), data)
    now = replace(printing.edition, brief=replace(printing.edition.brief, former_slugs=("sample",)))
    assert text_of(thawed(file, replace(printing, edition=now)).printing) == text_of(printing)
    assert [one.code for one in thaw(file, printing.edition).findings] == ["REV-001"]


def test_no_junk_in_a_file_is_more_than_a_finding() -> None:
    printing = printing_of("specimen", "en-GB")
    dice = Random(20170301)
    whole = as_data(printing)
    ways = list(_ways(whole, ()))
    junk = (None, True, -1, 10**30, 1.5, "", "x" * 300, [], {}, [[]], {"kind": "table"}, {"call": []}, [None], ["", 3])
    for _ in range(250):
        data = json.loads(json.dumps(whole))
        _put(data, dice.choice(ways), dice.choice(junk))
        file = FrozenFile(frozen_path("specimen", "1.0", "en-GB"), json.dumps(data), data)
        checked = thaw(file, printing.edition)
        assert (checked.value is None) == bool(checked.findings)


def _printing(*of_section: blocks.Block, summary: blocks.Block | None = None) -> Printing:
    """Return a printing of blocks, all that they point at made up."""
    edition = editions.edition(
        editions.section("one-section", "One", *of_section), summary=(summary,) if summary else ()
    )
    calls = [call for text in edition.brief.texts() for call in text if isinstance(call, NoteCall)]
    notes = {call.id: Note(call.id, 1, "1", editions.words("A note."), (), "one-section", PLACE) for call in calls}
    named = ("one-section", *(block.id for block in of_section))
    targets = {id_: Target(id_, "figure", "1", "Figure 1") for id_ in dict.fromkeys(named)}
    return Printing(edition, Apparatus(notes, (), targets, {}))


def _is_figure(block: blocks.Block) -> bool:
    return isinstance(block, blocks.Figure)


def _repainted(block: blocks.Block) -> blocks.Block:
    if not isinstance(block, blocks.Figure):
        return block
    return replace(block, picture=replace(block.picture, sha256="f" * 64))


def _put(data: Any, way: tuple[str | int, ...], value: Any) -> None:
    for step in way[:-1]:
        data = data[step]
    data[way[-1]] = value


def _ways(data: Any, way: tuple[str | int, ...]) -> Any:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in pairs:
        yield (*way, step)
        yield from _ways(inner, (*way, step))


def _pictures(data: Any) -> Any:
    for section in data["text"]["sections"]:
        yield from (block["picture"] for block in section["blocks"] if "picture" in block)
