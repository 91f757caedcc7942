"""Tell apart what stands on a page: body, notes, running matter, and what strayed; in reading order.

Place decides: a run in the note area is a note, one in the type area is body. The engine draws body, notes and then
running matter; so what lies outside both areas and is drawn before the last of them strayed from its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from report.model.output import Page, Rectangle
from report.model.text import Direction
from report.preflight.pieces import pieces_together
from report.preflight.reading import LINE_END_HYPHEN, Run, Sheet
from report.preflight.words import Printed, fold

_NOT_COPY = "Artifact"  # marked content that repeats or decorates, such as the head of a table on its second page
_LONGEST_LABEL = 4
_NEAR = 4  # runs: so far from a call one of its line's is drawn, since marks above letters may come between
_WIDE = 0.3  # of the height of a run: so far from it stands no letter of its word
_SMALL = 0.7  # of the height of the text: what is smaller may be a note call


@dataclass(frozen=True, slots=True)
class Matter:
    """The runs of a page by what they are; strays are part of the body, where they were drawn."""

    page: Page
    body: tuple[Run, ...]
    notes: tuple[Run, ...]
    running: tuple[Run, ...]
    strays: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A short run set close after a word, as note calls are: its text, its page, and the word it is part of."""

    label: str
    page: int
    word: int


def divide(sheet: Sheet, page: Page, direction: Direction) -> Matter:
    """Divide the runs of a page whose text runs in a direction."""
    runs = pieces_together(sheet.runs)
    kinds = [_kind(run, page) for run in runs]
    last = max((index for index, kind in enumerate(kinds) if kind != "outside"), default=-1)
    body: list[Run] = []
    notes: list[Run] = []
    running: list[Run] = []
    strays: list[Run] = []
    for index, (run, kind) in enumerate(zip(runs, kinds, strict=True)):
        if run.tag == _NOT_COPY:
            continue
        if kind == "note":
            notes.append(run)
        elif kind == "outside" and index > last:
            running.append(run)
        else:
            body.append(run)
            if kind == "outside":
                strays.append(run)
    in_order = tuple(_markers_first(body, direction))
    return Matter(page, in_order, tuple(_markers_first(notes, direction)), tuple(running), tuple(strays))


def printed_words(pages: Sequence[tuple[int, Sequence[Run]]], direction: Direction) -> tuple[Printed, tuple[Call, ...]]:
    """Return the words of runs in order, and the runs among them that may be note calls."""
    words: list[str] = []
    numbers: list[int] = []
    line_ends: list[int] = []
    calls: list[Call] = []
    for number, runs in pages:
        pieces: list[str] = []
        labels: list[tuple[str, int]] = []
        before = ""
        for at, (run, joint) in enumerate(_joints(runs, direction)):
            text = run.text.replace(LINE_END_HYPHEN, "-")
            # In a line from the right the stop before a call may come back after it, or the call before all the line.
            follows = before[-1:].strip() and direction == "ltr"
            opens = not joint and not text[-1:].isspace()  # the first word of an item
            is_call = follows or ((opens or direction == "rtl") and _is_small(runs, at))
            if len(text) <= _LONGEST_LABEL and is_call:
                labels.append((fold(text).strip(), at))
            before = text + joint
            pieces.append(before)
        first = len(words)
        for line in fold("".join(pieces)).split("\n"):
            words += line.split()
            line_ends.append(len(words) - 1)
        numbers += [number] * (len(words) - first)
        for label, piece in labels:
            calls.append(Call(label, number, first + len(fold("".join(pieces[: piece + 1])).split()) - 1))
    return Printed(tuple(words), tuple(numbers), frozenset(line_ends)), tuple(calls)


def _kind(run: Run, page: Page) -> str:
    x, y = (run.ink.left + run.ink.right) / 2, (run.ink.bottom + run.ink.top) / 2
    if page.note_area and _holds(page.note_area, x, y):
        return "note"
    return "body" if _holds(page.type_area, x, y) else "outside"


def _holds(area: Rectangle, x: float, y: float) -> bool:
    return area.left <= x <= area.right and area.bottom <= y <= area.top


def _joints(runs: Sequence[Run], direction: Direction) -> Iterator[tuple[Run, str]]:
    """Yield each run with what stands between it and the next: nothing, a space or a line break."""
    for run, following in pairwise(runs):
        yield run, _joint(run, following, direction)
    if runs:
        yield runs[-1], "\n"


def _joint(run: Run, following: Run, direction: Direction) -> str:
    """Return what parts two runs.

    A raised note call makes pdfium see a new line where there is none, and in lines from the right the spaces it gives
    back may stand anywhere; so the geometry is asked.
    """
    height = run.head - run.foot
    gap = following.start - run.ink.right if direction == "ltr" else run.ink.left - following.ink.right
    if not _on_one_line(run, following) or gap < -0.3 * height:
        return "\n"
    if run.after != "\n" and direction == "ltr":
        # Before letters much larger than itself pdfium does not see a space that is as small as a small run.
        return run.after or (" " if gap > _WIDE * height else "")
    return "" if gap < 0.15 * height else " "


def _is_small(runs: Sequence[Run], at: int) -> bool:
    """Whether a run is much smaller than one drawn shortly before or after it on its line."""
    run = runs[at]
    beside = (other for other in runs[max(at - _NEAR, 0) : at + _NEAR + 1] if _on_one_line(run, other))
    return any(run.head - run.foot < _SMALL * (other.head - other.foot) for other in beside)


def _on_one_line(run: Run, other: Run) -> bool:
    """Whether two runs stand on one line: their line boxes share most of the smaller one's height."""
    shared = min(run.head, other.head) - max(run.foot, other.foot)
    return shared > 0.6 * min(run.head - run.foot, other.head - other.foot)


def _markers_first(runs: Sequence[Run], direction: Direction) -> list[Run]:
    """Put list markers before their items: the engine draws them last, before the line they belong to."""
    lines: dict[int, list[int]] = {}
    moved: dict[int, list[Run]] = {}
    kept: list[tuple[int, Run]] = []
    for index, run in enumerate(runs):
        line = round(run.foot)
        near_lines = [at for near in (line - 1, line, line + 1) for at in lines.get(near, ())]
        item = _item_after(run, near_lines, runs, direction)
        if item is None:
            lines.setdefault(line, []).append(index)
            kept.append((index, run))
        else:
            moved.setdefault(item, []).append(run)
    return [one for index, run in kept for one in (*moved.get(index, ()), run)]


def _item_after(marker: Run, others: Sequence[int], runs: Sequence[Run], direction: Direction) -> int | None:
    """Return the run drawn earlier that begins just after a marker on its line, if there is one."""
    reach = 2 * (marker.head - marker.foot)
    gaps = {
        at: runs[at].ink.left - marker.ink.right if direction == "ltr" else marker.ink.left - runs[at].ink.right
        for at in others
    }
    near = [at for at, gap in gaps.items() if 0 <= gap < reach and _on_one_line(marker, runs[at])]
    return min(near, key=lambda at: gaps[at], default=None)
