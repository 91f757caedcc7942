"""The markup of a template: its HTML tags with their attributes, in the order of the file, between its Jinja tags.

Jinja's own pieces are blanked out, so that offsets stay what they are: an output counts as a letter of an attribute's
value, a tag or comment as a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from report.findings import Finding
from report.validate.source import Source
from report.validate.templates.scanner import Piece

OUTPUT, GAP = "\ue000", "\ue001"
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)|<!doctype html>|<!--.*?-->|[<>]", re.DOTALL)
_NOT_A_LINE = re.compile(r"[^\n]")
_SPACES = re.compile(rf"[\s{GAP}]*")
_NAME = re.compile(rf"[^\s\"'<>/={OUTPUT}{GAP}]+")
_VALUE = re.compile(r"\s*=\s*(?:\"([^\"\n<>]*)\"|'([^'\n<>]*)')")
_RESUME = re.compile(r">|(?=<)|\n")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as written; ``value`` is ``None`` where it has none, with ``OUTPUT`` in place of what is set in."""

    name: str
    value: str | None
    at: int
    value_at: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag (``is_end`` is false) or an end tag."""

    name: str
    attributes: tuple[Attribute, ...]
    at: int
    end: int
    is_end: bool = False

    def attribute(self, name: str) -> Attribute | None:
        """Return an attribute by its name."""
        return next((one for one in self.attributes if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text between tags."""

    text: str
    at: int


Event = Tag | Words | Piece


@dataclass(slots=True)
class Markup:
    """What a template writes, and what is not well-formed in it."""

    events: list[Event] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def tags(self) -> Iterator[Tag]:
        """The start tags."""
        return (one for one in self.events if isinstance(one, Tag) and not one.is_end)


def read_markup(source: Source, pieces: Sequence[Piece]) -> Markup:
    """Return the markup of a template."""
    markup = Markup()
    text = _blanked(source.text, pieces)
    position = 0
    while found := _TAG.search(text, position):
        _add_words(markup, text, position, found.start())
        if found[2] is None:
            if found.group() in ("<", ">"):
                _say(
                    markup, source, found.start(), f"“{found.group()}” belongs to no tag", "in text write &lt; or &gt;"
                )
            elif found.group().startswith("<!--"):
                _say(markup, source, found.start(), "a comment that every reader gets", "write {# … #}")
            position = found.end()
            continue
        tag = _tag(markup, source, text, found)
        markup.events.append(tag)
        position = tag.end
    _add_words(markup, text, position, len(text))
    markup.events = list(_with_jinja(markup.events, [one for one in pieces if one.kind == "tag"]))
    return markup


def _with_jinja(events: Sequence[Event], pieces: Sequence[Piece]) -> Iterator[Event]:
    """Put the Jinja tags between the events where they stand; those within an HTML tag belong to it."""
    behind = 0  # the end of the HTML tag passed last
    number = 0
    for event in events:
        at = event.start if isinstance(event, Piece) else event.at
        while number < len(pieces) and pieces[number].start < at:
            if pieces[number].start >= behind:
                yield pieces[number]
            number += 1
        yield event
        behind = event.end if isinstance(event, Tag) else behind
    yield from (piece for piece in pieces[number:] if piece.start >= behind)


def _blanked(text: str, pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    position = 0
    for piece in pieces:
        parts.append(text[position : piece.start])
        written = text[piece.start : piece.end]
        if piece.kind != "text":
            written = _NOT_A_LINE.sub(OUTPUT if piece.kind == "output" else GAP, written)
        parts.append(written)
        position = piece.end
    return "".join((*parts, text[position:]))


def _tag(markup: Markup, source: Source, text: str, opening: re.Match[str]) -> Tag:
    """Read a tag's attributes up to its closing sign; after a slip go on behind the tag or line."""
    position, is_end, name = opening.end(), opening[1] == "/", opening[2]
    attributes: list[Attribute] = []
    while True:
        space = _SPACES.match(text, position)
        start = space.end() if space else position
        sign = text[start : start + 1]
        if sign == ">":
            return Tag(name, tuple(attributes), opening.start(), start + 1, is_end)
        found = _NAME.match(text, start)
        if found is None:
            message = (
                "a quotation mark stands alone" if sign in ("'", '"') else f"<{opening[1]}{name} is not closed by “>”"
            )
            _say(markup, source, start if sign in ("'", '"') else opening.start(), message)
            break
        if start == position:
            _say(markup, source, start, f"no space before “{found.group()}”", "is a quotation mark missing?")
            break
        value = _VALUE.match(text, found.end())
        if value is None and text[found.end() : found.end() + 1] == "=":
            _say(markup, source, start, f"the value of “{found.group()}” stands between quotation marks")
            break
        position = value.end() if value else found.end()
        written, value_at = None, found.end()
        if value:
            group = 1 if value[1] is not None else 2
            written, value_at = value[group], value.start(group)
        attributes.append(Attribute(found.group(), written, start, value_at))
    resume = _RESUME.search(text, start + 1)
    return Tag(name, tuple(attributes), opening.start(), resume.end() if resume else len(text), is_end)


def _add_words(markup: Markup, text: str, start: int, end: int) -> None:
    if end > start:
        markup.events.append(Words(text[start:end], start))


def _say(markup: Markup, source: Source, offset: int, message: str, hint: str = "") -> None:
    markup.findings.append(Finding("CMP-003", source.mark(offset), message, hint))
