"""What makes the engine's file one for readers and for the archive: PDF/UA-1 and PDF/A-3a at once.

The engine draws the pages. What the file says about itself, what it encloses and how large its pages are is written
here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from report.model.edition import Edition
from report.model.output import Enclosure
from report.typeset.archive.annotations import print_annotations
from report.typeset.archive.boxes import cut_to_trim
from report.typeset.archive.enclosed import put_inside
from report.typeset.archive.information import write_information
from report.typeset.archive.intent import intend_for_screens
from report.typeset.archive.packet import packet_of
from report.typeset.archive.packing import pack_streams
from report.typeset.archive.particulars import Particulars
from report.typeset.archive.pictures import keep_pixels
from report.typeset.page_labels import label_pages

__all__ = ["VARIANT", "archived"]

# All that is asked of the engine is tags and a packet to write over; what PDF/A-3a wants besides is written here.
VARIANT = "pdf/ua-1"


def archived(edition: Edition, particulars: Particulars, enclosures: Sequence[Enclosure]) -> Callable[[Any, Any], None]:
    """Return what the engine does with its file right before it is written."""

    def finish(_document: Any, pdf: Any) -> None:
        cut_to_trim(pdf)
        keep_pixels(pdf)
        print_annotations(pdf)
        intend_for_screens(pdf)
        write_information(pdf, particulars)
        metadata = _object(pdf, pdf.catalog["Metadata"])
        metadata.stream, metadata.compress = [packet_of(particulars)], False
        put_inside(pdf, enclosures, particulars)
        _tell_viewers(pdf, edition)
        label_pages(pdf, edition.pack)
        pack_streams(pdf)

    return finish


def _tell_viewers(pdf: Any, edition: Edition) -> None:
    """Show the title in place of the file's name, and say from which side the pages stand (ISO 32000-1, 12.2)."""
    from pydyf import Dictionary  # noqa: PLC0415 - comes with the engine, which is imported late

    side = {"Direction": "/R2L"} if edition.direction == "rtl" else {}
    pdf.catalog["ViewerPreferences"] = Dictionary({"DisplayDocTitle": "true", **side})


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
