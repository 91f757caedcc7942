"""What the catalog leads to besides pages: outline, page labels, output intents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pikepdf

from report.preflight.file.links import Destination, Places
from report.preflight.file.structure import key_of
from report.preflight.file.trees import numbers_in
from report.preflight.file.words import dictionary_of, items_of, name_of, number_of, text_of

_MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line of the outline: level from 1, its words, and the place it leads to, None for nowhere."""

    level: int
    title: str
    target: str
    destination: Destination | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent (ISO 32000-1, 14.11.5): Subtype, the condition's identifier and words, and its ICC profile.

    ``channels`` is N of the profile and ``sha256`` the digest of its bytes, 0 and empty where none is embedded.
    ``stream`` is the pikepdf stream of the profile.
    """

    kind: str
    identifier: str
    condition: str
    registry: str
    info: str
    channels: int
    sha256: str
    stream: Any


def read_outline(catalog: Any, places: Places) -> Iterator[OutlineLine]:
    """Yield the lines of the outline in reading order; a line met before ends it."""
    waiting: list[tuple[Any, int]] = [(dictionary_of(catalog.get("/Outlines")).get("/First"), 1)]
    seen: set[str] = set()
    while waiting:
        line, level = waiting.pop()
        if not isinstance(line, pikepdf.Dictionary) or key_of(line) in seen or len(seen) > _MOST_LINES:
            continue
        seen.add(key_of(line))
        action = dictionary_of(line.get("/A"))
        target, destination = places.at(line.get("/Dest", action.get("/D")))
        is_open = number_of(line.get("/Count")) > 0
        yield OutlineLine(level, text_of(line.get("/Title")) or "", target, destination, is_open)
        waiting += [(line.get("/Next"), level), (line.get("/First"), level + 1)]


def read_page_labels(catalog: Any, count: int) -> tuple[str, ...] | None:
    """Return the labels that viewers show for pages (ISO 32000-1, 12.4.2); None where the catalog has none."""
    if "/PageLabels" not in catalog:
        return None
    ranges = dict(numbers_in(catalog["/PageLabels"]))
    labels: list[str] = []
    start, rule = 0, pikepdf.Dictionary()
    for index in range(count):
        if index in ranges:
            start, rule = index, dictionary_of(ranges[index])
        number = index - start + int(number_of(rule.get("/St"), 1))
        labels.append(f"{text_of(rule.get('/P')) or ''}{_numeral(name_of(rule.get('/S')), number)}")
    return tuple(labels)


def read_intents(catalog: Any) -> Iterator[Intent]:
    """Yield the output intents of a catalog."""
    for one in items_of(catalog.get("/OutputIntents")):
        if isinstance(one, pikepdf.Dictionary):
            profile = one.get("/DestOutputProfile")
            stream: Any = profile if isinstance(profile, pikepdf.Stream) else None
            yield Intent(
                kind=name_of(one.get("/S")),
                identifier=text_of(one.get("/OutputConditionIdentifier")) or "",
                condition=text_of(one.get("/OutputCondition")) or "",
                registry=text_of(one.get("/RegistryName")) or "",
                info=text_of(one.get("/Info")) or "",
                channels=int(number_of(stream.get("/N"))) if stream is not None else 0,
                sha256=sha256(stream.read_bytes()).hexdigest() if stream is not None else "",
                stream=stream,
            )


def _numeral(style: str, number: int) -> str:
    if style == "D":
        return str(number)
    if style in ("r", "R"):
        roman = _roman(number)
        return roman if style == "R" else roman.lower()
    if style in ("a", "A") and number > 0:
        letters = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if style == "A" else letters.lower()
    return ""


def _roman(number: int) -> str:
    signs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
    written = ""
    for worth, sign in (*signs, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        written += sign * (number // worth)
        number %= worth
    return written
