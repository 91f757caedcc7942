"""Which edition a file says it is, and in which medium: told by its XMP packet alone."""

from __future__ import annotations

from dataclasses import dataclass

from report.model.preflight import PRINTED_MEDIA, PrintedMedium
from report.preflight.asking import ODD
from report.preflight.evidence import read_once
from report.preflight.file import File, Unreadable
from report.preflight.technical.boxes import trim_of

_EDITION = "http://policy-report.example/ns/edition/1.0/"
_DC = "http://purl.org/dc/elements/1.1/"
_X = "http://www.npes.org/pdfx/ns/id/"


@dataclass(frozen=True, slots=True)
class Identity:
    """Slug, locale and version as the file says them, empty where it does not; and its medium."""

    slug: str
    locale: str
    version: str
    medium: PrintedMedium

    @property
    def is_release(self) -> bool:
        """Whether the version is that of a text that went out, and not of a draft."""
        return self.version.replace(".", "").isdecimal()


def identify(body: bytes) -> Identity:
    """Return what a file says it is; one that says nothing of its medium is one for readers.

    Raises:
        Unreadable: it is no PDF that can be read.
    """
    try:
        file = read_once(body)
    except ODD as trouble:
        raise Unreadable(f"the file is damaged: {trouble}") from trouble
    metadata = file.metadata
    if metadata is None:
        return Identity("", "", "", _medium("", file))
    whole = [*metadata.text(_DC, "identifier").split("/"), "", "", ""]
    slug, locale, version = (
        metadata.text(_EDITION, name) or whole[number] for number, name in enumerate(("brief", "locale", "version"))
    )
    return Identity(slug, locale, version, _medium(metadata.text(_EDITION, "medium"), file))


def _medium(said: str, file: File) -> PrintedMedium:
    if said in PRINTED_MEDIA:
        return said
    is_for_print = bool(file.metadata and file.metadata.text(_X, "GTS_PDFXVersion"))
    if not is_for_print:
        return "paged"
    trim = trim_of(file.pages[0]) if file.pages else None
    return "booklet" if trim and trim.right - trim.left > trim.top - trim.bottom else "press"
