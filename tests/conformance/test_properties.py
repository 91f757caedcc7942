"""What holds of every row of notes: where ibid. may stand, what order cannot change, and no mark set twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from report import locales
from report.model.apparatus import Apparatus, Position
from report.model.edition import Edition
from tests.conformance.cases import WORKS_FILE
from tests.support.apparatus import SHELF, apparatus_of, edition_of, marked, rules, works_of
from tests.support.cases import cases

CASES = cases(80)

KEYS = ("quill2004", "lind2011", "rook2007", "placeholder2020", "beispiel2016", "farzi2015", "twin1", "twin2")
STYLES = ("house-short-title", "chicago-notes", "chicago-shortened-notes")
LOCALES = ("en-GB", "en-US", "de", "ru", "fa")

# Two works that no part of them tells apart: their order must not be that of the file.
_TWINS = "".join(
    f"@book{{twin{number}, author = {{Twin, Tam}}, title = {{Doubles}}, publisher = {{Press}}, date = {{2001}}}}\n"
    for number in (1, 2)
)
_WRITTEN = re.findall(r"(?ms)^@.*?^}$", WORKS_FILE.read_text(encoding="utf-8"))
_ENTRIES = [entry for entry in _WRITTEN if re.match(rf"@\w+{{(?:{'|'.join(KEYS)}),", entry)] + _TWINS.splitlines()
_WORKS = works_of("\n".join(_ENTRIES))


@dataclass(frozen=True, slots=True)
class Cited:
    """A work that a note cites, and the place in it, if any."""

    key: str
    place: str


@dataclass(frozen=True, slots=True)
class Written:
    """A note as somebody writes it: the works it cites, and whether it has words of its own around them."""

    works: tuple[Cited, ...]
    is_prose: bool

    @property
    def markdown(self) -> str:
        """The note in the small Markdown."""
        cited = "; ".join(f"@{one.key}{', ' if one.place else ''}{one.place}" for one in self.works)
        if not self.is_prose:
            return f"[{cited}]"
        return f"^[As said by [{cited}].]" if cited else "^[Nothing is cited here.]"


works_cited = st.builds(
    Cited, st.sampled_from(("quill2004",) * 6 + KEYS), st.sampled_from(("", "p. 3", "pp. 3–5", "chap. 2"))
)
pure_notes = st.builds(Written, st.lists(works_cited, min_size=1, max_size=3).map(tuple), st.just(value=False))
prose_notes = st.builds(Written, st.lists(works_cited, max_size=1).map(tuple), st.just(value=True))
single_notes = st.builds(Written, works_cited.map(lambda one: (one,)), st.just(value=False))
notes_written = st.lists(
    st.lists(st.one_of(single_notes, single_notes, pure_notes, prose_notes), min_size=1, max_size=6),
    min_size=1,
    max_size=4,
)
"""The notes of each section. Notes of one work are common, and one work among them, so that ibid. is too."""

houses = st.fixed_dictionaries(
    {
        "ibid": st.booleans(),
        "reset": st.sampled_from(("never", "section")),
        "terms": st.sampled_from(("edition", "source")),
    }
)


@given(notes_written, houses, st.sampled_from(STYLES), st.sampled_from(LOCALES))
@settings(max_examples=CASES)
def test_ibid_stands_exactly_where_the_rules_let_it(
    sections: list[list[Written]], house: dict[str, object], style: str, locale: str
) -> None:
    apparatus = apparatus_of(_edition(sections, house, style, locale), _WORKS)
    planned = [tuple(mention.position for mention in note.mentions) for note in apparatus.notes.values()]
    assert planned == list(_positions(sections, house))
    for note in apparatus.notes.values():
        says_ibid = any(word in marked(note.text).casefold() for word in _ibid_words(locale))
        assert says_ibid == any(mention.position.startswith("ibid") for mention in note.mentions)


@given(notes_written, houses, st.sampled_from(STYLES), st.sampled_from(LOCALES), st.randoms(use_true_random=False))
@settings(max_examples=CASES)
def test_the_order_of_the_references_changes_nothing(
    sections: list[list[Written]], house: dict[str, object], style: str, locale: str, random: object
) -> None:
    edition = _edition(sections, house, style, locale)
    shuffled = [*_ENTRIES]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands in a random.Random
    assert _as_printed(apparatus_of(edition, works_of("\n".join(shuffled)))) == _as_printed(
        apparatus_of(edition, _WORKS)
    )


@given(notes_written, houses, st.sampled_from(STYLES), st.sampled_from(LOCALES), st.data())
@settings(max_examples=CASES)
def test_the_order_of_blocks_changes_numbers_order_and_plan_alone(
    sections: list[list[Written]], house: dict[str, object], style: str, locale: str, data: st.DataObject
) -> None:
    edition = _edition(sections, house, style, locale)
    moved = _with_blocks_moved(edition, data)
    before, after = apparatus_of(edition, _WORKS), apparatus_of(moved, _WORKS)
    assert [note.number for note in after.notes.values()] == list(range(1, len(before.notes) + 1))
    assert set(after.notes) == set(before.notes)
    for id_, note in before.notes.items():
        other = after.notes[id_]
        assert [mention.key for mention in other.mentions] == [mention.key for mention in note.mentions]
        if other.mentions == note.mentions:
            assert marked(other.text) == marked(note.text)
    assert _entries(after) == _entries(before)


@given(notes_written, houses, st.sampled_from(STYLES), st.sampled_from(LOCALES))
@settings(max_examples=CASES)
def test_notes_and_entries_lead_to_each_other(
    sections: list[list[Written]], house: dict[str, object], style: str, locale: str
) -> None:
    apparatus = apparatus_of(_edition(sections, house, style, locale), _WORKS)
    citing = {(mention.key, id_) for id_, note in apparatus.notes.items() for mention in note.mentions}
    listed = [reference for group in apparatus.bibliography for reference in group.references]
    assert {(reference.key, id_) for reference in listed for id_ in reference.notes} == citing
    for reference in listed:
        assert list(reference.notes) == [id_ for id_ in apparatus.notes if (reference.key, id_) in citing]


def _edition(sections: Sequence[Sequence[Written]], house: dict[str, object], style: str, locale: str) -> Edition:
    paragraphs = []
    for number, notes in enumerate(sections, 1):
        paragraphs += [f"# Section {number}", *(f"A claim.{note.markdown}" for note in notes)]
    return edition_of(paragraphs, locale, rules(style, house))


def _positions(sections: Sequence[Sequence[Written]], house: dict[str, object]) -> Iterator[tuple[Position, ...]]:
    """Say anew, from CMOS 17, 14.34 and the manual alone, how each note mentions its works."""
    row = [(number, note) for number, notes in enumerate(sections) for note in notes]
    for index, (section, note) in enumerate(row):
        counted = [one for one in row[:index] if house["reset"] == "never" or one[0] == section]
        named = {work.key for _, earlier in counted for work in earlier.works}
        previous = counted[-1][1].works if counted else ()
        for_this_note = []
        for work in note.works:
            for_this_note.append(_position(work, named, previous, note.works, house))
            named.add(work.key)
        yield tuple(for_this_note)


def _position(
    work: Cited, named: set[str], previous: tuple[Cited, ...], beside: tuple[Cited, ...], house: dict[str, object]
) -> Position:
    if work.key not in named:
        return "first"
    if not house["ibid"] or len(previous) != 1 or len(beside) != 1 or previous[0].key != work.key:
        return "later"
    if previous[0].place == work.place:
        return "ibid"
    return "ibid-elsewhere" if work.place else "later"


def _ibid_words(locale: str) -> set[str]:
    """Return how any pack that may give the words says ibid."""
    return {locales.term("ibid", SHELF.pack(tag)).casefold() for tag in (locale, *LOCALES)}


def _as_printed(apparatus: Apparatus) -> tuple[object, ...]:
    notes = [(note.id, note.label, marked(note.text), note.mentions) for note in apparatus.notes.values()]
    return notes, _entries(apparatus), {key: marked(names) for key, names in apparatus.names.items()}


def _entries(apparatus: Apparatus) -> list[tuple[str, str]]:
    return [(one.key, marked(one.text)) for group in apparatus.bibliography for one in group.references]


def _with_blocks_moved(edition: Edition, data: st.DataObject) -> Edition:
    sections = edition.brief.sections
    blocks = data.draw(st.permutations([block for section in sections for block in section.blocks]))
    moved, rest = [], list(blocks)
    for section in sections:
        count = len(section.blocks)
        moved.append(replace(section, blocks=tuple(rest[:count])))
        rest = rest[count:]
    return replace(edition, brief=replace(edition.brief, sections=tuple(moved)))
