"""The production line: what happens to an order, in which order. Only this module knows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from report.cite import cite
from report.compose import compose
from report.desk import Desk
from report.findings import Checked
from report.load.manuscript import load
from report.load.references import load_references
from report.load.styles import load_style
from report.localize import editions_of, localize
from report.model.apparatus import Apparatus
from report.model.brief import Brief, CitationRules
from report.model.edition import Edition
from report.model.manuscript import Manuscript
from report.model.output import Face, Medium, Proof
from report.model.references import Entry
from report.model.style import Style
from report.order import Order
from report.preflight import preflight
from report.publish.names import reference_file_names
from report.typeset import typeset
from report.typeset.fonts import choose_faces
from report.validate import validate
from report.validate.citation_styles import read_style
from report.validate.design import check_design
from report.validate.house import DEFAULT_STYLE


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition with all that its galleys are composed from; ``cited`` are its works as the bibliography has them."""

    edition: Edition
    apparatus: Apparatus
    cited: tuple[Entry, ...]
    faces: tuple[Face, ...]
    project: Path


@dataclass(frozen=True, slots=True)
class Reading:
    """A brief as it was read, once for all its editions, with what was noticed."""

    manuscript: Checked[Manuscript]
    brief: Checked[Brief]

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales the brief can be ordered in, its source language first."""
        return editions_of(self.brief.value)


def read(project: Path, slug: str) -> Reading:
    """Read a brief, as far as all its editions have in common."""
    manuscript = load(project, slug)
    return Reading(manuscript, validate(manuscript.value))


def inputs_of(order: Order) -> tuple[Path, ...]:
    """Return the files that an edition is made from: the brief's folder, the house, templates and sheets."""
    project = order.project
    folders = (
        project / "content" / order.brief,
        project / "content" / "citation-styles",
        project / "templates",
        project / "styles",
    )
    files = {path for folder in folders for path in folder.rglob("*") if path.is_file() and path.name[0] != "."}
    return tuple(sorted(files | {project / "content" / "house.yaml"}))


def prepare(order: Order, desk: Desk, reading: Reading | None = None) -> Prepared:
    """Take an order down the line as far as its media have in common, noticing all that can be noticed.

    ``reading`` is the brief, where it has been read already for another of its editions.
    """
    reading = reading or read(order.project, order.brief)
    manuscript = desk.take(reading.manuscript)
    brief = desk.take(reading.brief)
    edition = desk.take(localize(brief, order.locale or brief.language))
    references = desk.take(load_references(order.project, manuscript.references))
    style = desk.take(_style(order.project, brief.house.citations))
    apparatus = desk.take(_cited(cite(edition, references, style), manuscript))
    faces = desk.take(choose_faces(brief.house.design))
    desk.take(check_design(order.project, brief.house.design))
    cited = tuple(references[work.key] for group in apparatus.bibliography for work in group.references)
    return Prepared(edition, apparatus, cited, faces, order.project)


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


def produce(prepared: Prepared, medium: Medium, desk: Desk) -> Proof:
    """Take a prepared edition down the rest of the line in one medium; the desk keeps what every stage noticed.

    Raises:
        Held: an error lies on the desk.
    """
    desk.hold()
    edition = prepared.edition
    files = reference_file_names(edition) if prepared.cited else {}
    galley = compose(edition, prepared.apparatus, medium, prepared.faces, prepared.project, files)
    proof = desk.take(typeset(galley, prepared.edition, prepared.project))
    desk.hold()
    return desk.take(preflight(proof))
