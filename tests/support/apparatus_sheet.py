"""Sheets for looking: the brief of works of every kind, in every citation style and locale, as web pages.

``python -m tests.support.apparatus_sheet FOLDER`` writes a page for each style and locale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from report.cite import cite
from report.compose import compose
from report.findings import Finding, Mark
from report.load.manuscript import load
from report.load.references import load_references
from report.load.styles import known_styles, load_style
from report.locales import Shelf
from report.localize import Catalogs, Wording, choose_locale, localize
from report.model.apparatus import Apparatus
from report.model.catalog import Catalog
from report.model.edition import Edition
from report.model.references import References
from report.model.style import Style
from report.validate import validate
from report.validate.citation_styles import read_style

PROJECT = Path(__file__).parents[2]
BRIEF = PROJECT / "tests" / "briefs" / "apparatus"
SLUG = "apparatus"
SHELF = Shelf.of(None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The brief in one style and locale."""

    style: Style
    edition: Edition
    apparatus: Apparatus


def read_brief() -> tuple[Edition, References, tuple[Finding, ...]]:
    """Return the brief in its own language, its references, and what was noticed in either."""
    manuscript = load(BRIEF, SLUG)
    brief = validate(manuscript.value, SHELF)
    pack = choose_locale(brief.value, brief.value.language, SHELF)
    none = Catalogs(Catalog("brief.po", {}, ()), Catalog("house.po", {}, ()))
    edition = localize(brief.value, Wording(manuscript.value), none, pack.value, SHELF)
    references = load_references(BRIEF, manuscript.value.references)
    findings = (*manuscript.findings, *brief.findings, *pack.findings, *references.findings)
    return edition, references.value, findings


def styles() -> Iterator[Style]:
    """Yield every style at hand."""
    for name in known_styles(PROJECT):
        style = read_style(name, load_style(PROJECT, name, Mark("content/house.yaml")).value).value
        assert style is not None, name
        yield style


def in_locale(edition: Edition, tag: str) -> Edition:
    """Return the edition with the apparatus of another locale; its own words stay as they are."""
    pack = SHELF.pack(tag)
    return replace(edition, locale=tag, pack=pack, direction=pack.direction)


def sheets() -> Iterator[Sheet]:
    """Yield the sheets of every style in every locale."""
    edition, references, _ = read_brief()
    for style in styles():
        for tag in SHELF.known():
            local = in_locale(edition, tag)
            yield Sheet(style, local, cite(local, references, style, SHELF).value)


def main(arguments: Sequence[str]) -> int:
    """Write the sheets into the folder that is named."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets():
        page = compose(sheet.edition, sheet.apparatus, "screen", (), PROJECT).html
        (folder / f"{sheet.style.name}.{sheet.edition.locale}.html").write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
