"""Expressions: every name, attribute, filter, test and call in them exists, as far as shapes are known."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol, get_type_hints

from jinja2 import nodes

from report.compose import filters
from report.findings import Finding, nearest
from report.validate.templates import shapes
from report.validate.templates.book import Book, Macro, Signature, Template
from report.validate.templates.messages import MESSAGES, slips_in_message
from report.validate.templates.shapes import NUMBER, TEXT, UNKNOWN, Choice, Many, Method, Shape

Scope = Mapping[str, Shape]


class Hearing(Protocol):
    """Who is told what calls hand to macros."""

    def hand(self, macro: Macro, name: str, shape: Shape) -> None:
        """Hear that a call hands a value of this shape to an argument."""


_KEEPING = frozenset({"list", "sort", "unique", "reverse", "selectattr", "rejectattr", "select", "reject"})
_PICKING = frozenset({"first", "last", "min", "max", "random"})
_BY_ATTRIBUTE = frozenset({"map", "sort", "selectattr", "rejectattr", "groupby", "unique", "min", "max", "sum"})
_RESULTS: Mapping[str, Shape] = {
    **dict.fromkeys(("join", "upper", "lower", "capitalize", "title", "trim", "string", "replace", "escape"), TEXT),
    **dict.fromkeys(("length", "count", "int", "wordcount", "round"), NUMBER),
}


@dataclass(slots=True)
class Reading:
    """What is known while a template is read: its macros and modules, and where findings and arguments go.

    ``read`` are the names that were asked for so far.
    """

    template: Template
    book: Book
    macros: dict[str, Sequence[Macro]]
    modules: dict[str, Sequence[Template]]
    hearing: Hearing
    findings: list[Finding]
    read: set[str] = field(default_factory=set)

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """Return the shape of an expression, and note what in it does not exist."""
        handler = _HANDLERS.get(type(node))
        if handler:
            return handler(self, node, scope)
        for child in node.iter_child_nodes():
            self.shape(child, scope)
        return UNKNOWN

    def say(self, node: nodes.Node, word: str, message: str, hint: str = "", code: str = "CMP-002") -> None:
        """Note a mistake at a word in the line of a node."""
        self.findings.append(Finding(code, self.template.mark(node.lineno, word), message, hint))


def _name(reading: Reading, node: nodes.Name, scope: Scope) -> Shape:
    name = node.name
    reading.read.add(name)
    if name in scope:
        return scope[name]
    known = {*scope, *reading.macros, *reading.modules, *reading.book.setting.globals}
    if name not in known:
        hint = nearest(name, known) or f"there are {', '.join(sorted(scope)) or 'no names here'}"
        reading.say(node, name, f"nothing is called “{name}” here", hint)
    return UNKNOWN


def _getattr(reading: Reading, node: nodes.Getattr, scope: Scope) -> Shape:
    if isinstance(node.node, nodes.Name) and node.node.name in reading.modules and node.node.name not in scope:
        return UNKNOWN
    return _attribute(reading, node, reading.shape(node.node, scope), node.attr)


def _attribute(reading: Reading, node: nodes.Node, owner: Shape, name: str) -> Shape:
    if not owner:
        known = shapes.every_attribute()
        if name not in known:
            hint = nearest(name, known)
            reading.say(node, name, f"nothing in a brief has “{name}”", hint)
        return UNKNOWN
    found = shapes.attribute(owner, name)
    if found is None:
        known_here = shapes.attributes(owner)
        hint = nearest(name, known_here) or f"there are {', '.join(sorted(known_here)[:12])}"
        reading.say(node, name, f"{_called(owner)} has no “{name}”", hint)
        return UNKNOWN
    return found


def _getitem(reading: Reading, node: nodes.Getitem, scope: Scope) -> Shape:
    reading.shape(node.arg, scope)
    return shapes.element(reading.shape(node.node, scope))


def _const(_reading: Reading, node: nodes.Const, _scope: Scope) -> Shape:
    """A word keeps what it says: a macro that is handed it may write it into a class."""
    if node.value is None:
        return UNKNOWN
    return frozenset({Choice((node.value,)) if isinstance(node.value, str) else type(node.value)})


def _call(reading: Reading, node: nodes.Call, scope: Scope) -> Shape:
    macros = _macros_called(reading, node.node, scope)
    if macros:
        for macro in macros:
            _hand_over(reading, node, scope, macro.signature, macro)
        return TEXT
    if isinstance(node.node, nodes.Name) and node.node.name in filters.GLOBALS:
        return _hand_over(reading, node, scope, signature_of(node.node.name, is_filter=False), None)
    for argument in (*node.args, *(keyword.value for keyword in node.kwargs)):
        reading.shape(argument, scope)
    if isinstance(node.node, nodes.Name) and node.node.name in MESSAGES:
        for message, hint in slips_in_message(node):
            reading.say(node, node.node.name, message, hint)
        return TEXT
    if isinstance(node.node, nodes.Name) and node.node.name == "range":
        return frozenset({Many(NUMBER)})
    called = reading.shape(node.node, scope)
    results = [one.result for one in called if isinstance(one, Method)]
    return shapes.joined(results) if results else UNKNOWN


def _macros_called(reading: Reading, node: nodes.Expr, scope: Scope) -> Sequence[Macro]:
    if isinstance(node, nodes.Name) and node.name not in scope:
        reading.read.add(node.name)
        return reading.macros.get(node.name, ())
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name in reading.modules:
        reading.read |= {node.node.name, node.attr}
        from_modules = [one.macros for one in reading.modules[node.node.name]]
        found = [macros[node.attr] for macros in from_modules if node.attr in macros]
        if not found:
            known = {name for macros in from_modules for name in macros}
            reading.say(node, node.attr, f"no macro is called “{node.attr}” there", nearest(node.attr, known))
        return found
    return ()


def _hand_over(reading: Reading, node: nodes.Call, scope: Scope, signature: Signature, macro: Macro | None) -> Shape:
    """Hand the arguments of a call to what is called, and note those that it does not take or misses."""
    called = node.node.name if isinstance(node.node, nodes.Name) else getattr(node.node, "attr", "")
    shapes_given = [reading.shape(argument, scope) for argument in node.args]
    given = dict(zip(signature.names, shapes_given, strict=False))
    if len(shapes_given) > len(signature.names) and not signature.is_open:
        reading.say(node, called, f"“{called}” takes {_count(len(signature.names))}, not {len(node.args)}")
    for keyword in node.kwargs:
        given[keyword.key] = reading.shape(keyword.value, scope)
        if keyword.key not in signature.names and not signature.is_open:
            hint = nearest(keyword.key, signature.names) or f"it takes {', '.join(signature.names)}"
            reading.say(keyword, keyword.key, f"“{called}” takes no “{keyword.key}”", hint)
    missing = [name for name in signature.names if name in signature.required and name not in given]
    if missing and node.dyn_args is None and node.dyn_kwargs is None:
        reading.say(node, called, f"“{called}” misses {', '.join(f'“{name}”' for name in missing)}")
    for name, wanted in zip(signature.names, signature.shapes, strict=True):
        shape = given.get(name, UNKNOWN)
        if not shapes.fits(shape, wanted):
            reading.say(node, called, f"“{called}” takes {_called(wanted)} as “{name}”, not {_called(shape)}")
        if macro is not None and name in given:
            reading.hearing.hand(macro, name, shape)
    return signature.result


def _filter(reading: Reading, node: nodes.Filter, scope: Scope) -> Shape:
    value = reading.shape(node.node, scope) if node.node is not None else TEXT
    for child in (*node.args, *(keyword.value for keyword in node.kwargs)):
        reading.shape(child, scope)
    name = node.name
    if name not in reading.book.setting.filters:
        reading.say(node, name, f"no filter is called “{name}”", nearest(name, reading.book.setting.filters))
        return UNKNOWN
    if name in filters.NAMES:
        signature = signature_of(name, is_filter=True)
        if not shapes.fits(value, signature.shapes[0]):
            reading.say(node, name, f"“{name}” takes {_called(signature.shapes[0])}, not {_called(value)}")
        return signature.result
    attribute = _attribute_named(node)
    part = UNKNOWN
    if attribute and name in _BY_ATTRIBUTE:
        part = shapes.item(value)
        for step in attribute.split("."):
            part = _attribute(reading, node, part, step)
    if name == "map":
        return frozenset({Many(part)})
    if name in _KEEPING:
        return frozenset({Many(shapes.item(value))})
    if name in _PICKING:
        return shapes.item(value)
    return _RESULTS.get(name, UNKNOWN)


def _attribute_named(node: nodes.Filter) -> str:
    """Return the attribute that a filter over a list asks every item for."""
    for keyword in node.kwargs:
        if keyword.key == "attribute" and isinstance(keyword.value, nodes.Const):
            return str(keyword.value.value)
    if node.name in ("selectattr", "rejectattr", "groupby") and node.args and isinstance(node.args[0], nodes.Const):
        return str(node.args[0].value)
    return ""


def _test(reading: Reading, node: nodes.Test, scope: Scope) -> Shape:
    if node.name != "defined" or not isinstance(node.node, nodes.Name):
        reading.shape(node.node, scope)
    for argument in node.args:
        reading.shape(argument, scope)
    if node.name not in reading.book.setting.tests:
        reading.say(
            node,
            node.name,
            f"no test is called “{node.name}”",
            nearest(node.name, reading.book.setting.tests),
        )
    return frozenset({bool})


def _compare(reading: Reading, node: nodes.Compare, scope: Scope) -> Shape:
    left = reading.shape(node.expr, scope)
    choices = [one for one in left if isinstance(one, Choice)]
    allowed = [word for one in choices for word in one.words] if len(choices) == len(left) else []
    for operand in node.ops:
        reading.shape(operand.expr, scope)
        constants = [operand.expr] if operand.op in ("eq", "ne") else list(operand.expr.iter_child_nodes())
        for constant in constants:
            if allowed and isinstance(constant, nodes.Const) and constant.value not in allowed:
                hint = nearest(str(constant.value), map(str, allowed)) or f"it is {' or '.join(map(str, allowed))}"
                reading.say(constant, str(constant.value), f"it is never “{constant.value}”", hint)
    return frozenset({bool})


def _either(reading: Reading, node: nodes.Node, scope: Scope) -> Shape:
    return shapes.joined([reading.shape(child, scope) for child in node.iter_child_nodes()])


def _condition(reading: Reading, node: nodes.CondExpr, scope: Scope) -> Shape:
    reading.shape(node.test, scope)
    branches = [reading.shape(node.expr1, scope)]
    if node.expr2 is not None:
        branches.append(reading.shape(node.expr2, scope))
    return shapes.joined(branches)


def _concat(reading: Reading, node: nodes.Concat, scope: Scope) -> Shape:
    for child in node.nodes:
        reading.shape(child, scope)
    return TEXT


def _sum(reading: Reading, node: nodes.BinExpr, scope: Scope) -> Shape:
    left, right = reading.shape(node.left, scope), reading.shape(node.right, scope)
    return left if left == right else UNKNOWN


_HANDLERS: dict[type[nodes.Node], Callable[[Reading, Any, Scope], Shape]] = {
    nodes.Name: _name,
    nodes.Getattr: _getattr,
    nodes.Getitem: _getitem,
    nodes.Const: _const,
    nodes.Call: _call,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.Compare: _compare,
    nodes.And: _either,
    nodes.Or: _either,
    nodes.CondExpr: _condition,
    nodes.Concat: _concat,
    nodes.Add: _sum,
    nodes.Sub: _sum,
    nodes.Mul: _sum,
}


@cache
def signature_of(name: str, *, is_filter: bool) -> Signature:
    """Return what one of the house's own filters or functions takes, from its annotations."""
    function = getattr(filters.Setter, name)
    hints = get_type_hints(function)
    parameters = list(inspect.signature(function).parameters.values())[1:]
    names = tuple(one.name for one in parameters)
    required = frozenset(one.name for one in parameters if one.default is inspect.Parameter.empty)
    wanted = tuple(shapes.shape_of(hints[one]) for one in names)
    return Signature(names, required if not is_filter else frozenset(), wanted, shapes.shape_of(hints["return"]))


def _called(shape: Shape) -> str:
    """Return a shape in words."""
    return " or ".join(sorted(_word(one) for one in shape))


def _word(one: shapes.Alternative) -> str:
    match one:
        case Many() | shapes.Fixed():
            return "a list"
        case shapes.Lookup():
            return "a mapping"
        case Choice():
            return "a word"
        case Method():
            return "a method"
        case _:
            return {"str": "text", "int": "a number", "float": "a number"}.get(one.__name__, f"“{one.__name__}”")


def _count(number: int) -> str:
    return f"{number} argument{'' if number == 1 else 's'}"
