"""A value held against the grammar of its property, with the tokens of one medium in their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from report.findings import nearest
from report.validate.sheets import vocabulary as house
from report.validate.sheets.calculation import kind_of_calculation
from report.validate.sheets.components import Component, UnknownToken, Values
from report.validate.sheets.grammar import grammar, words_of
from report.validate.sheets.lexer import Token
from report.validate.sheets.matching import Match, numeric_kind
from report.validate.sheets.styles import Definition, Styles, Vocabulary
from report.validate.sheets.tree import Declaration, Sheet


class Told(NamedTuple):
    """What is wrong with a value: where in it, in words, a hint, and the tokens whose own values may be the mistake.

    ``is_sum`` where the mistake may as well be in the calculation that takes the tokens.
    """

    offset: int
    message: str
    hint: str
    suspects: frozenset[str] = frozenset()
    is_sum: bool = False


class Checker:
    """Holds values against their grammars, with the tokens of one medium; the same value is read once."""

    def __init__(self, styles: Styles, tokens: Mapping[str, tuple[Definition, ...]]) -> None:
        """Take the sheets and the tokens that count."""
        self._styles = styles
        self._values = Values(tokens)
        self._told: dict[tuple[str, str, bool], Told | None] = {}

    def told(self, sheet: Sheet, declaration: Declaration) -> Told | None:
        """Return what is wrong with the value of a declaration; nothing where its property is unknown."""
        known = self._styles.vocabulary(sheet)
        if not declaration.name.startswith("--") and declaration.name not in known.properties:
            return None
        value = declaration.value
        if not value:
            return None
        text = "".join(token.text for token in value)
        key = (declaration.name, text, "hover" in known.pseudo_classes)
        if key not in self._told:
            told = self._check(declaration, known)
            self._told[key] = told and told._replace(offset=told.offset - value[0].at)
        return self._told[key]

    def _check(self, declaration: Declaration, known: Vocabulary) -> Told | None:
        try:
            value = self._values.components(_without_importance(declaration))
        except UnknownToken:
            return None
        wrong = next(_wrong_calculations(value, known), None)
        if wrong or declaration.name.startswith("--"):
            return wrong
        if len(value) == 1 and value[0].text.lower() in known.wide:
            return None
        notation = known.properties[declaration.name]
        match = Match(value, known)
        if match.holds(grammar(notation)):
            return None
        return _slip(declaration, value, match.reached, notation)


def _without_importance(declaration: Declaration) -> tuple[Token, ...]:
    """Return a value without ``!important``, which is told by another rule."""
    signs = [number for number, token in enumerate(declaration.value) if token.is_sign("!")]
    return declaration.value[: signs[0]] if signs else declaration.value


def _wrong_calculations(value: tuple[Component, ...], known: Vocabulary) -> Iterator[Told]:
    for component in value:
        if component.kind == "function" and component.text in house.CALCULATIONS:
            _, wrong = kind_of_calculation(component, lambda inner: numeric_kind(inner, known.units))
            if wrong:
                suspects = _tokens_in(component.inside) if wrong.mixes else ()
                yield Told(wrong.component.at, str(wrong), "", frozenset(suspects), is_sum=True)
        yield from _wrong_calculations(component.inside, known)


def _tokens_in(components: Sequence[Component]) -> Iterator[str]:
    for component in components:
        yield component.token
        yield from _tokens_in(component.inside)


def _slip(declaration: Declaration, value: tuple[Component, ...], reached: int, notation: str) -> Told:
    """Return place, words and hint for a value that does not follow its grammar."""
    name, takes = declaration.name, f"it takes {notation}"
    if reached >= len(value):
        return Told(value[-1].at, f"the value of “{name}” is not complete", takes)
    slip = value[reached]
    written = f"{slip.text}()" if slip.kind == "function" else slip.text
    origin = f" (from {slip.token})" if slip.token else ""
    is_misspelt = slip.kind in ("word", "function") and not slip.token and written not in words_of(notation)
    hint = nearest(written, words_of(notation)) if is_misspelt else ""
    message = f"“{name}” does not take “{written}”{origin} here"
    return Told(slip.at, message, hint or takes, frozenset(_tokens_in([slip])))
