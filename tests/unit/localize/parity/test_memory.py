"""What is remembered of comparing is what comparing anew would say, at the places where it stands now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from report.findings import Finding, Mark
from report.localize import parity
from report.localize.parity import Memory, check_parity
from report.model.catalog import Unit
from report.model.glossary import Glossary
from report.model.manuscript import Stretch
from tests.support.parity import SHELF
from tests.support.parity import unit as unit_of

SOURCES = ("There were 12 of them.", "He was not there.", "In 2017 it cost 40 dollars.", "The *town* is old.")
GERMAN = ("Es waren 13.", "Er war nicht da.", "Im Jahr 2017 kostete es 41 Dollar.", "Die Stadt ist alt.")


def pairs(translations: tuple[str, ...] = GERMAN, first_line: int = 1) -> list[tuple[Unit, Unit]]:
    """Return texts with translations that stand four lines apart."""
    made = []
    for number, (source, translation) in enumerate(zip(SOURCES, translations, strict=True)):
        context, line = f"words-{number}/paragraph", first_line + 4 * number
        made.append((unit_of(source, context), moved(unit_of(translation, context), line)))
    return made


def moved(unit: Unit, line: int) -> Unit:
    """Return a text as it would have been read some lines further down."""
    node = replace(unit.node, mark=Mark(unit.mark.path, line), stretches=(Stretch(0, line, 1),))
    runs = tuple(replace(run, mark=replace(run.mark, line=line)) if hasattr(run, "mark") else run for run in unit.runs)
    return replace(unit, node=node, runs=runs)


def compared(listed: list[tuple[Unit, Unit]], memory: Memory | None = None) -> list[Finding]:
    return list(check_parity(listed, SHELF.pack("de"), SHELF.pack("en-GB"), Glossary(), memory))


def test_there_is_something_to_be_found() -> None:
    assert len({finding.code for finding in compared(pairs())}) >= 2


def test_the_same_texts_have_the_same_findings() -> None:
    memory = Memory()
    assert [compared(pairs(), memory) for _ in range(3)] == [compared(pairs())] * 3


def test_findings_move_with_their_texts() -> None:
    memory = Memory()
    compared(pairs(), memory)
    assert compared(pairs(first_line=30), memory) == compared(pairs(first_line=30))


@pytest.mark.parametrize("changed", range(len(GERMAN)))
def test_a_text_that_is_changed_is_compared_anew(changed: int) -> None:
    memory = Memory()
    compared(pairs(), memory)
    others = tuple("Es waren 99 Hunde." if at == changed else text for at, text in enumerate(GERMAN))
    assert compared(pairs(others), memory) == compared(pairs(others))
    assert compared(pairs(), memory) == compared(pairs())


def test_only_what_changed_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Any] = []
    stock = parity._compared
    monkeypatch.setattr(parity, "_compared", lambda *given: looked.append(given) or stock(*given))
    memory = Memory()
    compared(pairs(), memory)
    assert len(looked) == len(SOURCES)
    compared(pairs(("Es waren 12.", *GERMAN[1:]), first_line=9), memory)
    assert len(looked) == len(SOURCES) + 1


def test_what_is_no_longer_there_is_forgotten() -> None:
    memory = Memory()
    compared(pairs(), memory)
    compared(pairs()[:1], memory)
    assert len(memory._comparisons) == 1
