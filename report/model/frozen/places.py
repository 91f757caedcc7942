"""Places in a JSON text: line and column of a value, found when something is to be said about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from json import JSONDecoder

Step = str | int
"""A step further into the data: the key of a mapping, or the place in a list from 0."""

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = JSONDecoder()


def place_of(written: str, way: Sequence[Step]) -> tuple[int, int]:
    r"""Return line and column, from 1, of the value that the way leads to; if it ends early, of the last value on it.

    >>> place_of('{"a": [1,\n  {"b": 2}]}', ("a", 1, "b"))
    (2, 9)
    """
    offset = _after_space(written, 0)
    for step in way:
        inner = _inner(written, offset, step)
        if inner is None:
            break
        offset = inner
    start = written.rfind("\n", 0, offset) + 1
    return written.count("\n", 0, offset) + 1, offset - start + 1


def _inner(written: str, offset: int, step: Step) -> int | None:
    """Return where the value of a key, or in a place of a list, begins in the value that begins here."""
    is_mapping = written.startswith("{", offset)
    number = 0
    offset = _after_space(written, offset + 1)
    while not written.startswith(("}", "]"), offset):
        name: Step = number
        if is_mapping:
            name, offset = _DECODER.raw_decode(written, offset)
            offset = _after_space(written, _after_space(written, offset) + 1)
        if name == step:
            return offset
        _, offset = _DECODER.raw_decode(written, offset)
        offset = _after_space(written, offset)
        if written.startswith(",", offset):
            offset = _after_space(written, offset + 1)
        number += 1
    return None


def _after_space(written: str, offset: int) -> int:
    found = _SPACE.match(written, offset)
    assert found is not None, "no space at all is a match"
    return found.end()
