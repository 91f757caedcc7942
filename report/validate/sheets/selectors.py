"""Selectors: known elements, attributes and pseudo-classes; parts named by one class, no ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import get_args

from report.findings import Finding, nearest
from report.model.revision import BlockFate, State
from report.model.text import Direction, Lag
from report.validate.elements import ATTRIBUTES, ELEMENTS, may_hold
from report.validate.sheets import vocabulary as house
from report.validate.sheets.lexer import Token
from report.validate.sheets.styles import Styles, Vocabulary
from report.validate.sheets.tree import Declaration, Rule, Sheet

_COUNT = re.compile(r"odd|even|[+-]?\d+|[+-]?\d*n(\s*[+-]\s*\d+)?")
_LANGUAGES = re.compile(r"[\w*-]+(\s*,\s*[\w*-]+)*")
_DIRECTIONS = re.compile(r"ltr|rtl")
_VALUES: Mapping[str, tuple[str, ...]] = {
    "dir": get_args(Direction),
    "data-fate": get_args(BlockFate),
    "data-standing": get_args(Lag),
    "data-state": (*get_args(State), "redline"),
}
_FORMS = {"count": _COUNT, "languages": _LANGUAGES, "direction": _DIRECTIONS}


def check_selectors(styles: Styles) -> Iterator[Finding]:
    """Yield what a selector names that does not exist, or should not be named by it."""
    for sheet in styles.sheets.values():
        known = styles.vocabulary(sheet)
        for rule in selectors_in(sheet):
            yield from _selector(sheet, rule.prelude, known)
            yield from _parts(sheet, rule)
        for placed in sheet.declarations:
            for token in attributes_taken(placed.declaration):
                yield from _attribute(sheet, token)


def selectors_in(sheet: Sheet) -> Iterator[Rule]:
    """Yield the rules of a sheet that have a selector."""
    frames = {item.at for rule in sheet.rules() if rule.name == "keyframes" for item in rule.items}
    return (rule for rule in sheet.rules() if not rule.name and rule.at not in frames)


def classes_in(rule: Rule) -> Iterator[Token]:
    """Yield the tokens behind the dots of a selector."""
    for token, following in pairwise(rule.prelude):
        if token.is_sign(".") and following.kind == "ident":
            yield following


def attributes_in(rule: Rule) -> Iterator[Token]:
    """Yield the attributes that a selector asks for."""
    for token, following in pairwise(rule.prelude):
        if token.is_sign("[") and following.kind == "ident":
            yield following


def attributes_taken(declaration: Declaration) -> Iterator[Token]:
    """Yield the attributes of elements whose words a value prints."""
    for token, following in pairwise(declaration.value):
        if token.kind == "function" and token.text == "attr(" and following.kind == "ident":
            yield following


def _selector(sheet: Sheet, tokens: Sequence[Token], known: Vocabulary) -> Iterator[Finding]:
    """Check the names in a selector from left to right."""
    before = Token("space", " ", -1)
    number = 0
    while number < len(tokens):
        token = tokens[number]
        following = tokens[number + 1] if number + 1 < len(tokens) else Token("end", "", token.end)
        number += 1
        if token.is_sign(".", ":", "::", "["):
            number += 1
            if token.text == "[":
                yield from _attribute(sheet, following)
                yield from _value(sheet, tokens[number - 1 : number + 2])
                while number < len(tokens) and not tokens[number - 1].is_sign("]"):
                    number += 1
            elif token.text == ".":
                yield from _is_name(sheet, following, "a class")
            elif token.text == "::":
                yield from _known(sheet, following, known.pseudo_elements, "pseudo-element")
            else:
                number, found = _pseudo_class(sheet, following, tokens, number, known)
                yield from found
        elif token.kind == "ident":
            yield from _element(sheet, token, before)
        elif token.kind == "hash":
            yield _say(sheet, token, f"a sheet names parts by class, not by id: “{token.text}”", "STY-006")
        elif not (token.kind == "space" or token.is_sign(",", ">", "+", "~", "*", "&")):
            yield _say(sheet, token, f"“{token.text}” does not belong in a selector")
        before = token


def _element(sheet: Sheet, token: Token, before: Token) -> Iterator[Finding]:
    if not (before.kind == "space" or before.is_sign(",", ">", "+", "~", "&")):
        yield _say(sheet, token, f"“{token.text}” does not belong here")
    elif token.text.lower() not in ELEMENTS:
        hint = nearest(token.text, ELEMENTS) or f"a class is written .{token.text}"
        yield _say(sheet, token, f"no element is called “{token.text}”", hint=hint)


def _attribute(sheet: Sheet, token: Token) -> Iterator[Finding]:
    if token.text not in ATTRIBUTES and not token.text.startswith("data-"):
        yield _say(sheet, token, f"no attribute is called “{token.text}”", hint=nearest(token.text, ATTRIBUTES))


def _value(sheet: Sheet, tokens: Sequence[Token]) -> Iterator[Finding]:
    """Check a value that a sheet asks for where it is one of few."""
    known = _VALUES.get(tokens[0].text)
    if known is None or not tokens[1].is_sign("="):
        return
    written = tokens[-1].text.strip("\"'")
    if written not in known:
        hint = nearest(written, known) or f"write {', '.join(known[:-1])} or {known[-1]}"
        yield _say(sheet, tokens[-1], f"“{tokens[0].text}” is never “{written}”", hint=hint)


def _is_name(sheet: Sheet, token: Token, what: str) -> Iterator[Finding]:
    if token.kind != "ident":
        yield _say(sheet, token, f"the name of {what} is missing here")


def _known(sheet: Sheet, token: Token, names: Sequence[str], what: str) -> Iterator[Finding]:
    if token.text not in names:
        yield _say(sheet, token, f"no {what} is called “{token.text}”", hint=nearest(token.text, names) or house.TO_ADD)


def _pseudo_class(
    sheet: Sheet, token: Token, tokens: Sequence[Token], start: int, known: Vocabulary
) -> tuple[int, list[Finding]]:
    """Check a pseudo-class and what stands in its brackets; return the place behind it."""
    name = token.text.rstrip("(").lower()
    if name not in known.pseudo_classes:
        hint = nearest(name, known.pseudo_classes) or house.TO_ADD
        if name in known.pseudo_elements:
            hint = f"a pseudo-element is written ::{name}"
        return start, [_say(sheet, token, f"no pseudo-class is called “{name}”", hint=hint)]
    form = known.pseudo_classes[name]
    if (token.kind == "function") != bool(form):
        return start, [_say(sheet, token, f"“:{name}” is written {'with' if form else 'without'} brackets")]
    if not form:
        return start, []
    end = _closing(tokens, start)
    inside = tokens[start:end]
    if form == "selectors":
        return end + 1, list(_selector(sheet, [Token("space", " ", token.end), *inside], known))
    written = "".join(one.text for one in inside).strip()
    if not _FORMS[form].fullmatch(written):
        return end + 1, [_say(sheet, token, f"“{written}” is no {form} for “:{name}”")]
    return end + 1, []


def _closing(tokens: Sequence[Token], start: int) -> int:
    depth = 1
    for number in range(start, len(tokens)):
        token = tokens[number]
        depth += (token.kind == "function" or token.is_sign("(")) - token.is_sign(")")
        if not depth:
            return number
    return len(tokens)


def _parts(sheet: Sheet, rule: Rule) -> Iterator[Finding]:
    """A selector names one class, a second only for what stands directly in or beside it; and nothing impossible."""
    compound: list[Token] = []
    around: list[Token] = []
    for token in (*rule.prelude, Token("sign", ",", rule.at)):
        if not (token.kind in ("space", "function") or token.is_sign(",", ">", "+", "~", ")")):
            compound.append(token)
            continue
        classes = [following for sign, following in pairwise(compound) if sign.is_sign(".")]
        for second in classes[1:2]:
            yield _say(sheet, second, f"a second class, “{second.text}”, in one selector", "STY-006")
        if compound and around:
            yield from _within(sheet, around, compound)
        around = (compound or around) if token.kind == "space" else []
        compound = []


def _within(sheet: Sheet, around: list[Token], inside: list[Token]) -> Iterator[Finding]:
    """Check a compound that stands behind another with a space between."""
    if around[0].is_sign(".") and inside[0].is_sign("."):
        message = f"two classes, “{around[1].text}” and “{inside[1].text}”, in one selector"
        yield _say(sheet, inside[0], message, "STY-006", "is a comma missing?")
    outer, inner = around[0].text, inside[0].text
    if around[0].kind == inside[0].kind == "ident" and not may_hold(outer, inner):
        yield _say(sheet, inside[0], f"<{inner}> never stands within <{outer}>", "STY-006", "is a comma missing?")


def _say(sheet: Sheet, token: Token, message: str, code: str = "STY-002", hint: str = "") -> Finding:
    return Finding(code, sheet.source.mark(token.at), message, hint)
