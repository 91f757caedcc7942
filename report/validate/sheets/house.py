"""What a house changes about the sheets by data: known faces' roles, known tokens, values that are values."""

from __future__ import annotations

from collections.abc import Iterator

from report.compose.sheet import FACE_TOKENS
from report.findings import Finding, nearest
from report.model.brief import Design
from report.model.output import SETTINGS
from report.validate.sheets.components import UnknownToken, Values, unit_of
from report.validate.sheets.lexer import Token, tokens_of
from report.validate.sheets.matching import is_colour, numeric_kind
from report.validate.sheets.styles import Styles, Vocabulary, tokens_named, vocabulary

_LENGTHS = ("length", "percentage", "length-percentage")


def check_house(styles: Styles, design: Design) -> Iterator[Finding]:
    """Yield roles, tokens and values of a design that the sheets do not know."""
    for role in design.faces:
        if role not in FACE_TOKENS:
            hint = nearest(role, FACE_TOKENS) or f"there are {', '.join(FACE_TOKENS)}"
            yield Finding("STY-007", design.mark, f"no face has the role “{role}”", hint)
    known = {name for tokens in styles.tokens.values() for name in tokens}
    for name, value in design.tokens.items():
        if f"--{name}" not in known:
            hint = nearest(name, (one.removeprefix("--") for one in known))
            yield Finding("STY-007", design.mark, f"no sheet has the token “{name}”", hint)
            continue
        message = _slip(value, known) or _other_kind(styles, name, value)
        if message:
            yield Finding("STY-007", design.mark, f"the value of the token “{name}”, “{value}”, {message}")


def _slip(value: str, known: set[str]) -> str:
    """Return why a text is no value, empty when it is one."""
    tokens = tuple(tokens_of(value))
    opened = sum(token.kind == "function" or token.text == "(" for token in tokens)
    if not value.strip() or opened != sum(token.text == ")" for token in tokens):
        return "is not complete"
    slips = [slip for token in tokens if (slip := _slip_in(token))]
    unknown = [token.text for token, _ in tokens_named(tokens) if token.text not in known]
    return next(iter((*slips, *(f"takes the unknown token “{name}”" for name in unknown))), "")


def _slip_in(token: Token) -> str:
    words = vocabulary(is_screen=True)
    if token.is_sign(";", "{", "}", "!", ":", "<", "\\") or token.kind in ("comment", "at", "broken"):
        return f"holds “{token.text}”: a token is one value"
    if token.kind == "url" or token.text.lower() == "url(":
        return "holds an address"
    if token.kind == "function" and token.text[:-1].lower() not in words.functions:
        return f"holds the unknown function “{token.text[:-1]}()”"
    if token.kind == "number" and unit_of(token.text) not in ("", *words.units):
        return f"has the unknown unit “{unit_of(token.text)}”"
    return ""


def _other_kind(styles: Styles, name: str, value: str) -> str:
    """Return that a value is of another kind than the one it stands for, empty when it is not."""
    known = vocabulary(is_screen=True)
    for medium in SETTINGS:
        places = styles.tokens[medium].get(f"--{name}", ())
        values = Values(styles.tokens[medium])
        mine = _kind(values, tuple(tokens_of(value)), known)
        theirs = {_kind(values, place.declaration.value, known) for place in places} - {""}
        if places and mine and theirs and mine not in theirs:
            return f"is {mine}, where the sheets have {' or '.join(sorted(theirs))}"
    return ""


def _kind(values: Values, value: tuple[Token, ...], known: Vocabulary) -> str:
    try:
        components = values.components(value)
    except UnknownToken:
        return ""
    if len(components) != 1:
        return ""
    if is_colour(components[0], known):
        return "a colour"
    kind = numeric_kind(components[0], known.units)
    if kind in _LENGTHS or (kind == "number" and components[0].number == 0):
        return "a length"
    if kind == "number":
        return "a number"
    return "a text" if components[0].kind == "string" else ""
