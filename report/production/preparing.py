"""An edition prepared: localized, cited and set at its revision, as far as its media have all in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from report.cite import cite, cite_errata
from report.desk import Desk
from report.findings import Checked, Mark
from report.load.catalogs import load_catalog
from report.load.frozen import load_kept
from report.load.inputs import inputs_of
from report.load.profiles import load_profile
from report.load.references import load_references
from report.locales import Shelf
from report.localize import (
    Catalogs,
    Wording,
    check_completeness,
    check_translation,
    choose_locale,
    localize,
    plan_of,
    word,
)
from report.localize.queries import open_queries
from report.model.apparatus import Apparatus
from report.model.brief import Brief
from report.model.catalog import brief_catalog, house_catalog
from report.model.edition import Edition
from report.model.locale import Pack
from report.model.output import Face, Origin, OutputProfile
from report.model.preflight import PRINTED_MEDIA, Known
from report.model.redline import Printing
from report.model.references import Entry, References
from report.model.revision import Notice
from report.order import Order
from report.production.doubts import certain
from report.production.reading import Reading, read
from report.production.rules import citation_style, preflight_profile
from report.revisions.errata import concerning
from report.revisions.standing import at_its_revision, listed_at
from report.typeset.fonts import choose_faces
from report.validate import validate
from report.versions import made_with


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition with all that its outputs are made from; ``cited`` are its works as the bibliography has them.

    ``profile`` is that of the printing condition, for a house that has a printer; ``known`` is what preflight goes by.
    ``notices`` are all that is said of published versions, also what concerns later ones than this.
    """

    edition: Edition
    apparatus: Apparatus
    cited: tuple[Entry, ...]
    faces: tuple[Face, ...]
    origin: Origin
    profile: OutputProfile | None
    known: Known
    notices: tuple[Notice, ...] = ()

    @property
    def project(self) -> Path:
        """The project folder."""
        return self.origin.project

    @property
    def printing(self) -> Printing:
        """The edition as it prints, which revisions are compared by."""
        return Printing(self.edition, self.apparatus)


def prepare(order: Order, desk: Desk, reading: Reading | None = None) -> Prepared:
    """Take an order down the line as far as its media have in common, noticing all that can be noticed.

    ``reading`` is the brief, where it has been read already for another of its editions.
    """
    reading = reading or read(order.project, order.brief)
    shelf = desk.take(Checked(reading.shelf, reading.shelf.findings))
    manuscript = desk.take(reading.manuscript)
    source = desk.take(reading.brief)
    # A brief that could not be read may well have the edition that is ordered.
    is_read = manuscript.brief is not None
    chosen = choose_locale(source, order.locale or source.language, shelf)
    pack = desk.take(certain(chosen, {"LOC-001": is_read}))
    loaded = load_references(order.project, manuscript.references)
    references = desk.take(loaded)
    edition = _localized(order, desk, reading, pack, references)
    house = edition.brief.house
    style = desk.take(citation_style(order.project, house.citations))
    # A file of references that could not be read may have the works that are missing, and a section that could not be,
    # or a text that is not translated, may cite those that are cited nowhere.
    is_whole = not (manuscript.unread or edition.progress.stale or edition.progress.missing)
    known = {"CIT-002": is_read and _are_read(loaded), "CIT-003": is_whole}
    apparatus = desk.take(certain(cite(edition, references, style, shelf), known))
    printing = Printing(edition, apparatus)
    # While a text is not sound nothing is said of how it departs from what was frozen.
    is_sound = not desk.holds
    placed = _at_its_revision(order, printing, listed_at(manuscript))
    edition = desk.take(certain(placed, {"REV-004": is_sound, "REV-006": is_sound}))
    if order.to_publish or source.state == "published":
        desk.file(open_queries(source))
    notices = desk.take(certain(cite_errata(edition, references, style, shelf), known))
    apparatus = replace(apparatus, notices=desk.take(concerning(edition, notices)))
    faces = desk.take(choose_faces(house.design, pack))
    desk.take(reading.design)
    cited = tuple(references[work.key] for group in apparatus.bibliography for work in group.references)
    profile = desk.take(load_profile(house, order.media))
    origin = Origin(order.project, inputs_of(order.project, manuscript, pack.tag), made_with())
    rules = {name: desk.take(preflight_profile(order.project, name, shelf, edition.brief)) for name in PRINTED_MEDIA}
    asked = Known({medium: one for medium, one in rules.items() if one}, None, profile)
    return Prepared(edition, apparatus, cited, faces, origin, profile, asked, notices)


def _localized(order: Order, desk: Desk, reading: Reading, pack: Pack, references: References) -> Edition:
    """Return the brief in the words of a locale; what its translation lacks, and where it departs, is on the desk."""
    manuscript, source, shelf = reading.manuscript.value, reading.brief.value, reading.shelf
    read_catalogs = _catalogs(order, source, pack, reading)
    catalogs = desk.take(read_catalogs)
    wording = word(manuscript, source, catalogs, pack, references)
    lacking = check_completeness(wording, source, catalogs, pack, to_publish=order.to_publish or order.to_freeze)
    # A catalog that could not be read may have the texts that are not translated.
    is_read = not any(one.code == "LOC-003" for one in read_catalogs.findings)
    # What could not be read of the source text has messages that only seem left over.
    is_sound = not any(one.holds for one in (*reading.manuscript.findings, *reading.brief.findings))
    desk.take(certain(Checked(None, tuple(lacking)), {"LOC-006": is_read, "LOC-008": is_sound}))
    brief = desk.take(_worded(wording, shelf)) if wording.manuscript is not manuscript else source
    glossary = desk.take(reading.glossary)
    desk.file(check_translation(wording, source, brief, catalogs, pack, shelf, glossary, reading.kept))
    return localize(brief, wording, catalogs, pack, shelf)


def _worded(wording: Wording, shelf: Shelf) -> Checked[Brief]:
    """Return the brief in the words of a translation; one that is behind may yet mention what the source text does."""
    is_up_to_date = all(one.standing == "current" for one in wording.of_brief)
    return certain(validate(wording.manuscript, shelf), {"LNK-005": is_up_to_date})


def _catalogs(order: Order, brief: Brief, pack: Pack, reading: Reading) -> Checked[Catalogs]:
    """Read the catalogs of an edition; an original that is not in English needs words for the templates."""
    plan = plan_of(brief, pack.tag).mark
    of_brief = reading.catalogs.get(pack.tag) or load_catalog(order.project, brief_catalog(order.brief, pack.tag), plan)
    of_house = load_catalog(order.project, house_catalog(pack.tag), plan)
    return Checked(Catalogs(of_brief.value, of_house.value, reading.printed), (*of_brief.findings, *of_house.findings))


def _are_read(references: Checked[References]) -> bool:
    """Whether every file of references that is named could be read."""
    return not any(one.code.startswith("LOD") for one in references.findings)


def _at_its_revision(order: Order, printing: Printing, listed: Mark) -> Checked[Edition]:
    """Say which revision an edition is; a text that is to be frozen is what it becomes by that."""
    edition = printing.edition
    if order.to_freeze:
        return Checked(replace(edition, state="published", revision=edition.brief.revisions[-1]))
    last = edition.brief.revisions[-1].version
    kept = load_kept(order.project, order.brief, edition.locale, last, listed)
    placed = at_its_revision(printing, kept.value, listed, to_publish=order.to_publish)
    return Checked(placed.value, (*kept.findings, *placed.findings))
