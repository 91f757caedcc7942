"""The elements of which styles make citations, as nodes of pybtex's template language.

An element that the entry says nothing for is empty, and the punctuation around it falls away. What an element is
called here is what styles call it; ``docs/citation-styles.md`` lists them for writers of styles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from pybtex.style.template import node

from report import locales
from report.cite import rich
from report.cite.locators import one_part, set_locator
from report.cite.names import leading, listed, shown_names
from report.cite.rich import RichText, capitalized, in_own_direction, in_own_language, nothing, term, text
from report.cite.setting import Setting
from report.model.references import Entry, Rich, plain

ELEMENTS: dict[str, Any] = {}
"""The elements by the names that styles give them; the values are nodes of pybtex's."""

_COUNT = re.compile(r"\d{1,4}")
# A number may have letters in it, “12a” and “TR-13”; “Vol. 3” has a word of its own.
_NUMBER = re.compile(r"\d|^(?:[IVXLCDM]+|[ivxlcdm]+)(?:[–, ]+(?:[IVXLCDM]+|[ivxlcdm]+))*$")
_WORDS = re.compile(r"[^\W\d_]+\.\s|[^\W\d_]{2,}\s")
_REPORTS = frozenset(("techreport", "resreport"))
_WORD = re.compile(r"[^\W\d_]+(?![\w:/@])")
_VERBS = {
    "edited-by": "editor",
    "translated-by": "translator",
    "edited-by-short": "editor",
    "translated-by-short": "translator",
}
_FURTHER_ROLES = ("introduction", "foreword", "afterword", "commentator", "annotator")
_THESES = {"phdthesis": "doctoral-thesis", "mathesis": "masters-thesis", "candthesis": "candidate-thesis"}


def element(name: str) -> Callable[[Callable[[Setting], RichText]], Callable[[Setting], RichText]]:
    """Enter a function into the table of elements under its name."""

    def enter(function: Callable[[Setting], RichText]) -> Callable[[Setting], RichText]:
        def format_node(_children: Sequence[Any], setting: Setting) -> RichText:
            return function(setting)

        format_node.__name__ = name
        ELEMENTS[name] = node(format_node)
        return function

    return enter


@element("names")
def _names(setting: Setting) -> RichText:
    """Authors, else editors, else the institution; editors in full names say that they are editors.

    For a work that names nobody the short title stands, where the form has no title of its own.
    """
    role, names = leading(setting.entry)
    if setting.without_names:
        return nothing()
    if not role:
        return nothing() if setting.has_title else _short_title(setting)
    if setting.form.names.order == "surname":
        names = setting.entry.names.get(f"short{role}") or names
    set_names = shown_names(names, setting)
    if role == "editor" and setting.form.names.order != "surname":
        is_many = len(names.people) > 1 or names.has_others
        return text(set_names, rich.COMMA, term(setting.term("editor-label", is_many=is_many)))
    return set_names


@element("title")
def _title(setting: Setting) -> RichText:
    """The title with its subtitle, in the look that the form gives this kind of work."""
    return _in_look(_with_subtitle(setting, "title", "subtitle"), setting)


@element("short-title")
def _short_title(setting: Setting) -> RichText:
    """The short title; the whole, or the whole with its year, where another work would be confused with it."""
    length = setting.distinctions.titles.get(setting.entry.key, "short")
    if length == "short":
        return _in_look(_short(setting), setting)
    title = _in_look(_with_subtitle(setting, "title", "subtitle"), setting)
    year = _date(setting, year_alone=True) if length == "dated" else nothing()
    return text(title, rich.SPACE, rich.OPENING, year, rich.CLOSING) if year else title


@element("main-title")
def _main_title(setting: Setting) -> RichText:
    """The title of the whole work that a volume or chapter belongs to."""
    return _leaning(_with_subtitle(setting, "maintitle", "mainsubtitle"))


@element("main-volume")
def _main_volume(setting: Setting) -> RichText:
    """Which volume of a larger work a book with a title of its own is."""
    return _volume_and_part(setting) if _is_volume(setting) else nothing()


@element("container")
def _container(setting: Setting) -> RichText:
    """The journal, newspaper or book that the work stands in; a news agency does not lean."""
    entry = setting.entry
    if entry.plain("journaltitle"):
        journal = _with_subtitle(setting, "journaltitle", "journalsubtitle")
        return journal if entry.plain("entrysubtype") == "news" else _leaning(journal)
    return _leaning(_with_subtitle(setting, "booktitle", "booksubtitle"))


