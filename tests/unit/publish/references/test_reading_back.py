"""What is written as biblatex reads again as the same entries: nothing is lost on the way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.load.references import read_references
from report.load.references.latex import decode
from report.model.references import Entry, Look, Name, Styled
from report.publish.references.biblatex import write_biblatex
from report.publish.references.latex import in_latex
from tests.support.entries import MARK, entry, institution, on, people, person, shelf

PATH = "content/tiny/references.bib"
SHIPPED = sorted((Path(__file__).parents[4] / "content").glob("*/references.bib"))
WORDS = st.text("aZéß فя\\{}$%&#_~^-–—'`\"/@=,;:()[]<>*0\u00a0\u202f\u00ad", min_size=1, max_size=12)
LOOKS: st.SearchStrategy[Look] = st.sampled_from(("emphasis", "strong", "small-caps", "quotation", "raised", "lowered"))


def unmarked(entries: Iterable[Entry]) -> list[Entry]:
    return [replace(one, marks={}, mark=MARK) for one in entries]


def read(body: bytes) -> list[Entry]:
    checked = read_references({PATH: body.decode()})
    assert not checked.findings
    return list(checked.value.values())


def test_the_same_entries_come_back() -> None:
    assert unmarked(read(write_biblatex(shelf()))) == unmarked(shelf())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_the_shipped_references_come_back(path: Path) -> None:
    entries = list(read_references({PATH: path.read_text(encoding="utf-8")}).value.values())
    assert entries
    assert unmarked(read(write_biblatex(entries))) == unmarked(entries)


def test_writing_again_gives_the_same_bytes() -> None:
    body = write_biblatex(shelf())
    assert write_biblatex(read(body)) == body


@given(before=WORDS, look=LOOKS, inner=WORDS, after=WORDS)
def test_any_words_in_any_look_come_back(before: str, look: Look, inner: str, after: str) -> None:
    pieces = (before, Styled(look, (inner,)), after)
    assert decode(in_latex(pieces)).pieces == pieces


@pytest.mark.parametrize(
    "name",
    [
        person("Berg", "Jan", "van der", "Jr."),
        person("García y Vega", "Ana"),
        person("Plato"),
        person("Gaulle", particle="de"),
        person("Example", "Anne", "d’"),
        person("Roe", "Jane, of Mud"),
        person("O’Mud & Sons", "{A}"),
        person("مرادی", "نیما"),
        institution("Mud and Tides, Ltd"),
        institution("WHO"),
    ],
)
def test_a_name_comes_back_in_its_parts(name: Name) -> None:
    work = entry("key", "misc", names={"author": people(name, others=True)}, title="Mud", dates={"date": on(2019)})
    assert read(write_biblatex([work]))[0].names["author"].people == (name,)


@pytest.mark.parametrize("tag", ["de-AT", "dua", "el-polyton", "sr-Cyrl-BA", "zh-Hant"])
def test_a_language_comes_back(tag: str) -> None:
    work = entry("key", "treaty", title="Mud", dates={"date": on(2019)}, language=tag)
    assert unmarked(read(write_biblatex([work]))) == [work]
