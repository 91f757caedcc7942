"""The conformance cases as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.support.apparatus import works_of

FOLDER = Path(__file__).parent
DIFFERENCES = FOLDER / "differences.yaml"
WORKS_FILE = FOLDER / "works.bib"
WORKS = works_of(WORKS_FILE.read_text(encoding="utf-8"))

_PARTS = ("notes", "bibliography", "printed")
_KEYS = {"id", "rule", "style", "locale", "text", "house", *_PARTS}


@dataclass(frozen=True, slots=True)
class Case:
    """What is written, in which style and locale, and what a published rule asks to be printed."""

    id: str
    rule: str
    style: str
    locale: str
    text: tuple[str, ...]
    house: Mapping[str, Any]
    expected: Mapping[str, tuple[str, ...]]


def _read() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yaml")):
        if path == DIFFERENCES:
            continue
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        shared = {"style": written["style"], "locale": written["locale"]}
        for one in written["cases"]:
            assert not set(one) - _KEYS, f"{one['id']} has keys that are not known: {set(one) - _KEYS}"
            merged = {"house": {}, **shared, **one}
            yield Case(
                id=merged["id"],
                rule=merged["rule"],
                style=merged["style"],
                locale=merged["locale"],
                text=tuple(merged["text"]),
                house=merged["house"],
                expected={part: tuple(merged[part]) for part in _PARTS if part in merged},
            )


CASES = tuple(_read())