@element("container-by")
def _container_by(setting: Setting) -> RichText:
    """Who wrote the book that a chapter stands in, where that is somebody else."""
    names = setting.entry.names
    return nothing() if names.get("bookauthor") == names.get("author") else _people(setting, "by", "bookauthor")


@element("title-addon")
def _title_addon(setting: Setting) -> RichText:
    """What is added to a title and is not part of it, such as “letter to the editor”."""
    names = ("titleaddon", "booktitleaddon", "maintitleaddon", "journaltitleaddon")
    parts = [part for name in names if (part := _field(setting, name))]
    return rich.joined(rich.COMMA, parts)


@element("in")
def _in(setting: Setting) -> RichText:
    """The word before a container; without a container there is none."""
    return term(setting.term("in")) if setting.entry.plain("booktitle", "journaltitle") else nothing()


@element("further-people")
def _further_people(setting: Setting) -> RichText:
    """Those who wrote an introduction, foreword, afterword or commentary."""
    parts = [_people(setting, role, role) for role in _FURTHER_ROLES if setting.entry.names.get(role)]
    return rich.joined(rich.COMMA, parts)


@element("edition")
def _edition(setting: Setting) -> RichText:
    """The edition: a number becomes an ordinal of the language, words stand as they are."""
    written = setting.entry.plain("edition")
    if _COUNT.fullmatch(written):
        ordinal = locales.ordinal(int(written), setting.locale)
        return term(setting.term("edition", ordinal=ordinal, number=setting.digits(written)))
    return _remark(setting, "edition")


@element("version")
def _version(setting: Setting) -> RichText:
    """The version of a report, program or data set."""
    version = setting.entry.plain("version")
    return term(setting.term("version", number=setting.digits(version))) if version else nothing()


@element("volume")
def _volume(setting: Setting) -> RichText:
    """The volume with its word; of a volume with a title of its own it stands with the main title."""
    return nothing() if _is_volume(setting) else _volume_and_part(setting)


@element("volume-number")
def _volume_number(setting: Setting) -> RichText:
    """The volume of a periodical as a bare number."""
    return _numbers(setting, "volume")


@element("volumes")
def _volumes(setting: Setting) -> RichText:
    """How many volumes a work has; where one of them is meant it is not said (CMOS 17, 14.116)."""
    count, is_one = setting.entry.plain("volumes"), bool(setting.entry.plain("volume"))
    if not count or is_one or any(part.kind == "volume" for part in setting.locator):
        return nothing()
    return term(setting.term("volumes", number=setting.digits(count)))


@element("number")
def _number(setting: Setting) -> RichText:
    """The number of an issue, report or law; the number of a book belongs to its series."""
    return nothing() if setting.kind in ("book", "chapter") else _labelled(setting, "number", "number")


@element("issue")
def _issue(setting: Setting) -> RichText:
    """What an issue is called: “Spring”; and its own title."""
    title = _with_subtitle(setting, "issuetitle", "issuesubtitle")
    parts = [part for part in (_field(setting, "issue"), rich.quoted(title) if title else title) if part]
    return rich.joined(rich.COMMA, parts)


@element("series")
def _series(setting: Setting) -> RichText:
    """The series; a book's or chapter's with its number."""
    series = _field(setting, "series")
    if not series or setting.kind not in ("book", "chapter"):
        return series
    number = _numbers(setting, "number")
    return rich.joined(rich.SPACE, [series, number])


@element("chapter")
def _chapter(setting: Setting) -> RichText:
    """The chapter, with its word."""
    chapter = setting.entry.plain("chapter")
    return one_part("chapter", chapter, setting) if chapter else nothing()


@element("pages")
def _pages(setting: Setting) -> RichText:
    """The pages of a contained work as the language writes them, else the number that stands for them."""
    pages = setting.entry.plain("pages")
    return one_part("page", pages, setting) if pages else _numbers(setting, "eid")


@element("place")
def _place(setting: Setting) -> RichText:
    """The place of publication."""
    return _field(setting, "location")


@element("publisher")
def _publisher(setting: Setting) -> RichText:
    """The publisher or institution, unless it is named as the author already."""
    entry = setting.entry
    role, names = leading(entry)
    field = next((one for one in ("publisher", "institution", "organization") if entry.plain(one)), "")
    is_named = role and any(name.is_institution and name.family == entry.plain(field) for name in names.people)
    return nothing() if not field or is_named else _field(setting, field)


