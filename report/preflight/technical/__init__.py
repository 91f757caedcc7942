"""Technical questions: boxes, counts, colours, what a file says of itself and holds, and imposition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.technical.booklets import check_creep, check_imposition
from report.preflight.technical.boxes import check_boxes
from report.preflight.technical.colours import check_colours, check_overprint, check_text_black
from report.preflight.technical.counts import check_page_count, check_stranded_pages
from report.preflight.technical.edges import check_bleed, check_marks
from report.preflight.technical.embedding import check_embedded_faces
from report.preflight.technical.enclosures import check_enclosures
from report.preflight.technical.fineness import check_hairlines, check_resolution, check_text_size
from report.preflight.technical.ids import check_ids
from report.preflight.technical.ink import check_ink
from report.preflight.technical.intents import check_output_intent, check_standards
from report.preflight.technical.legibility import check_legibility
from report.preflight.technical.linking import check_links
from report.preflight.technical.particulars import check_metadata
from report.preflight.technical.picture_files import check_picture_files
from report.preflight.technical.programs import check_programs
from report.preflight.technical.safety import check_actions
from report.preflight.technical.same_pages import check_same_pages
from report.preflight.technical.seal import check_seal
from report.preflight.technical.upright import check_upright
from report.preflight.technical.viewing import check_viewing

TECHNICAL_QUESTIONS: Mapping[str, Callable[[Evidence], Iterator[Finding]]] = {
    "boxes": check_boxes,
    "page-count": check_page_count,
    "stranded-pages": check_stranded_pages,
    "colours": check_colours,
    "text-black": check_text_black,
    "ink": check_ink,
    "resolution": check_resolution,
    "hairlines": check_hairlines,
    "text-size": check_text_size,
    "legibility": check_legibility,
    "upright": check_upright,
    "picture-files": check_picture_files,
    "overprint": check_overprint,
    "output-intent": check_output_intent,
    "standards": check_standards,
    "metadata": check_metadata,
    "enclosures": check_enclosures,
    "actions": check_actions,
    "links": check_links,
    "viewing": check_viewing,
    "embedded-faces": check_embedded_faces,
    "font-programs": check_programs,
    "bleed": check_bleed,
    "marks": check_marks,
    "imposition": check_imposition,
    "creep": check_creep,
    "same-pages": check_same_pages,
    "ids": check_ids,
    "seal": check_seal,
}
