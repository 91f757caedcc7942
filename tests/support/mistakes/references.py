"""Mistakes in the .bib files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.support.mistakes.kinds import Slip, Source, close_of, kind, misspelt

_ENTRY = r"^@(\w+)\{([\w-]+),$"
_FIELD = r"^ +(\w+) *= *(\{.*\})(,)$"
_REQUIRED = {"author", "title", "date", "journaltitle", "institution", "publisher"}


@kind("references", "braces")
def lost_brace(source: Source, rng: Random) -> Iterator[Slip]:
    for value in source.found(_FIELD):
        start, end = value.span(2)
        yield rng.choice((Slip(start, start + 1, ""), Slip(end - 1, end, "", (_entry_line(source, start),))))
    for entry in source.found(_ENTRY):
        close = close_of(source.text, source.text.index("{", entry.start()))
        yield Slip(close, close + 1, "", (source.line(entry.start()),))
        brace = entry.end(1)
        yield Slip(brace, brace + 1, "")


@kind("references", "braces")
def brace_too_many(source: Source, rng: Random) -> Iterator[Slip]:
    for value in source.found(_FIELD):
        start, end = value.span(2)
        place, brace = rng.choice(((start, "{"), (end, "}")))
        yield Slip(place, place, brace, (_entry_line(source, start),))


@kind("references", "punctuation")
def lost_comma(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001 - every place there is
    for comma in source.found(_FIELD + r"(?=\n +\w)"):
        yield Slip(*comma.span(3), "")
    for entry in source.found(_ENTRY):
        yield Slip(entry.end() - 1, entry.end(), "")


@kind("references", "punctuation")
def lost_equals_sign(source: Source, rng: Random) -> Iterator[Slip]:
    for sign in source.found(r"^ +\w+( *= *)(?=\{)"):
        yield Slip(*sign.span(1), rng.choice((" ", ": ", "")))


@kind("references", "punctuation")
def lost_at_sign(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for sign in source.found(r"^@"):
        yield Slip(*sign.span(), "")


@kind("references", "punctuation")
def lost_key(source: Source, rng: Random) -> Iterator[Slip]:
    for entry in source.found(_ENTRY):
        yield Slip(*rng.choice((entry.span(2), (entry.start(2), entry.end()))), "")


@kind("references", "misspelt word")
def misspelt_type(source: Source, rng: Random) -> Iterator[Slip]:
    known = {"article", "book", "booklet", "collection", "inbook", "manual", "misc", "online", "report", "thesis"}
    for entry in source.found(_ENTRY):
        yield Slip(*entry.span(1), misspelt(entry[1], rng, known))


@kind("references", "misspelt word")
def misspelt_field(source: Source, rng: Random) -> Iterator[Slip]:
    known = {"author", "date", "editor", "location", "note", "number", "pages", "title", "type", "url", "volume"}
    for field in source.found(_FIELD):
        yield Slip(*field.span(1), misspelt(field[1], rng, known), (_entry_line(source, field.start()),))


@kind("references", "missing field")
def deleted_required_field(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for entry in source.found(_ENTRY):
        close = close_of(source.text, entry.end(1))
        for field in re.compile(_FIELD, re.MULTILINE).finditer(source.text, entry.start(), close):
            if field[1] not in _REQUIRED or _may_go_without(entry[1], field[1], source.text[entry.start() : close]):
                continue
            yield Slip(field.start(), field.end() + 1, "", (_entry_line(source, field.start()),))


@kind("references", "missing field")
def empty_field(source: Source, rng: Random) -> Iterator[Slip]:
    for field in source.found(_FIELD):
        if field[1] in _REQUIRED:
            yield Slip(*field.span(2), rng.choice(("{}", "{ }", '""')), (_entry_line(source, field.start()),))


@kind("references", "twice")
def duplicated_key(source: Source, rng: Random) -> Iterator[Slip]:
    entries = list(source.found(_ENTRY))
    for entry in entries:
        whole = source.text[entry.start() : close_of(source.text, source.text.index("{", entry.start())) + 1] + "\n\n"
        place = rng.choice(entries).start()
        moved = whole.count("\n") if place <= entry.start() else 0
        yield Slip(place, place, whole, (source.line(entry.start()) + moved,))
        other = rng.choice([one for one in entries if one is not entry])
        yield Slip(*entry.span(2), other[2], (source.line(other.start()),))


@kind("references", "twice")
def duplicated_field(source: Source, rng: Random) -> Iterator[Slip]:
    for field in source.found(_FIELD):
        value = rng.choice((field[2], "{Another Value}"))
        again = f"\n  {field[1]} = {value},"
        yield Slip(field.end(), field.end(), again, (source.line(field.end()) + 1,))


@kind("references", "wrong value")
def bad_date(source: Source, rng: Random) -> Iterator[Slip]:
    for date in source.found(r"^ +(?:url)?date *= *\{([\d-]+)\}"):
        year = date[1][:4]
        wrong = ("{}-13", "{}-02-30", "{}/01", "May {}", "01.05.{}", "{}0", "{}l")
        yield Slip(*date.span(1), rng.choice((year[:3], rng.choice(wrong).format(year))))


@kind("references", "wrong value")
def names_without_their_and(source: Source, rng: Random) -> Iterator[Slip]:
    for word in source.found(r"(?<=^  author).*( and )"):
        yield Slip(*word.span(1), rng.choice((" adn ", " und ", " & ", "; ", ", ", " an ")))


@kind("references", "wrong value")
def wrong_word_in_a_field(source: Source, rng: Random) -> Iterator[Slip]:
    for value in source.found(r"^ +entrysubtype *= *\{(\w+)\}"):
        yield Slip(*value.span(1), misspelt(value[1], rng))
    for address in source.found(r"^ +url *= *\{(https://)"):
        yield Slip(*address.span(1), rng.choice(("", "htps://", "https:/", "https//", "www.")))
    for pages in source.found(r"^ +pages *= *\{(\d+)--(\d+)\}"):
        wrong = (f"{pages[2]}--{pages[1]}", f"{pages[1]}--", f"{pages[1]} to {pages[2]}", f"{pages[1]}--{pages[2]}--")
        yield Slip(pages.start(1), pages.end(2), rng.choice(wrong))


@kind("references", "wrong value")
def misspelt_key(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(_ENTRY.replace(r"(\w+)\{", r"\w+\{"))
    brief = "/".join(source.path.split("/")[:2])
    for entry in source.found(_ENTRY):
        calls = frozenset(
            (path, text.count("\n", 0, call.start()) + 1)
            for path, text in source.group.items()
            if path.startswith(brief)
            for call in re.finditer(rf"@{entry[2]}\b(?!,\n)", text)
        )
        yield Slip(*entry.span(2), misspelt(entry[2], rng, known), elsewhere=calls)


@kind("references", "misspelt word")
def misspelt_language(source: Source, rng: Random) -> Iterator[Slip]:
    for language in source.found(r"^ +langid *= *\{(\w+)\}"):
        yield Slip(*language.span(1), misspelt(language[1], rng))


def _may_go_without(type_: str, field: str, entry: str) -> bool:
    """Whether the manual (chapter 4) allows it: pages and papers may be undated, institutions may be authors."""
    if field == "date":
        return type_ in {"misc", "online"}
    return field == "author" and bool(re.search("^ +(?:institution|organization) ", entry, re.MULTILINE))


def _entry_line(source: Source, index: int) -> int:
    """The line in which the entry around a place begins."""
    return source.line(source.text.rindex("\n@", 0, index) + 1) if "\n@" in source.text[:index] else 1
