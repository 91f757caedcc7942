"""The house: who publishes, under which terms, and what it changes about the look."""

from __future__ import annotations

from collections.abc import Sequence

from report.findings import Mark, nearest
from report.model.brief import BibliographyPart, CitationRules, Design, House, Licence
from report.model.manuscript import Node
from report.model.references import ENTRY_TYPES
from report.validate.reader import Reader
from report.validate.shapes import HOUSE
from report.validate.values import Values

DEFAULT_STYLE = "house-short-title"

_NAMED_PARTS = ("sources", "official-documents", "books-and-articles", "press", "archives")


def read_house(reader: Reader, node: Node | None) -> House:
    """Read ``content/house.yaml``; what is missing or unsound is empty."""
    values = reader.record(node, HOUSE, Mark("content/house.yaml"))
    return House(
        publisher=values.get("publisher", ""),
        department=values.get("department", ""),
        address=values.get("address", ()),
        contact=values.get("contact", ""),
        series=values.get("series", ""),
        series_number=values.get("series-number", ""),
        licence=_licence(values.get("licence", None)),
        imprint=values.get("imprint", ()),
        design=_design(values),
        citations=_citations(reader, values),
        mark=values.mark,
    )


def _licence(values: Values | None) -> Licence:
    return Licence(values["name"], values["address"], values["holder"]) if values else Licence("", "", "")


def _design(values: Values) -> Design:
    design: Values | None = values.get("design", None)
    if design is None:
        return Design({}, {}, values.mark)
    return Design(design["faces"], design.get("tokens", {}), design.mark)


def _citations(reader: Reader, values: Values) -> CitationRules:
    given: Values | None = values.get("citations", None)
    if given is None:
        return CitationRules(DEFAULT_STYLE, ibid=True, reset="never", terms="edition", parts=(), mark=values.mark)
    return CitationRules(
        style=given.get("style", DEFAULT_STYLE),
        ibid=given.get("ibid", True),
        reset=given.get("reset", "never"),
        terms=given.get("terms", "edition"),
        parts=_parts(reader, given.get("bibliography", ())),
        mark=given.mark,
    )


def _parts(reader: Reader, given: Sequence[Values]) -> tuple[BibliographyPart, ...]:
    """Read the parts of the bibliography: each has a title, and exactly one takes the rest."""
    parts = tuple(
        BibliographyPart(
            one["part"],
            one.get("title", ()),
            frozenset(one.get("types", ())),
            frozenset(one.get("keywords", ())),
            one.mark,
        )
        for one in given
    )
    for part in parts:
        if not part.title and part.id not in _NAMED_PARTS:
            hint = "give it a title, or one of the names that have words in every locale: " + ", ".join(_NAMED_PARTS)
            reader.slate.note(
                "STR-002", part.mark, f"the part “{part.id}” has no title", nearest(part.id, _NAMED_PARTS) or hint
            )
        for unknown in sorted(part.types - ENTRY_TYPES):
            message = f"“{unknown}” is no type of entry"
            reader.slate.note("STR-007", part.mark, message, nearest(unknown, ENTRY_TYPES) or "such as legislation")
    rest = [part for part in parts if not part.types and not part.keywords]
    if parts and len(rest) != 1:
        place = rest[1].mark if rest else parts[-1].mark
        message = (
            "no part of the bibliography takes the rest" if not rest else "two parts of the bibliography take the rest"
        )
        reader.slate.note("STR-005", place, message, "exactly one part has neither types nor keywords")
    return parts
