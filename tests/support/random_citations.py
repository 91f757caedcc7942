"""Random citations, sound and spoilt, and the letters and digits that must be left of them when they have been read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random

from report.findings import Mark
from report.locales import Shelf
from report.model.text import (
    Citation,
    CitedNames,
    CitedWork,
    CrossReference,
    Emphasis,
    Foreign,
    Link,
    LocatorPart,
    NoteCall,
    Run,
    SmallCaps,
    Strong,
    Text,
    Words,
)

_ASCII = {first + digit: str(digit) for first in (0x06F0, 0x0660) for digit in range(10)}
_SIGNS = "[]{}@;,-*^\\ .:!?()§–’”#_<&~`|＠；،ıİſ\u00a0"
_PLAIN = [
    "see",
    "and *so* on",
    "cf.",
    "the [wall](https://example.org/a)",
    "[#wall]",
    "**more**",
    "[T]{.smallcaps}",
    "mix",
]
_KEYS = ["a", "b2", "tide:wall", "{x.y.}", "_k", "2019a", "ключ", "a.b"]
_NUMBERS = ["13", "3–5", "iv", "3–5, 8", "IX", "7a", "۱۳", "٣–٥", "13 ff.", "2.1", "3-5", "one", "12(3)", "c"]


def random_citations(rng: Random) -> str:
    """Return a text around citations: in brackets, of a work named in the text, or in a note."""
    return rng.choice((_bracketed, _named, _note))(rng)


def spoilt_citations(rng: Random) -> str:
    """Return a text around citations and among loose signs, in half of the cases with a few signs changed."""
    parts = [random_citations(rng) if rng.random() < 0.75 else _soup(rng) for _ in range(2)]
    text = "".join(part + rng.choice((". ", "", " so ")) for part in parts)
    for _ in range(rng.choice((0, 0, 0, 1, 2, 4))):
        place = rng.randrange(len(text) + 1)
        change = rng.choice(("", rng.choice(_SIGNS), rng.choice(_SIGNS) + text[place : place + 1]))
        text = text[:place] + change + text[place + 1 :]
    return text


def _bracketed(rng: Random) -> str:
    return f"[{'; '.join(_work(rng) for _ in range(rng.choice((1, 1, 2, 3))))}]"


def _work(rng: Random) -> str:
    prefix = rng.choice(("", "", f"{rng.choice(_PLAIN)} "))
    return f"{prefix}{rng.choice(('', '', '-'))}@{rng.choice(_KEYS)}{_after(rng)}"


def _after(rng: Random) -> str:
    place = f"{rng.choice(list(Shelf.of(None).locator_words()))} {rng.choice(_NUMBERS)}"
    number = rng.choice(_NUMBERS)
    parts = ("", f", {place}", f", {number}", f"{{{place}}}", f", {{{number}}}", ", vol. 2, p. 5", "{} 13 times")
    return rng.choice(parts) + rng.choice(("", "", f", {rng.choice(_PLAIN)}", f" {rng.choice(_PLAIN)}"))


def _named(rng: Random) -> str:
    return f"so @{rng.choice(_KEYS)}{rng.choice(('', f' [{_after(rng)[2:]}]', f' {_bracketed(rng)}'))}"


def _note(rng: Random) -> str:
    return f"^[See {rng.choice((_bracketed, _named))(rng)}.]"


def _soup(rng: Random) -> str:
    return "".join(
        rng.choice((rng.choice(_SIGNS), rng.choice(_PLAIN), "@a", "p. 3", "x")) for _ in range(rng.randrange(9))
    )


def letters(written: str) -> str:
    """Return the letters and digits of a text, digits in ASCII."""
    return "".join(sign for sign in written if sign.isalnum()).translate(_ASCII)


def expected_of_text(text: Text) -> str:
    """Return a pattern of the letters and digits that the source of a text must have had, in their order."""
    return "".join(_expected(text, frozenset()))


@cache
def expected_of_part(part: LocatorPart) -> str:
    """Return a pattern of the letters and digits of a part of a locator, with any word for its kind or none."""
    words = {letters(word) for word, (kind, _) in Shelf.of(None).locator_words().items() if kind == part.kind}
    return f"(?i:{'|'.join(sorted(words, key=len, reverse=True))})?{_literal(part.numbers)}"


def _expected(text: Text, named: frozenset[Mark]) -> Iterator[str]:
    """Yield the patterns; works at the places ``named`` have their keys in the text, not again in their notes."""
    for run in text:
        match run:
            case Words(text=words):
                yield _literal(words)
            case CitedNames(key=key, mark=mark):
                named |= {mark}
                yield _literal(key)
            case CrossReference(target=target):
                yield _literal(target)
            case NoteCall(note=note):
                yield from _expected(note, named)
            case Citation(works=works):
                yield from (pattern for work in works for pattern in _expected_of_work(work, named))
            case Emphasis() | Strong() | SmallCaps() | Foreign() | Link():
                yield from _expected(run.runs, named)
                yield _literal(_attribute(run))


def _expected_of_work(work: CitedWork, named: frozenset[Mark]) -> Iterator[str]:
    yield from _expected(work.prefix, named)
    yield "" if work.mark in named else _literal(work.key)
    yield from map(expected_of_part, work.locator)
    yield from _expected(work.suffix, named)


def _attribute(run: Run) -> str:
    match run:
        case Link(address=address):
            return address
        case Foreign(language=language):
            return f"lang{language}"
        case SmallCaps():
            return "smallcaps"
    return ""


def _literal(written: str) -> str:
    return re.escape(letters(written))