@element("published-as")
def _published_as(setting: Setting) -> RichText:
    """How something without a publisher came out."""
    return _remark(setting, "howpublished")


@element("event")
def _event(setting: Setting) -> RichText:
    """The conference of a paper: its name, place and date."""
    day = setting.entry.dates.get("eventdate")
    when = locales.entry_date(day, setting.locale) if day else ""
    fields = (_field(setting, name) for name in ("eventtitle", "eventtitleaddon", "venue"))
    parts = [part for part in (*fields, text(when)) if part]
    return rich.joined(rich.COMMA, parts)


@element("date")
def _full_date(setting: Setting) -> RichText:
    """The date as exact as the entry gives it, else that it is forthcoming or undated."""
    return _date(setting, year_alone=False)


@element("web-date")
def _web_date(setting: Setting) -> RichText:
    """The date of a web page; if it has none, the day it was read stands for it (CMOS 17, 14.207)."""
    dates = setting.entry.dates
    return nothing() if "date" not in dates and "urldate" in dates else _date(setting, year_alone=False)


@element("year")
def _year(setting: Setting) -> RichText:
    """The year alone."""
    return _date(setting, year_alone=True)


@element("originally")
def _originally(setting: Setting) -> RichText:
    """When a reprint first came out."""
    day = setting.entry.dates.get("origdate")
    return term(setting.term("originally", date=locales.entry_date(day, setting.locale))) if day else nothing()


@element("original-date")
def _original_date(setting: Setting) -> RichText:
    """The date at which a reprint first came out, alone."""
    day = setting.entry.dates.get("origdate")
    return text(locales.entry_date(day, setting.locale)) if day else nothing()


@element("kind")
def _kind(setting: Setting) -> RichText:
    """What a thesis or report is: a word of the language for the known kinds, else as the entry says."""
    written = setting.entry.plain("type")
    if setting.kind == "thesis":
        is_known = not written or written in _THESES
        return term(setting.term(_THESES.get(written, "thesis"))) if is_known else _remark(setting, "type")
    if written in _REPORTS or (setting.kind == "report" and not written and setting.entry.plain("number")):
        return term(setting.term("report"))
    return _remark(setting, "type")


@element("note")
def _note(setting: Setting) -> RichText:
    """A remark of the entry's."""
    return _remark(setting, "note")


@element("addendum")
def _addendum(setting: Setting) -> RichText:
    """What an entry adds at its end, and where a preprint is kept."""
    eprint, archive = setting.entry.plain("eprint"), setting.entry.plain("eprinttype")
    kept = text(f"{archive}:{rich.NO_BREAK}{eprint}" if archive else eprint)
    if subject := setting.entry.plain("eprintclass"):
        kept = text(kept, f" [{subject}]")
    parts = [one for one in (_remark(setting, "addendum"), kept if eprint else nothing()) if one]
    return rich.joined(rich.COMMA, parts)


@element("locator")
def _locator(setting: Setting) -> RichText:
    """The place in the work that is cited."""
    return set_locator(setting.locator, setting)


@element("page-locator")
def _page_locator(setting: Setting) -> RichText:
    """The place in the work if it is a page: it follows a periodical's date after a colon."""
    return set_locator(setting.locator, setting) if _is_page(setting) else nothing()


@element("other-locator")
def _other_locator(setting: Setting) -> RichText:
    """The place in the work if it is no page."""
    return nothing() if _is_page(setting) else set_locator(setting.locator, setting)


@element("address")
def _address(setting: Setting) -> RichText:
    """The DOI, else the web address."""
    doi = setting.entry.plain("doi")
    if doi:
        # The signs of old DOIs would end an address or begin a query of it (DOI Handbook, 3.8.3).
        return rich.linked(f"https://doi.org/{doi}", f"https://doi.org/{quote(doi, safe='/:;()._-')}")
    url = setting.entry.plain("url")
    return rich.linked(url, url) if url else nothing()


@element("accessed")
def _accessed(setting: Setting) -> RichText:
    """The day on which a web address was read."""
    day = setting.entry.dates.get("urldate")
    if not day or setting.entry.plain("doi") or not setting.entry.plain("url"):
        return nothing()
    return term(setting.term("accessed", date=locales.access_date(day, setting.locale)))


