"""Kinds of values that stand in a pack: what the shape of a pack is built from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Text; what stands in braces in it are the ``places`` that are filled, every one of which stands there once.

    Of places that ``may`` stand there one at least does. Without either a brace is only a brace.
    """

    places: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    empty: bool = False
    pattern: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number between two others; ``words`` may stand in its place."""

    least: float
    most: float
    whole: bool
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of a kind: so many, or any number of them from ``least`` on."""

    of: Kind
    count: int = 0
    least: int = 0


@dataclass(frozen=True, slots=True)
class MapOf:
    """Values of a kind by keys that a pack chooses; ``key`` is a pattern, ``example`` says what a key is.

    A mapping that is ``whole`` is not laid over the one it inherits, since a key could not be taken away otherwise.
    """

    of: Kind
    key: str
    example: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: what it is, in a sentence, and its kind."""

    about: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Record:
    """Values by known keys, every one of which is needed."""

    fields: Mapping[str, Field]


Kind = Text | Choice | Flag | Number | ListOf | MapOf | Record
