"""Checking what stands in a pack against the shape of one."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from report.findings import nearest
from report.locales.kinds import Choice, Flag, Kind, ListOf, MapOf, Number, Record, Text

Way = tuple[str | int, ...]
"""How to come to a value from the top of a file: keys, and places in lists from 0."""


# What has no place in words, even written as an escape: controls, embeddings, characters that are none.
_STRANGE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\uffff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the value at the end of a way, or with its key; and what to do."""

    way: Way
    message: str
    hint: str
    is_of_key: bool = False


def problems_in(written: Any, kind: Kind, way: Way = (), *, partly: bool = False) -> Iterator[Problem]:
    """Yield what is wrong with a value of a kind.

    Where it is written ``partly``, to be laid over another, the keys of records may be missing.
    """
    yield from _CHECKS[type(kind)](written, kind, way, partly)


def named(way: Way) -> str:
    """Return the name of what stands at the end of a way, as messages give it: “months.long”, number 3."""
    keys = ".".join(str(step) for step in way if isinstance(step, str))
    places = [str(step + 1) for step in way if isinstance(step, int)]
    return f"“{keys}”" + (f", number {'.'.join(places)}," if places else "")


def _record(written: Any, kind: Record, way: Way, partly: bool) -> Iterator[Problem]:
    if not isinstance(written, dict):
        keys = ", ".join(list(kind.fields)[:4])
        yield _wrong(way, "a mapping of keys", written, f"write its keys, each with a colon: {keys} …")
        return
    for name, value in written.items():
        if name in kind.fields:
            yield from problems_in(value, kind.fields[name].kind, (*way, name), partly=partly)
        else:
            hint = nearest(str(name), kind.fields) or f"known here: {', '.join(kind.fields)}"
            yield Problem((*way, name), f"“{name}” is no key of {_whole(way)}", hint, is_of_key=True)
    lacking = () if partly else tuple(name for name in kind.fields if name not in written)
    if lacking:
        hint = "write it, or let the pack inherit one that has it"
        yield Problem(way, f"{_whole(way)} lacks {', '.join(f'“{name}”' for name in lacking)}", hint)


def _map(written: Any, kind: MapOf, way: Way, _partly: bool) -> Iterator[Problem]:
    if not isinstance(written, dict):
        yield _wrong(way, "a mapping of keys", written, f"a key of it is {kind.example}")
        return
    for name, value in written.items():
        if not re.fullmatch(kind.key, str(name)):
            yield Problem((*way, name), f"“{name}” is no key of {_whole(way)}", f"a key of it is {kind.example}", True)
        else:
            yield from problems_in(value, kind.of, (*way, name))


def _list(written: Any, kind: ListOf, way: Way, _partly: bool) -> Iterator[Problem]:
    if not isinstance(written, list):
        yield _wrong(way, "a list", written, "write it in brackets: [one, two]")
        return
    if (kind.count and len(written) != kind.count) or len(written) < kind.least:
        needed = str(kind.count) if kind.count else f"{kind.least} or more"
        yield Problem(way, f"{named(way)} has {len(written)} in its list, it needs {needed}", "")
    for place, value in enumerate(written):
        yield from problems_in(value, kind.of, (*way, place))


def _text(written: Any, kind: Text, way: Way, _partly: bool) -> Iterator[Problem]:
    if not isinstance(written, str):
        yield _wrong(way, "text", written, "put it in quotes")
        return
    strange = _STRANGE.search(written)
    if strange:
        hint = "take it out; spaces, joiners and marks of direction may stand here"
        yield Problem(way, f"U+{ord(strange[0]):04X} stands in {named(way)}", hint)
    elif not written and not kind.empty:
        yield Problem(way, f"{named(way)} is empty", "write it, or take the key out")
    elif kind.pattern and not re.fullmatch(kind.pattern, written):
        yield Problem(way, f"“{written}” does not fit {named(way)}", f"write it like this: {kind.example}")
    elif kind.places or kind.may:
        yield from _places(written, kind, way)


def _places(written: str, kind: Text, way: Way) -> Iterator[Problem]:
    """Check the braces of a pattern: the places it fills, each once, and no others."""
    known = (*kind.places, *kind.may)
    hint = f"what is filled here: {', '.join(f'{{{name}}}' for name in known)}"
    try:
        found = [(name, more, sign) for _, name, more, sign in string.Formatter().parse(written) if name is not None]
    except ValueError:
        yield Problem(way, f"a brace in {named(way)} has no partner", hint)
        return
    names = [name for name, _, _ in found]
    strange = [name for name, more, sign in found if name not in known or more or sign]
    for name in strange:
        yield Problem(way, f"“{{{name}}}” is no place in {named(way)}", nearest(name, known) or hint)
    if strange:
        return
    for name in kind.places:
        if names.count(name) != 1:
            how = "does not stand" if name not in names else "stands more than once"
            yield Problem(way, f"“{{{name}}}” {how} in {named(way)}", hint)
    if kind.may and not names:
        yield Problem(way, f"{named(way)} fills no place", hint)


def _choice(written: Any, kind: Choice, way: Way, _partly: bool) -> Iterator[Problem]:
    if not isinstance(written, str):
        yield _wrong(way, "a word", written, f"there are {', '.join(kind.words)}")
    elif written not in kind.words:
        hint = nearest(written, kind.words) or f"there are {', '.join(kind.words)}"
        yield Problem(way, f"“{written}” does not fit {named(way)}", hint)


def _flag(written: Any, _kind: Flag, way: Way, _partly: bool) -> Iterator[Problem]:
    if not isinstance(written, bool):
        yield _wrong(way, "true or false", written, "write true or false, without quotes")


def _number(written: Any, kind: Number, way: Way, _partly: bool) -> Iterator[Problem]:
    if isinstance(written, str) and written in kind.words:
        return
    span = f"from {kind.least:g} to {kind.most:g}"
    hint = f"write a {'whole ' if kind.whole else ''}number {span}" + "".join(f", or {word}" for word in kind.words)
    if isinstance(written, bool) or not isinstance(written, int | float):
        yield _wrong(way, "a number", written, hint)
    elif not kind.least <= written <= kind.most or (kind.whole and written != int(written)):
        yield Problem(way, f"{written:g} does not fit {named(way)}", hint)


def _wrong(way: Way, wanted: str, written: Any, hint: str) -> Problem:
    return Problem(way, f"{_whole(way)} is {wanted}, here stands {_what_stands(written)}", hint)


def _whole(way: Way) -> str:
    return named(way) if way else "a locale pack"


def _what_stands(written: Any) -> str:
    """Say in words what a value is."""
    words = {dict: "a mapping of keys", list: "a list", str: "text", bool: "true or false", type(None): "nothing"}
    return words.get(type(written), "a number")


_CHECKS: dict[type, Callable[[Any, Any, Way, bool], Iterator[Problem]]] = {
    Record: _record,
    MapOf: _map,
    ListOf: _list,
    Text: _text,
    Choice: _choice,
    Flag: _flag,
    Number: _number,
}
