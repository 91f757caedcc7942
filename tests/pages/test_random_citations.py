"""A note is one text: what the apparatus says is what the web page and the printed page say, for random notes.

``REPORT_RANDOM_PAGES`` sets how many documents are tried.
"""

from __future__ import annotations

import os
import random
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from report.compose import compose
from report.model.brief import CitationRules
from report.model.text import Text, Words, flatten
from report.preflight import preflight
from report.typeset.fonts import choose_faces
from report.typeset.paged import set_pages
from tests.conformance.cases import WORKS
from tests.support.apparatus import apparatus_of, edition_of, rules

PROJECT = Path(__file__).parents[2]
DOCUMENTS = int(os.environ.get("REPORT_RANDOM_PAGES", "6"))
STYLES = ("house-short-title", "chicago-notes", "chicago-shortened-notes")
# The house's faces have no Arabic letters: those works, and the Persian edition, are for the screen alone.
PRINTED, ON_SCREEN = ("en-GB", "en-US", "de", "ru"), ("en-GB", "en-US", "de", "ru", "fa")
_ARABIC = re.compile("[\u0600-\u06ff]")
_LATIN = sorted(key for key, work in WORKS.items() if not _ARABIC.search(repr(work)))
_PLACES = ("", ", p. 3", ", pp. 14–16", ", chap. 2", ", vol. 2, p. 5", ", p. 8, and elsewhere")
_WORDS = ("the", "harbour", "gauge", "reads", "a", "little", "more", "than", "it", "did", "and", "nobody", "asked")


@pytest.mark.parametrize("seed", range(DOCUMENTS))
def test_a_note_reads_the_same_on_the_web_page_as_in_the_apparatus(seed: int) -> None:
    chance = random.Random(seed)
    edition = edition_of(_paragraphs(chance, sorted(WORKS)), chance.choice(ON_SCREEN), _rules(chance))
    apparatus = apparatus_of(edition, WORKS)
    reader = _Notes()
    reader.feed(compose(edition, apparatus, "screen", (), PROJECT).html)
    assert reader.notes == {f"note-{note.id}": _words(note.text) for note in apparatus.notes.values()}


@pytest.mark.parametrize("seed", range(DOCUMENTS))
def test_a_note_reads_the_same_on_the_printed_page_as_in_the_apparatus(seed: int) -> None:
    chance = random.Random(seed)
    edition = edition_of(_paragraphs(chance, _LATIN), chance.choice(PRINTED), _rules(chance))
    faces = choose_faces(edition.brief.house.design, edition.pack).value
    galley = compose(edition, apparatus_of(edition, WORKS), "paged", faces, PROJECT)
    proof = set_pages(galley, edition, PROJECT)
    said = (*proof.findings, *preflight(proof.value).findings)
    assert [finding for finding in said if finding.holds] == []
    assert len(galley.copy.notes) >= 8


def _rules(chance: random.Random) -> CitationRules:
    house = {
        "ibid": chance.random() < 0.8,
        "reset": chance.choice(("never", "section")),
        "terms": chance.choice(("edition", "edition", "source")),
    }
    return rules(chance.choice(STYLES), house)


def _paragraphs(chance: random.Random, keys: list[str]) -> list[str]:
    few = chance.sample(keys, 12)
    written = []
    for number in range(chance.randint(6, 10)):
        if number % 4 == 0:
            written.append(f"# Part {number}")
        written.append(" ".join(_sentence(chance, few) for _ in range(chance.randint(2, 5))))
    return written


def _sentence(chance: random.Random, keys: list[str]) -> str:
    words = " ".join(chance.choice(_WORDS) for _ in range(chance.randint(6, 18))).capitalize()
    works = "; ".join(
        f"{chance.choice(('', '', 'see ', 'but cf. '))}{chance.choice(('', '', '-'))}@{chance.choice(keys)}"
        f"{chance.choice(_PLACES)}"
        for _ in range(chance.choice((1, 1, 1, 2, 3)))
    )
    key = chance.choice(keys)
    return chance.choice(
        (
            f"{words}.[{works}]",
            f"{words}.[@{key}{chance.choice(_PLACES)}]",
            f"{words}.^[A remark of its own.]",
            f"{words}.^[On this [@{key}, p. 7], and more.]",
            f"{words}, as @{key} [p. 9] has it.",
            f"{words}.",
        )
    )


def _words(text: Text) -> str:
    return _bare("".join(run.text for run in flatten(text) if isinstance(run, Words)))


def _bare(words: str) -> str:
    return " ".join(words.split())


class _Notes(HTMLParser):
    """Reads the words of every note by its id; the number before it and the way back are no part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: dict[str, str] = {}
        self._id = ""
        self._skipped = 0
        self._stack: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "li" and given.get("class") == "endnote":
            self._id, self._stack = str(given["id"]), []
            self.notes[self._id] = ""
        elif self._id:
            is_skipped = given.get("class") in ("endnote-number", "endnote-back")
            self._stack.append(is_skipped)
            self._skipped += is_skipped

    def handle_endtag(self, tag: str) -> None:
        if tag == "li" and self._id:
            self.notes[self._id] = _bare(self.notes[self._id])
            self._id = ""
        elif self._id:
            self._skipped -= self._stack.pop()

    def handle_data(self, data: str) -> None:
        if self._id and not self._skipped:
            self.notes[self._id] += data
