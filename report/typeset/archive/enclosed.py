"""The files inside a PDF, as associated files (ISO 19005-3, 6.8 and annex E)."""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Sequence
from hashlib import md5
from typing import Any

from report.model.output import Enclosure, Relationship
from report.typeset.archive.information import pdf_date
from report.typeset.archive.particulars import Particulars

_DESCRIPTIONS: dict[Relationship, str] = {
    "Source": "What this edition was made from",
    "Data": "What this edition was made of, as numbers or as a record",
    "Supplement": "What belongs to this edition",
}


def put_inside(pdf: Any, enclosures: Sequence[Enclosure], particulars: Particulars) -> None:
    """Put enclosures into the file: in the tree of names, in its order, and as files associated with the whole."""
    from pydyf import Array, Dictionary, String  # noqa: PLC0415 - comes with the engine, which is imported late

    if not enclosures:
        return
    names, associated = Array(), Array()
    for enclosure in sorted(enclosures, key=lambda one: _as_written(one.name)):
        body = _embedded_file(pdf, enclosure, particulars)
        name = String(enclosure.name)
        place = Dictionary(
            {
                "Type": "/Filespec",
                "F": name,
                "UF": name,
                "Desc": String(f"{_DESCRIPTIONS[enclosure.relationship]}: {enclosure.name}"),
                "AFRelationship": f"/{enclosure.relationship}",
                "EF": Dictionary({"F": body, "UF": body}),
            }
        )
        pdf.add_object(place)
        names.extend((name, place.reference))
        associated.append(place.reference)
    pdf.catalog.setdefault("Names", Dictionary())["EmbeddedFiles"] = Dictionary({"Names": names})
    pdf.catalog["AF"] = associated


def _embedded_file(pdf: Any, enclosure: Enclosure, particulars: Particulars) -> bytes:
    """Put the bytes of a file into the PDF and return the reference to them."""
    from pydyf import Dictionary, Stream, String  # noqa: PLC0415

    checksum = md5(enclosure.body, usedforsecurity=False).hexdigest()
    parameters = Dictionary(
        {
            "Size": len(enclosure.body),
            "CheckSum": f"<{checksum}>",
            "ModDate": String(pdf_date(particulars.modified)),
        }
    )
    described = {
        "Type": "/EmbeddedFile",
        "Subtype": f"/{enclosure.media_type.replace('/', '#2F')}",
        "Params": parameters,
    }
    stream = Stream([enclosure.body], described, compress=True)
    pdf.add_object(stream)
    reference: bytes = stream.reference
    return reference


def _as_written(name: str) -> bytes:
    """Return a name as its string is written, by which a tree of names is sorted (ISO 32000-1, 7.9.6)."""
    return name.encode("ascii") if name.isascii() else BOM_UTF16_BE + name.encode("utf-16-be")
