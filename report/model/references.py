"""Entries of the references: decoded, in one vocabulary (biblatex's), every field with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from report.findings import Mark
from report.model.blocks import PartialDate

# fmt: off
ENTRY_TYPES = frozenset(
    (
        "article", "audio", "book", "bookinbook", "booklet", "collection", "dataset", "inbook", "incollection",
        "inproceedings", "jurisdiction", "legal", "legislation", "manual", "misc", "music", "mvbook", "mvcollection",
        "mvproceedings", "online", "patent", "periodical", "proceedings", "report", "software", "suppbook",
        "suppcollection", "thesis", "treaty", "unpublished", "video",
    )
)
# fmt: on
"""The types of entries, as biblatex (manual 2.1) has them; ``treaty`` is the house's own."""

PRESS = frozenset(("magazine", "news", "newspaper"))
"""The kinds of articles of the press (``entrysubtype``, biblatex manual 2.1.1); ``news`` is an agency's."""

Look = Literal["emphasis", "strong", "small-caps", "quotation", "raised", "lowered"]


@dataclass(frozen=True, slots=True)
class Styled:
    """Pieces of a field that look different: ``quotation`` stands for marks that the locale chooses."""

    look: Look
    pieces: Rich


Rich = tuple["str | Styled", ...]


def plain(pieces: Rich) -> str:
    """Return the characters of a field without their looks; quoted words stand in “ ”."""
    words = []
    for piece in pieces:
        if isinstance(piece, str):
            words.append(piece)
        else:
            inner = plain(piece.pieces)
            words.append(f"“{inner}”" if piece.look == "quotation" else inner)
    return "".join(words)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts, or an institution's in ``family`` alone (written in double braces).

    ``particle`` is what BibTeX calls *von* (“de”, “van der”); ``keeps_particle`` says that the family name is never
    written or sorted without it (``options = {useprefix=true}``).
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    is_institution: bool = False
    keeps_particle: bool = False

    @property
    def surname(self) -> str:
        """The family name with its particle: “de Gaulle”, “d’Example”; an institution's is its whole name."""
        joint = "" if self.particle.endswith(("’", "'")) else " "
        return f"{self.particle}{joint}{self.family}" if self.particle else self.family


@dataclass(frozen=True, slots=True)
class Names:
    """The people of one role in order; ``has_others`` if the entry ends with “and others”."""

    people: tuple[Name, ...]
    has_others: bool = False


@dataclass(frozen=True, slots=True)
class EntryDate:
    """A date or a span of dates (EDTF level 1, as biblatex reads it: manual 2.3.8).

    ``last`` is the end of a span; ``is_open`` says that the span has no end yet (``2015/``).
    """

    first: PartialDate
    last: PartialDate | None = None
    is_open: bool = False
    is_circa: bool = False
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One work: its type, its people by role (``author``, ``editor`` …), its dates and its other fields.

    Types and fields have their names in biblatex, whatever they were called in the file: a ``@phdthesis`` is a
    ``thesis`` with the type ``phdthesis``, ``journal`` is ``journaltitle``. What a ``crossref`` gives is there.
    ``language`` is a BCP 47 tag, empty where ``langid`` is not given. ``marks`` holds the place of every field, role
    and date that the file gives.
    """

    key: str
    type: str
    names: Mapping[str, Names]
    fields: Mapping[str, Rich]
    dates: Mapping[str, EntryDate]
    language: str
    keywords: tuple[str, ...]
    marks: Mapping[str, Mark]
    mark: Mark

    def rich(self, *names: str) -> Rich:
        """Return the first of the named fields that is given, else nothing."""
        return next((self.fields[name] for name in names if self.fields.get(name)), ())

    def plain(self, *names: str) -> str:
        """Return the characters of the first of the named fields that is given, else an empty text."""
        return plain(self.rich(*names))


References = Mapping[str, Entry]
