"""Kinds of values that content files hold: the vocabulary in which shapes are declared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True)
class Prose:
    """Text in the small Markdown; ``running`` text is whole sentences, ``empty`` text may say nothing."""

    notes: bool = False
    running: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """Text without markup, in the form of a pattern if there is one; ``form`` says that form in words.

    ``words`` are what translators translate; other plain text is the same in every edition.
    """

    pattern: str = ""
    form: str = ""
    words: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of those who make the publication to each other: in any language, without markup or rules of prose."""


@dataclass(frozen=True, slots=True)
class Id:
    """A stable name: lower-case letters, digits and hyphens."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, YYYY-MM-DD; a ``partial`` one may stop at the month or the year."""

    partial: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number between two others, both among them; ``unit`` says in words of what."""

    least: float
    most: float
    whole: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A BCP 47 tag of a language."""


@dataclass(frozen=True, slots=True)
class File:
    """A path below the brief's folder, with one of these endings."""

    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of at least one value of a kind; ``keeps_sound``: the sound ones are read although others are not."""

    of: Kind
    least: int = 1
    keeps_sound: bool = False


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """A single value of a kind, or a list of at least one."""

    of: Kind


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table, cell by cell; a cell may be empty."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names of the writer's choice, or of these, and a plain text for each.

    ``keeps_sound``: those with sound texts are read although others are not.
    """

    names: tuple[str, ...] = ()
    keeps_sound: bool = False


@dataclass(frozen=True, slots=True)
class ByLocale:
    """A value of a kind for each locale, under its tag."""

    of: Kind


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: its name, the kind of its value, and one sentence for writers."""

    name: str
    kind: Kind
    about: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys, declared in the order in which they are written.

    Of the keys in ``either`` one is given, exactly when ``either_required``, else at most. ``keeps_sound``: what is
    sound of it is read although a required key is not.
    """

    name: str
    about: str
    fields: tuple[Field, ...]
    either: tuple[str, ...] = ()
    either_required: bool = True
    keeps_sound: bool = False


@dataclass(frozen=True, slots=True)
class ProseOr:
    """A text, or a record that holds a text and more; it is asked for late, as it may hold its own kind."""

    prose: Prose
    record: Callable[[], Record]


@dataclass(frozen=True, slots=True)
class Blocks:
    """A list of blocks; each is one of these records, told by the key of the record's name."""

    records: tuple[Record, ...]


Kind = (
    Prose
    | Plain
    | Remark
    | Id
    | Day
    | Flag
    | Number
    | Language
    | File
    | ListOf
    | OneOrMore
    | Rows
    | Pairs
    | ByLocale
    | Record
    | ProseOr
    | Blocks
)
