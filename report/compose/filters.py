"""What templates may call: few names, and the only place where text becomes markup."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape

from report import locales
from report.compose.drawings import worded
from report.compose.errata import Place, places_of
from report.compose.revised import Label, Marked, now, places, section_of
from report.compose.typography import last_word
from report.locales.languages import direction_of_words
from report.model import anchors
from report.model import text as model
from report.model.apparatus import Apparatus, Reference
from report.model.blocks import PartialDate, Picture, TimelineEntry
from report.model.edition import Edition, Sibling
from report.model.output import Setting
from report.model.queries import NumberedQuery
from report.model.redline import Thing
from report.model.revision import Change, Erratum

NAMES = (
    *("runs", "paragraph_runs", "plain", "apart", "in_digits", "listed", "with_commas"),
    *("entry_id", "citing_notes", "edition_date", "timeline_date", "iso_date", "places"),
)
GLOBALS = (
    *("asset", "list_marker", "same_place", "asked_below"),
    *("fate_of", "label_of", "section_of", "item_place", "former_of", "number_of"),
)
TESTS = ("upcoming", "unsettled")

_TAGS: dict[type, tuple[str, str]] = {
    model.Emphasis: ("<em>", "</em>"),
    model.Strong: ("<strong>", "</strong>"),
    model.SmallCaps: ('<span class="small-caps">', "</span>"),
}


class Setter:
    """Sets runs, dates and list markers for one edition in one medium."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a page is made of
        self,
        setting: Environment,
        edition: Edition,
        apparatus: Apparatus,
        medium: Setting,
        project: Path,
        edition_pages: Mapping[str, str] = MappingProxyType({}),
        marked: Marked | None = None,
    ) -> None:
        """Bind the filters to an edition, its apparatus, the macros of the medium and the pages of other editions.

        ``marked`` is the redline, where the edition is the merged text of one.
        """
        self._setting = setting
        self._edition = edition
        self._apparatus = apparatus
        self._medium = medium
        self._project = project
        self._edition_pages = edition_pages
        self._fates = marked.redline.fates if marked else {}
        self._labels = marked.labels if marked else {}
        self._former = marked.redline.former.things if marked else {}
        self._numbers = marked.redline.numbers if marked else {}
        self._kinds = {one.change.number: one.change.kind for one in marked.changes} if marked else {}
        self._macro = cache(self._load_macro)

    def runs(self, text: model.Text) -> Markup:
        """Set runs as inline markup; everything the writer wrote is escaped here."""
        return Markup(self._runs(text, self._edition.direction))

    def paragraph_runs(self, text: model.Text) -> Markup:
        """Set the runs of a paragraph; its last word is marked, so that sheets keep it whole."""
        opening, kept = last_word(text)
        if not kept:
            return self.runs(text)
        return self.runs(opening) + Markup('<span class="last-word">') + self.runs(kept) + Markup("</span>")

    def plain(self, text: model.Text) -> str:
        """Return the words alone, cross-references in full, cited names as they print, without notes.

        Of a redline these are the words as they are now.
        """
        parts = []
        for run in model.flatten(now(text)):
            if isinstance(run, model.Words):
                parts.append(run.text)
            elif isinstance(run, model.CrossReference):
                parts.append(self._apparatus.targets[run.target].label)
            elif isinstance(run, model.CitedNames):
                parts.append(self.plain(self._apparatus.names_at(run)))
        return "".join(parts)

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

    def apart(self, words: str) -> Markup:
        """Set words that may run against the edition's script apart from it: addresses, names, numbers of series.

        Words without a direction of their own, such as numbers, stay where they are, and so do words already set.
        """
        if isinstance(words, Markup):
            return words
        direction = direction_of_words(words)
        if direction is None or direction == self._edition.direction:
            return escape(words)
        return Markup('<bdi dir="{}">{}</bdi>').format(direction, words)

    def in_digits(self, written: str | int) -> str:
        """Return a number as written in the digits of the edition."""
        return locales.in_digits(str(written), self._edition.pack)

    def listed(self, names: Sequence[str]) -> Markup:
        """Set names as a list in the words of the locale: “Spectral and Fira Sans”."""
        return Markup("") + locales.listed([self.apart(name) for name in names], self._edition.pack)

    def with_commas(self, names: Iterable[str]) -> Markup:
        """Set names one after the other, with the comma of the locale between them."""
        return escape(self._edition.pack.punctuation.comma).join(map(self.apart, names))

    def edition_date(self, day: date) -> str:
        """Return a date of the edition itself, in the calendar of its readers."""
        return locales.edition_date(day, self._edition.pack)

    def timeline_date(self, day: PartialDate) -> str:
        """Return a date of a timeline, as exact as it is known."""
        return locales.timeline_date(day, self._edition.pack)

    def iso_date(self, day: date | PartialDate) -> str:
        """Return a date as machines read it: “2017-03-01”, “2000-12”, “2017”."""
        if isinstance(day, date):
            return day.isoformat()
        parts = (f"{day.year:04}", f"{day.month:02}" if day.month else "", f"{day.day:02}" if day.day else "")
        return "-".join(part for part in parts if part)

    def places(self, erratum: Erratum) -> tuple[Place, ...]:
        """Return the places in this edition that an erratum is about."""
        return places_of(erratum, self._edition, self._apparatus)

    def list_marker(self, number: int, depth: int, is_numbered: bool) -> str:
        """Return the marker of a list item, printed by the sheet from an attribute."""
        return locales.list_marker(number, depth, self._edition.pack, is_numbered=is_numbered)

    def asset(self, picture: Picture) -> str:
        """Return the address of a picture: relative to the project for pages, in the file itself for the web."""
        is_as_drawn = picture.wording == picture.texts
        if self._medium == "paged" and is_as_drawn:
            return quote(picture.path)
        body = (self._project / picture.path).read_bytes()
        if not is_as_drawn:
            body = worded(body, picture.texts, picture.wording, self._faces_of_drawings())
        return f"data:{picture.media_type};base64,{base64.b64encode(body).decode('ascii')}"

    def fate_of(self, name: str) -> str:
        """Return what became of a part of the text, by its name among the fates of a redline; nothing of most."""
        return self._fates.get(name, "")

    def label_of(self, name: str) -> Label | None:
        """Return what is said before a part of the text that moved, and before a picture that came or went."""
        return self._labels.get(name)

    def section_of(self, change: Change) -> str:
        """Return the section in which a change is by its number and title, nothing for other parts of the brief."""
        return section_of(change, self._edition.brief, self._apparatus, self.plain)

    def item_place(self, name: str, number: int, count: int) -> int:
        """Return the place of an item of a list: of several revisions in one, that which it has, or had, in its own."""
        if not self._fates:
            return number
        return places([self.fate_of(f"{name}/{one}") for one in range(1, count + 1)])[number - 1]

    def former_of(self, path: str) -> Thing | None:
        """Return what is no text, such as a date, as it was, where a redline says that it is another now."""
        return self._former.get(path)

    def number_of(self, path: str) -> int:
        """Return the number of the change that made it another."""
        return self._numbers[path]

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

    def unsettled(self, text: model.Text) -> bool:
        """Whether a text is marked as one that does not follow its source text."""
        return any(isinstance(run, model.Unsettled) for run in text)

    def upcoming(self, entry: TimelineEntry, day: date) -> bool:
        """Whether an entry of a timeline lies after a day."""
        return entry.date > PartialDate(day.year, day.month, day.day)

    def _runs(self, text: model.Text, around: model.Direction) -> str:
        return "".join(self._run(run, around) for run in text)

    def _run(self, run: model.Run, around: model.Direction) -> str:
        """Set one run; ``around`` is the direction of the text it stands in."""
        if isinstance(run, model.Wrapper):
            return self._wrapped(run, around)
        match run:
            case model.Words():
                return str(escape(run.text))
            case model.CitedNames():
                return self._runs(self._apparatus.names_at(run), around)
            case model.NoteCall():
                return str(self._macro("notes.html", "call")(self._apparatus.notes[run.id]))
            case model.CrossReference():
                return str(self._macro("macros/crossrefs.html", "to")(self._apparatus.targets[run.target]))
            case model.Citation():
                raise AssertionError("citations are set by the apparatus")

    def _wrapped(self, run: model.Wrapper, around: model.Direction) -> str:
        match run:
            case model.Emphasis() | model.Strong() | model.SmallCaps():
                opening, closing = _TAGS[type(run)]
                return f"{opening}{self._runs(run.runs, around)}{closing}"
            case model.Foreign():
                return self._foreign(run, around)
            case model.Link():
                return f'<a class="link" href="{escape(run.address)}">{self._runs(run.runs, around)}</a>'
            case model.ReferenceLink():
                return self._to_entry(run, around)
            case model.Revised():
                return self._revised(run, around)
            case model.Unsettled():
                words = Markup(self._runs(run.runs, around))
                return str(self._macro("macros/unsettled.html", "unsettled")(run.standing, words))

    def _revised(self, run: model.Revised, around: model.Direction) -> str:
        """Set words that one revision alone has, or that look otherwise in the other, with the number of the change."""
        words, day = Markup(self._runs(run.runs, around)), self._edition.revision.date
        made = str(self._macro("macros/revisions.html", "revised")(run.revision, words, day)) if run.runs else ""
        if not run.number:
            return made
        kind = self._kinds.get(run.number, "replacement")
        return str(self._macro("macros/revisions.html", "change_number")(run.number, kind)) + made

    def _foreign(self, run: model.Foreign, around: model.Direction) -> str:
        """Mark words of another language; those that run against the text are set apart from it.

        Only an explicit direction sets them apart in the engine of the paged medium (docs/engine.md).
        """
        words, language = self._runs(run.runs, run.direction), escape(run.language)
        if run.direction != around:
            return f'<bdi lang="{language}" dir="{run.direction}">{words}</bdi>'
        return f'<span lang="{language}">{words}</span>'

    def _to_entry(self, run: model.ReferenceLink, around: model.Direction) -> str:
        """Set words as a link to their entry; an address among them keeps its own, since links do not nest."""
        made, is_linked = [], False
        for has_address, group in groupby(run.runs, _has_address):
            runs = tuple(group)
            words = Markup(self._runs(runs, around))
            if not is_linked and not has_address and any(map(str.isalnum, self.plain(runs))):
                words = self._macro("macros/references.html", "to_entry")(anchors.entry_id(run.key), words)
                is_linked = True
            made.append(words)
        return "".join(made)

    def _faces_of_drawings(self) -> tuple[str, ...]:
        """Return the faces that words in drawings take in a script which the house's own do not have."""
        families = self._edition.pack.faces.display
        return (*families, self._edition.brief.house.design.faces["display"]) if families else ()

    def _load_macro(self, template: str, name: str) -> Any:
        return getattr(self._setting.get_template(template).module, name)


def _has_address(run: model.Run) -> bool:
    """Whether a run is a link to an address, or holds one."""
    return isinstance(run, model.Link) or (isinstance(run, model.Wrapper) and any(map(_has_address, run.runs)))
