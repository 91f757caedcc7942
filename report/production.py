"""The production line: what happens to an order, in which order. Only this module knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from report.cite import cite
from report.compose import compose
from report.compose.copy import copy_of
from report.compose.facts import facts_of
from report.compose.sheet import one_sheet
from report.desk import Desk
from report.findings import Checked, Finding, Mark
from report.load.catalogs import load_catalog
from report.load.catalogs.words import template_words
from report.load.glossary import load_glossary
from report.load.inputs import inputs_of
from report.load.manuscript import load
from report.load.packs import load_packs
from report.load.preflight import FOLDER as PREFLIGHT_FOLDER
from report.load.preflight import load_preflight
from report.load.profiles import load_profile
from report.load.references import load_references
from report.load.styles import load_style
from report.locales import Shelf
from report.localize import (
    Catalogs,
    check_completeness,
    check_translation,
    choose_locale,
    editions_of,
    localize,
    plan_of,
    word,
)
from report.model.apparatus import Apparatus
from report.model.brief import Brief, CitationRules
from report.model.catalog import Wanted, brief_catalog, house_catalog
from report.model.edition import Edition
from report.model.glossary import Glossary
from report.model.locale import Pack
from report.model.manuscript import Manuscript
from report.model.output import MEDIA, Enclosure, Face, Galley, Medium, Origin, OutputProfile, Proof, Setting
from report.model.preflight import PRINTED_MEDIA, Known, Profile
from report.model.references import Entry
from report.model.style import Style
from report.order import Order
from report.preflight import preflight_all
from report.press import impose, press
from report.publish.enclosing import enclose
from report.publish.names import artifact_name, edition_pages, reference_file_names
from report.typeset import typeset
from report.typeset.fonts import choose_faces
from report.validate import validate
from report.validate.citation_styles import read_style
from report.validate.design import check_design
from report.validate.glossary import read_glossary
from report.validate.house import DEFAULT_STYLE
from report.validate.preflight import read_preflight
from report.versions import made_with


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition with all that its outputs are made from; ``cited`` are its works as the bibliography has them.

    ``profile`` is that of the printing condition, for a house that has a printer; ``known`` is what preflight goes by.
    """

    edition: Edition
    apparatus: Apparatus
    cited: tuple[Entry, ...]
    faces: tuple[Face, ...]
    origin: Origin
    profile: OutputProfile | None
    known: Known

    @property
    def project(self) -> Path:
        """The project folder."""
        return self.origin.project


@dataclass(frozen=True, slots=True)
class Reading:
    """A brief as it was read, once for all its editions, with what was noticed.

    ``design`` is what was noticed in templates and sheets, ``printed`` the words that the templates print.
    """

    shelf: Shelf
    manuscript: Checked[Manuscript]
    brief: Checked[Brief]
    design: Checked[None]
    printed: tuple[Wanted, ...]
    glossary: Checked[Glossary]

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales the brief can be ordered in, its source language first."""
        return editions_of(self.brief.value)


def read(project: Path, slug: str) -> Reading:
    """Read a brief, as far as all its editions have in common."""
    shelf = Shelf.of(load_packs(project))
    manuscript = load(project, slug)
    brief = validate(manuscript.value, shelf)
    design = check_design(project, brief.value.house.design)
    printed = template_words(project).value  # what is wrong with a template is noticed with the design
    return Reading(shelf, manuscript, brief, design, printed, _glossary(project, shelf))


def prepare(order: Order, desk: Desk, reading: Reading | None = None) -> Prepared:
    """Take an order down the line as far as its media have in common, noticing all that can be noticed.

    ``reading`` is the brief, where it has been read already for another of its editions.
    """
    reading = reading or read(order.project, order.brief)
    shelf = desk.take(Checked(reading.shelf, reading.shelf.findings))
    manuscript = desk.take(reading.manuscript)
    source = desk.take(reading.brief)
    pack = desk.take(choose_locale(source, order.locale or source.language, shelf))
    read_catalogs = _catalogs(order, source, pack, reading.printed)
    catalogs = desk.take(read_catalogs)
    references = desk.take(load_references(order.project, manuscript.references))
    wording = word(manuscript, source, catalogs, pack, references)
    lacking = check_completeness(wording, source, catalogs, pack, to_publish=order.to_publish)
    desk.file(_said_of(lacking, read_catalogs))
    brief = desk.take(validate(wording.manuscript, shelf)) if wording.manuscript is not manuscript else source
    glossary = desk.take(reading.glossary)
    desk.file(check_translation(wording, source, brief, catalogs, pack, shelf, glossary))
    edition = localize(brief, wording, catalogs, pack, shelf)
    style = desk.take(_style(order.project, brief.house.citations))
    apparatus = desk.take(_cited(cite(edition, references, style, shelf), manuscript))
    faces = desk.take(choose_faces(brief.house.design, edition.pack))
    desk.take(reading.design)
    cited = tuple(references[work.key] for group in apparatus.bibliography for work in group.references)
    profile = desk.take(load_profile(brief.house, order.media))
    origin = Origin(order.project, inputs_of(order.project, manuscript, pack.tag), made_with())
    profiles = {medium: desk.take(preflight_profile(order.project, medium, shelf, brief)) for medium in PRINTED_MEDIA}
    known = Known({medium: one for medium, one in profiles.items() if one}, None, profile)
    return Prepared(edition, apparatus, cited, faces, origin, profile, known)


def preflight_profile(
    project: Path | None, name: str, shelf: Shelf, brief: Brief | None = None
) -> Checked[Profile | None]:
    """Read a preflight profile by its name; with a brief at hand the rules of its house's printer go into it."""
    nodes = load_preflight(project, name, Mark(PREFLIGHT_FOLDER))
    profile = read_preflight(name, nodes.value, shelf, brief.house.press if brief else None)
    return Checked(profile.value, (*nodes.findings, *profile.findings))


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


