"""What templates may call: few names, and the only place where text becomes markup."""

from __future__ import annotations

import base64
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape

from report import locales
from report.compose.typography import last_word
from report.model import text as model
from report.model.apparatus import Apparatus
from report.model.blocks import PartialDate, Picture, TimelineEntry
from report.model.edition import Edition
from report.model.output import Medium

NAMES = ("runs", "paragraph_runs", "plain", "long_date", "timeline_date", "iso_date")
GLOBALS = ("asset", "list_marker")
TESTS = ("upcoming",)

_TAGS: dict[type, tuple[str, str]] = {
    model.Emphasis: ("<em>", "</em>"),
    model.Strong: ("<strong>", "</strong>"),
    model.SmallCaps: ('<span class="small-caps">', "</span>"),
}


class Setter:
    """Sets runs, dates and list markers for one edition in one medium."""

    def __init__(
        self, setting: Environment, edition: Edition, apparatus: Apparatus, medium: Medium, project: Path
    ) -> None:
        """Bind the filters to an edition, its apparatus and the macros of the medium."""
        self._setting = setting
        self._edition = edition
        self._apparatus = apparatus
        self._medium = medium
        self._project = project
        self._macro = cache(self._load_macro)

    def runs(self, text: model.Text) -> Markup:
        """Set runs as inline markup; everything the writer wrote is escaped here."""
        return Markup("".join(self._run(run) for run in text))

    def paragraph_runs(self, text: model.Text) -> Markup:
        """Set the runs of a paragraph; its last word is marked, so that sheets keep it whole."""
        opening, kept = last_word(text)
        if not kept:
            return self.runs(text)
        return self.runs(opening) + Markup('<span class="last-word">') + self.runs(kept) + Markup("</span>")

    def plain(self, text: model.Text) -> str:
        """Return the words alone, cross-references in full, without notes."""
        parts = []
        for run in model.flatten(text):
            if isinstance(run, model.Words):
                parts.append(run.text)
            elif isinstance(run, model.CrossReference):
                parts.append(self._apparatus.targets[run.target].label)
        return "".join(parts)

    def long_date(self, day: date) -> str:
        """Return a date in full."""
        return locales.long_date(day, self._edition.locale)

    def timeline_date(self, day: PartialDate) -> str:
        """Return a date of a timeline, as exact as it is known."""
        return locales.timeline_date(day, self._edition.locale)

    def iso_date(self, day: date | PartialDate) -> str:
        """Return a date as machines read it: “2017-03-01”, “2000-12”, “2017”."""
        if isinstance(day, date):
            return day.isoformat()
        parts = (f"{day.year:04}", f"{day.month:02}" if day.month else "", f"{day.day:02}" if day.day else "")
        return "-".join(part for part in parts if part)

    def list_marker(self, number: int, depth: int, is_numbered: bool) -> str:
        """Return the marker of a list item, printed by the sheet from an attribute."""
        return locales.list_marker(number, depth, self._edition.locale, is_numbered=is_numbered)

    def asset(self, picture: Picture) -> str:
        """Return the address of a picture: relative to the project for pages, in the file itself for the web."""
        if self._medium == "paged":
            return quote(picture.path)
        body = (self._project / picture.path).read_bytes()
        return f"data:{picture.media_type};base64,{base64.b64encode(body).decode('ascii')}"

    def upcoming(self, entry: TimelineEntry, day: date) -> bool:
        """Whether an entry of a timeline lies after a day."""
        return entry.date > PartialDate(day.year, day.month, day.day)

    def _run(self, run: model.Run) -> str:
        match run:
            case model.Words():
                return str(escape(run.text))
            case model.Emphasis() | model.Strong() | model.SmallCaps():
                opening, closing = _TAGS[type(run)]
                return f"{opening}{self.runs(run.runs)}{closing}"
            case model.Foreign():
                return f'<span lang="{escape(run.language)}">{self.runs(run.runs)}</span>'
            case model.Link():
                return f'<a class="link" href="{escape(run.address)}">{self.runs(run.runs)}</a>'
            case model.NoteCall():
                return str(self._macro("notes.html", "call")(self._apparatus.notes[run.id]))
            case model.CrossReference():
                return str(self._macro("macros/crossrefs.html", "to")(self._apparatus.targets[run.target]))
            case model.Citation():
                raise AssertionError("citations are set by the apparatus")

    def _load_macro(self, template: str, name: str) -> Any:
        return getattr(self._setting.get_template(template).module, name)
