"""What sheets set under a name and take by it: strings, running elements, named pages, page counters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from report.findings import Finding, nearest
from report.validate.sheets.lexer import Token
from report.validate.sheets.styles import Styles
from report.validate.sheets.tree import Sheet

_COUNTERS = frozenset({"page", "pages"})
_WHAT = {"string": "string", "element": "running element", "counter": "counter", "page": "page"}

Named = tuple[Sheet, Token]


def check_named(styles: Styles) -> Iterator[Finding]:
    """Yield names that are taken and not set, and names that are set and not taken."""
    taken = list(_taken(styles))
    given = list(_given(styles))
    for kind, what in _WHAT.items():
        set_names = {token.text for one, (_, token) in given if one == kind} | (
            _COUNTERS if kind == "counter" else set()
        )
        used_names = {token.text for one, (_, token) in taken if one == kind}
        yield from _without(taken, kind, set_names, f"no sheet sets the {what}")
        yield from _without(given, kind, used_names, f"no sheet takes the {what}")


def _without(names: Sequence[tuple[str, Named]], kind: str, others: set[str], message: str) -> Iterator[Finding]:
    for one, (sheet, token) in names:
        if one == kind and token.text not in others:
            hint = nearest(token.text, others)
            yield Finding("STY-013", sheet.source.mark(token.at), f"{message} “{token.text}”", hint)


def _taken(styles: Styles) -> Iterator[tuple[str, Named]]:
    for sheet in styles.sheets.values():
        for placed in sheet.declarations:
            value = placed.declaration.value
            for token, following in pairwise(value):
                kind = token.text[:-1] if token.kind == "function" else ""
                if kind in ("string", "element", "counter") and following.kind == "ident":
                    yield kind, (sheet, following)
        for rule in sheet.rules():
            if rule.name == "page" and rule.prelude and rule.prelude[0].kind == "ident":
                yield "page", (sheet, rule.prelude[0])


def _given(styles: Styles) -> Iterator[tuple[str, Named]]:
    for sheet in styles.sheets.values():
        for placed in sheet.declarations:
            name, value = placed.declaration.name, placed.declaration.value
            if name == "string-set":
                yield from (("string", (sheet, token)) for token in _heads(value) if token.text != "none")
            elif name == "page":
                yield from (("page", (sheet, token)) for token in _heads(value) if token.text != "auto")
            elif name == "position":
                for token, following in pairwise(value):
                    if token.text == "running(" and following.kind == "ident":
                        yield "element", (sheet, following)


def _heads(value: Sequence[Token]) -> Iterator[Token]:
    """Yield the first word of every part between commas."""
    depth, is_head = 0, True
    for token in value:
        if is_head and token.kind == "ident":
            yield token
        if token.kind != "space":
            is_head = depth == 0 and token.is_sign(",")
        depth += (token.kind == "function") - token.is_sign(")")
