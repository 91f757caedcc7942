"""The fields of an entry as plain words, taken once for all that is asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from report.model.references import Entry, plain

Words = Mapping[str, str]
Table = tuple[tuple[str, tuple[str, ...]], ...]
"""What a format calls a field, and the fields that it may come from; the first that is given is taken."""


KINDS_IN_WORDS = {
    "candthesis": "Candidate thesis",
    "mathesis": "Master’s thesis",
    "phdthesis": "PhD thesis",
    "resreport": "Research report",
    "techreport": "Technical report",
}
"""What kinds of theses and reports are called where a format has no names for them."""


def words_of(entry: Entry) -> Words:
    """Return the characters of every field by its name."""
    return {name: plain(value) for name, value in entry.fields.items()}


def first(words: Words, names: Iterable[str]) -> str:
    """Return the first of the named fields that is given, else an empty text."""
    for name in names:
        if value := words.get(name):
            return value
    return ""


def given(words: Words, table: Table) -> Iterator[tuple[str, str]]:
    """Yield what is given of a table, in its order."""
    for called, names in table:
        if value := first(words, names):
            yield called, value


def with_subtitle(title: str, subtitle: str) -> str:
    """Return a title with its subtitle after a colon, or after the sign that closes it."""
    if not subtitle:
        return title
    return f"{title} {subtitle}" if title.endswith(("?", "!")) else f"{title}: {subtitle}"
