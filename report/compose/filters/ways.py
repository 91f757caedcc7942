"""Where the parts of a page lead, and what they are made from: entries and notes, pictures, the other editions."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup, escape

from report import locales
from report.compose.drawings import worded
from report.compose.errata import Place, places_of
from report.compose.filters.macros import Macros
from report.model import anchors
from report.model.apparatus import Apparatus, Reference
from report.model.blocks import Picture
from report.model.edition import Edition, Sibling
from report.model.output import Setting
from report.model.queries import NumberedQuery
from report.model.revision import Erratum


class Ways:
    """Leads from the parts of an edition to one another, to its pictures, and to its siblings."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a page leads to
        self,
        edition: Edition,
        apparatus: Apparatus,
        macros: Macros,
        medium: Setting,
        project: Path,
        edition_pages: Mapping[str, str],
    ) -> None:
        """Bind an edition to what it leads to; ``edition_pages`` are the addresses of its siblings, by locale."""
        self._edition = edition
        self._apparatus = apparatus
        self._macro = macros.named
        self._medium = medium
        self._project = project
        self._edition_pages = edition_pages

    def entry_id(self, key: str) -> str:
        """Return the id of an entry of the bibliography."""
        return anchors.entry_id(key)

    def citing_notes(self, reference: Reference) -> Markup:
        """Set the way from an entry back to the notes that cite it: “notes 5, 6”."""
        pack = self._edition.pack
        notes = [self._apparatus.notes[id_] for id_ in reference.notes]
        to_note = self._macro("macros/references.html", "to_note")
        links = [to_note(note, locales.term("note", pack, numbers=note.label)) for note in notes]
        words = escape(locales.term("note", pack, is_many=len(notes) > 1))
        return words.format(numbers=escape(pack.punctuation.comma).join(links))

    def places(self, erratum: Erratum) -> tuple[Place, ...]:
        """Return the places in this edition that an erratum is about."""
        return places_of(erratum, self._edition, self._apparatus)

    def asset(self, picture: Picture) -> str:
        """Return the address of a picture: relative to the project for pages, in the file itself for the web."""
        is_as_drawn = picture.wording == picture.texts
        if self._medium == "paged" and is_as_drawn:
            return quote(picture.path)
        body = (self._project / picture.path).read_bytes()
        if not is_as_drawn:
            body = worded(body, picture.texts, picture.wording, self._faces_of_drawings())
        return f"data:{picture.media_type};base64,{base64.b64encode(body).decode('ascii')}"

    def same_place(self, anchor: str) -> tuple[tuple[Sibling, str], ...]:
        """Return the other editions that have a web page, each with the address of the same place in it."""
        others = (one for one in self._edition.siblings if one.locale != self._edition.locale)
        return tuple(
            (one, f"{quote(self._edition_pages[one.locale])}#{anchor}")
            for one in others
            if one.locale in self._edition_pages
        )

    def asked_below(self, anchor: str) -> tuple[NumberedQuery, ...]:
        """Return the queries that stand below what is called so in the markup; on paper they have a list."""
        if self._medium == "paged":
            return ()
        return tuple(query for query in self._edition.asked if query.around == anchor)

    def asked_about(self, name: str) -> str:
        """Return the id of a part of a block that something is asked about, nothing of others; see ``Query``.

        On the screen queries stand below the whole block, and nothing leads to its parts.
        """
        anchor = anchors.part_id(name)
        is_asked = self._medium == "paged" and any(query.anchor == anchor for query in self._edition.asked)
        return anchor if is_asked else ""

    def _faces_of_drawings(self) -> tuple[str, ...]:
        """Return the faces that words in drawings take in a script which the house's own do not have."""
        families = self._edition.pack.faces.display
        return (*families, self._edition.brief.house.design.faces["display"]) if families else ()
