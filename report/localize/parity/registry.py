"""The registry of the rules of parity: one small function each, none of which knows another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report.findings import Mark
from report.localize.parity.pair import Pair

Slip = tuple[Mark, str, str]
"""A place in the translation, a message, and a hint."""

Rule = Callable[[Pair], Iterator[Slip]]

PARITY_RULES: list[tuple[str, Rule]] = []


def rule(code: str) -> Callable[[Rule], Rule]:
    """Enter a rule into the registry under its code; a code may have several rules."""

    def enter(function: Rule) -> Rule:
        PARITY_RULES.append((code, function))
        return function

    return enter
