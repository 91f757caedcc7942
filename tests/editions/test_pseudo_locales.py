"""Pseudo-locales of the shipped briefs: they build as any other edition, and only when they are asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from report.compose import compose
from report.desk import Desk
from report.findings import Mark
from report.localize.pseudo import accented
from report.model.output import SETTINGS
from report.model.text import Citation, Link, NoteCall, Run, Text, Wrapper, note_calls
from report.order import Order
from report.preflight import preflight
from report.production import Prepared, prepare, produce, read

PROJECT = Path(__file__).resolve().parents[2]
BRIEFS = ("specimen", "iran-russia-nexus")


def prepared(brief: str, locale: str) -> Prepared:
    return prepare(Order(PROJECT, brief, locale, ()), Desk())


def kept(text: Text) -> list[object]:
    """What a change of words must leave: addresses, ids of notes, keys and places of citations."""
    return [one for run in text for one in _kept(run)]


def _kept(run: Run) -> list[object]:
    match run:
        case Link():
            return [run.address, *kept(run.runs)]
        case NoteCall():
            return [run.id, *kept(run.note)]
        case Citation():
            return [(work.key, work.locator) for work in run.works]
        case _:
            return kept(run.runs) if isinstance(run, Wrapper) else []


@pytest.mark.parametrize("brief", BRIEFS)
@pytest.mark.parametrize("locale", ["en-XA", "ar-XB"])
def test_links_notes_and_citations_survive(brief: str, locale: str) -> None:
    source, pseudo = (prepared(brief, tag).edition.brief for tag in ("en-GB", locale))
    for before, after in zip(source.texts(), pseudo.texts(), strict=True):
        assert kept(after) == kept(before)
    assert sum(1 for text in pseudo.texts() for _ in note_calls(text)) > 0


@pytest.mark.parametrize("brief", BRIEFS)
@pytest.mark.parametrize("locale", ["en-XA", "ar-XB"])
def test_both_are_set_in_both_media_without_an_error(brief: str, locale: str) -> None:
    desk = Desk()
    made = prepare(Order(PROJECT, brief, locale, ()), desk)
    proofs = produce(made, SETTINGS, desk)
    assert [finding for finding in desk.findings if finding.severity == "error"] == []
    assert len(proofs[0].pages) >= 3


@pytest.mark.parametrize("locale", ["en-XA", "ar-XB"])
def test_words_of_the_house_and_of_the_apparatus_are_accented(locale: str) -> None:
    made = prepared("iran-russia-nexus", locale)
    for medium in SETTINGS:
        copy = compose(made.edition, made.apparatus, medium, made.faces, PROJECT).copy
        text = " ".join(passage.text for passage in (*copy.body, *copy.notes))
        words = set(re.findall(r"[^\W\d]+", text))
        assert {accented(english) for english in ("Summary", "Imprint", "Rights", "Ibid", "March", "note")} <= words
        assert not {"Summary", "Imprint", "Rights", "Ibid", "March", "note", "notes", "Version", "Published"} & words


@pytest.mark.parametrize("brief", BRIEFS)
@pytest.mark.parametrize("spoiled", ["word", "letter", "call"])
def test_what_is_lost_in_a_mirrored_edition_is_found(brief: str, spoiled: str) -> None:
    desk = Desk()
    made = prepare(Order(PROJECT, brief, "ar-XB", ()), desk)
    proof = produce(made, ("paged",), desk)[0]
    copy = proof.galley.copy
    at = next(number for number, passage in enumerate(copy.body) if len(passage.text.split()) > 60)
    words = copy.body[at].text.split(" ")
    if spoiled == "word":
        words.insert(30, "Exampleton")
    elif spoiled == "letter":
        words[30] = words[30][:-1] + "q"
    else:
        words[30] += "99"
    text = " ".join(words)
    body = (*copy.body[:at], replace(copy.body[at], text=text), *copy.body[at + 1 :])
    spoiled_proof = replace(proof, galley=replace(proof.galley, copy=replace(copy, body=body)))
    found = [finding for finding in preflight(spoiled_proof).findings if finding.severity == "error"]
    assert [finding.code for finding in found] == ["PRE-001"]
    assert found[0].mark == Mark.parse(copy.body[at].place)


@pytest.mark.parametrize("brief", BRIEFS)
def test_no_pseudo_locale_is_built_by_default(brief: str) -> None:
    assert not {"en-XA", "ar-XB"} & set(read(PROJECT, brief).locales)
