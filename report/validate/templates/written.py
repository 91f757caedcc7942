"""What templates write for others to find: classes, data attributes, ids; and ids that are pointed at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import nodes

from report.findings import Finding, nearest
from report.validate.crossing import Name, Names
from report.validate.source import Source
from report.validate.templates.book import Book, Template
from report.validate.templates.markup import OUTPUT, Attribute, Markup
from report.validate.templates.messages import MESSAGES
from report.validate.templates.scanner import Piece
from report.validate.templates.shapes import Choice, Shape

Handed = Mapping[tuple[str, str, str], Shape]
Marked = Sequence[tuple[Source, Sequence[Piece], Markup]]

_POINTING = ("href", "aria-labelledby", "aria-describedby")
_OUTPUTS = re.compile(rf"{OUTPUT}+")
_ARGUMENT = re.compile(r"[-+]?\s*(\w+)\s*[-+]?")


def names_of(marked: Marked, handed: Handed) -> Names:
    """Return the classes and data attributes that the templates write."""
    classes: list[Name] = []
    data: list[Name] = []
    for source, pieces, markup in marked:
        for tag in markup.tags:
            for attribute in tag.attributes:
                if attribute.name == "class":
                    classes.extend(_classes(source, pieces, attribute, handed))
                elif attribute.name.startswith("data-"):
                    data.append(Name(attribute.name, source, attribute.at))
    return Names(tuple(classes), tuple(data))


def check_ids(marked: Marked, book: Book) -> Iterator[Finding]:
    """Yield links and labels that point at an id which no template writes."""
    ids = {name for template in book.templates for name in _handed_ids(template)}
    for _, _, markup in marked:
        ids |= {_form(one) for tag in markup.tags for one in tag.attributes if one.name == "id"}
    for source, _, markup in marked:
        for tag in markup.tags:
            for attribute in tag.attributes:
                form = _form(attribute)
                if attribute.name not in _POINTING or form.startswith("…"):
                    continue
                if attribute.name == "href" and not form.startswith("#"):
                    continue
                target = form.removeprefix("#")
                if not target.startswith("…") and target not in ids:
                    message = f"no template writes the id “{target}”"
                    yield Finding("CMP-003", source.mark(attribute.value_at), message, nearest(target, ids))


def _classes(source: Source, pieces: Sequence[Piece], attribute: Attribute, handed: Handed) -> Iterator[Name]:
    """Yield the classes of an attribute; where an argument of a macro is set in, one for each word handed over."""
    for found in re.finditer(r"\S+", attribute.value or ""):
        at = attribute.value_at + found.start()
        output = _OUTPUTS.search(found.group())
        if output is None:
            yield Name(found.group(), source, at)
            continue
        for word in _words(source, pieces, at + output.start(), handed):
            yield Name(_OUTPUTS.sub(word, found.group(), count=1), source, at)


def _words(source: Source, pieces: Sequence[Piece], offset: int, handed: Handed) -> Iterator[str]:
    """Yield the words that calls hand to the argument which is printed at an offset."""
    macro = argument = ""
    for piece in pieces:
        if piece.start > offset:
            break
        if piece.kind == "tag" and piece.word == "macro":
            macro = piece.rest.split("(", 1)[0].strip()
        if piece.kind == "output" and (found := _ARGUMENT.fullmatch(piece.text)):
            argument = found[1]
    for one in handed.get((source.path, macro, argument), ()):
        if isinstance(one, Choice):
            yield from map(str, one.words)


def _form(attribute: Attribute) -> str:
    """Return the value of an attribute with “…” for what is set in."""
    return _OUTPUTS.sub("…", attribute.value or "")


def _handed_ids(template: Template) -> Iterator[str]:
    """Yield the words that macros are called with: some of them become ids."""
    for call in template.calls:
        if not (isinstance(call.node, nodes.Name) and call.node.name in MESSAGES):
            yield from (str(argument.value) for argument in call.args if isinstance(argument, nodes.Const))
