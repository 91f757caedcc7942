"""What a sheet is made of: rules and declarations with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.findings import Finding
from report.validate.sheets.lexer import Token
from report.validate.source import Source


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property (or token) and its value, without the spaces around it."""

    name: str
    value: tuple[Token, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector or an at-rule and what stands in its braces.

    ``name`` is the at-rule's (“page”), empty for a selector. ``is_statement`` where a semicolon ends it.
    """

    name: str
    prelude: tuple[Token, ...]
    items: tuple[Item, ...]
    at: int
    is_statement: bool = False


Item = Declaration | Rule


@dataclass(frozen=True, slots=True)
class Placed:
    """A declaration and the rules around it, outermost first."""

    declaration: Declaration
    rules: tuple[Rule, ...]

    @property
    def at_rule(self) -> str:
        """The name of the at-rule that holds it directly, empty within a selector."""
        return self.rules[-1].name


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of rules, all its declarations with the rules around them, and what is not well-formed in it."""

    source: Source
    items: tuple[Item, ...]
    declarations: tuple[Placed, ...]
    findings: tuple[Finding, ...]

    def rules(self) -> Iterator[Rule]:
        """Yield every rule, outer ones first."""
        return rules_in(self.items)


def rules_in(items: Sequence[Item]) -> Iterator[Rule]:
    """Yield every rule in a list of items, outer ones first."""
    for item in items:
        if isinstance(item, Rule):
            yield item
            yield from rules_in(item.items)


def placed_in(items: Sequence[Item], around: tuple[Rule, ...] = ()) -> Iterator[Placed]:
    """Yield every declaration within rules, with the rules around it."""
    for item in items:
        if isinstance(item, Rule):
            yield from placed_in(item.items, (*around, item))
        elif around:
            yield Placed(item, around)


def words(tokens: Sequence[Token]) -> str:
    """Return tokens as they are read aloud: single spaces, none at the ends."""
    return " ".join("".join(token.text for token in tokens).split())
