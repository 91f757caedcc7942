"""Tokens: defined, used, and the only place for raw colours and lengths."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding, nearest
from report.validate.sheets import vocabulary as house
from report.validate.sheets.components import Component
from report.validate.sheets.lexer import Token
from report.validate.sheets.styles import Definition, Styles, tokens_named
from report.validate.sheets.tree import Declaration, Sheet

_PRESS = "-cmyk"
_HAIRLINE = 1.0
_COLOUR_PROPERTIES = (
    "color",
    "background",
    "border",
    "outline",
    "column-rule",
    "text-decoration",
    "box-shadow",
    "fill",
)


def check_tokens(styles: Styles) -> Iterator[Finding]:
    """Yield tokens that are used and not defined, defined and not used."""
    used: set[str] = set()
    defined = {name for tokens in styles.tokens.values() for name in tokens}
    for sheet in styles.sheets.values():
        for placed in sheet.declarations:
            for token, has_other in tokens_named(placed.declaration.value):
                used.add(token.text)
                if not has_other:
                    yield from _undefined(styles, sheet, token, defined)
    yield from _unused(styles, used, defined)


def check_raw_values(styles: Styles) -> Iterator[Finding]:
    """Yield colours and fixed lengths outside the layer of tokens."""
    for sheet in styles.sheets.values():
        if styles.layer_of(sheet) == "tokens" or sheet.source.path.startswith("styles/tokens/"):
            continue
        for placed in sheet.declarations:
            yield from _colours(sheet, placed.declaration)
            yield from _lengths(sheet, placed.declaration)


def _undefined(styles: Styles, sheet: Sheet, token: Token, defined: set[str]) -> Iterator[Finding]:
    missing = [medium for medium in styles.media_of(sheet) if token.text not in styles.tokens[medium]]
    if not missing:
        return
    message = f"no sheet defines the token “{token.text}”"
    hint = nearest(token.text, defined) or "tokens are defined in styles/tokens/"
    if token.text in defined:
        message = f"no sheet that {missing[0]}.css imports defines the token “{token.text}”"
        hint = ""
    yield Finding("STY-003", sheet.source.mark(token.at), message, hint)


def _unused(styles: Styles, used: set[str], defined: set[str]) -> Iterator[Finding]:
    """A token in process colour waits for the press beside its partner; every other is used somewhere."""
    definitions: dict[str, Definition] = {}
    for tokens in styles.tokens.values():
        for name, places in tokens.items():
            definitions.setdefault(name, places[0])
    for name, definition in definitions.items():
        is_partner = name.endswith(_PRESS) and name.removesuffix(_PRESS) in defined
        if name not in used and not is_partner:
            hint = nearest(name, used - defined)
            mark = definition.sheet.source.mark(definition.declaration.at)
            yield Finding("STY-010", mark, f"nothing uses the token “{name}”", hint)


def _colours(sheet: Sheet, declaration: Declaration) -> Iterator[Finding]:
    takes_colour = declaration.name.startswith((*_COLOUR_PROPERTIES, "--")) or declaration.name.endswith("-color")
    functions = (*house.COLOUR_FUNCTIONS, *house.SCREEN_COLOUR_FUNCTIONS)
    for token in declaration.value:
        is_named = token.kind == "ident" and takes_colour and token.text.lower() in house.COLOUR_NAMES
        if token.kind == "hash" or is_named or (token.kind == "function" and token.text[:-1].lower() in functions):
            message = f"a raw colour, “{token.text.rstrip('(')}”, outside the tokens"
            yield Finding("STY-005", sheet.source.mark(token.at), message, "name it in styles/tokens/color.css")


def _lengths(sheet: Sheet, declaration: Declaration) -> Iterator[Finding]:
    for token in declaration.value:
        if token.kind != "number":
            continue
        number = Component("number", token.text, token.at)
        is_hairline = abs(number.number) <= _HAIRLINE and number.unit in ("pt", "px")
        if number.unit in house.FIXED_UNITS and number.number and not is_hairline:
            message = f"a raw length, “{token.text}”, outside the tokens"
            hint = "name it in styles/tokens/, or use em, lh, % or a hairline of 1pt or less"
            yield Finding("STY-008", sheet.source.mark(token.at), message, hint)
