"""What a file says about itself: title, authors, rights, dates and which edition of which brief it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from uuid import UUID, uuid5

from report import locales
from report.model.edition import Edition
from report.model.output import Enclosure, Galley
from report.model.revision import State

# Ids are made of content (RFC 9562, 5.5), in a name space of our own: a random id would differ with every build.
_NAMES = UUID("3f1b7d5e-6c0a-5d0e-9b1e-8a4c2f7d9e60")
# Names of the programs that make the file, and of their packages.
_MAKERS = (("Policy Report", "policy-report"), ("WeasyPrint", "weasyprint"))


@dataclass(frozen=True, slots=True)
class Particulars:
    """The particulars of a file, worded in its language (a BCP 47 tag).

    ``replaces`` are the versions that this one takes the place of; ``withdrawn`` is the day on which it was taken back.
    ``rights`` says who holds them and on what ``terms``, an address. ``document`` stays the same for all revisions of
    an edition, ``instance`` is the same for files made of the same things by the same program.
    """

    title: str
    description: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    language: str
    rights: str
    terms: str
    holder: str
    publisher: str
    brief: str
    version: str
    state: State
    created: date
    modified: date
    made_by: str
    written_by: str
    document: UUID
    instance: UUID
    replaces: tuple[str, ...] = ()
    withdrawn: date | None = None

    @property
    def identifier(self) -> str:
        """Brief, edition and revision in one: ``heat-and-health/fr/1.0``."""
        return f"{self.brief}/{self.language}/{self.version}"


def particulars_of(edition: Edition, title: str, galley: Galley, enclosures: Sequence[Enclosure]) -> Particulars:
    """Return the particulars of an edition's file; ``title`` is that of the galley, cross-references and all."""
    brief, licence = edition.brief, edition.brief.house.licence
    document = uuid5(_NAMES, f"{brief.house.publisher}/{brief.slug}/{edition.locale}")
    made_by, written_by = (f"{name} {version(package)}" for name, package in _MAKERS)
    return Particulars(
        title=title,
        description=brief.description,
        authors=tuple(author.name for author in brief.authors),
        keywords=brief.keywords,
        language=edition.locale,
        rights=rights_of(edition),
        terms=licence.address,
        holder=licence.holder,
        publisher=brief.house.publisher,
        brief=brief.slug,
        version=edition.version,
        state=edition.state,
        created=brief.date,
        modified=edition.revision.date,
        made_by=made_by,
        written_by=written_by,
        document=document,
        instance=uuid5(document, _digest(_contents(galley, enclosures, made_by, written_by))),
        replaces=edition.replaced,
        withdrawn=edition.withdrawal.date if edition.withdrawal else None,
    )


def rights_of(edition: Edition) -> str:
    """Return who holds the rights and under what licence the text is, in the words of the imprint."""
    licence = edition.brief.house.licence
    year = locales.in_digits(str(edition.brief.date.year), edition.pack)
    holder = edition.words.word("© %(year)s %(holder)s.", year=year, holder=licence.holder)
    return f"{holder} {edition.words.word('Text under %(licence)s.', licence=licence.name)}"


def _contents(galley: Galley, enclosures: Sequence[Enclosure], *makers: str) -> Iterable[bytes]:
    """Yield all that the bytes of a file depend on."""
    yield from (words.encode("utf-8") for words in (*makers, galley.html, galley.sheet))
    yield from (sha256(one.body).digest() for one in enclosures)


def _digest(pieces: Iterable[bytes]) -> str:
    """Return one digest of pieces, each told apart from the next by its own."""
    return sha256(b"".join(sha256(piece).digest() for piece in pieces)).hexdigest()
