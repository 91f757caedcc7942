"""Rules of micro-typography: how they are written in a pack, and how they are made ready.

A rule finds a short pattern and sets another in its place. Patterns are characters as they stand, and names in braces:

=================  =====================================================================================
``{digit}``        a digit, of the locale or from 0 to 9; ``{digits}`` all that stand together
``{letter}``       a letter; ``{capital}`` and ``{small}`` are kinds of it
``{roman}``        a Roman number in capital letters
``{space}``        a space of any width, broken or not; ``{space?}`` one or none
``{unit: km|m}``   one of some words, under a name of the rule's own
``{word-start}``   where a word begins, ``{word-end}`` where one ends; they have no width
``{no-break}``     a space that does not break (U+00A0); ``{thin}`` a thin one (U+2009, U+2060)
``{join}``         an invisible joiner, at which no line breaks (U+2060)
=================  =====================================================================================

What is set repeats by name what was found. A rule changes spaces and signs; it can neither lose nor add a letter or a
figure. Rules are made into regular expressions that never take back what they took, so the time is in proportion to
the text, whoever wrote the rule; rules that lengthen what other rules have set are stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from report.model.locale import Replacement

_SIGNS = {"no-break": "\u00a0", "thin": "\u2009\u2060", "join": "\u2060"}
# What does not end a word: half-spaces, vowel signs, the hamza of the ezafe.
_INNER = "\u200c\u0300-\u036f\u064b-\u065f\u0670"
_LETTERS = "".join(map(chr, (*range(0x41, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))))
_CAPITALS = "".join(letter for letter in _LETTERS if letter.isupper())
_SMALL = "".join(letter for letter in _LETTERS if letter.islower())
_CLASSES = {
    "digit": "[{digits}]",
    "digits": "(?<![{digits}])[{digits}]++",
    "letter": r"[^\W\d_]",
    "capital": f"[{_CAPITALS}]",
    "small": f"[{_SMALL}]",
    "roman": f"(?<![{_CAPITALS}])[IVXLCDM]++(?![{_CAPITALS}])",
    "space": "(?:[ \u00a0]|[\u2009\u202f]\u2060?+)",
    "space?": "(?:[ \u00a0]|[\u2009\u202f]\u2060?+)?+",
}
_PLACES = {"word-start": rf"(?<![\w{_INNER}’'\-\u2010\u2011])", "word-end": rf"(?![\w{_INNER}])"}
_SPACES = ("space", "space?")
_TOKEN = re.compile(r"\{(?P<name>[a-z?-]*)(?::\s*(?P<words>[^{}]*))?\}|(?P<sign>.)", re.DOTALL)
LONGEST = 2000  # characters of a pattern: enough for any list of units


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule made ready: what is found, and what is set, in which numbers stand for groups of what was found."""

    pattern: re.Pattern[str]
    made: tuple[str | int, ...]

    def edits(self, words: str) -> Iterator[tuple[int, int, str]]:
        """Yield what changes: where it begins and ends, and what takes its place; only what differs."""
        for found in self.pattern.finditer(words):
            new = "".join(part if isinstance(part, str) else found[part] for part in self.made)
            start, end = found.span()
            while new and start < end and words[start] == new[0]:
                start, new = start + 1, new[1:]
            while new and start < end and words[end - 1] == new[-1]:
                end, new = end - 1, new[:-1]
            if new or start < end:
                yield start, end, new


@dataclass(frozen=True, slots=True)
class _Item:
    """A part of a pattern: a sign as it stands, a class, a list of words, or a place without width."""

    kind: Literal["sign", "class", "words", "place"]
    value: str
    words: tuple[str, ...] = ()


def made_ready(rule: Replacement, digits: str) -> Rule:
    """Return a rule of a locale with these digits, ready to be applied.

    Raises:
        ValueError: the rule is not sound; the message says in plain words why.
    """
    found, made, groups = _read_rule(rule.find, rule.set)
    kept = _kept_at_end(found, made, groups)
    pattern, tail = found[: len(found) - len(kept)], "".join(_expression(item, digits) for item in kept)
    body = "".join(
        f"({_expression(item, digits)})" if item.kind != "place" else _PLACES[item.value] for item in pattern
    )
    numbers = _numbers(pattern)
    left = len(made) - sum(item.kind != "place" for item in kept)
    parts = tuple(numbers[groups[at]] if at in groups else made[at].value for at in range(left))
    return Rule(re.compile(body + (f"(?={tail})" if tail else "")), parts)


