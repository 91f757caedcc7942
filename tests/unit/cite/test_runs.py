"""Punctuation at the seams of citations, and the runs they become."""

from __future__ import annotations

import pytest

from report.cite import rich
from report.cite.runs import Atom, Shell, atoms_of, mark, set_atoms
from report.findings import Mark
from report.locales import Shelf
from report.model.references import Styled
from report.model.text import CrossReference, Emphasis, Foreign, ReferenceLink, Words, flatten

MARK = Mark("brief.yaml")
PACK = Shelf.of(None).pack


def words_of(*atoms: Atom) -> str:
    return "".join(run.text for run in flatten(set_atoms(atoms, MARK)) if isinstance(run, Words))


def field(words: str) -> Atom:
    return Atom("words", words)


def quoted(words: str, tag: str) -> tuple[Atom, ...]:
    return atoms_of(rich.text(rich.quoted(words)), "doe", PACK(tag))


@pytest.mark.parametrize(
    ("title", "closed"),
    [("A Tide", "A Tide."), ("Why?", "Why?"), ("Now!", "Now!"), ("Inc.", "Inc."), ("And …", "And …"), ("چرا؟", "چرا؟")],
)
def test_a_stop_is_not_doubled(title: str, closed: str) -> None:
    assert words_of(field(title), mark("stop", PACK("en-US"))) == closed


@pytest.mark.parametrize(
    ("tag", "closed"),
    [("en-US", "“A Tide.”"), ("en-GB", "“A Tide”."), ("de", "„A Tide“."), ("ru", "«A Tide»."), ("fa", "«A Tide».")],
)
def test_a_stop_stands_at_quotation_marks_as_the_locale_has_it(tag: str, closed: str) -> None:
    assert words_of(*quoted("A Tide", tag), mark("stop", PACK(tag))) == closed


@pytest.mark.parametrize(("tag", "set_as"), [("en-US", "“Why?,” 3"), ("de", "„Why?“, 3")])
def test_a_comma_stays_after_a_question(tag: str, set_as: str) -> None:
    assert words_of(*quoted("Why?", tag), mark("comma", PACK(tag)), field("3")) == set_as


@pytest.mark.parametrize("tag", ["en-GB", "en-US", "de", "ru", "fa"])
def test_no_stop_follows_a_question_in_quotation_marks(tag: str) -> None:
    assert "." not in words_of(*quoted("Why?", tag), mark("stop", PACK(tag)))


def test_a_quotation_in_a_quotation_has_the_other_marks() -> None:
    atoms = atoms_of(rich.text(rich.quoted("A ", rich.quoted("Tide"))), "doe", PACK("en-US"))
    assert words_of(*atoms, mark("comma", PACK("en-US"))) == "“A ‘Tide,’” "


def test_the_full_stop_of_the_writer_agrees_with_what_the_program_set() -> None:
    term = Atom("term", "ibid.")
    assert words_of(Atom("written", "See "), term, Atom("written", ". More.")) == "See ibid. More."


def test_a_full_stop_within_a_field_is_never_touched() -> None:
    assert words_of(field("A.. B"), mark("stop", PACK("en-US"))) == "A.. B."


def test_a_sentence_begins_with_a_capital_only_if_its_first_word_is_ours() -> None:
    assert words_of(Atom("term", "ibid.")) == "Ibid."
    assert words_of(Atom("prefix", "see "), field("doe")) == "See doe"
    assert words_of(field("https://www.example.org/")) == "https://www.example.org/"
    assert words_of(field("A"), mark("stop", PACK("de")), mark("space", PACK("de")), Atom("term", "in")) == "A. In"


def test_a_term_within_a_sentence_keeps_its_small_letter() -> None:
    assert words_of(field("A"), mark("comma", PACK("de")), Atom("term", "in")) == "A, in"


def test_a_stop_takes_the_face_of_the_title_it_ends_but_not_its_language() -> None:
    leaning = Shell("emphasis")
    title = Atom("words", "Le Quai", (leaning, Shell("language", "fr")))
    (run,) = set_atoms([title, mark("stop", PACK("en-GB"))], MARK)
    assert isinstance(run, Emphasis)
    assert isinstance(run.runs[0], Foreign)
    assert run.runs[1] == Words(".", MARK)


def test_a_title_leads_to_its_entry() -> None:
    (run,) = set_atoms(atoms_of(rich.text(rich.reference("A Tide")), "doe2001", PACK("de")), MARK)
    assert isinstance(run, ReferenceLink)
    assert run.key == "doe2001"


def test_raised_figures_become_characters() -> None:
    assert words_of(*atoms_of(rich.text("CO", rich.pieces((Styled("lowered", ("2",)),))), "doe", PACK("de"))) == "CO₂"


@pytest.mark.parametrize("name", ["stop", "semicolon"])
def test_a_mark_is_kept_after_a_run_that_has_no_words_yet(name: str) -> None:
    made = set_atoms(
        [field("see "), Atom("run", "", run=CrossReference("quay", MARK)), mark(name, PACK("en-GB"))], MARK
    )
    assert made[-1] == Words(mark(name, PACK("en-GB")).text, MARK)


def test_stops_stand_at_quotation_marks_as_the_locale_of_the_marks_has_it() -> None:
    assert words_of(*quoted("A Tide", "ru"), mark("comma", PACK("en-US")), field("3")) == "«A Tide», 3"
