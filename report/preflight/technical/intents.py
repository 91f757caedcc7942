"""The output intent, with its profile inside (PRE-052), and the standards a file says it keeps (PRE-053)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.file.catalog import Intent
from report.preflight.technical.telling import told

# N of the profile, and the colour space in its header (ICC.1:2022, 7.2.6).
_WANTED = {"GTS_PDFA1": (3, b"RGB "), "GTS_PDFX": (4, b"CMYK")}
_A = "http://www.aiim.org/pdfa/ns/id/"
_UA = "http://www.aiim.org/pdfua/ns/id/"
_X = "http://www.npes.org/pdfx/ns/id/"
_PDF = "http://ns.adobe.com/pdf/1.3/"
_VERSIONS = {"PDF/X-4": "1.6", "PDF/A-3a": "1.7", "PDF/UA-1": "1.7"}


def check_output_intent(evidence: Evidence) -> Iterator[Finding]:
    """Ask for the one output intent of the medium: its kind, its name, and the profile that is the house's."""
    assert evidence.file
    kind = evidence.limits.intent
    intents = [one for one in evidence.file.intents if one.kind == kind]
    for other in evidence.file.intents:
        if other.kind != kind and kind == "GTS_PDFX":
            yield told(evidence, "PRE-052", f"the file has an output intent of another kind, {other.kind}")
    if len(intents) != 1 and kind:
        count = "no output intent" if not intents else f"{len(intents)} output intents"
        yield told(evidence, "PRE-052", f"the file has {count} {kind}")
    for intent in intents:
        yield from (told(evidence, "PRE-052", what) for what in (*_profile(intent), *_name(evidence, intent)))


def check_standards(evidence: Evidence) -> Iterator[Finding]:
    """Ask that a file says that it keeps the standards of its medium, and no others."""
    assert evidence.file
    claimed, wanted = tuple(_claimed(evidence)), evidence.limits.standards
    version = str(evidence.file.pdf.Root.get("/Version", ""))[1:]
    version = max(evidence.file.version, version)
    for standard in wanted:
        if standard not in claimed:
            yield told(evidence, "PRE-053", f"the file does not say that it keeps {standard}")
        if version > _VERSIONS[standard]:
            message = f"the file is PDF {version}; {standard} is of PDF {_VERSIONS[standard]}"
            yield told(evidence, "PRE-053", message)
    for standard in claimed:
        if standard not in wanted and wanted:
            yield told(evidence, "PRE-053", f"the file says that it keeps {standard}, which is not asked for here")
    if "PDF/X-4" in wanted:
        yield from _trapped(evidence)


def _profile(intent: Intent) -> Iterator[str]:
    """Yield what is wrong with the embedded profile, by its header."""
    if intent.stream is None:
        yield f"the output intent “{intent.identifier}” has no profile embedded"
        return
    channels, space = _WANTED.get(intent.kind, (0, b""))
    if intent.channels != channels:
        yield f"the profile of the output intent is said to have {intent.channels} components, not {channels}"
    try:
        body = intent.stream.read_bytes()
    except pikepdf.PdfError:
        yield "the profile of the output intent cannot be decoded"
        return
    if len(body) < 128 or body[36:40] != b"acsp" or int.from_bytes(body[:4]) != len(body):
        yield "the profile of the output intent is no whole ICC profile"
    elif body[16:20] != space:
        yield f"the profile of the output intent is for {body[16:20].decode('latin-1').strip()}"
    elif intent.kind == "GTS_PDFX" and body[12:16] != b"prtr":
        yield "the profile of the output intent is not that of a printer"


def _name(evidence: Evidence, intent: Intent) -> Iterator[str]:
    """Yield what is wrong with the name of the printing condition, and with whose profile it is."""
    facts = evidence.facts
    if not intent.identifier.strip():
        yield "the output intent has no OutputConditionIdentifier"
    if intent.kind != "GTS_PDFX" or facts is None:
        return
    condition = facts.press.condition if facts.press else intent.identifier
    if intent.identifier != condition:
        yield f"the output intent names “{intent.identifier}”, the house’s printing condition is “{condition}”"
    if facts.profile and intent.sha256 and intent.sha256 != facts.profile:
        yield "the profile of the output intent is not that of the house"


def _claimed(evidence: Evidence) -> Iterator[str]:
    """Yield the standards that the XMP packet names (ISO 19005-3, 6.6.4; ISO 14289-1, 5; ISO 15930-7, 6.9)."""
    assert evidence.file
    metadata = evidence.file.metadata
    if metadata is None:
        return
    part = metadata.text(_A, "part")
    if part:
        yield f"PDF/A-{part}{metadata.text(_A, 'conformance').lower()}"
    part = metadata.text(_UA, "part")
    if part:
        yield f"PDF/UA-{part}"
    version = metadata.text(_X, "GTS_PDFXVersion")
    if version:
        yield version


def _trapped(evidence: Evidence) -> Iterator[Finding]:
    """Ask that the file says whether it is trapped (ISO 15930-7, 6.10)."""
    assert evidence.file
    said = [evidence.file.info.get("Trapped", "")]
    if evidence.file.metadata:
        said.append(evidence.file.metadata.text(_PDF, "Trapped"))
    given = {one for one in said if one}
    if not given or not given <= {"True", "False"}:
        yield told(evidence, "PRE-053", "the file does not say whether it is trapped")
    elif len(given) > 1:
        yield told(evidence, "PRE-053", "the file says in one place that it is trapped, in another that it is not")
