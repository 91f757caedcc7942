"""Shapes: what a value in a template can be, as far as the model's annotations tell.

A shape is a set of alternatives; the empty set is a value of which nothing is known.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from report.model import apparatus, blocks, brief, edition, text


@dataclass(frozen=True, slots=True)
class Many:
    """A list or tuple of any length."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Fixed:
    """A tuple whose parts differ."""

    parts: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Lookup:
    """A mapping."""

    key: Shape
    value: Shape


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the words that a field may hold."""

    words: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """Something that is called and then gives a value."""

    result: Shape


Alternative = type | Many | Fixed | Lookup | Choice | Method
Shape = frozenset[Alternative]
UNKNOWN: Shape = frozenset()
TEXT: Shape = frozenset({str})
NUMBER: Shape = frozenset({int})


def shape_of(annotation: Any) -> Shape:
    """Return the shape that an annotation stands for."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return frozenset().union(*(shape_of(part) for part in parts if part is not NoneType))
    known: Alternative | None = None
    if origin is Literal:
        known = Choice(parts)
    elif origin is tuple and parts[-1:] != (...,):
        known = Fixed(tuple(shape_of(part) for part in parts))
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        known = Lookup(shape_of(parts[0]), shape_of(parts[1]))
    elif isinstance(origin, type) and issubclass(origin, Iterable):
        known = Many(shape_of(parts[0]))
    elif isinstance(annotation, type) and annotation is not object:
        known = annotation
    return UNKNOWN if known is None else frozenset({known})


def attribute(shape: Shape, name: str) -> Shape | None:
    """Return the shape of an attribute; ``None`` when no alternative has it."""
    found = [_attribute(one, name) for one in shape]
    if all(one is None for one in found):
        return None
    known = [one for one in found if one is not None]
    return UNKNOWN if UNKNOWN in known else frozenset().union(*known)


def attributes(shape: Shape) -> set[str]:
    """Return the names of all attributes that the alternatives have."""
    return {name for one in shape for name in _names(one)}


@cache
def every_attribute() -> frozenset[str]:
    """Return every attribute of the model and of plain values: what a value of unknown shape may be asked for."""
    known: set[str] = set(dir(str)) | set(dir(dict)) | set(dir(list))
    for module in (apparatus, blocks, brief, edition, text):
        for one in vars(module).values():
            if isinstance(one, type) and is_dataclass(one):
                known |= {*_field_names(one), *(name for name in vars(one) if not name.startswith("_"))}
    return frozenset(known)


def item(shape: Shape) -> Shape:
    """Return the shape of what a loop over the value meets."""
    found: list[Shape] = []
    for one in shape:
        match one:
            case Many():
                found.append(one.item)
            case Lookup():
                found.append(one.key)
            case Fixed():
                found.extend(one.parts)
            case _:
                return UNKNOWN
    return UNKNOWN if UNKNOWN in found else frozenset().union(*found)


def element(shape: Shape) -> Shape:
    """Return the shape of what stands under a key or number."""
    lookups = [one.value for one in shape if isinstance(one, Lookup)]
    return frozenset().union(*lookups) if lookups else item(shape)


def fits(shape: Shape, wanted: Shape) -> bool:
    """Whether some alternative of a value may be what is wanted."""
    if not shape or not wanted:
        return True
    return any(_fits(one, other) for one in shape for other in wanted)


@cache
def _members(kind: type) -> Mapping[str, Shape]:
    """Return the attributes of a class of ours with their shapes."""
    hints = get_type_hints(kind)
    found = {name: shape_of(hints[name]) for name in _field_names(kind)}
    for name, member in vars(kind).items():
        if isinstance(member, property) and member.fget is not None:
            found[name] = returned(member.fget)
        elif inspect.isfunction(member) and not name.startswith("_"):
            found[name] = frozenset({Method(returned(member))})
    return found


def _field_names(kind: type) -> list[str]:
    return [one.name for one in fields(kind)] if is_dataclass(kind) else []


def returned(function: Callable[..., Any]) -> Shape:
    """Return the shape of what a function gives."""
    return shape_of(get_type_hints(function).get("return"))


def _attribute(one: Alternative, name: str) -> Shape | None:
    if isinstance(one, type) and is_dataclass(one):
        return _members(one).get(name)
    if isinstance(one, Lookup):
        views: dict[str, Shape] = {
            "values": one.value,
            "keys": one.key,
            "items": frozenset({Fixed((one.key, one.value))}),
        }
        if name in views:
            return frozenset({Method(frozenset({Many(views[name])}))})
    return UNKNOWN if name in _names(one) else None


def _names(one: Alternative) -> Iterator[str]:
    match one:
        case Many() | Fixed():
            known: Iterable[str] = dir(tuple)
        case Lookup():
            known = dir(dict)
        case Choice():
            known = dir(str)
        case Method():
            known = ()
        case _:
            known = _members(one) if is_dataclass(one) else dir(one)
    return (name for name in known if not name.startswith("_"))


def _fits(one: Alternative, other: Alternative) -> bool:
    if isinstance(one, type) and isinstance(other, type):
        return issubclass(one, other) or issubclass(other, one) or {one, other} <= {int, float, bool}
    if isinstance(one, Choice) and isinstance(other, type):
        return any(isinstance(word, other) for word in one.words)
    if isinstance(one, Many | Fixed) and isinstance(other, Many | Fixed):
        return fits(item(frozenset({one})), item(frozenset({other})))
    return type(one) is type(other) and not isinstance(one, type)


def is_printable(shape: Shape) -> bool:
    """Whether an alternative of a value is words or a number."""
    return not shape or any(
        isinstance(one, Choice) or (isinstance(one, type) and issubclass(one, str | int | float) and one is not bool)
        for one in shape
    )


def joined(shapes: Sequence[Shape]) -> Shape:
    """Return the shape of a value that is one or the other."""
    return UNKNOWN if UNKNOWN in shapes else frozenset().union(*shapes)


def called(shape: Shape) -> str:
    """Return a shape in words."""
    return " or ".join(sorted(_word(one) for one in shape))


def _word(one: Alternative) -> str:
    match one:
        case Many() | Fixed():
            return "a list"
        case Lookup():
            return "a mapping"
        case Choice():
            return "a word"
        case Method():
            return "a method"
        case _:
            return {"str": "text", "int": "a number", "float": "a number"}.get(one.__name__, f"“{one.__name__}”")