def signs_found(rule: Replacement) -> tuple[str, ...]:
    """Return the signs that a sound rule looks for, as they stand in its pattern."""
    return tuple(item.value for item in _items(rule.find) if item.kind == "sign")


def _read_rule(find: str, set_: str) -> tuple[Sequence[_Item], Sequence[_Item], dict[int, int]]:
    """Return what is found, what is set, and which item of the find each name that is set repeats."""
    found, made = _items(find), _items(set_)
    _refuse_unsound(found, made)
    return found, made, _copied(found, made)


def _items(written: str) -> tuple[_Item, ...]:
    if len(written) > LONGEST:
        raise ValueError(f"a pattern has at most {LONGEST} characters")
    return tuple(_item(token) for token in _TOKEN.finditer(written))


def _item(token: re.Match[str]) -> _Item:
    name, words, sign = token["name"], token["words"], token["sign"]
    if sign is not None:
        if sign in "{}":
            raise ValueError(f"“{sign}” stands alone; a name stands in braces")
        return _Item("sign", sign)
    if words is not None:
        choices = tuple(words.split("|"))
        if name in _CLASSES or name in _PLACES or name in _SIGNS or not name.isidentifier():
            raise ValueError(f"“{name}” is no name for words; choose another, of letters")
        if not all(choices):
            raise ValueError(f"one of the words under “{name}” is empty")
        return _Item("words", name, choices)
    if name in _PLACES:
        return _Item("place", name)
    if name in _SIGNS:
        return _Item("sign", _SIGNS[name])
    return _Item("class", name)


def _refuse_unsound(found: Sequence[_Item], made: Sequence[_Item]) -> None:
    known = {*_CLASSES, *(item.value for item in found if item.kind == "words")}
    for item in (*found, *made):
        if item.kind == "class" and item.value not in known:
            raise ValueError(
                f"there is no “{{{item.value}}}”; known are {', '.join(sorted({*known, *_PLACES, *_SIGNS}))}"
            )
    if any(item.kind == "class" and item.value not in _CLASSES for item in found):
        raise ValueError("a name of words stands once in what is found")
    if any(item.kind in ("words", "place") for item in made):
        raise ValueError("what is set has no lists of words and no starts or ends of words")
    if all(item.kind == "place" or item.value == "space?" for item in found):
        raise ValueError("what is found has no sign of its own")
    if _letters(found) != _letters(made):
        raise ValueError("a rule changes spaces and signs; letters and figures stay, in their order")


def _letters(items: Iterable[_Item]) -> list[str]:
    """Return what a rule may not change, in order: letters and figures, and names that stand for them."""
    return [
        item.value
        for item in items
        if (item.kind in ("class", "words") and item.value not in _SPACES)
        or (item.kind == "sign" and item.value.isalnum())
    ]


def _copied(found: Sequence[_Item], made: Sequence[_Item]) -> dict[int, int]:
    """Return, for each name that is set, which item of the find it repeats: the first, the second of its name."""
    places: dict[str, list[int]] = {}
    for at, item in enumerate(found):
        if item.kind in ("class", "words"):
            places.setdefault(item.value, []).append(at)
    copied: dict[int, int] = {}
    for at, item in enumerate(made):
        if item.kind == "class":
            if not places.get(item.value):
                raise ValueError(f"“{{{item.value}}}” is set more often than it is found")
            copied[at] = places[item.value].pop(0)
    return copied


def _kept_at_end(found: Sequence[_Item], made: Sequence[_Item], groups: dict[int, int]) -> Sequence[_Item]:
    """Return the items at the end that stay: they are looked at, not taken, and so may begin the next match."""
    here, there = len(found), len(made)
    while here > 1:
        item = found[here - 1]
        if item.kind == "place":
            here -= 1
            continue
        is_same = there and (groups.get(there - 1) == here - 1 or (item.kind == "sign" and item == made[there - 1]))
        if not is_same:
            break
        here, there = here - 1, there - 1
    return found[here:]


def _numbers(pattern: Sequence[_Item]) -> dict[int, int]:
    """Return the number of the group of each item."""
    with_width = (at for at, item in enumerate(pattern) if item.kind != "place")
    return {at: number for number, at in enumerate(with_width, start=1)}


def _expression(item: _Item, digits: str) -> str:
    if item.kind == "place":
        return _PLACES[item.value]
    if item.kind == "sign":
        return re.escape(item.value)
    if item.kind == "words":
        longest_first = sorted(item.words, key=len, reverse=True)
        return f"(?>{'|'.join(map(re.escape, longest_first))})"
    return _CLASSES[item.value].replace("{digits}", f"0-9{digits}")
