"""What a file says of itself (PRE-054): XMP against Info, the facts of the edition, and the web page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from html.parser import HTMLParser

import pikepdf

from report.findings import Finding
from report.model.preflight import Facts
from report.preflight.evidence import Evidence
from report.preflight.file.metadata import Metadata
from report.preflight.technical.telling import told

_CODE = "PRE-054"
_DC = "http://purl.org/dc/elements/1.1/"
_PDF = "http://ns.adobe.com/pdf/1.3/"
_XMP = "http://ns.adobe.com/xap/1.0/"
_MM = "http://ns.adobe.com/xap/1.0/mm/"
_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
_EDITION = "http://policy-report.example/ns/edition/1.0/"
_WITHOUT_INK = re.compile("[\u00ad\u200b\u2060\ufeff]")
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?")

Said = Mapping[str, str]


def check_metadata(evidence: Evidence) -> Iterator[Finding]:
    """Ask for what must be said, and that it is the same wherever it is said."""
    assert evidence.file
    metadata = evidence.file.metadata
    if metadata is None:
        yield told(evidence, _CODE, "the file has no XMP packet")
        return
    yield from (told(evidence, _CODE, fault) for fault in metadata.faults)
    packet = evidence.file.pdf.Root.get("/Metadata")
    if isinstance(packet, pikepdf.Stream) and "/Filter" in packet:
        yield told(evidence, _CODE, "the XMP packet is compressed: programs that only look for it do not find it")
    said = _said(metadata)
    for name in evidence.limits.metadata:
        if not said.get(name) and not (name == "dates" and said.get("created") and said.get("modified")):
            yield told(evidence, _CODE, f"the XMP packet does not say: {name}")
    for what in (*_languages(metadata), *_against_info(metadata, said, evidence.file.info)):
        yield told(evidence, _CODE, what)
    if evidence.facts:
        yield from _differences(evidence, said, _of_edition(evidence.facts), "the edition")
        yield from _terms(evidence, metadata, evidence.facts)
    webpage = evidence.siblings.get("screen")
    if webpage is not None:
        yield from _differences(evidence, said, _of_webpage(webpage), "the web page")


def _said(metadata: Metadata) -> dict[str, str]:
    """Return what a packet says, by names that stand for the same thing wherever it is said."""
    listed = {
        "authors": metadata.texts(_DC, "creator"),
        "keywords": metadata.texts(_DC, "subject") or tuple(metadata.text(_PDF, "Keywords").split(", ")),
        "publisher": metadata.texts(_DC, "publisher"),
        "language": metadata.texts(_DC, "language"),
    }
    return {
        **{name: ", ".join(values) for name, values in listed.items()},
        "title": metadata.text(_DC, "title"),
        "description": metadata.text(_DC, "description"),
        "licence": metadata.text(_RIGHTS, "WebStatement"),
        "rights": metadata.text(_DC, "rights"),
        "created": metadata.text(_XMP, "CreateDate")[:10],
        "modified": metadata.text(_XMP, "ModifyDate")[:10],
        "identifier": metadata.text(_DC, "identifier"),
        "brief": metadata.text(_EDITION, "brief"),
        "locale": metadata.text(_EDITION, "locale"),
        "version": metadata.text(_EDITION, "version") or metadata.text(_MM, "VersionID"),
        "state": metadata.text(_EDITION, "state"),
    }


def _of_edition(facts: Facts) -> dict[str, str]:
    return {
        "title": facts.title,
        "authors": ", ".join(facts.authors),
        "description": facts.description,
        "keywords": ", ".join(facts.keywords),
        "publisher": facts.publisher,
        "language": facts.locale,
        "licence": facts.licence_address,
        "created": facts.created.isoformat(),
        "modified": facts.modified.isoformat(),
        "identifier": f"{facts.slug}/{facts.locale}/{facts.version}",
        "brief": facts.slug,
        "locale": facts.locale,
        "version": facts.version,
        "state": facts.state,
    }


def _differences(evidence: Evidence, said: Said, wanted: Said, whose: str) -> Iterator[Finding]:
    """Compare what is said; what the file leaves out is told by what must be said."""
    for name, words in wanted.items():
        found = said.get(name, "")
        if found and words and _folded(found) != _folded(words):
            yield told(evidence, _CODE, f"{name}: the file says “{found}”, {whose} “{words}”")


def _terms(evidence: Evidence, metadata: Metadata, facts: Facts) -> Iterator[Finding]:
    """Ask that the rights name holder and licence, and that the file says that there are rights."""
    rights = metadata.text(_DC, "rights")
    for name in (facts.holder, facts.licence):
        if rights and name and _folded(name) not in _folded(rights):
            yield told(evidence, _CODE, f"rights: the file says “{rights}”, which does not name “{name}”")
    if "licence" in evidence.limits.metadata and metadata.text(_RIGHTS, "Marked") != "True":
        yield told(evidence, _CODE, "the file does not say that it has rights reserved (xmpRights:Marked)")


def _languages(metadata: Metadata) -> Iterator[str]:
    """Yield texts whose words for readers of any language are not those of the file’s own one."""
    language = metadata.text(_DC, "language")
    for name in ("title", "description", "rights"):
        value = metadata.value(_DC, name)
        by_language = {tag: item.text for tag, item in value.items} if value else {}
        if value and "x-default" not in by_language:
            yield f"{name}: the XMP packet has no words for readers of any language (x-default)"
        elif language and language in by_language and by_language[language] != by_language["x-default"]:
            yield f"{name}: the XMP packet has other words for “{language}” than for all readers"


def _against_info(metadata: Metadata, said: Said, info: Said) -> Iterator[str]:
    """Yield what the information dictionary says otherwise than the packet (ISO 32000-1, 14.3.3)."""
    pairs = {
        "Title": said["title"],
        "Author": said["authors"],
        "Subject": said["description"],
        "Keywords": said["keywords"],
        "Creator": metadata.text(_XMP, "CreatorTool"),
        "Producer": metadata.text(_PDF, "Producer"),
    }
    for name, words in pairs.items():
        found = info.get(name, "")
        if found and _listed(found) != _listed(words):
            yield f"{name} of the Info dictionary is “{found}”, the XMP packet says “{words}”"
        if words and not found and name == "Title":
            yield "the Info dictionary has no Title"
    for name, of_packet in (("CreationDate", "CreateDate"), ("ModDate", "ModifyDate")):
        one, other = _moment_of_pdf(info.get(name, "")), _moment(metadata.text(_XMP, of_packet))
        if name in info and one != other:
            yield f"{name} of the Info dictionary is {info[name]}, the XMP packet says {metadata.text(_XMP, of_packet)}"


def _moment(words: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _moment_of_pdf(words: str) -> datetime | None:
    """Return a moment as PDF writes it (ISO 32000-1, 7.9.4); None for what is none."""
    found = _PDF_DATE.fullmatch(words)
    if found is None:
        return None
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    parts = (int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0))
    try:
        return datetime(*parts, tzinfo=timezone(offset))
    except ValueError:
        return None


def _of_webpage(body: bytes) -> dict[str, str]:
    """Return what the head of a web page says."""
    reader = _Head()
    reader.feed(body.decode("utf-8", "replace").partition("</head>")[0])
    said = reader.said
    names = {
        "title": "title",
        "authors": "author",
        "description": "description",
        "keywords": "keywords",
        "publisher": "dcterms.publisher",
        "language": "dcterms.language",
        "licence": "license",
        "rights": "dcterms.rights",
        "created": "dcterms.created",
        "modified": "dcterms.modified",
        "identifier": "dcterms.identifier",
        "brief": "report.brief",
        "locale": "report.locale",
        "version": "report.version",
        "state": "report.state",
    }
    return {name: ", ".join(said[written]) for name, written in names.items() if written in said}


class _Head(HTMLParser):
    """Reads title, meta and licence out of the head of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: dict[str, list[str]] = {}
        self._is_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._is_title = tag == "title"
        if tag == "meta" and "name" in given:
            self.said.setdefault(given["name"], []).append(given.get("content", ""))
        if tag == "link" and given.get("rel") == "license":
            self.said.setdefault("license", []).append(given.get("href", ""))

    def handle_data(self, data: str) -> None:
        if self._is_title:
            self.said.setdefault("title", []).append(data)
            self._is_title = False


def _listed(words: str) -> str:
    """Return words by which lists are the same, however their items are parted."""
    return _folded(words).replace("; ", ", ")


def _folded(words: str) -> str:
    return " ".join(_WITHOUT_INK.sub("", words).split())
