"""Elements are closed, nested and in their places; the branches of a condition leave the same elements open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from report.findings import Finding, nearest
from report.validate.elements import CHILDREN, ELEMENTS, NEVER_WITHIN, PARENTS, TO_ADD, VOID, holds_words
from report.validate.source import Source
from report.validate.templates.markup import Event, Tag
from report.validate.templates.scanner import Piece

_BRANCHING = ("if", "for")
_BARE = frozenset({"div", "section", "aside", "nav", "header", "footer", "figure"})
_NEUTRAL = ("block", "call", "filter", "with")


@dataclass(slots=True)
class _Frame:
    """A Jinja tag that is open: the elements open at its start, and at the end of each of its branches so far."""

    name: str
    before: list[Tag]
    branches: list[tuple[int, list[Tag]]] = field(default_factory=list)
    has_else: bool = False


class Nesting:
    """Follows the tags of a template; ``opened`` are the elements that are open at a place."""

    def __init__(self, source: Source) -> None:
        self.findings: list[Finding] = []
        self._source = source
        self._opened: list[Tag] = []
        self._frames: list[_Frame] = []
        self._first_children: dict[int, int] = {}  # where a first child of several lines ends, by its parent

    def follow(self, events: Sequence[Event]) -> list[Finding]:
        """Return what is not nested as it should be."""
        for event in events:
            if isinstance(event, Piece):
                self._jinja(event)
            elif isinstance(event, Tag):
                if event.is_end:
                    self._end(event)
                else:
                    self._start(event)
        for tag in self._opened:
            self._unclosed(tag, len(self._source.text.rstrip()) - 1)
        return self.findings

    def _start(self, tag: Tag) -> None:
        if tag.name not in ELEMENTS:
            hint = nearest(tag.name, ELEMENTS) or TO_ADD
            self._say(tag.at, f"no element is called “{tag.name}”", hint)
            return
        if tag.name in _BARE and not tag.attributes:
            self._say(tag.at, f"a <{tag.name}> without a class or id says nothing", f"is it an end tag, </{tag.name}>?")
        for found in _misplaced(tag, self._opened):
            self._say(tag.at, found)
            break
        if tag.name not in VOID:
            self._opened.append(tag)

    def _end(self, tag: Tag) -> None:
        if tag.name in VOID:
            self._say(tag.at, f"<{tag.name}> is never closed by an end tag")
            return
        place = next((n for n in range(len(self._opened) - 1, -1, -1) if self._opened[n].name == tag.name), None)
        if place is None:
            if tag.name not in ELEMENTS:
                self._say(tag.at, f"no element is called “{tag.name}”", nearest(tag.name, ELEMENTS))
            else:
                self._say(tag.at, f"</{tag.name}> closes nothing that is open here")
            return
        for unclosed in self._opened[place + 1 :]:
            self._unclosed(unclosed, tag.at)
        self._note_first_child(self._opened[place], tag, self._opened[place - 1] if place else None)
        del self._opened[place:]

    def _note_first_child(self, child: Tag, end: Tag, parent: Tag | None) -> None:
        """Remember where an element ends that begins in the line below its parent's tag and takes several lines."""
        if parent is None or parent.at in self._first_children:
            return
        begins = not self._source.text[parent.end : child.at].strip()
        if begins and self._source.line_of(end.at) > self._source.line_of(child.at):
            self._first_children[parent.at] = end.at

    def _jinja(self, piece: Piece) -> None:
        name = piece.word
        if name in _BRANCHING or name in _NEUTRAL:
            self._frames.append(_Frame(name, list(self._opened)))
        elif name == "macro":
            self._frames.append(_Frame(name, self._opened))
            self._opened = []
        elif name in ("elif", "else") and self._frames:
            frame = self._frames[-1]
            frame.branches.append((piece.start, self._opened))
            frame.has_else = name == "else"
            self._opened = list(frame.before)
        elif name.startswith("end") and self._frames and self._frames[-1].name == name[3:]:
            self._end_frame(self._frames.pop(), piece)

    def _end_frame(self, frame: _Frame, piece: Piece) -> None:
        if frame.name == "macro":
            for tag in self._opened:
                self._unclosed(tag, piece.start)
            self._opened = frame.before
            return
        branches = [*frame.branches, (piece.start, self._opened)]
        wanted = frame.before
        if frame.name == "if" and frame.has_else and not any(_is_same(opened, wanted) for _, opened in branches):
            wanted = branches[0][1]
        for end, opened in branches:
            for tag in _more(opened, wanted):
                self._unclosed(tag, end)
            missing = _more(wanted, opened)
            if missing:
                self._say(end, f"<{missing[-1].name}> is closed in one branch only")
        self._opened = list(wanted)

    def _unclosed(self, tag: Tag, limit: int) -> None:
        """Tell of an element that is not closed: in its line when it is one of words, else before what ends.

        A division around one whole element is closed behind that.
        """
        line = self._source.line_of(tag.at)
        goes_on = holds_words(tag.name) and self._source.text[tag.end :].split("\n", 1)[0].strip()
        offset = len(self._source.text[:limit].rstrip()) - 1
        if goes_on or self._source.line_of(limit) == line:
            offset = tag.at
        elif tag.name == "div" and tag.at in self._first_children:
            offset = self._first_children[tag.at]
        self._say(offset, f"<{tag.name}> of line {line} is not closed", f"write </{tag.name}> after this")

    def _say(self, offset: int, message: str, hint: str = "") -> None:
        self.findings.append(Finding("CMP-003", self._source.mark(offset), message, hint))


def _is_same(opened: Sequence[Tag], other: Sequence[Tag]) -> bool:
    return [tag.name for tag in opened] == [tag.name for tag in other]


def _more(opened: Sequence[Tag], wanted: Sequence[Tag]) -> Sequence[Tag]:
    """Return the elements that are open beyond those wanted."""
    same = 0
    for one, other in zip(opened, wanted, strict=False):
        if one.name != other.name:
            break
        same += 1
    return opened[same:]


def _misplaced(tag: Tag, opened: Sequence[Tag]) -> Iterator[str]:
    """Yield why an element may not stand here; where nothing is open, its surroundings are not known."""
    if not opened:
        return
    parent = opened[-1]
    is_homeless = tag.name in PARENTS and parent.name not in PARENTS[tag.name]
    is_refused = parent.name in CHILDREN and tag.name not in CHILDREN[parent.name]
    if is_homeless or is_refused:
        yield f"<{tag.name}> cannot stand in <{parent.name}>: is </{parent.name}> missing before it?"
    for around in opened:
        if around.name in NEVER_WITHIN.get(tag.name, ()):
            yield f"<{tag.name}> cannot stand within <{around.name}>: is </{around.name}> missing before it?"
    own = tag.attribute("class")
    for around in opened:
        other = around.attribute("class")
        if own and other and own.value == other.value:
            yield f"“{own.value}” stands within itself: is </{around.name}> missing before it?"
