"""The XMP packet (ISO 16684-1): what the file is, for catalogues, archives and our own commands.

Only the properties of the predefined schemas may stand in an archived file as they are; PDF/UA's and ours are described
in the file itself (ISO 19005-3, 6.6.2.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from report.seal import UNSEALED
from report.typeset.archive.particulars import Particulars

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "report": "http://policy-report.example/ns/edition/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ANY_LANGUAGE = "x-default"
# Schemas that PDF/A does not know: its name, and each property with its type and what it says.
_DESCRIBED: dict[str, tuple[str, tuple[tuple[str, str, str], ...]]] = {
    "pdfuaid": ("PDF/UA identification", (("part", "Integer", "the part of ISO 14289 that the file conforms to"),)),
    "report": (
        "Edition of a brief",
        (
            ("brief", "Text", "the slug of the brief"),
            ("locale", "Text", "the BCP 47 tag of the edition"),
            ("version", "Text", "the version of the revision"),
            ("state", "Text", "draft, in-review or published"),
            ("withdrawn", "Date", "the day on which the version was withdrawn"),
            ("seal", "Text", "SHA-256 of all bytes of the file, these digits read as zeros"),
        ),
    ),
}


def packet_of(particulars: Particulars) -> bytes:
    """Return the packet, in UTF-8; it is not to be written over in place."""
    spaces = "".join(f"\n  xmlns:{prefix}={quoteattr(address)}" for prefix, address in SPACES.items())
    lines = "\n".join((*filter(None, _said(particulars)), *_extensions()))
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n<rdf:RDF xmlns:rdf="{_RDF}">\n<rdf:Description rdf:about=""{spaces}>\n'
        f'{lines}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    )
    return packet.encode("utf-8")


def _said(file: Particulars) -> Iterator[str]:
    """Yield each property; one of which nothing is known is empty."""
    yield _element("pdfaid:part", "3")
    yield _element("pdfaid:conformance", "A")
    yield _element("pdfuaid:part", "1")
    yield _worded("dc:title", file.title, file.language)
    yield _listed("dc:creator", "Seq", file.authors)
    yield _worded("dc:description", file.description, file.language)
    yield _listed("dc:subject", "Bag", file.keywords)
    yield _listed("dc:language", "Bag", (file.language,))
    yield _listed("dc:publisher", "Bag", (file.publisher,))
    yield _worded("dc:rights", file.rights, file.language)
    yield _listed("dc:date", "Seq", (file.modified.isoformat(),))
    yield _element("dc:identifier", file.identifier)
    yield _listed("dc:relation", "Bag", (f"{file.brief}/{file.language}/{version}" for version in file.replaces))
    yield _element("dc:format", "application/pdf")
    yield _element("pdf:Keywords", ", ".join(file.keywords))
    yield _element("pdf:Producer", file.written_by)
    yield _element("xmp:CreatorTool", file.made_by)
    yield _element("xmp:CreateDate", _moment(file.created))
    yield _element("xmp:ModifyDate", _moment(file.modified))
    yield _element("xmp:MetadataDate", _moment(file.modified))
    yield _element("xmpMM:DocumentID", file.document.urn)
    yield _element("xmpMM:InstanceID", file.instance.urn)
    yield _element("xmpMM:VersionID", file.version)
    yield _element("xmpRights:Marked", "True")
    yield _listed("xmpRights:Owner", "Bag", (file.holder,))
    yield _element("xmpRights:WebStatement", file.terms)
    yield _element("report:brief", file.brief)
    yield _element("report:locale", file.language)
    yield _element("report:version", file.version)
    yield _element("report:state", file.state)
    yield _element("report:withdrawn", file.withdrawn.isoformat() if file.withdrawn else "")
    yield _element("report:seal", UNSEALED)


def _extensions() -> Iterator[str]:
    """Describe the schemas that are not predefined."""
    yield "<pdfaExtension:schemas><rdf:Bag>"
    for prefix, (name, properties) in _DESCRIBED.items():
        yield '<rdf:li rdf:parseType="Resource">'
        yield _element("pdfaSchema:schema", name)
        yield _element("pdfaSchema:namespaceURI", SPACES[prefix])
        yield _element("pdfaSchema:prefix", prefix)
        yield "<pdfaSchema:property><rdf:Seq>"
        for own, kind, description in properties:
            yield '<rdf:li rdf:parseType="Resource">'
            yield _element("pdfaProperty:name", own)
            yield _element("pdfaProperty:valueType", kind)
            yield _element("pdfaProperty:category", "internal")
            yield _element("pdfaProperty:description", description)
            yield "</rdf:li>"
        yield "</rdf:Seq></pdfaSchema:property></rdf:li>"
    yield "</rdf:Bag></pdfaExtension:schemas>"


def _element(name: str, words: str) -> str:
    return f"<{name}>{escape(words)}</{name}>" if words else ""


def _worded(name: str, words: str, language: str) -> str:
    """Return words in a language, which are those for readers of any other too (ISO 16684-1, 8.2.2.4)."""
    tags = (_ANY_LANGUAGE, language)
    items = "".join(f"<rdf:li xml:lang={quoteattr(tag)}>{escape(words)}</rdf:li>" for tag in tags)
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>" if words else ""


def _listed(name: str, kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _moment(day: date) -> str:
    """Return the beginning of a day as XMP writes a moment: ``2017-03-01T00:00:00Z``."""
    return f"{day.isoformat()}T00:00:00Z"
