"""Shapes of frozen text: how values of the model are written as plain data, and read back with care.

A shape writes what it is given, and trusts it; what it reads is trusted no further than it has been looked at. What
has another form than it should is refused with the way that leads to it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from report.model.frozen.places import Step

T = TypeVar("T")

# What no text holds: control characters, and halves of a character, which cannot be written as UTF-8 again.
_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class UnsoundError(Exception):
    """The data has not the form of frozen text; ``way`` leads to the place, ``reason`` says what is wrong there."""

    def __init__(self, reason: str, *way: Step) -> None:
        super().__init__(reason)
        self.reason = reason
        self.way: list[Step] = list(way)


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """A way to write values of one type as plain data, and to read them again.

    Reading raises ``UnsoundError``.
    """

    write: Callable[[T], Any]
    read: Callable[[Any], T]


def text(pattern: str = "") -> Shape[str]:
    """Return the shape of words, in the form of a pattern if there is one."""
    form = re.compile(pattern)

    def read(data: Any) -> str:
        if not isinstance(data, str):
            raise UnsoundError(f"text is expected, here stands {what_stands(data)}")
        if _STRANGE.search(data):
            raise UnsoundError("a character that no text holds stands here")
        if pattern and not form.fullmatch(data):
            raise UnsoundError(f"“{data[:60]}” has not the form that is expected here")
        return data

    return Shape(lambda value: value, read)


def one_of(*words: str) -> Shape[Any]:
    """Return the shape of a word that is one of these."""
    return text("|".join(map(re.escape, words)))


def number(*, whole: bool = False) -> Shape[Any]:
    """Return the shape of a number that is not below zero."""

    def read(data: Any) -> float:
        is_number = isinstance(data, int if whole else (int, float)) and not isinstance(data, bool)
        if not is_number or not math.isfinite(data) or data < 0:
            raise UnsoundError(f"a number is expected, here stands {what_stands(data)}")
        return data  # type: ignore[no-any-return] # it was looked at in the line before the last

    return Shape(lambda value: value, read)


def _read_flag(data: Any) -> bool:
    if not isinstance(data, bool):
        raise UnsoundError(f"true or false is expected, here stands {what_stands(data)}")
    return data


def _read_day(data: Any) -> date:
    try:
        return date.fromisoformat(_FORM_OF_A_DAY.read(data))
    except ValueError:
        raise UnsoundError(f"there is no day “{data}”") from None


_FORM_OF_A_DAY = text(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FLAG: Shape[bool] = Shape(lambda value: value, _read_flag)
DAY: Shape[date] = Shape(date.isoformat, _read_day)
ID: Shape[str] = text(r"[a-z0-9]+(-[a-z0-9]+)*")
WORDS: Shape[str] = text()


def list_of(shape: Shape[T]) -> Shape[tuple[T, ...]]:
    """Return the shape of a list."""

    def read(data: Any) -> tuple[T, ...]:
        if not isinstance(data, list):
            raise UnsoundError(f"a list is expected, here stands {what_stands(data)}")
        return tuple(read_at(shape, item, place) for place, item in enumerate(data))

    return Shape(lambda values: [shape.write(value) for value in values], read)


def by_name(shape: Shape[T], names: Shape[str]) -> Shape[Mapping[str, T]]:
    """Return the shape of values by their names, in their order."""

    def read(data: Any) -> dict[str, T]:
        for name in as_mapping(data):
            read_at(names, name, name)
        return {name: read_at(shape, value, name) for name, value in data.items()}

    return Shape(lambda values: {name: shape.write(value) for name, value in values.items()}, read)


@dataclass(frozen=True, slots=True)
class Member:
    """A part of a record: its shape, and its key where that is not its name with hyphens.

    One that is empty need not be written: then it is as ``empty`` says.
    """

    shape: Shape[Any]
    key: str = ""
    empty: Any = None
    may_lack: bool = False


def optional(shape: Shape[Any], empty: Any, key: str = "") -> Member:
    """Return a part of a record that is not written where it is empty."""
    return Member(shape, key, empty, may_lack=True)


def record(make: Callable[..., T], **members: Shape[Any] | Member) -> Shape[T]:
    """Return the shape of a record: ``make`` makes it of its parts, which are named as its fields."""
    parts = {name: one if isinstance(one, Member) else Member(one) for name, one in members.items()}
    keys = {name: one.key or name.replace("_", "-") for name, one in parts.items()}

    def write(value: T) -> dict[str, Any]:
        written = ((keys[name], one, getattr(value, name)) for name, one in parts.items())
        return {key: one.shape.write(value) for key, one, value in written if not (one.may_lack and value == one.empty)}

    def read(data: Any) -> T:
        given = as_mapping(data)
        for key in given:
            if key not in keys.values():
                raise UnsoundError(f"“{key[:60]}” is not known here", key)
        values: dict[str, Any] = {}
        for name, one in parts.items():
            if keys[name] in given:
                values[name] = read_at(one.shape, given[keys[name]], keys[name])
            elif one.may_lack:
                values[name] = one.empty
            else:
                raise UnsoundError(f"“{keys[name]}” is missing")
        return make(**values)

    return Shape(write, read)


def kinds(shapes: Mapping[str, tuple[type, Shape[Any]]]) -> Shape[Any]:
    """Return the shape of records of several types: the first key of each, ``kind``, names its type."""
    names = {type_: name for name, (type_, _) in shapes.items()}

    def write(value: Any) -> dict[str, Any]:
        name = names[type(value)]
        return {"kind": name, **shapes[name][1].write(value)}

    def read(data: Any) -> Any:
        given = dict(as_mapping(data))
        kind = given.pop("kind", None)
        if not isinstance(kind, str) or kind not in shapes:
            raise UnsoundError("the kind is none that is known", "kind")
        return shapes[kind][1].read(given)

    return Shape(write, read)


def read_at(shape: Shape[T], data: Any, step: Step) -> T:
    """Read what stands one step further in; what is wrong there is told with the step."""
    try:
        return shape.read(data)
    except UnsoundError as error:
        error.way.insert(0, step)
        raise


def as_mapping(data: Any) -> dict[str, Any]:
    """Return the data if it is a mapping.

    Raises:
        UnsoundError: it is something else.
    """
    if not isinstance(data, dict):
        raise UnsoundError(f"a mapping is expected, here stands {what_stands(data)}")
    return data


def what_stands(data: Any) -> str:
    """Say in words what stands somewhere in the data."""
    words = {str: "text", bool: "true or false", list: "a list", dict: "a mapping", type(None): "nothing"}
    return words.get(type(data), "a number")
