"""The pages of a press file: those of readers in process colour, with bleed and marks, and blanks after the last."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from report.findings import Checked, Finding, Spot
from report.model.brief import PressRules
from report.model.edition import Edition
from report.model.output import OutputProfile, Proof
from report.press.colours import Colours
from report.press.lettering import Lettering
from report.press.marks import OVERPRINT, marks
from report.press.metadata import describe
from report.press.resources import Job
from report.press.sheets import Sheet, set_boxes, sheet_for, written
from report.press.sights import check_sights, place_of
from report.press.surroundings import State
from report.press.unprintable import Unprintable
from report.seal import sealed

_KEPT = ("/Type", "/Parent", "/MediaBox", "/TrimBox", "/BleedBox", "/Contents", "/Resources")


def print_pages(proof: Proof, edition: Edition, rules: PressRules, profile: OutputProfile) -> Checked[bytes]:
    """Return the press file of a paged proof, and what a printer would send back.

    Blanks follow the last page: the text runs on to there, and no blank may part it.
    """
    findings: list[Finding] = []
    with pikepdf.open(BytesIO(proof.body)) as pdf:
        job = Job(pdf, Colours(proof.galley.inks, profile.body, rules.ink_limit))
        lettering = Lettering(proof.galley.faces)
        sheets = [_sheet(page, rules) for page in pdf.pages]
        count = len(sheets) + -len(sheets) % rules.multiple
        for number, (page, sheet) in enumerate(zip(list(pdf.pages), sheets, strict=True), start=1):
            job.page = number
            try:
                _print(job, page, sheet)
            except Unprintable as trouble:
                findings.append(_unprintable(trouble, number, sheet, edition))
        findings += check_sights(job.sights, sheets, edition, rules)
        for number in range(1, count + 1):
            if number > len(sheets):
                pdf.add_blank_page(page_size=sheets[-1].media[2:])
            sheet = sheets[min(number, len(sheets)) - 1]
            slug = lettering.line(f"{name_of(edition)}   page {number} of {count}")
            _put_marks(pdf, pdf.pages[number - 1], sheet, marks(sheet, (sheet.width / 2,), (), slug))
        describe(pdf, edition, "press", rules, profile, proof.body)
        return Checked(saved(pdf), tuple(findings))


def name_of(edition: Edition) -> str:
    """Return what the line on a sheet calls an edition."""
    return f"{edition.brief.slug}   {edition.locale}   {edition.version}"


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the file as bytes, sealed; what nothing in it leads to is left out, and its id is made of its content."""
    body = BytesIO()
    pdf.save(
        body,
        deterministic_id=True,
        force_version="1.6",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return sealed(body.getvalue())


def _sheet(page: pikepdf.Page, rules: PressRules) -> Sheet:
    left, bottom, right, top = (float(value) for value in page.trimbox)
    return sheet_for(right - left, top - bottom, rules.bleed)


def _print(job: Job, page: pikepdf.Page, sheet: Sheet) -> None:
    """Write a page anew, its trim within the sheet, and clip what it shows to the bleed."""
    body, resources = job.content(page, page.get("/Resources"), State(), is_page=True)
    left, bottom, right, top = sheet.bled
    clip = " ".join(written(value) for value in (left, bottom, right - left, top - bottom))
    margin = written(sheet.margin)
    frame = f"q {clip} re W n 1 0 0 1 {margin} {margin} cm\n".encode("ascii")
    for key in [key for key in page.obj if key not in _KEPT]:
        del page[key]
    page.Resources = resources
    page.Contents = Array([job.pdf.make_stream(frame + body + b"\nQ\n")])


def _put_marks(pdf: pikepdf.Pdf, page: pikepdf.Page, sheet: Sheet, drawing: bytes) -> None:
    set_boxes(page, sheet)
    if not isinstance(page.get("/Contents"), Array):
        page.Contents = Array([])
        page.Resources = Dictionary()
    if "/ExtGState" not in page.Resources:
        page.Resources.ExtGState = Dictionary()
    page.Resources.ExtGState[OVERPRINT] = Dictionary(Type=Name.ExtGState, op=True, OP=True, OPM=1)
    page.Contents.append(pdf.make_stream(drawing))


def _unprintable(trouble: Unprintable, number: int, sheet: Sheet, edition: Edition) -> Finding:
    mark = place_of(trouble.pixels, edition)
    message = f"page {number}: {trouble} cannot be turned into process colour"
    hint = "is it in a drawing or a picture? save it again in plain colours (RGB or CMYK)"
    return Finding("PRS-006", mark, message, hint, Spot(number, *sheet.media))
