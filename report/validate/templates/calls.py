"""Calls: of macros, of the house's own functions, of methods and messages; the arguments are those they take."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from functools import cache
from typing import get_type_hints

from jinja2 import nodes

from report.compose import filters
from report.findings import nearest
from report.validate.templates import shapes
from report.validate.templates.book import Macro, Signature
from report.validate.templates.messages import MESSAGES, slips_in_message
from report.validate.templates.reading import Reading, Scope
from report.validate.templates.shapes import NUMBER, TEXT, UNKNOWN, Many, Method, Shape


def read_call(reading: Reading, node: nodes.Call, scope: Scope) -> Shape:
    """Return what a call gives, and hand over its arguments."""
    macros = _macros_called(reading, node.node, scope)
    if macros:
        for macro in macros:
            _hand_over(reading, node, scope, macro.signature, macro)
        return TEXT
    if isinstance(node.node, nodes.Name) and node.node.name in filters.FUNCTIONS:
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
            message = f"“{called}” takes {shapes.called(wanted)} as “{name}”, not {shapes.called(shape)}"
            reading.say(node, called, message)
        if macro is not None and name in given:
            reading.hearing.hand(macro, name, shape)
    return signature.result


@cache
def signature_of(name: str, *, is_filter: bool) -> Signature:
    """Return what one of the house's own filters or functions takes, from its annotations."""
    function = getattr((filters.FILTERS if is_filter else filters.FUNCTIONS)[name], name)
    hints = get_type_hints(function)
    parameters = list(inspect.signature(function).parameters.values())[1:]
    names = tuple(one.name for one in parameters)
    required = frozenset(one.name for one in parameters if one.default is inspect.Parameter.empty)
    wanted = tuple(shapes.shape_of(hints[one]) for one in names)
    return Signature(names, required if not is_filter else frozenset(), wanted, shapes.shape_of(hints["return"]))


def _count(number: int) -> str:
    return f"{number} argument{'' if number == 1 else 's'}"
