"""What proofs and finished files are held against: the facts of an edition, and the galley it would have now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.compose.copy import copy_of
from report.compose.facts import facts_of
from report.compose.sheet import one_sheet
from report.model.output import Enclosure, Galley, Setting
from report.model.preflight import Known
from report.production.preparing import Prepared
from report.publish.names import edition_pages, reference_file_names


def known_of(prepared: Prepared, sheet: str, enclosures: Sequence[Enclosure]) -> Known:
    """Return what preflight goes by, with the facts of the edition; ``sheet`` is that of its pages."""
    facts = facts_of(prepared.edition, prepared.apparatus, sheet, enclosures, prepared.profile)
    return replace(prepared.known, facts=facts)


def expected(prepared: Prepared, setting: Setting) -> Galley:
    """Return what finished files of an edition are compared with: its galley but for the markup, nothing being set."""
    edition, apparatus, faces = prepared.edition, prepared.apparatus, prepared.faces
    copy = copy_of(edition, apparatus, setting, faces)
    if setting == "screen":
        files = tuple(reference_file_names(edition).values()) if prepared.cited else ()
        copy = replace(copy, files=files, editions=tuple(edition_pages(edition).values()))
    sheet = one_sheet(prepared.project, setting, edition.brief.house.design, edition.pack)
    return Galley("", sheet, setting, faces, copy, str(edition.brief.mark))
