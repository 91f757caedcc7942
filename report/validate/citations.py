"""What stands inside ``[…]`` around works: each with its key, its locator and the words before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from report.model.text import Locator
from report.validate.locator_forms import LocatorForms
from report.validate.locators import Problem, read_locator
from report.validate.pairing import KEY

FORM = "a citation is written [@key] or [@key, p. 13], several works [@a, p. 3; @b]"

Span = tuple[int, int]


class Work(NamedTuple):
    """A cited work: key, locator, the offset of its “@”, and the spans of the words before and after."""

    key: str
    offset: int
    locator: Locator = ()
    prefix: Span = (0, 0)
    suffix: Span = (0, 0)
    without_names: bool = False


class Named(NamedTuple):
    """A work that the text names before the brackets: its key, and the offset of its “@”."""

    key: str
    offset: int


def read_citation(
    source: str, inner: Span, signs: Sequence[int], forms: LocatorForms, named: Named | None = None
) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """Read what stands between two brackets.

    Args:
        source: the whole text.
        inner: where the inside of the brackets begins and ends.
        signs: the offsets of each “@” and “;” right inside them.
        forms: how locators are written.
        named: the work before the brackets, to which the first piece belongs if it has no key of its own.

    Returns:
        The works, and what is wrong; where there is no work, something is wrong.
    """
    works: list[Work] = [] if named is None else [Work(*named)]
    problems: list[Problem] = []
    for piece in _pieces(source, inner, signs):
        start, end, at = piece
        if named is not None and start == inner[0] and at is None:
            works[0], found = _after_named(source, named, (start, end), forms)
        else:
            work, found = _read_work(source, piece, forms, is_first=start == inner[0])
            works.extend(work)
        problems.extend(found)
    return tuple(works), tuple(problems)


def _pieces(source: str, inner: Span, signs: Sequence[int]) -> Iterator[tuple[int, int, int | None]]:
    """Yield the start and end of what stands between semicolons, and the offset of its “@”."""
    start, at = inner[0], None
    for offset in (*signs, inner[1]):
        if offset == inner[1] or source[offset] == ";":
            yield start, offset, at
            start, at = offset + 1, None
        elif at is None:
            at = offset


def _read_work(
    source: str, piece: tuple[int, int, int | None], forms: LocatorForms, *, is_first: bool
) -> tuple[tuple[Work, ...], list[Problem]]:
    start, end, at = piece
    first, last = _trimmed(source, start, end)
    if first == last:
        return (), [(start, "no work stands here", FORM)]
    if at is None:
        return (), [(start, "a work is cited without “@” and its key", FORM)]
    key = KEY.match(source, at + 1, last)
    if key is None:
        return (), [(at, "an “@” stands here without a key", "the key follows right after “@”: [@key]")]
    problems = _loose_ends(source, (start, end), (first, last), is_first=is_first)
    without_names = re.search(r"(?:^|\s)-\Z", source[first:at]) is not None
    before = at - without_names
    prefix = _trimmed(source, first, before)
    if first < before == prefix[1]:
        problems.append((at, "a space is missing before “@”", "words before a key end with a space: [see @key]"))
    locator, rest, problem = read_locator(source, key.end(), last, forms)
    if problem:
        problems.append(problem)
    work = Work(key[0].strip("{}"), at, locator, _without_gap(source, prefix), (rest, last), without_names)
    return (work,), problems


def _after_named(source: str, named: Named, piece: Span, forms: LocatorForms) -> tuple[Work, list[Problem]]:
    """Read locator and words of ``@key [p. 13, and elsewhere]``: as if a comma and a space stood before them."""
    first, last = _trimmed(source, *piece)
    if first == last:
        hint = "write the locator between the brackets, or leave them out"
        return Work(*named), [(piece[0], "nothing stands in the brackets after the key", hint)]
    problems = _loose_ends(source, piece, (first, last), is_first=True)
    locator, rest, problem = read_locator(source, first, last, forms, is_led=False)
    if problem:
        problems.append(problem)
    return Work(named.key, named.offset, locator, suffix=(rest, last)), problems


def _loose_ends(source: str, piece: Span, trimmed: Span, *, is_first: bool) -> list[Problem]:
    """Spaces at the ends of a piece; after a semicolon one belongs there."""
    problems: list[Problem] = []
    if is_first and piece[0] < trimmed[0]:
        problems.append((piece[0], "a space stands after the bracket", "delete it"))
    if trimmed[1] < piece[1]:
        problems.append((trimmed[1], f"a space stands before “{source[piece[1]]}”", "delete it"))
    return problems


def _trimmed(source: str, start: int, end: int) -> Span:
    """Return the span without the spaces at its ends."""
    written = source[start:end]
    return end - len(written.lstrip()), start + len(written.rstrip()) if written.strip() else end


def _without_gap(source: str, prefix: Span) -> Span:
    """Return the span without the backslash of a non-breaking space before the key."""
    start, end = prefix
    backslashes = end - len(source[:end].rstrip("\\"))
    return (start, end - 1) if backslashes % 2 and start < end else prefix
