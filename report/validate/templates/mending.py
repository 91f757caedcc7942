"""Where a Jinja tag is missing: guessed from the markup around it, only when one is.

The house's templates hold whole elements between their tags, or the same piece of one in every branch; and a tag with
something else in its line ends in that line. So elements and tags are followed together, and the first end that does
not fit tells what was left open; the place is where everything else would come out even.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from report.validate.elements import VOID
from report.validate.source import Source
from report.validate.templates.book import CONTEXT
from report.validate.templates.markup import Markup, Tag
from report.validate.templates.scanner import Piece

_PAIRED = frozenset({"if", "for", "macro", "block", "call", "filter", "with", "trans", "autoescape"})
_USED = re.compile(r"(?<![\w.|\"])(?<!\| )(?<!\bis )\b([a-z_]+)\b(?! *[(=])")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_EVERYWHERE = frozenset((*CONTEXT, "loop", "if", "else", "in", "is", "not", "and", "or", "true", "false", "none"))
_LOOP = re.compile(r"for\s+([\w, ]+?)\s+in\b")
_CLAUSES = {"elif": "if", "else": "if", "pluralize": "trans"}


class Slip(NamedTuple):
    """A tag without its partner, and the offset at which the partner is missing."""

    piece: Piece
    at: int


@dataclass(slots=True)
class _Open:
    """An element or a tag that is open; ``clause`` is a tag's last branch, ``left`` what its last branch left open."""

    name: str
    clause: Piece | None = None
    piece: Piece | None = None
    left: tuple[str, ...] = ()


def first_slip(source: Source, pieces: Sequence[Piece], markup: Markup) -> Slip | None:
    """Return the first tag without partner; ``None`` where the markup does not tell."""
    return _Follower(source, pieces, markup).first()


