"""A PDF read with pikepdf: its pages with all that is drawn on them, and everything around them, as frozen values.

Nothing in it is executed and nothing is fetched; what is odd is told in words (``faults``) and reading goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf

from report.model.output import Rectangle
from report.preflight.file.attachments import Attachment, read_attachments
from report.preflight.file.catalog import Intent, OutlineLine, read_intents, read_outline, read_page_labels
from report.preflight.file.content import read_content
from report.preflight.file.drawn import Drawn, Marked
from report.preflight.file.links import Annotation, Places, find_actions, read_annotations
from report.preflight.file.metadata import Metadata, read_metadata
from report.preflight.file.structure import Tree, key_of, read_tree
from report.preflight.file.typeface import FileFont, read_font
from report.preflight.file.words import dictionary_of, name_of, number_of, rectangle_of, text_of, whole_of

_MOST_PAGES = 5_000
_DEEPEST = 50
# What pikepdf and Python say of values that are not what the standard has in their place.
_ODD = (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


class Unreadable(Exception):
    """A file that cannot be read at all: no PDF, damaged beyond repair, or encrypted."""


@dataclass(frozen=True, slots=True)
class FilePage:
    """A page as the file has it.

    Boxes are as written, in user space; None where there is none (``media`` and ``crop`` may be inherited). ``drawn``
    and the places of ``annotations`` are in points from the lower left corner of ``media``. ``group`` is the colour
    space of a transparency group, empty for none. ``sequences`` are those of marked content in the order in which they
    begin, drawn in or not. ``digest`` is that of the decoded content streams.
    """

    number: int
    key: str
    media: Rectangle
    crop: Rectangle | None
    bleed: Rectangle | None
    trim: Rectangle | None
    art: Rectangle | None
    rotation: int
    unit: float
    tabs: str
    parents_key: int
    group: str
    digest: str
    drawn: tuple[Drawn, ...]
    sequences: tuple[Marked, ...]
    annotations: tuple[Annotation, ...]
    faults: tuple[str, ...]

    @property
    def whole(self) -> Rectangle:
        """The page's own rectangle, from its lower left corner."""
        return Rectangle(0.0, 0.0, self.media.right - self.media.left, self.media.top - self.media.bottom)


@dataclass(frozen=True, slots=True, eq=False)
class File:
    """All that was read. ``pdf`` is the open file, for questions that need the bytes of a stream.

    ``catalog`` holds the plain facts of the catalog by name: Lang, PageMode, PageLayout and, as ``MarkInfo.Marked`` and
    ``ViewerPreferences.Direction``, those of the dictionaries in it. ``actions`` are the actions that do more than lead
    somewhere, in words. ``identifiers`` are the two of the trailer, as hexadecimal digits.
    """

    pdf: pikepdf.Pdf
    version: str
    is_encrypted: bool
    pages: tuple[FilePage, ...]
    catalog: Mapping[str, str | bool]
    metadata: Metadata | None
    info: Mapping[str, str]
    tree: Tree | None
    fonts: Mapping[str, FileFont]
    outline: tuple[OutlineLine, ...]
    page_labels: tuple[str, ...] | None
    attachments: tuple[Attachment, ...]
    intents: tuple[Intent, ...]
    actions: tuple[str, ...]
    identifiers: tuple[str, ...]
    faults: tuple[str, ...]


def read_file(body: bytes) -> File:
    """Read a PDF.

    Raises:
        Unreadable: it is no PDF, damaged beyond repair, or it asks for a password.
    """
    try:
        pdf = pikepdf.open(BytesIO(body), suppress_warnings=True, attempt_recovery=True)
    except pikepdf.PasswordError as trouble:
        raise Unreadable("the file is encrypted and asks for a password") from trouble
    except pikepdf.PdfError as trouble:
        raise Unreadable("the file is no PDF, or damaged beyond repair") from trouble
    try:
        return _read(pdf)
    except _ODD as trouble:
        raise Unreadable(f"the file is damaged: {trouble}") from trouble


