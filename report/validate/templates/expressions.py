"""Expressions: every name, attribute, filter and test in them exists, as far as shapes are known."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import nodes

from report.compose import filters
from report.findings import nearest
from report.validate.templates import shapes
from report.validate.templates.calls import read_call, signature_of
from report.validate.templates.reading import Handlers, Reading, Scope
from report.validate.templates.shapes import NUMBER, TEXT, UNKNOWN, Choice, Many, Shape

_KEEPING = frozenset({"list", "sort", "unique", "reverse", "selectattr", "rejectattr", "select", "reject"})
_PICKING = frozenset({"first", "last", "min", "max", "random"})
_BY_ATTRIBUTE = frozenset({"map", "sort", "selectattr", "rejectattr", "groupby", "unique", "min", "max", "sum"})
_RESULTS: Mapping[str, Shape] = {
    **dict.fromkeys(("join", "upper", "lower", "capitalize", "title", "trim", "string", "replace", "escape"), TEXT),
    **dict.fromkeys(("length", "count", "int", "wordcount", "round"), NUMBER),
}


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
        reading.say(node, name, f"{shapes.called(owner)} has no “{name}”", hint)
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


def _filter(reading: Reading, node: nodes.Filter, scope: Scope) -> Shape:
    value = reading.shape(node.node, scope) if node.node is not None else TEXT
    for child in (*node.args, *(keyword.value for keyword in node.kwargs)):
        reading.shape(child, scope)
    name = node.name
    if name not in reading.book.setting.filters:
        reading.say(node, name, f"no filter is called “{name}”", nearest(name, reading.book.setting.filters))
        return UNKNOWN
    if name in filters.FILTERS:
        signature = signature_of(name, is_filter=True)
        if not shapes.fits(value, signature.shapes[0]):
            reading.say(node, name, f"“{name}” takes {shapes.called(signature.shapes[0])}, not {shapes.called(value)}")
        return signature.result
    return _of_items(reading, node, value)


def _of_items(reading: Reading, node: nodes.Filter, value: Shape) -> Shape:
    """Return the shape that one of Jinja's own filters gives; most of them go through a list."""
    name = node.name
    attribute = _attribute_named(node)
    part = UNKNOWN
    if attribute and name in _BY_ATTRIBUTE:
        part = shapes.item(value)
        for step in attribute.split("."):
            part = _attribute(reading, node, part, step)
    if name == "map":
        return frozenset({Many(part)})
    if name == "join" and not shapes.is_printable(shapes.item(value)):
        reading.say(node, name, f"“join” takes words, not {shapes.called(shapes.item(value))}")
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


HANDLERS: Handlers = {
    nodes.Name: _name,
    nodes.Getattr: _getattr,
    nodes.Getitem: _getitem,
    nodes.Const: _const,
    nodes.Call: read_call,
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
