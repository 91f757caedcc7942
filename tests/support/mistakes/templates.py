"""Mistakes in the templates: in Jinja's tags and expressions, and in the markup around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.support.mistakes.kinds import ELEMENTS, Slip, Source, kind, misspelt

_MAY_STAY_OPEN = {"p", "li", "td", "th", "tr", "thead", "tbody", "html", "head", "body", "meta", "img"}
_KEYWORD_LIST = (
    "if elif else endif for in endfor recursive macro endmacro block endblock extends include from import as set with "
    "without context ignore missing and or not is true false none True False None loop _"
)
_KEYWORDS = frozenset(_KEYWORD_LIST.split())
_ATTRIBUTES = "alt class dir for form href id is lang list media name rel role size src style title type"
_TAG = re.compile(r"\{%-?\s*(\w+)[^%]*?-?%\}")
_CODE = re.compile(r"\{\{-?(.*?)-?\}\}|\{%-?(.*?)-?%\}")
_WORD = re.compile(r"\"[^\"]*\"|'[^']*'|[\w]+|\S")


@kind("templates", "lost tag")
def lost_end_tag(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001 - every place there is
    for tag, openings in _ends(source):
        yield Slip(*tag.span(), "", tuple(source.line(opening.start()) for opening in openings))


@kind("templates", "lost tag")
def lost_opening_tag(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    tags = list(_ends(source))
    for tag, openings in tags:
        ends = [one for one, same in tags if openings[0] in same]
        branch = re.compile(r"\{% el(?:se|if)").search(source.text, openings[0].end(), tag.start())
        lines = tuple(source.line(one.start()) for one in (tag, *ends, *((branch,) if branch else ())))
        yield Slip(*openings[0].span(), "", lines)


@kind("templates", "delimiters")
def misspelt_tag(source: Source, rng: Random) -> Iterator[Slip]:
    for tag in _TAG.finditer(source.text):
        yield Slip(*tag.span(1), misspelt(tag[1], rng, _KEYWORDS))


@kind("templates", "delimiters")
def lost_delimiter(source: Source, rng: Random) -> Iterator[Slip]:
    for code in re.finditer(r"(?s)(\{\{|\{%|\{#)-?.*?(-?(?:\}\}|%\}|#\}))", source.text):
        start, end = rng.choice((code.span(1), code.span(2)))
        yield Slip(start, end, "", (source.line(code.start()), source.line(code.end())))


@kind("templates", "delimiters")
def half_a_delimiter(source: Source, rng: Random) -> Iterator[Slip]:
    for code in re.finditer(r"(\{\{|\{%)-?[^{}]*?(\}\}|%\})", source.text):
        start, end = rng.choice((code.span(1), code.span(2)))
        place = rng.choice((start, end - 1))
        yield Slip(place, place + 1, "", (source.line(code.start()), source.line(code.end())))


@kind("templates", "misspelt value")
def misspelt_variable(source: Source, rng: Random) -> Iterator[Slip]:
    known = _KEYWORDS | source.known(r"\b([a-z_]+)\b")
    for name in _names(source, "variable"):
        yield Slip(*name.span(), misspelt(name[0], rng, known))


@kind("templates", "misspelt value")
def misspelt_attribute_of_a_value(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"\.([a-z_]+)\b")
    for name in _names(source, "attribute"):
        yield Slip(*name.span(), misspelt(name[0], rng, known))
    for name in source.found(r"(?<=attribute=\")\w+"):
        yield Slip(*name.span(), misspelt(name[0], rng, known))


@kind("templates", "calls")
def misspelt_filter_or_test(source: Source, rng: Random) -> Iterator[Slip]:
    known = {"abs", "batch", "e", "first", "float", "int", "join", "last", "list", "map", "max", "min", "sum", "in"}
    for name in _names(source, "filter"):
        yield Slip(*name.span(), misspelt(name[0], rng, known))


@kind("templates", "calls")
def lost_filter(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for found in source.found(r" \| (?:runs|plain|map\(attribute=\"name\"\))(?= \||\)? ?-?\}\})"):
        yield Slip(*found.span(), "")


@kind("templates", "misspelt value")
def attribute_of_another_value(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    # An edition has a version of its own, too, beside those of what it follows: these forms are left out.
    values = r"(?!edition\.\w+\.version)(?:block|brief|edition|house|part|strip)"
    for found in source.found(rf"(?<![\w.]){values}(\.[a-z_]+)\.[a-z_]+(?![\w(])"):
        yield Slip(*found.span(1), "")


@kind("templates", "calls")
def misspelt_macro(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"macro (\w+)")
    for name in _names(source, "call"):
        if len(name[0]) > 1:
            yield Slip(*name.span(), misspelt(name[0], rng, known))
    for names in source.found(r"(?<= import )([\w, ]+?)(?= %\})"):
        for name in re.compile(r"\w+").finditer(source.text, *names.span()):
            yield Slip(*name.span(), misspelt(name[0], rng, known))


@kind("templates", "calls")
def lost_argument(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    macros = dict(pair for text in source.group.values() for pair in re.findall(r"macro (\w+)\((.*?)\)", text))
    for call in re.compile(r"(?<!macro )\b(\w+)\(([^()]*?)(,\s*)?([^(),]+|[^(),]*\([^()]*\))\)").finditer(source.text):
        needed = [one for one in macros.get(call[1], "").split(",") if one and "=" not in one]
        if call[1] in macros and (call[2].count(",") + 1 if call[2] else 0) + 1 == len(needed):
            yield Slip(call.start(3) if call[3] else call.start(4), call.end(4), "")


@kind("templates", "calls")
def misspelt_placeholder(source: Source, rng: Random) -> Iterator[Slip]:
    for name in source.found(r"(?<=%\()\w+(?=\)s)|(?<=, )\w+(?==[a-z])"):
        if "_(" in _line_before(source, name.start()):
            yield Slip(*name.span(), misspelt(name[0], rng))


@kind("templates", "paths and blocks")
def misspelt_path(source: Source, rng: Random) -> Iterator[Slip]:
    for path in source.found(r"(?<=(?:from|lude|ends) \")[^\"]+"):
        yield Slip(*path.span(), misspelt(path[0], rng))


@kind("templates", "paths and blocks")
def misspelt_block(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"\{% block (\w+) %\}")
    for block in source.found(r"(?<=\{% block )\w+"):
        places = frozenset(
            (path, text.count("\n", 0, other.start()) + 1)
            for path, text in source.group.items()
            if path != source.path
            for other in re.finditer(rf"\{{% block {block[0]} %\}}", text)
        )
        yield Slip(*block.span(), misspelt(block[0], rng, known), elsewhere=places)


@kind("templates", "lost element")
def lost_closing_tag(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for tag, openings in _closers(source):
        yield Slip(*tag.span(), "", tuple(source.line(opening.start()) for opening in openings))


@kind("templates", "lost element")
def lost_start_tag(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    closers = list(_closers(source))
    for tag, openings in closers:
        ends = tuple(source.line(one.start()) for one, same in closers if openings[0] in same)
        yield Slip(*openings[0].span(), "", (source.line(tag.start()), *ends))


@kind("templates", "misspelt markup")
def misspelt_element(source: Source, rng: Random) -> Iterator[Slip]:
    for element in source.found(r"(?<=<)/?([a-z]+[1-6]?)(?=[ >])"):
        yield Slip(*element.span(1), misspelt(element[1], rng, ELEMENTS))


@kind("templates", "misspelt markup")
def misspelt_markup_attribute(source: Source, rng: Random) -> Iterator[Slip]:
    known = {*_ATTRIBUTES.split()} | source.known(r"\b(data-[a-z-]+|aria-[a-z-]+)")
    for attribute in source.found(r"(?<=[ }])(?!data-)[a-z]+(?:-[a-z]+)*(?==\"(?! ))"):
        if "<" in _line_before(source, attribute.start()):
            yield Slip(*attribute.span(), misspelt(attribute[0], rng, known))


@kind("templates", "misspelt markup")
def misspelt_data_attribute(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"\bdata-([a-z-]+)")
    for name in source.found(r"(?<= data-)[a-z-]+(?=[ >{=])"):
        yield Slip(*name.span(), misspelt(name[0], rng, known))


@kind("templates", "misspelt markup")
def misspelt_attribute_value(source: Source, rng: Random) -> Iterator[Slip]:
    for value in source.found(r"(?<= )(?:role|scope|charset|aria-labelledby)=\"([a-z-]+[a-z])\""):
        yield Slip(*value.span(1), misspelt(value[1], rng, {"list", "row", "col", "note", "none"}))
    for value in source.found(r"(?<= href=\"#)[a-z-]+[a-z](?=\")"):
        yield Slip(*value.span(), misspelt(value[0], rng))


@kind("templates", "misspelt markup")
def misspelt_class(source: Source, rng: Random) -> Iterator[Slip]:
    known = {name for names in source.known(r"class=\"([^\"{]*)\"") for name in names.split()}
    for names in source.found(r"(?<=class=\")[^\"{]+(?=\")"):
        for name in re.compile(r"[\w-]+").finditer(source.text, *names.span()):
            yield Slip(*name.span(), misspelt(name[0], rng, known))


@kind("templates", "markup")
def lost_quotation_mark(source: Source, rng: Random) -> Iterator[Slip]:
    for value in source.found(r"(?<=[a-z]=)(\")[^\"{}]*(\")"):
        yield Slip(*value.span(rng.choice((1, 2))), "")


@kind("templates", "markup")
def lost_angle_bracket(source: Source, rng: Random) -> Iterator[Slip]:
    for tag in source.found(r"(<)/?[a-z]+[1-6]?(?: [^<>{}]*)?(>)"):
        yield Slip(*tag.span(rng.choice((1, 2))), "")


def _ends(source: Source) -> Iterator[tuple[re.Match[str], list[re.Match[str]]]]:
    """Yield every end tag with what it ends, then what of the same sort is around it: these could be mistaken."""
    waiting: list[re.Match[str]] = []
    for tag in _TAG.finditer(source.text):
        if tag[1] in {"if", "for", "macro", "block"}:
            waiting.append(tag)
        elif tag[1].startswith("end"):
            opening = waiting.pop()
            yield tag, [opening, *(one for one in reversed(waiting) if one[1] == opening[1])]


def _closers(source: Source) -> Iterator[tuple[re.Match[str], list[re.Match[str]]]]:
    """Yield every closing tag of an element that must be closed, with its start tag and those of its own name around.

    Of two start tags on condition with one closing tag, the later one counts.
    """
    waiting: list[re.Match[str]] = []
    for tag in re.finditer(r"<(/?)([a-z]+[1-6]?)((?:[^<>{}]|\{\{.*?\}\}|\{%.*?%\})*)>", source.text):
        if tag[2] in _MAY_STAY_OPEN:
            continue
        if not tag[1]:
            waiting.append(tag)
        else:
            mine = [one for one in reversed(waiting) if one[2] == tag[2]]
            if mine:
                waiting.remove(mine[0])
                yield tag, mine


def _line_before(source: Source, index: int) -> str:
    """Return what stands in a line before a place in it."""
    return source.text[:index].rpartition("\n")[2]


def _names(source: Source, sort: str) -> Iterator[re.Match[str]]:
    """Yield the names of one sort in the expressions: variable, attribute, filter (or test) or call."""
    for code in _CODE.finditer(source.text):
        start, end = code.span(1) if code[1] is not None else code.span(2)
        words = list(_WORD.finditer(source.text, start, end))
        first = words[0][0]
        if first in {"macro", "from", "block", "include", "extends"}:
            continue
        begin = next((place for place, word in enumerate(words) if word[0] == "in"), 0) if first == "for" else 0
        begin = 3 if first == "set" else begin
        for place, word in enumerate(words[begin:], begin):
            if re.fullmatch(r"[a-z_]\w*", word[0]) and _sort(words, place) == sort:
                yield word


def _sort(words: list[re.Match[str]], place: int) -> str:
    word = words[place][0]
    before = words[place - 1][0] if place else ""
    after = words[place + 1][0] if place + 1 < len(words) else ""
    if before == ".":
        return "attribute"
    if before in {"|", "is"}:
        return "filter"
    if word in _KEYWORDS:
        return "keyword"
    if after == "(":
        return "call"
    if after == "=" and words[place + 2][0] != "=":
        return "argument"
    return "variable"