def short_title(entry: Entry, edition: str) -> Rich:
    """Return the short title, else the title, in English without its leading article (CMOS 17, 14.33).

    In languages whose words agree with the article, as in German, the title would be wrong without it.
    """
    given = entry.rich("shorttitle")
    title = given or entry.rich("title")
    is_english = (entry.language or edition).split("-", maxsplit=1)[0] == "en"
    if given or not is_english or not title or not isinstance(title[0], str):
        return title
    article = leading_article(title[0], entry.language or edition)
    return (capitalized(title[0][len(article) :]), *title[1:]) if article else title


def leading_article(words: str, language: str) -> str:
    """Return the article with its space that words of a language begin with, else nothing."""
    first, space, _ = words.partition(" ")
    return f"{first}{space}" if space and first.casefold() in locales.articles_of(language) else ""


for _name, _role in _VERBS.items():

    def _verb(setting: Setting, name: str = _name, role: str = _role) -> RichText:
        return nothing() if leading(setting.entry)[0] == role else _people(setting, name, role)

    element(_name)(_verb)


def _field(setting: Setting, name: str) -> RichText:
    return in_own_direction(setting.entry.rich(name), setting)


def _remark(setting: Setting, name: str) -> RichText:
    """Return words that take a capital at the head of a sentence, unless they begin with something else than a word."""
    field = _field(setting, name)
    return rich.term(field) if _WORD.match(setting.entry.plain(name)) else field


def _numbers(setting: Setting, name: str) -> RichText:
    return text(setting.digits(setting.entry.plain(name)))


def _labelled(setting: Setting, name: str, label: str) -> RichText:
    """Return a field of numbers, Arabic or Roman, after its word; a field that has words of its own stands as it is."""
    written = setting.entry.plain(name)
    if not _NUMBER.search(written) or _WORDS.search(written):
        return _remark(setting, name)
    word = setting.term(label, is_many=bool(set("–,") & set(written)))
    return text(term(word), rich.NO_BREAK, setting.digits(written))


def _volume_and_part(setting: Setting) -> RichText:
    parts = [part for name in ("volume", "part") if (part := _labelled(setting, name, name))]
    return rich.joined(rich.COMMA, parts)


def _leaning(title: RichText) -> RichText:
    return rich.emphasized(title) if title else nothing()


def _in_look(title: RichText, setting: Setting) -> RichText:
    """Return a title in the look of its kind of work, leading to its entry in the bibliography."""
    titles = setting.form.titles
    look = titles.get(setting.kind, titles["default"])
    if not title:
        return nothing()
    shaped = {"emphasis": rich.emphasized, "quotation": rich.quoted}.get(look, text)(title)
    return rich.reference(shaped)


def _short(setting: Setting) -> RichText:
    title = short_title(setting.entry, setting.edition)
    return in_own_language(rich.pieces(title), plain(title), setting)


def _with_subtitle(setting: Setting, name: str, subname: str) -> RichText:
    """Return a title and its subtitle; a title that ends with a stop of its own takes no other."""
    title, subtitle = setting.entry.rich(name), setting.entry.rich(subname)
    whole = rich.pieces(title)
    if subtitle:
        joint = rich.SUBTITLE_STOP if setting.form.subtitle == "stop" else rich.SUBTITLE_COLON
        whole = text(whole, joint, rich.pieces(subtitle))
    return in_own_language(whole, plain((*title, *subtitle)), setting)


def _date(setting: Setting, *, year_alone: bool) -> RichText:
    day = setting.entry.dates.get("date")
    if day:
        return text(locales.entry_date(day, setting.locale, year_alone=year_alone))
    state = setting.entry.plain("pubstate")
    return text(setting.term("work-in-progress" if state else "undated"))


def _people(setting: Setting, pattern: str, role: str) -> RichText:
    """Return people beside the authors, after the words for what they did."""
    names = setting.entry.names.get(role)
    if not names:
        return nothing()
    people = listed(names.people, setting, "straight", is_cut=names.has_others)
    return text(term(setting.term(pattern)), " ", people)


def _is_volume(setting: Setting) -> bool:
    return setting.kind == "book" and bool(setting.entry.rich("maintitle"))


def _is_page(setting: Setting) -> bool:
    return bool(setting.locator) and setting.locator[0].kind == "page"
