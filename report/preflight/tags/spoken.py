"""The text as the structure tree tells it: words in the order of reading, each with where it stands and belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from unicodedata import normalize

from report.model.output import Rectangle
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file.structure import Element, Held, Tree
from report.preflight.tags.pieces import Piece, pieces_of
from report.preflight.words import Printed

# Elements that stand in a line; all others begin and end one (ISO 32000-1, 14.8.4.4).
INLINE = frozenset({"Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP"})
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff", ""))
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is read: its text, the element that holds its beginning, its language, and its place on the page.

    ``path`` leads from the uppermost element down to the one that holds it.
    """

    text: str
    path: tuple[Element, ...]
    language: str
    page: int
    place: Rectangle

    @property
    def block(self) -> Element:
        """The nearest element around it that does not stand in a line."""
        return next((one for one in reversed(self.path) if one.role not in INLINE), self.path[-1])


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of a file: those of the text, and those of its notes, in the order of reading.

    The pieces they were drawn in are those of both, each with the elements around it.
    """

    body: tuple[Word, ...]
    notes: tuple[Word, ...]
    body_pieces: tuple[tuple[Piece, tuple[Element, ...]], ...]
    notes_pieces: tuple[tuple[Piece, tuple[Element, ...]], ...]


def whole_fold(text: str) -> str:
    """Return a text in the form in which what is said is compared: like ``fold``, but half-spaces count.

    A half-space at the edge of a word says nothing.
    """
    return " ".join(
        word.strip("\u200c") for word in normalize("NFKC", text).translate(_UNSEEN).translate(_HYPHENS).split()
    )


@lru_cache(maxsize=4)
def spoken(evidence: Evidence) -> Spoken | None:
    """Return the text of a file as its structure tree tells it; nothing for a file without one."""
    if evidence.file is None or evidence.file.tree is None:
        return None
    language = evidence.file.catalog.get("Lang", "")
    return read_aloud(evidence.file.tree, pieces_of(evidence.file), language if isinstance(language, str) else "")


def read_aloud(tree: Tree, pieces: Mapping[tuple[int, int], Sequence[Piece]], language: str) -> Spoken:
    """Read a tree in its order; ``pieces`` are the texts of its marked contents."""
    reader = _Reader(pieces)
    for root in tree.roots:
        reader.read(root, (), language, reader.body)
    body, notes = reader.body, reader.notes
    return Spoken(tuple(body.finished()), tuple(notes.finished()), tuple(body.pieces), tuple(notes.pieces))


@dataclass(slots=True)
class Line:
    """Words being put together: a stream of pieces, of the text or of the notes."""

    words: list[Word] = field(default_factory=list)
    text: str = ""
    first: tuple[Piece, tuple[Element, ...], str] | None = None
    last: Piece | None = None
    pieces: list[tuple[Piece, tuple[Element, ...]]] = field(default_factory=list)

    def add(self, piece: Piece, path: tuple[Element, ...], language: str) -> None:
        """Go on with a piece, after what parts it from the one before."""
        if self.last is not None and _are_parted(self.last, piece):
            self.end_word()
        self.last = piece
        self.pieces.append((piece, path))
        spoken_in = piece.language or language
        for number, part in enumerate(_parts(piece.text)):
            if number:
                self.end_word()
            if part:
                if self.first is None or not any(map(str.isalnum, self.text)):
                    self.first = (piece, path, spoken_in)
                self.text += part

    def end_word(self) -> None:
        """End the word that is being put together, if there is one."""
        text = whole_fold(self.text)
        if text and self.first:
            piece, path, language = self.first
            self.words += (Word(one, path, language, piece.page, piece.place) for one in text.split())
        self.text, self.first = "", None

    def end_block(self) -> None:
        """End a block: nothing that follows belongs to its last word or line."""
        self.end_word()
        self.last = None

    def finished(self) -> list[Word]:
        """Return all words."""
        self.end_block()
        return self.words


class _Reader:
    def __init__(self, pieces: Mapping[tuple[int, int], Sequence[Piece]]) -> None:
        self.pieces = pieces
        self.body, self.notes = Line(), Line()

    def read(self, element: Element, path: tuple[Element, ...], language: str, line: Line) -> None:
        language = element.language or language
        path = (*path, element)
        is_note = element.role == "Note"
        if is_note:
            line = self.notes
        is_block = element.role not in INLINE
        if is_block:
            line.end_block()
        if element.said is not None:
            self.say(element, path, language, line)
        for kid in element.kids if element.said is None else ():
            if isinstance(kid, Element):
                self.read(kid, path, language, line)
            elif isinstance(kid, Held):
                for piece in self.pieces.get((kid.page, kid.mcid), ()):
                    line.add(piece, path, language)
        if is_block:
            line.end_block()

    def say(self, element: Element, path: tuple[Element, ...], language: str, line: Line) -> None:
        """Read what an element says itself in place of all it holds (ISO 32000-1, 14.9.4)."""
        pieces = [piece for one in element.content() for piece in self.pieces.get((one.page, one.mcid), ())]
        if pieces and element.said is not None:
            shown = "".join(piece.drawn for piece in pieces)
            line.add(replace(pieces[0], text=element.said, drawn=shown, is_said=True), path, language)


def as_printed(words: Sequence[Word]) -> Printed:
    """Return words in the form in which they are compared with the copy."""
    texts, pages = tuple(word.text for word in words), tuple(word.page for word in words)
    return Printed(texts, pages, frozenset(), tuple(spot_of(word.page, word.place) for word in words))


def _parts(text: str) -> Iterator[str]:
    """Yield the words of a piece, an empty one where it begins or ends with a space."""
    if text[:1].isspace():
        yield ""
    yield from text.split()
    if text[-1:].isspace():
        yield ""


def _are_parted(piece: Piece, following: Piece) -> bool:
    """Whether something parts two pieces of a block: a gap, or the end of a line.

    A word that is divided at the end of a line is to be said whole, by one of its parts.
    """
    one, two = piece.place, following.place
    shared = min(one.top, two.top) - max(one.bottom, two.bottom)
    if piece.page != following.page or shared < 0.4 * min(one.top - one.bottom, two.top - two.bottom):
        return True
    size = min(piece.size, following.size)
    gap = max(two.left - one.right, one.left - two.right)
    return gap > 0.15 * size
