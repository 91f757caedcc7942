"""An edition prepared: localized, cited and set at its revision, as far as its media have all in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from report.cite import cite, cite_errata
from report.desk import Desk
from report.findings import Checked, Finding, Mark
from report.load.catalogs import load_catalog
from report.load.frozen import load_kept
from report.load.inputs import inputs_of
from report.load.profiles import load_profile
from report.load.references import load_references
from report.locales import Shelf
from report.localize import (
    Catalogs,
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
from report.model.catalog import Wanted, brief_catalog, house_catalog
from report.model.edition import Edition
from report.model.locale import Pack
from report.model.manuscript import Manuscript
from report.model.output import Face, Origin, OutputProfile
from report.model.preflight import PRINTED_MEDIA, Known
from report.model.redline import Printing
from report.model.references import Entry, References
from report.model.revision import Notice
from report.order import Order
from report.production.reading import Reading, read
from report.production.rules import citation_style, preflight_profile
from report.revise.errata import concerning
from report.revise.standing import at_its_revision, listed_at
from report.typeset.fonts import choose_faces
from report.validate import validate
from report.versions import made_with

T = TypeVar("T")


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
    pack = desk.take(_chosen(order, source, shelf, is_read=manuscript.brief is not None))
    loaded = load_references(order.project, manuscript.references)
    references, are_read = desk.take(loaded), manuscript.brief is not None and _are_read(loaded)
    edition = _localized(order, desk, reading, pack, references)
    house = edition.brief.house
    style = desk.take(citation_style(order.project, house.citations))
    apparatus = desk.take(_cited(cite(edition, references, style, shelf), manuscript, are_read=are_read))
    printing = Printing(edition, apparatus)
    edition = desk.take(_at_its_revision(order, printing, listed_at(manuscript), is_sound=not desk.holds))
    if order.to_publish or source.state == "published":
        desk.file(open_queries(source))
    notices = desk.take(_cited(cite_errata(edition, references, style, shelf), manuscript, are_read=are_read))
    apparatus = replace(apparatus, notices=desk.take(concerning(edition, notices)))
    faces = desk.take(choose_faces(house.design, pack))
    desk.take(reading.design)
    cited = tuple(references[work.key] for group in apparatus.bibliography for work in group.references)
    profile = desk.take(load_profile(house, order.media))
    origin = Origin(order.project, inputs_of(order.project, manuscript, pack.tag), made_with())
    rules = {name: desk.take(preflight_profile(order.project, name, shelf, edition.brief)) for name in PRINTED_MEDIA}
    known = Known({medium: one for medium, one in rules.items() if one}, None, profile)
    return Prepared(edition, apparatus, cited, faces, origin, profile, known, notices)


def _chosen(order: Order, brief: Brief, shelf: Shelf, *, is_read: bool) -> Checked[Pack]:
    """Return the pack of the edition that is ordered; a brief that could not be read may well have that edition."""
    chosen = choose_locale(brief, order.locale or brief.language, shelf)
    return chosen if is_read else Checked(chosen.value, tuple(one for one in chosen.findings if one.code != "LOC-001"))


def _localized(order: Order, desk: Desk, reading: Reading, pack: Pack, references: References) -> Edition:
    """Return the brief in the words of a locale; what its translation lacks, and where it departs, is on the desk."""
    manuscript, source, shelf = reading.manuscript.value, reading.brief.value, reading.shelf
    read_catalogs = _catalogs(order, source, pack, reading.printed)
    catalogs = desk.take(read_catalogs)
    wording = word(manuscript, source, catalogs, pack, references)
    lacking = check_completeness(wording, source, catalogs, pack, to_publish=order.to_publish or order.to_freeze)
    desk.file(_said_of(lacking, read_catalogs))
    brief = desk.take(validate(wording.manuscript, shelf)) if wording.manuscript is not manuscript else source
    glossary = desk.take(reading.glossary)
    desk.file(check_translation(wording, source, brief, catalogs, pack, shelf, glossary, reading.kept))
    return localize(brief, wording, catalogs, pack, shelf)


def _catalogs(order: Order, brief: Brief, pack: Pack, printed: tuple[Wanted, ...]) -> Checked[Catalogs]:
    """Read the catalogs of an edition; an original that is not in English needs words for the templates."""
    plan = plan_of(brief, pack.tag).mark
    of_brief = load_catalog(order.project, brief_catalog(order.brief, pack.tag), plan)
    of_house = load_catalog(order.project, house_catalog(pack.tag), plan)
    return Checked(Catalogs(of_brief.value, of_house.value, printed), (*of_brief.findings, *of_house.findings))


def _said_of(lacking: Iterable[Finding], catalogs: Checked[Catalogs]) -> Iterator[Finding]:
    """Leave out that texts are not translated while a catalog cannot be read: it may have them."""
    is_read = not any(one.code == "LOC-003" for one in catalogs.findings)
    return (one for one in lacking if is_read or one.code != "LOC-006")


def _cited(cited: Checked[T], manuscript: Manuscript, *, are_read: bool) -> Checked[T]:
    """Leave out what only seems so while a file could not be read.

    A section may cite the works that are cited nowhere, and a file of references may have those that are not there.
    """
    unsure = {"CIT-003"} if manuscript.unread else set()
    unsure |= set() if are_read else {"CIT-002"}
    return Checked(cited.value, tuple(one for one in cited.findings if one.code not in unsure))


def _are_read(references: Checked[References]) -> bool:
    """Whether every file of references that is named could be read."""
    return not any(one.code.startswith("LOD") for one in references.findings)


def _at_its_revision(order: Order, printing: Printing, listed: Mark, *, is_sound: bool) -> Checked[Edition]:
    """Say which revision an edition is; while it is not sound nothing is said of how it departs from what was frozen.

    A text that is to be frozen is what it becomes by that.
    """
    edition = printing.edition
    if order.to_freeze:
        return Checked(replace(edition, state="published", revision=edition.brief.revisions[-1]))
    last = edition.brief.revisions[-1].version
    kept = load_kept(order.project, order.brief, edition.locale, last, listed)
    placed = at_its_revision(printing, kept.value, listed, to_publish=order.to_publish)
    said = (one for one in placed.findings if is_sound or one.code not in ("REV-004", "REV-006"))
    return Checked(placed.value, (*kept.findings, *said))
