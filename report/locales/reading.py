"""Reading packs: a tree as a file has it, laid over another, and made into a Pack once it is sound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from report.locales.kinds import MapOf, Record
from report.locales.shape import SHAPE
from report.model.locale import (
    Alphabets,
    DatePatterns,
    Difference,
    Faces,
    Hyphenation,
    Inflected,
    ListWords,
    LocatorWords,
    Months,
    NamePatterns,
    Numbers,
    Pack,
    Punctuation,
    Replacement,
    Type,
    Vocabulary,
)

Tree = Mapping[str, Any]


def laid_over(below: Tree, above: Tree, shape: Record = SHAPE) -> dict[str, Any]:
    """Return one tree laid over another: records key by key, lists and what is whole as they stand above."""
    merged = dict(below)
    for name, value in above.items():
        kind = shape.fields[name].kind if name in shape.fields else None
        if name in merged and isinstance(kind, Record) and isinstance(value, dict):
            merged[name] = laid_over(merged[name], value, kind)
        elif name in merged and isinstance(kind, MapOf) and not kind.whole and isinstance(value, dict):
            merged[name] = {**merged[name], **value}
        else:
            merged[name] = value
    return merged


def packed(tag: str, inherits: str, written: Tree) -> Pack:
    """Return the pack that a sound tree writes down."""
    opening, closing, inner_opening, inner_closing = written["quotation-marks"]
    least, before, after = written["hyphenation"]["limits"]
    leading, lines = (None if written["type"][name] == "house" else written["type"][name] for name in ("line", "lines"))
    return Pack(
        tag=tag,
        inherits=inherits,
        name=written["name"],
        direction=written["direction"],
        pseudo=written["pseudo"],
        calendar=written["calendar"],
        own_months=tuple(written["own-months"]),
        months=Months(**{name: tuple(months) for name, months in _named(written["months"]).items()}),
        dates=DatePatterns(**_named(written["dates"])),
        section_numbers=written["sections"],
        number_marker=written["list-markers"]["numbered"],
        bullets=tuple(written["list-markers"]["bullets"]),
        quotation_marks=(opening, closing, inner_opening, inner_closing),
        stops_inside_quotation=written["stops-inside-quotation"],
        digits=written["digits"],
        ordinals=written["ordinals"],
        numbers=Numbers(**_named(written["numbers"])),
        folios=written["folios"],
        punctuation=Punctuation(**_named(written["punctuation"])),
        lists=ListWords(**_named(written["lists"])),
        names=NamePatterns(**_named(written["names"])),
        opposite_works=written["opposite-works"],
        collation=_alphabets(written["collation"]),
        articles=frozenset(written["collation"]["articles"]),
        terms={name: _inflected(words) for name, words in written["terms"].items()},
        locators={kind: _locator_words(words) for kind, words in written["locators"].items()},
        faces=Faces(tuple(written["faces"]["text"]), tuple(written["faces"]["display"])),
        type=Type(**{**written["type"], "size": float(written["type"]["size"]), "line": leading, "lines": lines}),
        hyphenation=Hyphenation(
            written["hyphenation"]["language"], (least, before, after), tuple(written["hyphenation"]["exceptions"])
        ),
        typography=tuple(_replacement(one) for one in written["typography"]),
        forbidden=written["forbidden"],
        vocabulary=_vocabulary(written["vocabulary"]),
        differs=tuple(Difference(**one) for one in written["differs"]),
    )


def _named(written: Tree) -> dict[str, Any]:
    return {name.replace("-", "_"): value for name, value in written.items()}


def _alphabets(written: Tree) -> Alphabets:
    return Alphabets(tuple(written["scripts"]), written["spaces"], written["letters"])


def _inflected(words: str | dict[str, str]) -> str | Inflected:
    return words if isinstance(words, str) else Inflected(**words)


def _locator_words(words: Tree) -> LocatorWords:
    return LocatorWords(tuple(words["one"]), tuple(words["many"]), Inflected(**words["label"]))


def _replacement(written: Tree) -> Replacement:
    examples = tuple((before, after) for before, after in written["examples"])
    return Replacement(written["find"], written["set"], written["why"], examples)


def _vocabulary(written: Tree) -> Vocabulary:
    return Vocabulary(
        numbers={int(number): tuple(words) for number, words in written["numbers"].items()},
        months=tuple(tuple(words) for words in written["months"]),
        units={name: tuple(words) for name, words in written["units"].items()},
        doubled=tuple(written["doubled"]),
        joined_after=tuple(written["joined-after"]),
        joined_before=tuple(written["joined-before"]),
        spaced=written["spaced"],
        negations=tuple(written["negations"]),
        remarks=tuple(written["remarks"]),
    )
