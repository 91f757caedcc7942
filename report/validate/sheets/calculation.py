"""Calculations: what kind of value they give, and what is wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from report.validate.sheets.components import Component

_LENGTHS = frozenset({"length", "percentage", "length-percentage"})
KindOf = Callable[[Component], str | None]


class Wrong(Exception):
    """A calculation cannot be made; says why, at which component, and whether kinds of values do not go together."""

    def __init__(self, component: Component, message: str, *, mixes: bool = False) -> None:
        super().__init__(message)
        self.component = component
        self.mixes = mixes


def kind_of_calculation(function: Component, kind_of: KindOf) -> tuple[str, Wrong | None]:
    """Return the kind of value of ``calc()``, ``min()`` …, “anything” when it is wrong, and what is wrong."""
    try:
        kinds = [_sum(_Part(part, function), kind_of) for part in _arguments(function)]
        kind = kinds[0]
        for other in kinds[1:]:
            kind = _alike(kind, other, function)
    except Wrong as wrong:
        return "anything", wrong
    return kind, None


def _arguments(function: Component) -> Iterator[list[Component]]:
    part: list[Component] = []
    for component in function.inside:
        if component.kind == "sign" and component.text == ",":
            yield part
            part = []
        else:
            part.append(component)
    yield part


class _Part:
    """An argument of a calculation, read from left to right."""

    def __init__(self, components: Sequence[Component], function: Component) -> None:
        self.function = function
        self._components = components
        self._next = 0

    def sign(self, *signs: str) -> Component | None:
        """Take the next component if it is one of the signs."""
        here = self._components[self._next] if self._next < len(self._components) else None
        if here is None or here.kind != "sign" or here.text not in signs:
            return None
        self._next += 1
        return here

    def take(self) -> Component:
        """Take the next component, which must be there."""
        if self._next >= len(self._components):
            raise Wrong(self._components[-1] if self._components else self.function, "a value is missing here")
        self._next += 1
        return self._components[self._next - 1]

    def peek(self) -> Component | None:
        """Return the next component, if there is one."""
        return self._components[self._next] if self._next < len(self._components) else None


def _sum(part: _Part, kind_of: KindOf) -> str:
    kind = _product(part, kind_of)
    while sign := part.sign("+", "-"):
        following = part.peek()
        if following is not None and not (sign.has_space and following.has_space):
            raise Wrong(sign, f"“{sign.text}” stands between spaces in a calculation")
        kind = _alike(kind, _product(part, kind_of), sign)
    rest = part.peek()
    if rest is not None:
        raise Wrong(rest, f"an operator (+, -, *, /) is missing before “{rest.text}”")
    return kind


def _product(part: _Part, kind_of: KindOf) -> str:
    kind = _value(part, kind_of)
    while sign := part.sign("*", "/"):
        other = _value(part, kind_of)
        if "anything" in (kind, other):
            kind = "anything"
        elif sign.text == "/" and other != "number":
            raise Wrong(sign, "only a number may stand below the stroke", mixes=True)
        elif kind != "number" and other != "number":
            raise Wrong(sign, "one of two factors is a number", mixes=True)
        else:
            kind = other if kind == "number" else kind
    return kind


def _value(part: _Part, kind_of: KindOf) -> str:
    component = part.take()
    if component.kind == "function" and not component.text:
        return _sum(_Part(component.inside, component), kind_of)
    kind = kind_of(component)
    if kind is None:
        raise Wrong(component, f"“{component.text}” is not a number or length")
    return kind


def _alike(kind: str, other: str, place: Component) -> str:
    if other in (kind, "anything"):
        return kind
    if kind == "anything":
        return other
    if kind in _LENGTHS and other in _LENGTHS:
        return "length-percentage"
    raise Wrong(place, f"{_a(kind)} and {_a(other)} cannot be added or compared", mixes=True)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
