"""The output intent: which colours the numbers of an archived file stand for (ISO 19005-3, 6.2.3)."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

_CONDITION = "sRGB IEC61966-2.1"
# The profile of the International Color Consortium, which the engine brings along.
_PROFILE = ("weasyprint.pdf", "sRGB2014.icc")


def intend_for_screens(pdf: Any) -> None:
    """Say that the colours are those of sRGB, and put its profile into the file.

    The engine can do so too, but leaves the profile open behind it, and names colours by it in every graphic.
    """
    from pydyf import Array, Dictionary, Stream, String  # noqa: PLC0415 - comes with the engine, which is imported late

    package, name = _PROFILE
    profile = Stream([(files(package) / name).read_bytes()], {"N": 3}, compress=True)
    pdf.add_object(profile)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": String(_CONDITION),
        "RegistryName": String("http://www.color.org"),
        "Info": String(_CONDITION),
        "DestOutputProfile": profile.reference,
    }
    pdf.catalog["OutputIntents"] = Array([Dictionary(intent)])
