"""What a file for the press says of itself: PDF/X-4 (ISO 15930-7), its printing condition, and which edition it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from typing import Literal
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from report.model.brief import PressRules
from report.model.edition import Edition
from report.model.output import OutputProfile
from report.seal import UNSEALED

# Ids are made of content (RFC 9562, 5.5), in a name space of our own: a random id would differ with every build.
_NAMES = UUID("7a0f3c52-95d4-5f0b-8c1d-2b6e4d9a7c31")
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "report": "http://policy-report.example/ns/edition/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_VERSION = "PDF/X-4"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is said of a file in both places, the information dictionary and the packet of metadata."""

    title: str
    edition: Edition
    medium: Literal["press", "booklet"]
    document: UUID
    instance: UUID

    @property
    def made_by(self) -> str:
        """The program that made the pages."""
        return f"Policy Report {version('policy-report')}"

    @property
    def written_by(self) -> str:
        """The library that wrote the file."""
        return f"pikepdf {version('pikepdf')}"


def describe(  # noqa: PLR0913, PLR0917 - all that is said of a file
    pdf: pikepdf.Pdf,
    edition: Edition,
    medium: Literal["press", "booklet"],
    rules: PressRules,
    profile: OutputProfile,
    made_of: bytes,
) -> None:
    """Write all that the file says of itself, in place of what it said; ``made_of`` are the bytes it came from."""
    title = str(pdf.docinfo.get("/Title", edition.brief.short_title))
    document = uuid5(_NAMES, f"{edition.brief.house.publisher}/{edition.brief.slug}/{edition.locale}/{medium}")
    contents = "/".join((sha256(made_of).hexdigest(), profile.sha256, *_limits(rules), version("pikepdf")))
    file = Particulars(title, edition, medium, document, uuid5(document, contents))
    for key in list(pdf.Root.keys()):
        if key not in ("/Type", "/Pages"):
            del pdf.Root[key]
    if edition.direction == "rtl" and medium == "press":
        pdf.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    pdf.Root.OutputIntents = Array([_intent(pdf, profile)])
    pdf.Root.Metadata = pdf.make_stream(_packet(file))
    pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = Name.Metadata, Name.XML
    pdf.trailer.Info = pdf.make_indirect(_information(file))


def _limits(rules: PressRules) -> Iterator[str]:
    for limit in (rules.condition, rules.bleed, rules.ink_limit, rules.multiple, rules.paper):
        yield str(limit)


def _intent(pdf: pikepdf.Pdf, profile: OutputProfile) -> Dictionary:
    """Return the output intent: the condition by its name in the registry of the ICC, and its profile."""
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(profile.condition),
        RegistryName=String("http://www.color.org"),
        Info=String(profile.description),
        DestOutputProfile=pdf.make_stream(profile.body, N=4, Alternate=Name.DeviceCMYK),
    )
    return pdf.make_indirect(intent)


def _information(file: Particulars) -> Dictionary:
    brief = file.edition.brief
    return Dictionary(
        Title=String(file.title),
        Author=String(", ".join(author.name for author in brief.authors)),
        Creator=String(file.made_by),
        Producer=String(file.written_by),
        CreationDate=String(f"D:{brief.date:%Y%m%d}000000Z"),
        ModDate=String(f"D:{file.edition.revision.date:%Y%m%d}000000Z"),
        Trapped=Name("/False"),
    )


def _packet(file: Particulars) -> bytes:
    spaces = "".join(f"\n  xmlns:{prefix}={quoteattr(address)}" for prefix, address in _SPACES.items())
    said = "\n".join(_said(file))
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n<rdf:RDF xmlns:rdf="{_RDF}">\n<rdf:Description rdf:about=""{spaces}>\n'
        f'{said}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    )
    return packet.encode("utf-8")


def _said(file: Particulars) -> Iterator[str]:
    edition = file.edition
    brief, revision = edition.brief, edition.revision
    titles = "".join(
        f"<rdf:li xml:lang={quoteattr(tag)}>{escape(file.title)}</rdf:li>" for tag in ("x-default", edition.locale)
    )
    yield f"<dc:title><rdf:Alt>{titles}</rdf:Alt></dc:title>"
    authors = "".join(f"<rdf:li>{escape(author.name)}</rdf:li>" for author in brief.authors)
    yield f"<dc:creator><rdf:Seq>{authors}</rdf:Seq></dc:creator>"
    yield f"<dc:language><rdf:Bag><rdf:li>{escape(edition.locale)}</rdf:li></rdf:Bag></dc:language>"
    values = {
        "pdfxid:GTS_PDFXVersion": _VERSION,
        "dc:format": "application/pdf",
        "dc:identifier": f"{brief.slug}/{edition.locale}/{edition.version}",
        "pdf:Producer": file.written_by,
        "pdf:Trapped": "False",
        "xmp:CreatorTool": file.made_by,
        "xmp:CreateDate": _moment(brief.date),
        "xmp:ModifyDate": _moment(revision.date),
        "xmp:MetadataDate": _moment(revision.date),
        "xmpMM:DocumentID": file.document.urn,
        "xmpMM:InstanceID": file.instance.urn,
        "xmpMM:VersionID": edition.version,
        "xmpMM:RenditionClass": "default",
        "report:brief": brief.slug,
        "report:locale": edition.locale,
        "report:version": edition.version,
        "report:state": edition.state,
        "report:medium": file.medium,
        "report:seal": UNSEALED,
    }
    for name, words in values.items():
        yield f"<{name}>{escape(words)}</{name}>"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
