"""Packs: what is written down about a locale, read from its file and put over what it inherits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml

from report.errors import ReportError
from report.locales.collation import Collation
from report.model.text import Direction

_PACKS = Path(__file__).parent
# The safe loader, in C where there is one: five packs in 6 ms, not in 60.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_Choice = TypeVar("_Choice", bound=str)


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
    within one year.
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
class Pack:
    """The data of one locale; ``terms`` are the words of the apparatus, ``locators`` those of places in works."""

    tag: str
    direction: Direction
    months: Months
    dates: DatePatterns
    section_numbers: Literal["upper-roman", "decimal"]
    number_marker: str
    bullets: tuple[str, ...]
    quotation_marks: tuple[str, str, str, str]
    stops_inside_quotation: bool
    digits: str
    ordinals: Mapping[str, str]
    punctuation: Punctuation
    lists: ListWords
    names: NamePatterns
    collation: Collation
    articles: frozenset[str]
    terms: Mapping[str, str | Inflected]
    locators: Mapping[str, LocatorWords]


@cache
def known_locales() -> tuple[str, ...]:
    """Return the tags of all packs, sorted."""
    return tuple(sorted(path.parent.name for path in _PACKS.glob("*/pack.yaml")))


def pack_of_language(language: str) -> str:
    """Return the tag of the pack that fits a language best (``en`` and ``en-AU``: ``en-GB``), empty if none does.

    A pack fits by its whole tag, else by its language; there the first by name is taken. A language written in
    another script than its pack's (``fa-Latn``) has none.
    """
    known = known_locales()
    if language in known:
        return language
    primary, *rest = language.split("-")
    if not primary or (rest and len(rest[0]) == 4):
        return ""
    return next((tag for tag in known if tag.split("-", maxsplit=1)[0] == primary), "")


@cache
def pack(tag: str) -> Pack:
    """Return the pack of a locale.

    Raises:
        ReportError: there is no pack for this tag, or what is written in it is no pack.
    """
    if tag not in known_locales():
        raise ReportError(f"no locale pack “{tag}”; there are {', '.join(known_locales())}")
    try:
        return _packed(tag, _written(tag, ()))
    except KeyError as error:
        raise ReportError(f"the locale pack “{tag}” lacks “{error.args[0]}”; en-GB has all that is needed") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReportError(f"the locale pack “{tag}” cannot be read: {error}") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise ReportError(f"the locale pack “{tag}” is not built as en-GB is: {error}") from error


def _packed(tag: str, written: Mapping[str, Any]) -> Pack:
    """Return the pack that a file, put over what it inherits, writes down.

    Raises:
        KeyError: a key is missing.
        AttributeError, TypeError, ValueError: something has another shape than it needs, or a key is not known.
    """
    opening, closing, inner_opening, inner_closing = written["quotation-marks"]
    return Pack(
        tag=tag,
        direction=_one_of(("ltr", "rtl"), written["direction"]),
        months=Months(**{name: _so_many(12, months) for name, months in _named(written["months"]).items()}),
        dates=DatePatterns(**_named(written["dates"])),
        section_numbers=_one_of(("upper-roman", "decimal"), written["sections"]),
        number_marker=written["list-markers"]["numbered"],
        bullets=tuple(written["list-markers"]["bullets"]),
        quotation_marks=(opening, closing, inner_opening, inner_closing),
        stops_inside_quotation=written["stops-inside-quotation"],
        digits="".join(_so_many(10, written["digits"])),
        ordinals=written["ordinals"],
        punctuation=Punctuation(**_named(written["punctuation"])),
        lists=ListWords(**_named(written["lists"])),
        names=NamePatterns(**_named(written["names"])),
        collation=Collation.of(written["collation"]),
        articles=frozenset(written["collation"]["articles"]),
        terms={name: _inflected(words) for name, words in written["terms"].items()},
        locators={kind: _locator_words(words) for kind, words in written["locators"].items()},
    )


def _written(tag: str, heirs: tuple[str, ...]) -> dict[str, Any]:
    """Return what stands in a pack's file, put over what it inherits."""
    if tag in heirs or tag not in known_locales():
        raise ValueError(f"it inherits “{tag}”, which {'inherits it' if tag in heirs else 'is no pack'}")
    source = (_PACKS / tag / "pack.yaml").read_text(encoding="utf-8")
    written: dict[str, Any] = yaml.load(source, _LOADER)
    parent = written.pop("inherits", "")
    return _over(_written(parent, (*heirs, tag)), written) if parent else written


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Return one tree put over another; ordinals are one value, since an ending may not be taken away otherwise."""
    merged = dict(below)
    for name, value in above.items():
        both = isinstance(value, dict) and isinstance(merged.get(name), dict) and name != "ordinals"
        merged[name] = _over(merged[name], value) if both else value
    return merged


def _one_of(known: tuple[_Choice, ...], written: object) -> _Choice:
    for choice in known:
        if choice == written:
            return choice
    raise ValueError(f"“{written}” is none of {', '.join(known)}")


def _so_many(count: int, written: Sequence[str]) -> tuple[str, ...]:
    if len(written) != count:
        raise ValueError(f"there are {len(written)} of “{', '.join(written)}”, not {count}")
    return tuple(written)


def _named(written: Mapping[str, Any]) -> dict[str, Any]:
    return {name.replace("-", "_"): value for name, value in written.items()}


def _inflected(words: str | dict[str, str]) -> str | Inflected:
    return words if isinstance(words, str) else Inflected(**words)


def _locator_words(words: dict[str, Any]) -> LocatorWords:
    return LocatorWords(tuple(words["one"]), tuple(words["many"]), Inflected(**words["label"]))
