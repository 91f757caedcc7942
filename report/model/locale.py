"""The locale: what is written down about the way a language writes dates, numbers, lists, names and citations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from report.model.text import Direction


@dataclass(frozen=True, slots=True)
class Months:
    """The months as they stand after a day, and ``alone`` as they stand before a year only (“мая”, “май”)."""

    long: tuple[str, ...]
    short: tuple[str, ...]
    long_alone: tuple[str, ...]
    short_alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatePatterns:
    """How the parts of a date, and the dates of a span, follow each other.

    ``access`` is for the day on which an address was read; ``days`` and ``months`` are spans within one month and
    within one year. ``edition`` is for the dates of the edition itself: ``{own}`` is the day in the calendar of the
    locale, ``{gregorian}`` the same in the Gregorian.
    """

    day: str
    month: str
    access: str
    span: str
    days: str
    months: str
    open_span: str
    circa: str
    uncertain: str
    edition: str


@dataclass(frozen=True, slots=True)
class Punctuation:
    """What stands between the parts of a citation, spaces included."""

    comma: str
    semicolon: str
    colon: str
    stop: str
    range: str


@dataclass(frozen=True, slots=True)
class ListWords:
    """What stands between names: between any two, in a pair, before the last; and when the first name is turned.

    ``others`` stands before “et al.” after several names or a turned one; after one name that is not it is a space.
    """

    between: str
    pair: str
    last: str
    pair_turned: str
    last_turned: str
    others: str


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """How the parts of a name follow each other; ``turns_all`` says whether a list turns every name or the first."""

    turned: str
    suffix: str
    turned_suffix: str
    turns_all: bool


@dataclass(frozen=True, slots=True)
class Inflected:
    """A word for one and for several."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class LocatorWords:
    """How writers name a kind of place in a work, for one and for several, and how the apparatus prints it."""

    one: tuple[str, ...]
    many: tuple[str, ...]
    label: Inflected


@dataclass(frozen=True, slots=True)
class Alphabets:
    """What words are sorted by: the scripts, the reader's own first, and letters of those with their own order.

    ``spaces`` that come ``first`` sort word by word (“New York” before “Newark”), ``ignored`` ones letter by letter.
    """

    scripts: tuple[str, ...]
    spaces: Literal["first", "ignored"]
    letters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Numbers:
    """How figures are written: the signs between them, and patterns with ``{number}``, ``{currency}`` in them.

    Groups of three are set from ``group_from`` digits on; ``spans`` has ``{first}`` and ``{last}``.
    """

    decimal: str
    group: str
    group_from: int
    minus: str
    percent: str
    currency: str
    spans: str


@dataclass(frozen=True, slots=True)
class Faces:
    """Families that go before the house's for the script of the locale; none where the house's have its letters."""

    text: tuple[str, ...]
    display: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Type:
    """How the type of the house is set in a script.

    ``size`` is a factor of all the house's sizes. ``line`` is the leading of the text in points and ``lines`` how many
    stand on a page; ``None`` leaves both as the house has them. ``tracking`` and ``italic`` say whether letters may be
    spaced and slanted.
    """

    size: float
    line: float | None
    lines: int | None
    tracking: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """How words are divided: the patterns of a language, or of none; and what they get wrong.

    ``limits`` are the letters a word must have, those before and those after a hyphen. ``exceptions`` are words with
    their divisions, ``Zu|sam|men|ar|beit``; one without any is not divided.
    """

    language: str
    limits: tuple[int, int, int]
    exceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """A rule of micro-typography: what is found, what is set in its place, why, and examples as written and printed."""

    find: str
    set: str
    why: str
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a pack differs from the Unicode CLDR on purpose: the key, and the reason."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a language by which checks tell what a text says.

    A word that ends in ``*`` fits every word that begins so; one with a capital fits only with a capital. A word of
    ``numbers``, ``months`` or ``units`` that ends in ``?`` may mean something else, too. ``units`` are names of units
    (``percent``, ``USD``) with their signs and words. ``doubled`` are words that may stand twice, side by side.
    ``joined_after`` are words that a half-space joins to the word after them, ``joined_before`` to the word before.
    ``spaced`` are signs that a space stands before. ``negations`` are words that deny; one that ends in ``?`` answers a
    denial of the source text and asks for no answer. ``remarks`` are words that a translator leaves for others.
    """

    numbers: Mapping[int, tuple[str, ...]]
    months: tuple[tuple[str, ...], ...]
    units: Mapping[str, tuple[str, ...]]
    doubled: tuple[str, ...]
    joined_after: tuple[str, ...]
    joined_before: tuple[str, ...]
    spaced: str
    negations: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """The data of one locale; ``terms`` are the words of the apparatus, ``locators`` those of places in works.

    ``name`` is that of the language in the language itself. ``own_months`` are those of the ``calendar``, none for the
    Gregorian. ``opposite_works`` says how the bibliography sets works whose script runs against the edition's: in the
    words of the edition, or whole in those of the source. ``folios`` is the CSS counter style of page numbers.
    ``forbidden`` are characters that the language does not use, with what is written instead. ``inherits`` is the tag
    of the pack it was laid over, empty if there is none. A pack is itself and no other: two of the same tag may differ,
    since a house may change one.
    """

    tag: str
    inherits: str
    name: str
    direction: Direction
    pseudo: Literal["none", "accented", "mirrored"]
    calendar: Literal["gregorian", "solar-hijri"]
    own_months: tuple[str, ...]
    months: Months
    dates: DatePatterns
    section_numbers: Literal["upper-roman", "decimal"]
    number_marker: str
    bullets: tuple[str, ...]
    quotation_marks: tuple[str, str, str, str]
    stops_inside_quotation: bool
    digits: str
    ordinals: Mapping[str, str]
    numbers: Numbers
    folios: str
    punctuation: Punctuation
    lists: ListWords
    names: NamePatterns
    opposite_works: Literal["edition", "source"]
    collation: Alphabets
    articles: frozenset[str]
    terms: Mapping[str, str | Inflected]
    locators: Mapping[str, LocatorWords]
    faces: Faces
    type: Type
    hyphenation: Hyphenation
    typography: tuple[Replacement, ...]
    forbidden: Mapping[str, str]
    vocabulary: Vocabulary
    differs: tuple[Difference, ...]
