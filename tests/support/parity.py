"""Texts and their translations, compared without any files; and the shipped editions, with a message changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from report.findings import Finding, Mark
from report.load.catalogs import load_catalog
from report.load.glossary import load_glossary
from report.load.manuscript import load
from report.locales import Shelf
from report.localize import Catalogs, word
from report.localize.parity import check_parity
from report.model.brief import Brief
from report.model.catalog import Catalog, Unit, brief_catalog, house_catalog
from report.model.glossary import Glossary
from report.model.manuscript import Manuscript, ScalarNode, Stretch
from report.validate import validate
from report.validate.glossary import read_glossary
from report.validate.kinds import Prose
from report.validate.locator_forms import locator_forms
from report.validate.markdown import read_prose

ROOT = Path(__file__).parents[2]
SHELF = Shelf.of(None)
FORMS = locator_forms(SHELF)
SHIPPED = [(slug, tag) for slug in ("iran-russia-nexus", "specimen") for tag in ("de", "ru", "fa")]


def unit(text: str, context: str = "words/paragraph", path: str = "brief.po") -> Unit:
    """Return a text as a unit."""
    node = ScalarNode(text, "text", Mark(path), (Stretch(0, 1, 1),))
    return Unit(context, node, read_prose(node, Prose(notes=True), FORMS).text, is_plain=False, about="")


def said(pairs: Iterable[tuple[str, str]], tag: str = "de", glossary: Glossary | None = None) -> list[tuple[str, int]]:
    """Return what is said of translations: the code, and the column of the place."""
    units = [
        (unit(source, f"words-{number}/paragraph"), unit(translation))
        for number, (source, translation) in enumerate(pairs)
    ]
    findings = check_parity(units, SHELF.pack(tag), SHELF.pack("en-GB"), glossary or Glossary())
    return [(finding.code, finding.mark.column) for finding in findings]


@cache
def shipped_glossary() -> Glossary:
    """Return the glossary that comes with the project."""
    return read_glossary(load_glossary(ROOT).value, SHELF).value


@cache
def _source(slug: str) -> tuple[Manuscript, Brief]:
    manuscript = load(ROOT, slug).value
    return manuscript, validate(manuscript, SHELF).value


@cache
def _catalog(path: str) -> Catalog:
    return load_catalog(ROOT, path, Mark(path)).value


def translations(slug: str, tag: str) -> dict[str, tuple[str, str]]:
    """Return the source text and the translation of each message of a shipped catalog by its context."""
    messages = _catalog(brief_catalog(slug, tag)).messages
    return {one.context: (one.source, one.translations[0].text) for one in messages if one.translations}


@cache
def findings_of_shipped(slug: str, tag: str) -> tuple[Finding, ...]:
    """Return what is said of a shipped edition."""
    return tuple(findings_of_edition(slug, tag, {}))


def findings_of_edition(slug: str, tag: str, changes: Mapping[str, str]) -> list[Finding]:
    """Return what is said of a shipped edition with some translations changed, by validating and by comparing."""
    manuscript, brief = _source(slug)
    catalog = _catalog(brief_catalog(slug, tag))
    messages = tuple(
        replace(one, translations=(replace(one.translations[0], text=changes[one.context]),))
        if one.context in changes
        else one
        for one in catalog.messages
    )
    catalogs = Catalogs(replace(catalog, messages=messages), _catalog(house_catalog(tag)))
    wording = word(manuscript, brief, catalogs, SHELF.pack(tag))
    edition = validate(wording.manuscript, SHELF)
    ours = {one.unit.context for one in (*wording.of_brief, *wording.of_house) if one.standing == "current"}
    theirs = {one.context: one for one in (*edition.value.units, *edition.value.house.units)}
    pairs = [
        (one, theirs[one.context])
        for one in (*brief.units, *brief.house.units)
        if one.context in ours and one.context in theirs
    ]
    parity = check_parity(pairs, SHELF.pack(tag), SHELF.pack("en-GB"), shipped_glossary())
    return [*edition.findings, *parity]
