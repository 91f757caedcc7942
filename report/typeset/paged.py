"""Pages: the only importer of the engine, WeasyPrint."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from report.errors import ReportError
from report.findings import Checked, Finding, Mark
from report.locales import in_digits
from report.model.edition import Edition
from report.model.output import Enclosure, Galley, Page, Proof, Rectangle
from report.seal import sealed
from report.typeset.addresses import PROJECT
from report.typeset.archive import VARIANT, archived
from report.typeset.archive.particulars import particulars_of
from report.typeset.company import keep_company, stands_alone
from report.typeset.corrections import NoteTooTall, OtherEngine, corrected_engine
from report.typeset.fonts import face_rules, no_machine_fonts
from report.typeset.glyphs import missing_glyphs
from report.typeset.page_foot import stand_at_foot
from report.typeset.patterns import patterns_of

_POINTS_PER_PIXEL = 0.75
_MISSING_GLYPH = "unsupported by fonts"
_CODE_POINT = re.compile(r"\(U\+[0-9A-F]{4,6}\)")


def set_pages(
    galley: Galley, edition: Edition, project: Path, enclosures: tuple[Enclosure, ...] = ()
) -> Checked[Proof]:
    """Lay a galley out in pages and write them as a tagged PDF for readers and archives, with what it encloses.

    What the engine logs is a finding, since it only logs what it leaves out; so is a note that fits on no page.
    The date in the file is the revision's, never the clock's.

    Raises:
        ReportError: the installed engine is not the one that the corrections were made for.
    """
    with no_machine_fonts(), _engine_log() as log, _stamped(edition):
        try:
            boxes, has_company, body = _laid_out(galley, edition, project, enclosures)
        except OtherEngine as trouble:
            raise ReportError(f"{trouble}; “report doctor” tells more") from trouble
        except NoteTooTall as trouble:
            note = next((one for one in galley.copy.notes if one.anchor == trouble.note_id), None)
            place = Mark.parse(note.place) if note else Mark.parse(galley.place)
            message = f"the note called on page {trouble.page} is taller than the room a page has for notes"
            finding = Finding("SET-002", place, message, "shorten the note, or divide it")
            return Checked(Proof("paged", b"", galley, (), tuple(log)), (finding,))
        pages = tuple(_page(number, box) for number, box in enumerate(boxes, start=1))
        pages = (*pages[:-1], replace(pages[-1], has_company=has_company))
        findings = list(missing_glyphs(galley))
    lacking = [finding.message for finding in findings]
    findings += (
        Finding("SET-001", Mark.parse(galley.place), f"the engine says: {line}")
        for line in dict.fromkeys(log)
        if not _is_said(line, lacking)
    )
    return Checked(Proof("paged", body, galley, pages, tuple(log), enclosures), tuple(findings))


def _is_said(line: str, lacking: Sequence[str]) -> bool:
    """Whether a line of the log complains of a character that SET-003 has named already, with its place."""
    sign = _CODE_POINT.search(line) if _MISSING_GLYPH in line else None
    return sign is not None and any(sign[0] in message for message in lacking)


def _laid_out(
    galley: Galley, edition: Edition, project: Path, enclosures: Sequence[Enclosure]
) -> tuple[list[Any], bool, bytes]:
    """Return the page boxes of the engine, whether the last has company for the imprint, and the sealed file."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - only after the fonts of the machine are kept out
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    from report.typeset.fetcher import ProjectFetcher  # noqa: PLC0415
    from report.typeset.margins import fill_margins  # noqa: PLC0415

    fetcher = ProjectFetcher(project, galley.faces)
    fonts = FontConfiguration()
    sheet = CSS(
        string=face_rules(galley.faces) + galley.sheet,
        base_url=PROJECT,
        url_fetcher=fetcher,
        font_config=fonts,
    )
    page = HTML(string=galley.html, base_url=PROJECT, url_fetcher=fetcher)
    with corrected_engine(), patterns_of(edition):
        document = page.render(stylesheets=[sheet], font_config=fonts, pdf_variant=VARIANT)
        has_company = False
        if _ends_alone(document):
            in_company = HTML(string=galley.html, base_url=PROJECT, url_fetcher=fetcher)
            if keep_company(in_company.etree_element):
                again = in_company.render(stylesheets=[sheet], font_config=fonts, pdf_variant=VARIANT)
                has_company = not _ends_alone(again)
                document = again if has_company else document
        boxes = [page._page_box for page in document.pages]  # noqa: SLF001 - the engine shows its layout nowhere else
        stand_at_foot(boxes[-1])
        # The engine notes links, anchors and bookmarks when it has laid a page out: those of what was moved stand anew.
        document.pages[-1] = type(document.pages[-1])(boxes[-1])
        fill_margins(boxes, lambda written: in_digits(written, edition.pack))
        particulars = particulars_of(edition, document.metadata.title or "", galley, enclosures)
        body = document.write_pdf(
            pdf_variant=VARIANT,
            pdf_identifier=particulars.document.hex,
            finisher=archived(edition, particulars, enclosures),
        )
        return boxes, has_company, sealed(body)


def _ends_alone(document: Any) -> bool:
    """Whether nothing but the imprint stands on the last page of what the engine has set."""
    return stands_alone(document.pages[-1]._page_box)  # noqa: SLF001 - the engine shows its layout nowhere else


@contextmanager
def _engine_log() -> Iterator[list[str]]:
    """Collect what the engine would only log."""
    lines: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    logger, collector = logging.getLogger("weasyprint"), Collector(logging.WARNING)
    handlers, propagates = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [collector], False
    try:
        yield lines
    finally:
        logger.handlers, logger.propagate = handlers, propagates


@contextmanager
def _stamped(edition: Edition) -> Iterator[None]:
    """Date what the font library writes by the revision: it takes the time from the environment."""
    moment = datetime.combine(edition.revision.date, time(), UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("SOURCE_DATE_EPOCH", None)
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _page(number: int, box: Any) -> Page:
    """Return the page as the engine reports it, in points from the lower left corner."""
    height = box.margin_height() * _POINTS_PER_PIXEL
    areas = [child for child in box.children if type(child).__name__ == "FootnoteAreaBox" and child.children]
    left, top = box.content_box_x(), box.content_box_y()
    bottom = areas[0].position_y if areas else top + box.height
    note_area = None
    for area in areas:
        note_area = _rectangle(area.position_x, area.position_y, area.margin_width(), area.margin_height(), height)
    return Page(
        number=number,
        width=box.margin_width() * _POINTS_PER_PIXEL,
        height=height,
        type_area=_rectangle(left, top, box.width, bottom - top, height),
        note_area=note_area,
    )


def _rectangle(x: float, y: float, width: float, height: float, page_height: float) -> Rectangle:
    left, right = x * _POINTS_PER_PIXEL, (x + width) * _POINTS_PER_PIXEL
    top, bottom = page_height - y * _POINTS_PER_PIXEL, page_height - (y + height) * _POINTS_PER_PIXEL
    return Rectangle(left, bottom, right, top)
