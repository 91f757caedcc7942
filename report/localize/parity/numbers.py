"""Numbers, months and units of a translation are those of its source text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from report.findings import Mark
from report.localize.parity.content import Content
from report.localize.parity.figures import Figure, Manner
from report.localize.parity.pair import Pair
from report.localize.parity.phrases import Listed
from report.localize.parity.registry import Slip, rule
from report.model.locale import Pack


@rule("LOC-034")
def _figures(pair: Pair) -> Iterator[Slip]:
    """As many figures of each value; a figure of one text may be a word of the other."""
    source, translation = pair.source.figures, pair.translation.figures
    had, has = _counted(source, "figure"), _counted(translation, "figure")
    for value, one in _unanswered(had - has, source, translation):
        message = f"the number {one.written} of the source text is lost{_instead(value, translation, source)}"
        yield pair.translation.unit.mark, message, _HINT
    for _, one in _unanswered(has - had, translation, source):
        yield _mark(pair.translation, one), f"the number {one.written} is not in the source text", _HINT


@rule("LOC-034")
def _months(pair: Pair) -> Iterator[Slip]:
    """The same months, by name or by number, where the pack knows them by single words."""
    if not all(any(word.strip("*?").isalpha() for word in words) for words in pair.translation.pack.vocabulary.months):
        return
    source, translation = pair.source.figures, pair.translation.figures
    had, has = _counted(source, "month"), _counted(translation, "month")
    for _, one in _unanswered(had - has, source, translation, "month"):
        yield pair.translation.unit.mark, f"the month {one.written} of the source text is lost", _HINT
    for _, one in _unanswered(has - had, translation, source, "month"):
        yield _mark(pair.translation, one), f"the month {one.written} is not in the source text", _HINT


@rule("LOC-034")
def _units(pair: Pair) -> Iterator[Slip]:
    """The same units: per cent, currencies, measures."""
    ours, theirs = _units_in(pair.source), _units_in(pair.translation)
    if not (pair.source.figures or any(written == pair.source.words.strip() for written, _ in ours.values())):
        return
    known = pair.source.pack.vocabulary.units.keys() & pair.translation.pack.vocabulary.units.keys()
    for name in sorted(known & (ours.keys() ^ theirs.keys())):
        written, is_sure = ours.get(name) or theirs[name]
        if is_sure and name in ours:
            yield pair.translation.unit.mark, f"“{written}” of the source text is lost", _HINT
        elif is_sure:
            yield pair.translation.mark(written), f"“{written}” is not in the source text", _HINT


@rule("LOC-034")
def _dates(pair: Pair) -> Iterator[Slip]:
    """Between a day and its month stands what the pack has there: a point, a preposition, or nothing."""
    translation = pair.translation
    between = re.search(r"\{day\}(.*)\{month\}", translation.pack.dates.day)
    if not between or between[1].isspace():
        return
    for day, month in pairwise(translation.figures):
        gap = translation.words[day.offset + len(day.written) : month.offset]
        if day.manner == "figure" and month.manner == "month" and day.value <= _DAYS and gap in (" ", "\u00a0"):
            written = f"{day.written}{between[1]}{month.written}".replace("\u00a0", " ")
            yield translation.mark(f"{day.written}{gap}"), f"“{day.written} {month.written}” is no date here", written


@rule("LOC-046")
def _fixed_spaces(pair: Pair) -> Iterator[Slip]:
    """A number that a fixed space holds to its unit in the source text is held in the translation."""
    had, has = (len(_FIXED.findall(content.words)) for content in (pair.source, pair.translation))
    if had > has:
        message = f"{had} fixed spaces stand behind numbers in the source text, {has} here"
        yield pair.translation.unit.mark, message, "write a backslash before the space: 12\\ cm"


@rule("LOC-035")
def _number_words(pair: Pair) -> Iterator[Slip]:
    """A number in words is there in the translation, as a word or a figure, and no other is."""
    source, translation = pair.source.figures, pair.translation.figures
    known = pair.translation.pack.vocabulary.numbers
    for one in _words_without_answer(source, translation):
        if one.value in known or (one.value >= 1000 and 1000 in known):
            yield pair.translation.unit.mark, f"“{one.written}” of the source text is lost", _WORD_HINT
    for one in _words_without_answer(translation, source):
        yield _mark(pair.translation, one), f"“{one.written}” is not in the source text", _WORD_HINT


@rule("LOC-036")
def _order(pair: Pair) -> Iterator[Slip]:
    """Dates, years and other numbers follow each other as in the source text, each of them among themselves."""
    source, translation = _groups(pair.source), _groups(pair.translation)
    ours, theirs = ([_key(one) for one in groups] for groups in (source, translation))
    if Counter(value for key in ours for value in key[1]) != Counter(value for key in theirs for value in key[1]):
        return
    for kind in ("date", "year", "number"):
        pairs = zip(
            (one for one in source if _key(one)[0] == kind),
            (one for one in translation if _key(one)[0] == kind),
            strict=False,
        )
        for one, other in pairs:
            if _key(one) != _key(other):
                written, instead = (" ".join(dict.fromkeys(part.written for part in group)) for group in (one, other))
                message = f"{instead} stands where the source text has {written}"
                yield _mark(pair.translation, other[0]), message, "are two numbers exchanged?"
                return


_FIRST_YEAR, _LAST_YEAR = 1000, 2100

_DAYS = 31
_FIXED = re.compile(r"\d[\u00a0\u202f](?=[^\W\d_])")
_HINT = "numbers, dates and units are those of the source text"
_WORD_HINT = "write the number, as a word or in figures"


def _counted(said: Sequence[Figure], manner: Manner) -> Counter[Decimal]:
    return Counter(one.value for one in said if one.manner == manner)


def _unanswered(
    missing: Counter[Decimal], here: Sequence[Figure], there: Sequence[Figure], manner: Manner = "figure"
) -> Iterator[tuple[Decimal, Figure]]:
    """Yield the figures that the other text has not even as words, each with its value."""
    answering = ("word", "loose") if manner == "figure" else ("loose month",)
    answers = Counter(one.value for one in there if one.manner in answering)
    for value, count in missing.items():
        written = [one for one in here if one.value == value and one.manner == manner]
        for one in written[: max(count - answers[value], 0)]:
            yield value, one


def _words_without_answer(here: Sequence[Figure], there: Sequence[Figure]) -> Iterator[Figure]:
    answers = {one.value for one in there if "month" not in one.manner}
    yield from (one for one in here if one.manner == "word" and one.value not in answers)


def _units_in(content: Content) -> dict[str, tuple[str, bool]]:
    """Return the units in a text by their names: how each is written, and whether it cannot mean something else."""
    units: dict[str, tuple[str, bool]] = {}
    for start, end, (name, is_sure) in _units_of(content.pack).found(content.words):
        units[name] = content.words[start:end], is_sure or (name in units and units[name][1])
    return units


@lru_cache(maxsize=16)
def _units_of(pack: Pack) -> Listed[tuple[str, bool]]:
    return Listed(
        (sign.removesuffix("?"), (name, not sign.endswith("?")))
        for name, signs in pack.vocabulary.units.items()
        for sign in signs
    )


def _instead(value: Decimal, translation: Sequence[Figure], source: Sequence[Figure]) -> str:
    """Name the figure that stands in its place, where it is plain which."""
    known = {one.value for one in source}
    strange = [one.written for one in translation if one.manner == "figure" and one.value not in known]
    return f"; {strange[0]} stands in its place" if len(strange) == 1 and value not in known - {value} else ""


def _groups(content: Content) -> list[list[Figure]]:
    """Return the figures of a text, those of one date together."""
    groups: list[list[Figure]] = []
    for one in content.figures:
        if one.manner not in ("figure", "month"):
            continue
        last = groups[-1][-1] if groups else None
        if last and "month" in (last.manner, one.manner) and _stand_together(last, one, content.words):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _stand_together(last: Figure, one: Figure, words: str) -> bool:
    gap = words[last.offset + len(last.written) : one.offset]
    return last.offset == one.offset or (len(gap) < 4 and not gap.strip(" \u00a0\u2009.,"))


def _key(group: Sequence[Figure]) -> tuple[str, tuple[Decimal, ...]]:
    """Return the kind of a group, and its values; where the month of a date stands is for the language to say."""
    months = tuple(one.value for one in group if one.manner == "month")
    values = tuple(one.value for one in group if one.manner == "figure")
    if months:
        return "date", (*values, *months)
    is_year = values[0] == int(values[0]) and _FIRST_YEAR <= values[0] <= _LAST_YEAR
    return "year" if is_year else "number", values


def _mark(content: Content, one: Figure) -> Mark:
    return content.mark(one.written)
