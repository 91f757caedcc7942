"""Mistakes in the style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.support.mistakes.kinds import ELEMENTS, Slip, Source, close_of, kind, misspelt

_DECLARATION = r"(?:(?<=[{;])|^) *(?P<property>-{0,2}[a-z][a-z-]*)(?P<colon>:) (?P<value>[^;{}]+)(?P<end>;)"
_RULE = r"^[.a-z][^\n{}]*\{[^{}]*\}\n"
_IDENTIFIER = re.compile(r"(?<![\w(#\"'.-])[a-z][a-z-]*(?![\w(\"'-])")
_UNITS = "cap ch cm em ex fr ic in lh mm ms pc pt px q rch rem rex ric rlh s vb vh vi vw x"
_NAMED_BY_US = {"string-set", "font-family"}
_ENTRY_SHEETS = {"styles/paged.css", "styles/screen.css"}
_VALUES = {"block", "bottom", "end", "flex", "grid", "inline", "last", "left", "none", "right", "start", "top"}


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property with its value, and where they stand."""

    found: re.Match[str]

    @property
    def name(self) -> str:
        """The property, or the token where it begins with two hyphens."""
        return self.found["property"]

    @property
    def is_token(self) -> bool:
        """Whether it gives a token its value."""
        return self.name.startswith("--")


@kind("sheets", "braces")
def lost_brace(source: Source, rng: Random) -> Iterator[Slip]:
    for opening, close, around in _rules(source):
        lines = (source.line(_prelude(source, opening)), *(source.line(_prelude(source, one)) for one in around))
        yield rng.choice((Slip(close, close + 1, "", lines), Slip(opening, opening + 1, "", lines)))


@kind("sheets", "braces")
def brace_too_many(source: Source, rng: Random) -> Iterator[Slip]:
    rules = list(_rules(source))
    for opening, close, around in rules:
        begun = tuple(source.line(_prelude(source, one)) for one in around)
        ended = tuple(source.line(end) for begin, end, _ in rules if begin in around)
        yield rng.choice((Slip(close, close, "}", ended), Slip(opening, opening, "{", begun)))


