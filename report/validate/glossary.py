"""The glossary: its tree to terms, each with its forms and renderings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report.findings import Checked, Finding, Mark, nearest
from report.locales import Shelf
from report.model.glossary import Glossary, Refused, Term
from report.model.manuscript import Node
from report.validate.reader import Reader
from report.validate.shapes import GLOSSARY
from report.validate.values import Values


def read_glossary(node: Node | None, shelf: Shelf) -> Checked[Glossary]:
    """Return the terms that are sound, and what is wrong with the others; without a tree there are none.

    A term has renderings for locales that have a pack on the ``shelf``, and stands once.
    """
    if node is None:
        return Checked(Glossary())
    reader = Reader(shelf)
    values = reader.record(node, GLOSSARY, node.mark)
    given: tuple[Values, ...] = values.get("terms", ())
    terms = tuple(_term(one) for one in given)
    findings = [*reader.slate.findings, *_strangers(terms, given, shelf), *_twice(terms)]
    return Checked(Glossary(terms), tuple(findings))


def _term(values: Values) -> Term:
    refused: Mapping[str, Values] = values.get("refused", {})
    return Term(
        name=values["term"],
        forms=(values["term"], *values.get("forms", ())),
        renderings=values.get("renderings", {}),
        refused={tag: Refused(one["words"], one["why"]) for tag, one in refused.items()},
        is_kept=values.get("keep", False),
        kind=values.get("kind", "term"),
        mark=values.mark,
    )


def _strangers(terms: tuple[Term, ...], given: tuple[Values, ...], shelf: Shelf) -> Iterator[Finding]:
    """Notice renderings for a locale that there is no pack for."""
    for term, values in zip(terms, given, strict=True):
        for key, tags in (("renderings", term.renderings), ("refused", term.refused)):
            for tag in tags:
                if tag not in shelf.known():
                    hint = nearest(tag, shelf.known()) or f"there are {', '.join(shelf.known())}"
                    mark = values.ends.get(key, values.mark)
                    message = f"“{term.name}” has {key} for “{tag}”, which has no locale pack"
                    yield Finding("LOC-039", mark, message, hint)


def _twice(terms: tuple[Term, ...]) -> Iterator[Finding]:
    """Notice terms that share a form: only one of them would be looked for."""
    first: dict[str, Mark] = {}
    for term in terms:
        for form in dict.fromkeys(term.forms):
            if form in first:
                hint = f"it stands first in line {first[form].line}"
                yield Finding("LOC-039", term.mark, f"“{form}” stands twice in the glossary", hint)
            first.setdefault(form, term.mark)
