"""Plural rules: which form of a message goes with a number, as the header of a catalog says it.

The rule is a small expression of C (gettext manual, “Plural forms”). It is read here into functions of our own, one for
each operation; nothing of a catalog is ever executed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Form = Callable[[int], int]

_FORMS = re.compile(r"\s*nplurals\s*=\s*([0-9]{1,2})\s*;\s*plural\s*=(.+)", re.DOTALL)
_TOKEN = re.compile(r"\s*([0-9]{1,9}(?![0-9])|n(?![A-Za-z0-9_])|&&|\|\||[=!<>]=|[-+*/%<>!?:()])")
_TOKEN_LIMIT = 200  # the longest rule known, that of Arabic, has 35
_DEPTH_LIMIT = 30  # brackets and choices inside each other
_TRIED = 1000  # numbers that a rule is tried with, as msgfmt does

_LEVELS = (("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%"))
_OPERATIONS: Mapping[str, Callable[[Form, Form], Form]] = {
    "||": lambda a, b: lambda n: int(bool(a(n) or b(n))),
    "&&": lambda a, b: lambda n: int(bool(a(n) and b(n))),
    "==": lambda a, b: lambda n: int(a(n) == b(n)),
    "!=": lambda a, b: lambda n: int(a(n) != b(n)),
    "<": lambda a, b: lambda n: int(a(n) < b(n)),
    ">": lambda a, b: lambda n: int(a(n) > b(n)),
    "<=": lambda a, b: lambda n: int(a(n) <= b(n)),
    ">=": lambda a, b: lambda n: int(a(n) >= b(n)),
    "+": lambda a, b: lambda n: a(n) + b(n),
    "-": lambda a, b: lambda n: a(n) - b(n),
    "*": lambda a, b: lambda n: a(n) * b(n),
    "/": lambda a, b: lambda n: a(n) // b(n),
    "%": lambda a, b: lambda n: a(n) % b(n),
}


class PluralRuleError(ValueError):
    """A plural rule that cannot be used; the message says why in plain words."""


@dataclass(frozen=True, slots=True)
class PluralRule:
    """So many forms of a message, and the expression that says which of them goes with a number."""

    count: int
    _expression: Form = field(compare=False)

    @classmethod
    def parse(cls, forms: str) -> PluralRule:
        """Read the value of the header ``Plural-Forms``.

        Raises:
            PluralRuleError: it is not of the known form, or gives a form that does not exist.
        """
        match = _FORMS.fullmatch(forms)
        if not match:
            raise PluralRuleError("it is not of the form “nplurals=2; plural=(n != 1);”")
        rule = cls(int(match[1]), _Parser(match[2].strip().removesuffix(";")).form())
        for number in range(_TRIED + 1):
            rule._form(number)
        return rule

    def form(self, number: int) -> int:
        """Return which form (from 0) goes with a number that is not negative.

        That is the last one if the rule fails for the number, which is larger than those it was tried with then.
        """
        try:
            return self._form(number)
        except PluralRuleError:
            return self.count - 1

    def _form(self, number: int) -> int:
        try:
            form = self._expression(number)
        except ZeroDivisionError:
            raise PluralRuleError(f"it divides by nothing for n = {number}") from None
        if not 0 <= form < self.count:
            raise PluralRuleError(f"it gives the form {form} for n = {number}, and there are {self.count} from 0")
        return form


def plural_rule(headers: Mapping[str, str]) -> PluralRule | None:
    """Return the plural rule of a catalog's header, if it has one that can be used."""
    try:
        return PluralRule.parse(headers.get("Plural-Forms", ""))
    except PluralRuleError:
        return None


class _Parser:
    """Reads an expression by its levels of precedence, the choice ``a ? b : c`` outermost."""

    def __init__(self, expression: str) -> None:
        self._tokens: list[str] = []
        self._depth = 0
        position = 0
        while position < len(expression):
            match = _TOKEN.match(expression, position)
            if not match:
                raise PluralRuleError(f"“{expression[position:].strip()[:12]}” has no place in its expression")
            self._tokens.append(match[1])
            if len(self._tokens) > _TOKEN_LIMIT:
                raise PluralRuleError(f"its expression has more than {_TOKEN_LIMIT} signs")
            position = match.end()
        self._tokens.reverse()

    def form(self) -> Form:
        form = self._choice()
        if self._tokens:
            raise PluralRuleError(f"“{self._tokens[-1]}” is out of place in its expression")
        return form

    def _choice(self) -> Form:
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise PluralRuleError(f"more than {_DEPTH_LIMIT} brackets or choices stand inside each other")
        form = self._level(0)
        if self._take("?"):
            chosen = self._choice()
            self._need(":")
            form = _choosing(form, chosen, self._choice())
        self._depth -= 1
        return form

    def _level(self, level: int) -> Form:
        if level == len(_LEVELS):
            return self._operand()
        form = self._level(level + 1)
        while self._tokens and self._tokens[-1] in _LEVELS[level]:
            form = _OPERATIONS[self._tokens.pop()](form, self._level(level + 1))
        return form

    def _operand(self) -> Form:
        negations = 0
        while self._take("!"):
            negations += 1
        if self._take("("):
            form = self._choice()
            self._need(")")
        else:
            word = self._tokens.pop() if self._tokens else "the end"
            if word != "n" and not word.isdecimal():
                raise PluralRuleError(f"a number, n or a bracket is missing before {word}")
            form = _constant(word)
        return _negated(form, negations)

    def _take(self, token: str) -> bool:
        is_next = bool(self._tokens) and self._tokens[-1] == token
        if is_next:
            self._tokens.pop()
        return is_next

    def _need(self, token: str) -> None:
        if not self._take(token):
            raise PluralRuleError(f"a “{token}” is missing in its expression")


def _choosing(condition: Form, chosen: Form, otherwise: Form) -> Form:
    return lambda n: chosen(n) if condition(n) else otherwise(n)


def _constant(word: str) -> Form:
    if word == "n":
        return lambda n: n
    value = int(word)
    return lambda _: value


def _negated(form: Form, times: int) -> Form:
    if not times:
        return form
    is_turned = bool(times % 2)
    return lambda n: int(bool(form(n)) != is_turned)
