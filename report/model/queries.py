"""Queries: what editors and translators ask each other of a text that is not out; printed in proofs alone."""

from __future__ import annotations

from dataclasses import dataclass

from report.findings import Mark


@dataclass(frozen=True, slots=True)
class Query:
    """A question of somebody about a block, a part of one, a section or, where ``target`` is empty, the title page.

    Parts are called by their numbers: ``habits/2/1`` is the first item below the second of a list, ``steps/3`` a step,
    ``costs/3`` a row, ``costs/column-2`` the head of a column. ``by`` says who asks; a translator's comment in a
    catalog has no name. ``mark`` is where it is written.
    """

    target: str
    by: str
    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class NumberedQuery:
    """A query in its place: its number in the order of the text, from 1, and what it stands at.

    ``anchor`` is the id in the markup of what it is about, ``around`` that of the whole block which holds it.
    """

    number: int
    anchor: str
    around: str
    query: Query
