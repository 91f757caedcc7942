"""Titles: of the work, of what it stands in, of the whole it belongs to."""

from __future__ import annotations

from report.cite import rich
from report.cite.elements.publication import set_date
from report.cite.elements.table import element, field
from report.cite.rich import RichText, capitalized, in_own_language, nothing, term, text
from report.cite.setting import Setting
from report.locales import Shelf
from report.model.references import Entry, Rich, plain


@element("title")
def _title(setting: Setting) -> RichText:
    """The title with its subtitle, in the look that the form gives this kind of work."""
    return _in_look(with_subtitle(setting, "title", "subtitle"), setting)


@element("short-title")
def set_short_title(setting: Setting) -> RichText:
    """The short title; the whole, or the whole with its year, where another work would be confused with it."""
    length = setting.distinctions.titles.get(setting.entry.key, "short")
    if length == "short":
        return _in_look(_short(setting), setting)
    title = _in_look(with_subtitle(setting, "title", "subtitle"), setting)
    year = set_date(setting, year_alone=True) if length == "dated" else nothing()
    return text(title, rich.SPACE, rich.OPENING, year, rich.CLOSING) if year else title


@element("main-title")
def _main_title(setting: Setting) -> RichText:
    """The title of the whole work that a volume or chapter belongs to."""
    return _leaning(with_subtitle(setting, "maintitle", "mainsubtitle"))


@element("container")
def _container(setting: Setting) -> RichText:
    """The journal, newspaper or book that the work stands in; a news agency does not lean."""
    entry = setting.entry
    if entry.plain("journaltitle"):
        journal = with_subtitle(setting, "journaltitle", "journalsubtitle")
        return journal if entry.plain("entrysubtype") == "news" else _leaning(journal)
    return _leaning(with_subtitle(setting, "booktitle", "booksubtitle"))


@element("title-addon")
def _title_addon(setting: Setting) -> RichText:
    """What is added to a title and is not part of it, such as “letter to the editor”."""
    names = ("titleaddon", "booktitleaddon", "maintitleaddon", "journaltitleaddon")
    parts = [part for name in names if (part := field(setting, name))]
    return rich.joined(rich.COMMA, parts)


@element("in")
def _in(setting: Setting) -> RichText:
    """The word before a container; without a container there is none."""
    return term(setting.term("in")) if setting.entry.plain("booktitle", "journaltitle") else nothing()


def short_title(entry: Entry, edition: str, shelf: Shelf) -> Rich:
    """Return the short title, else the title, in English without its leading article (CMOS 17, 14.33).

    In languages whose words agree with the article, as in German, the title would be wrong without it.
    """
    given = entry.rich("shorttitle")
    title = given or entry.rich("title")
    is_english = (entry.language or edition).split("-", maxsplit=1)[0] == "en"
    if given or not is_english or not title or not isinstance(title[0], str):
        return title
    article = leading_article(title[0], entry.language or edition, shelf)
    return (capitalized(title[0][len(article) :]), *title[1:]) if article else title


def leading_article(words: str, language: str, shelf: Shelf) -> str:
    """Return the article with its space that words of a language begin with, else nothing."""
    first, space, _ = words.partition(" ")
    return f"{first}{space}" if space and first.casefold() in shelf.articles_of(language) else ""


def with_subtitle(setting: Setting, name: str, subname: str) -> RichText:
    """Return a title and its subtitle; a title that ends with a stop of its own takes no other."""
    title, subtitle = setting.entry.rich(name), setting.entry.rich(subname)
    whole = rich.pieces(title)
    if subtitle:
        joint = rich.SUBTITLE_STOP if setting.form.subtitle == "stop" else rich.SUBTITLE_COLON
        whole = text(whole, joint, rich.pieces(subtitle))
    return in_own_language(whole, plain((*title, *subtitle)), setting)


def _short(setting: Setting) -> RichText:
    title = short_title(setting.entry, setting.edition, setting.shelf)
    return in_own_language(rich.pieces(title), plain(title), setting)


def _in_look(title: RichText, setting: Setting) -> RichText:
    """Return a title in the look of its kind of work, leading to its entry in the bibliography."""
    titles = setting.form.titles
    look = titles.get(setting.kind, titles["default"])
    if not title:
        return nothing()
    shaped = {"emphasis": rich.emphasized, "quotation": rich.quoted}.get(look, text)(title)
    return rich.reference(shaped)


def _leaning(title: RichText) -> RichText:
    return rich.emphasized(title) if title else nothing()
