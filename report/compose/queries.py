"""The copy of queries: on paper a list after the text, on the screen below what they are about."""

from __future__ import annotations

from collections.abc import Iterator

from report import locales
from report.compose.passages import Writer
from report.model.edition import Edition
from report.model.output import Passage
from report.model.queries import NumberedQuery


def listed(edition: Edition) -> Iterator[Passage]:
    """Yield the list of all queries under its heading."""
    if edition.asked:
        yield Passage("queries", edition.words.word("Queries"), str(edition.brief.mark), "heading")
    for query in edition.asked:
        yield _passage(query, edition)


def below(anchor: str, edition: Edition, writer: Writer) -> Iterator[Passage]:
    """Yield the queries that stand below what is called so in the markup: there are none on paper."""
    if not writer.is_paged:
        yield from (_passage(query, edition) for query in edition.asked if query.around == anchor)


def _passage(query: NumberedQuery, edition: Edition) -> Passage:
    number = edition.words.word("Q%(number)s", number=locales.in_digits(str(query.number), edition.pack))
    by = query.query.by or edition.words.word("Translator")
    return Passage(f"query-{query.number}", f"{number} {by} {query.query.text}", str(query.query.mark), "item")