def _glossary(project: Path, shelf: Shelf) -> Checked[Glossary]:
    node = load_glossary(project)
    glossary = read_glossary(node.value, shelf)
    return Checked(glossary.value, (*node.findings, *glossary.findings))


def _style(project: Path, rules: CitationRules) -> Checked[Style]:
    """Read the house's citation style; while it is not sound the default one serves, so that citing goes on."""
    nodes = load_style(project, rules.style, rules.mark)
    style = read_style(rules.style, nodes.value)
    if style.value and not nodes.findings:
        return Checked(style.value)
    # What a style lacks is not said while one that it extends is lacking.
    findings = nodes.findings or style.findings
    default = read_style(DEFAULT_STYLE, load_style(None, DEFAULT_STYLE, rules.mark).value).value
    assert default is not None, "the default style is sound"
    return Checked(default, findings)


def _cited(apparatus: Checked[Apparatus], manuscript: Manuscript) -> Checked[Apparatus]:
    """Leave out that works are cited nowhere while a section could not be read: it may cite them."""
    if not manuscript.unread:
        return apparatus
    return Checked(apparatus.value, tuple(one for one in apparatus.findings if one.code != "CIT-003"))


def media_of(edition: Edition) -> tuple[Medium, ...]:
    """Return the media that an edition can be made in: those of the press for a house that has a printer."""
    return MEDIA if edition.brief.house.press else ("paged", "screen")


def produce(prepared: Prepared, media: Sequence[Medium], desk: Desk) -> tuple[Proof, ...]:
    """Take a prepared edition down the rest of the line; the desk keeps what every stage noticed.

    A press file is made from the pages, and a booklet from the press file; only the media asked for are returned.

    Raises:
        Held: an error lies on the desk.
    """
    desk.hold()
    proofs: dict[Medium, Proof] = {}
    if "screen" in media:
        proofs["screen"] = _set(prepared, "screen", desk)
    if any(medium != "screen" for medium in media):
        proofs["paged"] = _set(prepared, "paged", desk)
    rules, profile = prepared.edition.brief.house.press, prepared.profile
    if rules and profile and not {"press", "booklet"}.isdisjoint(media):
        proofs["press"] = desk.take(press(proofs["paged"], prepared.edition, rules, profile))
        if "booklet" in media:
            desk.hold()
            proofs["booklet"] = desk.take(impose(proofs["press"], prepared.edition, rules, profile))
    desk.hold()
    paged = proofs.get("paged")
    known = known_of(prepared, paged.galley.sheet, paged.enclosures) if paged else prepared.known
    checked = preflight_all(proofs, media, known)
    names = {medium: artifact_name(prepared.edition, medium) for medium in media}
    desk.file(replace(one, file=names[cast(Medium, one.medium)]) for one in checked.findings)
    return checked.value


def expected(prepared: Prepared, setting: Setting) -> Galley:
    """Return what finished files of an edition are compared with: its galley but for the markup, nothing being set."""
    edition, apparatus, faces = prepared.edition, prepared.apparatus, prepared.faces
    copy = copy_of(edition, apparatus, setting, faces)
    if setting == "screen":
        files = tuple(reference_file_names(edition).values()) if prepared.cited else ()
        copy = replace(copy, files=files, editions=tuple(edition_pages(edition).values()))
    sheet = one_sheet(prepared.project, setting, edition.brief.house.design, edition.pack)
    return Galley("", sheet, setting, faces, copy, str(edition.brief.mark))


def known_of(prepared: Prepared, sheet: str, enclosures: Sequence[Enclosure]) -> Known:
    """Return what preflight goes by, with the facts of the edition; ``sheet`` is that of its pages."""
    facts = facts_of(prepared.edition, prepared.apparatus, sheet, enclosures, prepared.profile)
    return replace(prepared.known, facts=facts)


def _set(prepared: Prepared, setting: Setting, desk: Desk) -> Proof:
    """Compose an edition and set it, in pages or as a web page."""
    edition = prepared.edition
    files = reference_file_names(edition) if prepared.cited else {}
    pages = edition_pages(edition)
    galley = compose(edition, prepared.apparatus, setting, prepared.faces, prepared.project, files, pages)
    enclosures = enclose(edition, prepared.faces, prepared.origin) if setting == "paged" else ()
    proof = desk.take(typeset(galley, edition, prepared.project, enclosures))
    desk.hold()
    return proof