class _Follower:
    def __init__(self, source: Source, pieces: Sequence[Piece], markup: Markup) -> None:
        self._source = source
        self._pieces = pieces
        events: list[Tag | Piece] = [one for one in markup.events if isinstance(one, Tag)]
        events += [piece for piece in pieces if piece.kind == "tag"]
        self._events = sorted(events, key=lambda one: one.start if isinstance(one, Piece) else one.at)
        self._stack: list[_Open] = []
        self._states: dict[int, tuple[str, ...]] = {}  # what is open at the end of a line

    def first(self) -> Slip | None:
        """Follow the events until one does not fit."""
        line = 1
        for event in self._events:
            at = event.start if isinstance(event, Piece) else event.at
            here = self._source.line_of(at)
            for passed in range(line, here):
                self._states[passed] = self._names()
            line = here
            slip = self._jinja(event) if isinstance(event, Piece) else self._tag(event)
            if slip is not None:
                return slip
        end = len(self._source.text)
        for passed in range(line, self._source.line_of(end) + 1):
            self._states[passed] = self._names()
        frames = self._frames()
        return self._unclosed(self._stack[frames[-1]], end) if frames else None

    def _tag(self, tag: Tag) -> Slip | None:
        if not tag.is_end:
            if tag.name not in VOID:
                self._stack.append(_Open(tag.name))
            return None
        place = next((n for n in range(len(self._stack) - 1, -1, -1) if self._stack[n].name == tag.name), None)
        if place is None:
            return None
        frames = [n for n in self._frames() if n > place]
        if frames:
            return self._unclosed(self._stack[frames[-1]], tag.at)
        del self._stack[place:]
        return None

    def _jinja(self, piece: Piece) -> Slip | None:
        name = piece.word
        frames = self._frames()
        if name in _PAIRED or (name == "set" and "=" not in piece.text):
            if name == "macro" and frames:
                return self._unclosed(self._stack[frames[-1]], piece.start)
            self._stack.append(_Open(f"%{name}", piece, piece))
            return None
        owner = _CLAUSES.get(name) or (name.removeprefix("end") if name.startswith("end") else "")
        return self._belongs(piece, owner, frames) if owner else None

    def _belongs(self, piece: Piece, owner: str, frames: Sequence[int]) -> Slip | None:
        """Follow an end or a branch, which belongs to the last tag that is open."""
        if not any(self._stack[number].name == f"%{owner}" for number in frames):
            return self._stray(piece)
        last = self._stack[frames[-1]]
        left = self._names()[frames[-1] + 1 :]
        is_same_line = self._line(last.clause) == self._source.line_of(piece.start)
        if last.name != f"%{owner}" or (self._is_inline(last.clause) and not is_same_line):
            return self._stray(piece) if self._ends_too_many(owner) else self._unclosed(last, piece.start)
        if self._is_inline(piece) and not is_same_line:
            return self._stray(piece)
        if piece.word in _CLAUSES:
            last.left, last.clause = left, piece
            del self._stack[frames[-1] + 1 :]
            return None
        if left != last.left and self._ends_too_many(owner):
            return self._stray(piece)
        del self._stack[frames[-1]]
        return None

    def _ends_too_many(self, owner: str) -> bool:
        """Whether the template ends more of a tag than it begins."""
        words = [piece.word for piece in self._pieces if piece.kind == "tag"]
        return words.count(f"end{owner}") > words.count(owner)

    def _unclosed(self, frame: _Open, limit: int) -> Slip:
        """Find the line behind which a tag should have ended: the first that leaves all as it was."""
        assert frame.piece is not None
        assert frame.clause is not None
        if self._is_inline(frame.clause) or frame.name == "%block":
            return Slip(frame.piece, frame.clause.start)
        depth = next(number for number, one in enumerate(self._stack) if one is frame)
        wanted = (*self._names()[: depth + 1], *frame.left)
        last = self._source.line_of(max(limit - 1, 0))
        first = self._line(frame.clause) + 1
        if frame.name == "%for":
            first = max(first, self._last_use(frame.piece, limit))
        lines = range(first, last + 1) if frame.name != "%macro" else ()
        for line in lines:
            if self._source.line(line).strip() and self._states.get(line) == wanted:
                return Slip(frame.piece, self._source.starts[line - 1])
        before = self._source.text[:limit].rstrip()
        return Slip(frame.piece, max(len(before) - 1, frame.clause.start))

    def _stray(self, piece: Piece) -> Slip:
        """Find the line before which a tag should have begun: the last from which all is as it was."""
        line = self._source.line_of(piece.start)
        if self._is_inline(piece) or piece.word == "endblock":
            return Slip(piece, piece.start)
        wanted = self._names()
        if piece.word == "endmacro":
            return Slip(piece, self._behind_last_macro(piece))
        used = self._first_unknown(line) if piece.word == "endfor" else 0
        above = used or line - 1
        while above > 1 and not (self._source.line(above).strip() and self._states.get(above - 1, ()) == wanted):
            above -= 1
        while self._source.line(above - 1).startswith("{% set "):
            above -= 1
        return Slip(piece, self._source.starts[above - 1])

    def _behind_last_macro(self, end: Piece) -> int:
        """Return where the words begin that an end of a macro ends: behind the macro before, or behind the imports."""
        behind = 0
        for piece in self._pieces:
            if piece.start >= end.start:
                break
            is_before = piece.kind == "comment" or piece.word in ("endmacro", "from", "import", "extends")
            behind = piece.end if is_before else behind
        words = self._source.text[behind : end.start]
        return behind + len(words) - len(words.lstrip())

    def _last_use(self, loop: Piece, limit: int) -> int:
        """Return the last line that names what a loop runs over."""
        found = _LOOP.search(loop.text)
        if found is None:
            return 0
        name = re.compile(rf"(?<![\w.])(?:{'|'.join(re.findall(r'[a-z_]+', found[1], re.IGNORECASE))})\b")
        lines = [
            self._source.line_of(one.end - 1)
            for one in self._pieces
            if one.kind in ("output", "tag") and loop.end <= one.start < limit and name.search(one.text)
        ]
        return max(lines, default=0)

    def _first_unknown(self, limit: int) -> int:
        """Return the first line since the last macro that names something which nothing in the template binds."""
        bound = {word for one in self._pieces if one.kind == "tag" for word in _bound(one)}
        found = 0
        for one in self._pieces:
            line = self._source.line_of(one.start)
            if line >= limit:
                break
            if one.kind == "tag" and one.word == "macro":
                found = 0
            elif one.kind in ("output", "tag") and not found:
                used = _USED.findall(_QUOTED.sub('""', one.rest if one.kind == "tag" else one.text))
                found = line if any(word not in bound and word not in _EVERYWHERE for word in used) else 0
        return found

    def _names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self._stack)

    def _frames(self) -> list[int]:
        return [number for number, one in enumerate(self._stack) if one.piece is not None]

    def _line(self, piece: Piece | None) -> int:
        return self._source.line_of(piece.start) if piece else 0

    def _is_inline(self, piece: Piece | None) -> bool:
        """Whether something else stands in the line of a tag."""
        if piece is None:
            return False
        goes_on = self._source.text[piece.end :].split("\n", 1)[0].strip()
        return bool(goes_on) or self._source.indentation(piece.start) is None


def _bound(piece: Piece) -> list[str]:
    """Return the names that a tag brings into being."""
    if piece.word == "for":
        found = _LOOP.search(piece.text)
        return re.findall(r"\w+", found[1]) if found else []
    if piece.word == "macro":
        return re.findall(r"\w+", piece.text.split("(", 1)[-1])
    if piece.word in ("set", "from", "import"):
        return re.findall(r"\w+", piece.rest)
    return []
