"""What comes off the line: galley, proof, artifact; and the copy, by which outputs are checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from report.model.text import Direction

Setting = Literal["paged", "screen"]
Medium = Literal["paged", "screen", "press", "booklet"]
Relationship = Literal["Source", "Data", "Supplement"]
ReferenceFormat = Literal["biblatex", "ris", "csl-json"]
# Cyan, magenta, yellow and black, from 0 to 1; and an sRGB colour, in bytes, with the inks that print it.
Inks = tuple[float, float, float, float]
InkPair = tuple[tuple[int, int, int], Inks]
# What a passage is: that of a whole list item, cell or drawing; “words” where nothing more is known.
Part = (
    Literal["words", "title", "heading", "paragraph", "quotation", "attribution", "caption", "drawing", "step"]
    | (Literal["marker", "item", "head-cell", "row-head", "cell", "note", "entry"])
)
_PAGE_OF = "\ufffc"  # OBJECT REPLACEMENT CHARACTER, which no text has
SETTINGS: tuple[Setting, ...] = ("paged", "screen")
MEDIA: tuple[Medium, ...] = ("paged", "screen", "press", "booklet")


class Spoken(NamedTuple):
    """A run in another language (BCP 47) than what it stands in: its words, and the runs ``within`` it, in order.

    At least ``after`` words stand between it and the run before it, or what it stands in begins with so many.
    """

    language: str
    words: str
    within: tuple[Spoken, ...] = ()
    after: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words that must reach the reader: one block, cell, caption or note.

    ``text`` holds the words as printed, single spaces between them, with the labels of note calls after the word
    they follow (“counted.3”) and cross-references in full. ``place`` is the source place, for findings. ``part`` is
    what they are. ``foreign`` are its runs in other languages than the edition's, in order.
    """

    anchor: str
    text: str
    place: str
    part: Part = "words"
    foreign: tuple[Spoken, ...] = ()


def page_of(anchor: str) -> str:
    """Return what stands in a passage for the number of the page on which an anchor stands: the sheet prints it."""
    return f"{_PAGE_OF}{anchor}{_PAGE_OF}"


def with_pages(text: str, page: Callable[[str], str]) -> str:
    """Return the words of a passage with the numbers of pages in them; ``page`` says that of an anchor."""
    if _PAGE_OF not in text:
        return text
    return "".join(page(part) if at % 2 else part for at, part in enumerate(text.split(_PAGE_OF)))


@dataclass(frozen=True, slots=True)
class Alternative:
    """What is said in place of a picture to those who do not see it; ``place`` is the source place."""

    anchor: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the outline: level from 1, its words, and the anchor it leads to."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Way:
    """What a note or an entry of the bibliography leads to, by ids: the entries it cites, or the notes that cite it."""

    anchor: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """The text that must be in every output, taken from edition and apparatus and not from the markup.

    ``body`` is everything from title to imprint in reading order, ``notes`` the notes in the order of their calls,
    each beginning with its label. ``heads`` are the words of table heads, which are printed again where a table goes on
    on another page. ``from_notes`` and ``from_entries`` say what each note, which leads to its call too, and each entry
    of the bibliography leads to. A web page leads to the ``files`` that stand beside it and to the pages of all the
    brief's ``editions``, by their addresses seen from it; that of an older version to the one that is ``newer``.
    ``alternatives`` are said in place of the pictures, in their
    order. ``running`` are the names that stand at the head and foot of pages, beside those of the outline; they and the
    folios are not copy. ``direction`` is that of the text, ``language`` its language, and ``digits`` are those of its
    numbers from 0 to 9. ``changes`` are the ids that the numbers of changes, and of their pages, lead to in a redline.
    The number of the page on which an anchor stands, which the sheet prints, is written as ``page_of`` that anchor.
    """

    body: tuple[Passage, ...]
    notes: tuple[Passage, ...]
    outline: tuple[OutlineEntry, ...]
    heads: tuple[str, ...] = ()
    from_notes: tuple[Way, ...] = ()
    from_entries: tuple[Way, ...] = ()
    files: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    direction: Direction = "ltr"
    language: str = ""
    newer: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    running: tuple[str, ...] = ()
    digits: str = "0123456789"
    changes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Face:
    """A declared face: family, weight (100 to 900), whether it leans, its file, the package's version and terms."""

    family: str
    weight: int
    is_italic: bool
    path: Path
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Galley:
    """Finished HTML with its one sheet (layers, tokens and face rules in it), not yet in pages.

    ``inks`` are the partners in process colour of the sheet's colours, ``sources`` the paths in the project (POSIX) of
    the templates and sheets that it was made with.
    """

    html: str
    sheet: str
    setting: Setting
    faces: tuple[Face, ...]
    copy: Copy
    place: str
    inks: tuple[InkPair, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle in points, PDF user space: origin at the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out page as the engine reports it: its size in points and the areas for text and for notes.

    On a page that ``has_company`` the end of the text stands for the sake of the imprint, which would be alone there.
    """

    number: int
    width: float
    height: float
    type_area: Rectangle
    note_area: Rectangle | None
    has_company: bool = False


@dataclass(frozen=True, slots=True)
class OutputProfile:
    """The ICC profile of a printing condition: the condition's registered name, the profile's own words, its bytes."""

    condition: str
    description: str
    body: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that travels inside a PDF: its path in the project (POSIX), its bytes, its type, what it is to the text.

    ``media_type`` is as RFC 6838 writes it, ``relationship`` a value of AFRelationship (ISO 19005-3, annex E).
    """

    name: str
    body: bytes
    media_type: str
    relationship: Relationship


@dataclass(frozen=True, slots=True)
class Proof:
    """A finished output, not yet approved: its bytes, and for media with pages those pages and the engine's log.

    ``pages`` are those of the text, as the engine laid them out; a press file and a booklet are made from them.
    """

    medium: Medium
    body: bytes
    galley: Galley
    pages: tuple[Page, ...] = ()
    log: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """What an edition was made from: the project folder, its input files, and versions of the makers by name."""

    project: Path
    inputs: tuple[Path, ...]
    made_with: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file written to ``dist/``: its path and the digest of its bytes."""

    path: Path
    sha256: str
