"""At-rules: known ones, in their place, with a head that says something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from report.findings import Finding, nearest
from report.validate.sheets import vocabulary as house
from report.validate.sheets.lexer import Token
from report.validate.sheets.styles import Styles, Vocabulary
from report.validate.sheets.tree import Rule, Sheet


def check_at_rules(styles: Styles) -> Iterator[Finding]:
    """Yield at-rules, page selectors, margin boxes and media queries that do not exist."""
    pages = {
        token.text
        for sheet in styles.sheets.values()
        for placed in sheet.declarations
        if placed.declaration.name == "page"
        for token in placed.declaration.value
    }
    for sheet in styles.sheets.values():
        known = styles.vocabulary(sheet)
        yield from _within(sheet, sheet.items, "", known, pages)


def _within(
    sheet: Sheet, items: Sequence[object], around: str, known: Vocabulary, pages: set[str]
) -> Iterator[Finding]:
    for rule in items:
        if not isinstance(rule, Rule):
            continue
        if rule.name:
            yield from _at_rule(sheet, rule, around, known, pages)
        yield from _within(sheet, rule.items, rule.name or "a selector", known, pages)


def _at_rule(sheet: Sheet, rule: Rule, around: str, known: Vocabulary, pages: set[str]) -> Iterator[Finding]:
    name = rule.name
    if name == "font-face":
        hint = "faces are declared by report/typeset/fonts.py from the font packages"
        yield Finding("STY-004", sheet.source.mark(rule.at), "@font-face stands in no sheet", hint)
    elif around == "page":
        if name not in house.MARGIN_BOXES:
            hint = nearest(name, house.MARGIN_BOXES) or f"there are {', '.join(house.MARGIN_BOXES)}"
            yield _say(sheet, rule.at, f"no margin box is called “@{name}”", hint)
        elif rule.prelude:
            yield _say(sheet, rule.prelude[0].at, f"nothing stands between @{name} and its brace")
    elif name in house.MARGIN_BOXES:
        yield _say(sheet, rule.at, f"@{name} belongs in @page")
    elif name not in known.at_rules:
        hint = nearest(name, (*known.at_rules, *house.MARGIN_BOXES)) or house.TO_ADD
        if name in house.SCREEN_AT_RULES:
            hint = "the engine does not know it: it belongs in a .screen.css sheet"
        yield _say(sheet, rule.at, f"no at-rule is called “@{name}”", hint)
    elif name == "page" and around:
        yield _say(
            sheet, rule.at, f"@page stands in @{around}".replace("@a ", "a "), "is a closing brace missing above?"
        )
    elif name in _HEADS:
        yield from _HEADS[name](sheet, rule, pages)


def _page(sheet: Sheet, rule: Rule, pages: set[str]) -> Iterator[Finding]:
    before = Token("space", "", rule.at)
    for token in rule.prelude:
        name = token.text.rstrip("(")
        if before.is_sign(":"):
            if name not in house.PAGE_PSEUDO_CLASSES:
                hint = nearest(name, house.PAGE_PSEUDO_CLASSES) or f"there are {', '.join(house.PAGE_PSEUDO_CLASSES)}"
                yield _say(sheet, token.at, f"no page is called “:{name}”", hint)
        elif token.kind == "ident" and not before.is_sign("+", "-") and name not in (*pages, "n", "of"):
            yield _say(sheet, token.at, f"nothing is set on a page called “{name}”", nearest(name, pages))
        elif token.kind not in ("ident", "space", "number", "sign"):
            yield _say(sheet, token.at, f"“{token.text}” does not belong here")
        before = token


def _media(sheet: Sheet, rule: Rule, _pages: set[str]) -> Iterator[Finding]:
    depth = 0
    words = [token for token in rule.prelude if token.kind != "space"]
    if not words:
        yield _say(sheet, rule.at, f"@{rule.name} says nothing")
    feature, before = "", Token("space", "", rule.at)
    for token in words:
        if token.is_sign("(") or token.kind == "function":
            depth, feature = depth + 1, ""
        elif token.is_sign(")"):
            depth -= 1
        elif token.kind == "ident":
            if depth and before.kind == "ident" and token.text not in house.MEDIA_WORDS:
                yield _say(sheet, token.at, f"no colon before “{token.text}”")
            yield from _media_word(sheet, token, feature, depth)
            feature = feature or token.text
        elif token.kind == "number":
            yield from _media_number(sheet, token, feature)
        before = token


def _media_word(sheet: Sheet, token: Token, feature: str, depth: int) -> Iterator[Finding]:
    known: Mapping[str, object] = house.MEDIA_FEATURES
    if not depth:
        known = dict.fromkeys((*house.MEDIA_TYPES, *house.MEDIA_WORDS))
    elif feature:
        known = dict.fromkeys((*house.MEDIA_FEATURES.get(feature, "").split(" | "), *house.MEDIA_WORDS))
    if token.text not in known and (feature in house.MEDIA_FEATURES or not feature or not depth):
        hint = nearest(token.text, known) or house.TO_ADD
        yield _say(sheet, token.at, f"no medium or feature is called “{token.text}”", hint)


def _media_number(sheet: Sheet, token: Token, feature: str) -> Iterator[Finding]:
    unit = token.text.lstrip("+-.0123456789")
    lengths = (*house.UNITS["length"], *house.SCREEN_UNITS["length"])
    if unit not in lengths and token.text != "0":
        hint = nearest(unit, lengths) or "a length has a unit"
        yield _say(sheet, token.at, f"“{token.text}” is no length{f' for “{feature}”' if feature else ''}", hint)


_HEADS: Mapping[str, Callable[[Sheet, Rule, set[str]], Iterator[Finding]]] = {
    "page": _page,
    "media": _media,
    "container": _media,
}


def _say(sheet: Sheet, offset: int, message: str, hint: str = "") -> Finding:
    return Finding("STY-002", sheet.source.mark(offset), message, hint)
