"""Where, by whom, when and as what a work came out."""

from __future__ import annotations

from report import locales
from report.cite import rich
from report.cite.elements.table import element, field, remark
from report.cite.names import leading
from report.cite.rich import RichText, nothing, term, text
from report.cite.setting import Setting

_REPORTS = frozenset(("techreport", "resreport"))
_THESES = {"phdthesis": "doctoral-thesis", "mathesis": "masters-thesis", "candthesis": "candidate-thesis"}


@element("place")
def _place(setting: Setting) -> RichText:
    """The place of publication."""
    return field(setting, "location")


@element("publisher")
def _publisher(setting: Setting) -> RichText:
    """The publisher or institution, unless it is named as the author already."""
    entry = setting.entry
    role, names = leading(entry)
    given = next((one for one in ("publisher", "institution", "organization") if entry.plain(one)), "")
    is_named = role and any(name.is_institution and name.family == entry.plain(given) for name in names.people)
    return nothing() if not given or is_named else field(setting, given)


@element("published-as")
def _published_as(setting: Setting) -> RichText:
    """How something without a publisher came out."""
    return remark(setting, "howpublished")


@element("event")
def _event(setting: Setting) -> RichText:
    """The conference of a paper: its name, place and date."""
    day = setting.entry.dates.get("eventdate")
    when = locales.entry_date(day, setting.pack) if day else ""
    fields = (field(setting, name) for name in ("eventtitle", "eventtitleaddon", "venue"))
    parts = [part for part in (*fields, text(when)) if part]
    return rich.joined(rich.COMMA, parts)


@element("date")
def _full_date(setting: Setting) -> RichText:
    """The date as exact as the entry gives it, else that it is forthcoming or undated."""
    return set_date(setting, year_alone=False)


@element("web-date")
def _web_date(setting: Setting) -> RichText:
    """The date of a web page; if it has none, the day it was read stands for it (CMOS 17, 14.207)."""
    dates = setting.entry.dates
    return nothing() if "date" not in dates and "urldate" in dates else set_date(setting, year_alone=False)


@element("year")
def _year(setting: Setting) -> RichText:
    """The year alone."""
    return set_date(setting, year_alone=True)


@element("originally")
def _originally(setting: Setting) -> RichText:
    """When a reprint first came out."""
    day = setting.entry.dates.get("origdate")
    return term(setting.term("originally", date=locales.entry_date(day, setting.pack))) if day else nothing()


@element("original-date")
def _original_date(setting: Setting) -> RichText:
    """The date at which a reprint first came out, alone."""
    day = setting.entry.dates.get("origdate")
    return text(locales.entry_date(day, setting.pack)) if day else nothing()


@element("kind")
def _kind(setting: Setting) -> RichText:
    """What a thesis or report is: a word of the language for the known kinds, else as the entry says."""
    written = setting.entry.plain("type")
    if setting.kind == "thesis":
        is_known = not written or written in _THESES
        return term(setting.term(_THESES.get(written, "thesis"))) if is_known else remark(setting, "type")
    if written in _REPORTS or (setting.kind == "report" and not written and setting.entry.plain("number")):
        return term(setting.term("report"))
    return remark(setting, "type")


@element("note")
def _note(setting: Setting) -> RichText:
    """A remark of the entry's."""
    return remark(setting, "note")


@element("addendum")
def _addendum(setting: Setting) -> RichText:
    """What an entry adds at its end, and where a preprint is kept."""
    eprint, archive = setting.entry.plain("eprint"), setting.entry.plain("eprinttype")
    kept = text(f"{archive}:{rich.NO_BREAK}{eprint}" if archive else eprint)
    if subject := setting.entry.plain("eprintclass"):
        kept = text(kept, f" [{subject}]")
    parts = [one for one in (remark(setting, "addendum"), kept if eprint else nothing()) if one]
    return rich.joined(rich.COMMA, parts)


def set_date(setting: Setting, *, year_alone: bool) -> RichText:
    """Return the date of a work or its year alone; else that it is forthcoming or undated."""
    day = setting.entry.dates.get("date")
    if day:
        return text(locales.entry_date(day, setting.pack, year_alone=year_alone))
    state = setting.entry.plain("pubstate")
    return text(setting.term("work-in-progress" if state else "undated"))