@kind("sheets", "punctuation")
def lost_semicolon(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001 - every place there is
    for one in _declarations(source):
        if re.match(r"\s*[a-z@&.:-]", source.text[one.found.end() :]):
            yield Slip(*one.found.span("end"), "")
    for statement in source.found(r"^@(?:import|layer)[^;{]*(;)\s*@"):
        yield Slip(*statement.span(1), "")


@kind("sheets", "punctuation")
def lost_colon(source: Source, rng: Random) -> Iterator[Slip]:
    for one in _declarations(source):
        yield Slip(*one.found.span("colon"), rng.choice(("", " =", ";")))


@kind("sheets", "misspelt declaration")
def misspelt_property(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"\b([a-z][a-z-]+): ")
    for one in _declarations(source):
        if not one.is_token:
            yield Slip(*one.found.span("property"), misspelt(one.name, rng, known))


@kind("sheets", "misspelt declaration")
def misspelt_value(source: Source, rng: Random) -> Iterator[Slip]:
    for one in _declarations(source):
        if one.is_token or one.name in _NAMED_BY_US:
            continue
        start, end = one.found.span("value")
        for word in _IDENTIFIER.finditer(source.text, start, end):
            before = source.text[start : word.start()]
            if before.count("(") == before.count(")"):
                yield Slip(*word.span(), misspelt(word[0], rng, _VALUES))


@kind("sheets", "misspelt declaration")
def misspelt_function(source: Source, rng: Random) -> Iterator[Slip]:
    for one in _declarations(source):
        for name in re.compile(r"[a-z][a-z-]*(?=\()").finditer(source.text, *one.found.span("value")):
            yield Slip(*name.span(), misspelt(name[0], rng, {"calc", "var", "attr", "abs", "max", "min"}))


@kind("sheets", "tokens")
def misspelt_token(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"(?<=-)-([\w-]+)")
    for name in source.found(r"(?<=var\(--)[\w-]+"):
        yield Slip(*name.span(), misspelt(name[0], rng, known))


@kind("sheets", "tokens", warning_will_do=True)
def misspelt_token_where_it_is_given(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"(?<=-)-([\w-]+)")
    for one in _declarations(source):
        if one.is_token:
            start, end = one.found.span("property")
            uses = frozenset(
                (path, text.count("\n", 0, use.start()) + 1)
                for path, text in source.group.items()
                for use in re.finditer(rf"var\({one.name}[,)]", text)
            )
            yield Slip(start + 2, end, misspelt(one.name[2:], rng, known), elsewhere=uses)


@kind("sheets", "misspelt declaration")
def wrong_unit(source: Source, rng: Random) -> Iterator[Slip]:
    known = _UNITS.split()
    for one in _declarations(source):
        for unit in re.compile(r"(?<=[0-9])(?:r?em|pt|px|mm)\b").finditer(source.text, *one.found.span("value")):
            yield Slip(*unit.span(), misspelt(unit[0], rng, known))


@kind("sheets", "misspelt declaration")
def lost_unit(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for one in _declarations(source):
        if "line" in one.name or "leading" in one.name:  # a number is a line height
            continue
        for unit in re.compile(r"(?<=[1-9])(?:r?em|pt|px|mm)\b").finditer(source.text, *one.found.span("value")):
            yield Slip(*unit.span(), "")


@kind("sheets", "tokens")
def token_without_its_hyphens(source: Source, rng: Random) -> Iterator[Slip]:
    for hyphens in source.found(r"(?<=var\()--"):
        yield Slip(*hyphens.span(), rng.choice(("", "-", "–", "---")))


@kind("sheets", "misspelt declaration")
def wrong_colour(source: Source, rng: Random) -> Iterator[Slip]:
    for colour in source.found(r"#[0-9a-f]{6}(?=;)"):
        wrong = (colour[0][:-1], colour[0][1:], colour[0][:-1] + "g", colour[0] + "0", "#" + colour[0])
        yield Slip(*colour.span(), rng.choice(wrong))


@kind("sheets", "misspelt declaration")
def wrong_calculation(source: Source, rng: Random) -> Iterator[Slip]:
    for sign in source.found(r"(?<=[\w)]) ([-+*/]) (?=[\w(.])"):
        if "calc(" in source.text[: sign.start()].rpartition("\n")[2]:
            wrong = ("", f"{sign[1]}", f" {sign[1]}") if sign[1] in "-+" else (" ", f" {sign[1]} {sign[1]} ", " x ")
            yield Slip(*sign.span(), rng.choice(wrong))


@kind("sheets", "punctuation")
def value_without_words(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for one in _declarations(source):
        yield Slip(*one.found.span("value"), "")


@kind("sheets", "imports and layers")
def duplicated_import(source: Source, rng: Random) -> Iterator[Slip]:
    imports = list(source.found(r"^@import.*\n"))
    for line in imports:
        place = rng.choice([one for one in imports if one.start() >= line.start()]).end()
        yield Slip(place, place, line[0], (source.line(line.start()),))


@kind("sheets", "pairs")
def lost_parenthesis(source: Source, rng: Random) -> Iterator[Slip]:
    for opening in source.found(r"\("):
        if _is_in_a_comment(source, opening.start()):
            continue
        close = close_of(source.text, opening.start())
        place = rng.choice((opening.start(), close))
        yield Slip(place, place + 1, "")


@kind("sheets", "pairs")
def lost_quotation_mark(source: Source, rng: Random) -> Iterator[Slip]:
    for words in source.found(r"\"[^\"\n]*\""):
        if _is_in_a_comment(source, words.start()):
            continue
        place = rng.choice((words.start(), words.end() - 1))
        yield Slip(place, place + 1, "")


@kind("sheets", "pairs")
def lost_sign_of_a_comment(source: Source, rng: Random) -> Iterator[Slip]:
    for comment in source.found(r"(?s)(/\*).*?(\*/)"):
        start, end = comment.span(rng.choice((1, 2)))
        yield Slip(start, end, "", (source.line(comment.start()), source.line(comment.end())))


@kind("sheets", "imports and layers")
def misspelt_import(source: Source, rng: Random) -> Iterator[Slip]:
    for path in source.found(r"(?<=@import url\(\")[^\"]+"):
        yield Slip(*path.span(), misspelt(path[0], rng))


@kind("sheets", "imports and layers")
def misspelt_layer(source: Source, rng: Random) -> Iterator[Slip]:
    layers = list(source.found(r"(?<= layer\()\w+(?=\);)"))
    for layer in layers:
        yield Slip(*layer.span(), misspelt(layer[0], rng))
    for names in source.found(r"(?<=^@layer )[\w, ]+"):
        for name in re.compile(r"\w+").finditer(source.text, *names.span()):
            uses = tuple(source.line(layer.start()) for layer in layers if layer[0] == name[0])
            if uses:
                yield Slip(*name.span(), misspelt(name[0], rng), uses)


@kind("sheets", "imports and layers")
def import_without_its_layer(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for layer in source.found(r" layer\(\w+\)(?=;)"):
        yield Slip(*layer.span(), "")


@kind("sheets", "imports and layers")
def lost_import(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for line in source.found(r"^@import url\(\"([^\"]+)\".*\n"):
        others = (text for path, text in source.group.items() if path != source.path)
        if not any(f'"{line[1]}"' in text for text in others):
            yield Slip(*line.span(), "", elsewhere=frozenset({(f"styles/{line[1]}", 1)}))


@kind("sheets", "house rules")
def rule_in_an_entry_sheet(source: Source, rng: Random) -> Iterator[Slip]:
    if source.path in _ENTRY_SHEETS:
        rules = [rule[0] for text in source.group.values() for rule in re.finditer(_RULE, text, re.MULTILINE)]
        for line in source.found(r"^@import.*\n"):
            yield Slip(line.end(), line.end(), rng.choice(rules))


@kind("sheets", "house rules")
def raw_colour(source: Source, rng: Random) -> Iterator[Slip]:
    if source.path.startswith("styles/tokens/"):
        return
    for token in source.found(r"var\(--(?:ink|ink-quiet|house|accent|tint|paper|hairline-color|marked)\)"):
        colours = ("#164b4f", "#fff", "black", "red", "rgb(20, 20, 20)", "rgb(0 0 0 / .5)", "hsl(180 50% 20%)", "White")
        yield Slip(*token.span(), rng.choice(colours))


@kind("sheets", "house rules")
def important(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for one in _declarations(source):
        if not one.is_token:
            yield Slip(one.found.start("end"), one.found.start("end"), " !important")


@kind("sheets", "house rules")
def physical_side(source: Source, rng: Random) -> Iterator[Slip]:
    if "@page" in source.text:
        return
    for side in source.found(r"(?<=-)(?:inline|block)-(?:start|end)(?=[:-])"):
        yield Slip(*side.span(), rng.choice(("left", "right") if "inline" in side[0] else ("top", "bottom")))
    for side in source.found(r"(?<=text-align: )(?:start|end)(?=;)"):
        yield Slip(*side.span(), rng.choice(("left", "right")))


@kind("sheets", "punctuation")
def duplicated_declaration(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for one in _declarations(source):
        again = f" {one.name}: {one.found['value']};"
        yield Slip(one.found.end(), one.found.end(), again)


@kind("sheets", "tokens")
def misspelt_named_string(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"string\((\w[\w-]*)")
    for name in source.found(r"(?<=string\()\w[\w-]*"):
        yield Slip(*name.span(), misspelt(name[0], rng, known))


@kind("sheets", "misspelt selector")
def misspelt_class(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"\.([a-z][\w-]*)")
    for selector in _selectors(source):
        for name in re.compile(r"(?<=\.)[a-z][\w-]*").finditer(source.text, *selector.span()):
            yield Slip(*name.span(), misspelt(name[0], rng, known))


@kind("sheets", "misspelt selector")
def misspelt_element_or_attribute(source: Source, rng: Random) -> Iterator[Slip]:
    for selector in _selectors(source):
        for name in re.compile(r"(?<![\w.:\[#-])[a-z]+[1-6]?(?![\w-])|(?<=\[)[a-z-]+(?=\])").finditer(
            source.text, *selector.span()
        ):
            if "lang(" not in source.text[selector.start() : name.start()]:  # any letters may be a language
                yield Slip(*name.span(), misspelt(name[0], rng, ELEMENTS))


@kind("sheets", "misspelt selector")
def misspelt_pseudo_class(source: Source, rng: Random) -> Iterator[Slip]:
    for selector in _selectors(source):
        for name in re.compile(r"(?<=:)[a-z-]+").finditer(source.text, *selector.span()):
            yield Slip(*name.span(), misspelt(name[0], rng, {"is", "not", "link", "root"}))
    for name in source.found(r"(?<=^@page :)\w+"):
        yield Slip(*name.span(), misspelt(name[0], rng))


@kind("sheets", "at-rules")
def misspelt_at_rule(source: Source, rng: Random) -> Iterator[Slip]:
    for name in source.found(r"(?<=@)(?:[a-z]+)(?:-[a-z]+)*"):
        if not _is_in_a_comment(source, name.start()):
            yield Slip(*name.span(), misspelt(name[0], rng))


@kind("sheets", "at-rules")
def misspelt_media_condition(source: Source, rng: Random) -> Iterator[Slip]:
    for condition in source.found(r"(?<=@media )[^{]+(?= \{)"):
        for name in re.compile(r"(?<![\w-])[a-z][a-z-]*").finditer(source.text, *condition.span()):
            yield Slip(*name.span(), misspelt(name[0], rng))


def _declarations(source: Source) -> Iterator[Declaration]:
    for found in source.found(_DECLARATION):
        if not _is_in_a_comment(source, found.start()):
            yield Declaration(found)


def _selectors(source: Source) -> Iterator[re.Match[str]]:
    """Yield the words before every brace that are no at-rule; those of a page have no classes."""
    for found in source.found(r"(?:^|(?<=[{}])) *(?!@)([^@{};/*\n][^@{};/*]*)(?=\{)"):
        if not _is_in_a_comment(source, found.start(1)):
            yield found


def _rules(source: Source) -> Iterator[tuple[int, int, list[int]]]:
    """Yield where every brace opens and closes, and where the rules around it open, nearest first."""
    waiting: list[int] = []
    for brace in source.found(r"(?s)/\*.*?\*/|[{}]"):
        if brace[0] == "{":
            waiting.append(brace.start())
        elif brace[0] == "}":
            opening = waiting.pop()
            yield opening, brace.start(), waiting[::-1]


def _prelude(source: Source, opening: int) -> int:
    """Return where the selector begins whose rule opens at a place."""
    begin = max(source.text.rfind(sign, 0, opening) for sign in ("}", "{", ";", "*/"))
    words = re.compile(r"[^\s/*};{]").search(source.text, begin + 1, opening)
    return words.start() if words else opening


def _is_in_a_comment(source: Source, index: int) -> bool:
    return "/*" in source.text[:index].rpartition("*/")[2]
