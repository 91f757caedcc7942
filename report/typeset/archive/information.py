"""The information dictionary (ISO 32000-1, 14.3.3), which says what the XMP packet says."""

from __future__ import annotations

from datetime import date
from typing import Any

from report.typeset.archive.particulars import Particulars


def write_information(pdf: Any, particulars: Particulars) -> None:
    """Write the dictionary anew: what older viewers and catalogues read."""
    from pydyf import String  # noqa: PLC0415 - comes with the engine, which is imported late

    said = {
        "Title": particulars.title,
        "Author": "; ".join(particulars.authors),
        "Subject": particulars.description,
        "Keywords": ", ".join(particulars.keywords),
        "Creator": particulars.made_by,
        "Producer": particulars.written_by,
        "CreationDate": pdf_date(particulars.created),
        "ModDate": pdf_date(particulars.modified),
    }
    pdf.info.clear()
    pdf.info.update({name: String(words) for name, words in said.items() if words})


def pdf_date(day: date) -> str:
    """Return the beginning of a day as PDF writes a moment (ISO 32000-1, 7.9.4): ``D:20170301000000Z``."""
    return f"D:{day:%Y%m%d}000000Z"