def _read(pdf: pikepdf.Pdf) -> File:
    shelf = _Fonts()
    catalog = pdf.Root
    objects = list(pdf.pages)[:_MOST_PAGES]
    numbers = {key_of(page.obj): number for number, page in enumerate(objects, 1)}
    places = Places.of(catalog, numbers, tuple(_corner(page) for page in objects))
    pages = tuple(_page(page, number, shelf, places) for number, page in enumerate(objects, 1))
    packet = catalog.get("/Metadata")
    return File(
        pdf=pdf,
        version=str(pdf.pdf_version),
        is_encrypted=pdf.is_encrypted,
        pages=pages,
        catalog=dict(_facts(catalog)),
        metadata=read_metadata(packet.read_bytes()) if isinstance(packet, pikepdf.Stream) else None,
        info=dict(_info(pdf.trailer.get("/Info"))),
        tree=read_tree(catalog, numbers),
        fonts=shelf.read,
        outline=tuple(read_outline(catalog, places)),
        page_labels=read_page_labels(catalog, len(pages)),
        attachments=tuple(read_attachments(catalog)),
        intents=tuple(read_intents(catalog)),
        actions=tuple(find_actions(catalog, objects)),
        identifiers=tuple(bytes(one).hex() for one in pdf.trailer.get("/ID", ())),
        faults=tuple(str(one) for one in pdf.get_warnings()),
    )


class _Fonts:
    """Reads each font dictionary once."""

    def __init__(self) -> None:
        self.read: dict[str, FileFont] = {}

    def __call__(self, font: Any) -> FileFont:
        key = key_of(font) or f"direct {name_of(font.get('/BaseFont'))}"
        if key not in self.read:
            self.read[key] = read_font(font, key)
        return self.read[key]


def _page(page: pikepdf.Page, number: int, fonts: _Fonts, places: Places) -> FilePage:
    obj = page.obj
    media = rectangle_of(page.mediabox) or Rectangle(0.0, 0.0, 0.0, 0.0)
    content = read_content(obj, dictionary_of(page.resources), (media.left, media.bottom), number, fonts)
    group = dictionary_of(obj.get("/Group"))
    return FilePage(
        number=number,
        key=key_of(obj),
        media=media,
        crop=rectangle_of(page.cropbox) if "/CropBox" in obj else None,
        bleed=rectangle_of(obj.get("/BleedBox")),
        trim=rectangle_of(obj.get("/TrimBox")),
        art=rectangle_of(obj.get("/ArtBox")),
        rotation=int(number_of(_inherited(obj, "/Rotate"))),
        unit=number_of(obj.get("/UserUnit"), 1.0),
        tabs=name_of(obj.get("/Tabs")),
        parents_key=whole_of(obj.get("/StructParents")),
        group=_space(group.get("/CS")),
        digest=_digest(obj),
        drawn=content.drawn,
        sequences=content.sequences,
        annotations=tuple(read_annotations(obj, number, places)),
        faults=content.faults,
    )


def _corner(page: pikepdf.Page) -> tuple[float, float]:
    media = rectangle_of(page.mediabox)
    return (media.left, media.bottom) if media else (0.0, 0.0)


def _digest(page: Any) -> str:
    digest = sha256()
    contents = page.get("/Contents")
    for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if isinstance(stream, pikepdf.Stream):
            digest.update(stream.read_bytes() + b"\n")
    return digest.hexdigest()


def _inherited(page: Any, key: str) -> Any:
    """Return a value of a page that its parents in the page tree may have for it (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_DEEPEST):
        if key in page or not isinstance(page.get("/Parent"), pikepdf.Dictionary):
            break
        page = page["/Parent"]
    return page.get(key)


def _space(written: Any) -> str:
    if isinstance(written, pikepdf.Array) and len(written):
        return name_of(written[0])
    return name_of(written)


def _facts(catalog: Any) -> Iterator[tuple[str, str | bool]]:
    """Yield the plain facts of the catalog, and of the dictionaries in it that hold such facts."""
    for prefix, facts in (
        ("", catalog),
        ("MarkInfo.", dictionary_of(catalog.get("/MarkInfo"))),
        ("ViewerPreferences.", dictionary_of(catalog.get("/ViewerPreferences"))),
    ):
        for key, value in facts.items():
            plain = _plain(value)
            if plain is not None:
                yield f"{prefix}{key[1:]}", plain


def _plain(value: Any) -> str | bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, pikepdf.Name):
        return name_of(value)
    return text_of(value)


def _info(info: Any) -> Iterator[tuple[str, str]]:
    for key, value in dictionary_of(info).items():
        text = text_of(value)
        if text is not None or isinstance(value, pikepdf.Name):
            yield key[1:], text if text is not None else name_of(value)
