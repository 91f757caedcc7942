"""Which part of something larger a work is: editions, volumes, numbers, series, chapters, pages."""

from __future__ import annotations

import re

from report import locales
from report.cite import rich
from report.cite.elements.table import element, field, labelled, numbers, remark
from report.cite.elements.titles import with_subtitle
from report.cite.locators import one_part
from report.cite.rich import RichText, nothing, term
from report.cite.setting import Setting

_COUNT = re.compile(r"\d{1,4}")


@element("edition")
def _edition(setting: Setting) -> RichText:
    """The edition: a number becomes an ordinal of the language, words stand as they are."""
    written = setting.entry.plain("edition")
    if _COUNT.fullmatch(written):
        ordinal = locales.ordinal(int(written), setting.pack)
        return term(setting.term("edition", ordinal=ordinal, number=setting.digits(written)))
    return remark(setting, "edition")


@element("version")
def _version(setting: Setting) -> RichText:
    """The version of a report, program or data set."""
    version = setting.entry.plain("version")
    return term(setting.term("version", number=setting.digits(version))) if version else nothing()


@element("volume")
def _volume(setting: Setting) -> RichText:
    """The volume with its word; of a volume with a title of its own it stands with the main title."""
    return nothing() if _is_volume(setting) else _volume_and_part(setting)


@element("main-volume")
def _main_volume(setting: Setting) -> RichText:
    """Which volume of a larger work a book with a title of its own is."""
    return _volume_and_part(setting) if _is_volume(setting) else nothing()


@element("volume-number")
def _volume_number(setting: Setting) -> RichText:
    """The volume of a periodical as a bare number."""
    return numbers(setting, "volume")


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
    return nothing() if setting.kind in ("book", "chapter") else labelled(setting, "number", "number")


@element("issue")
def _issue(setting: Setting) -> RichText:
    """What an issue is called: “Spring”; and its own title."""
    title = with_subtitle(setting, "issuetitle", "issuesubtitle")
    parts = [part for part in (field(setting, "issue"), rich.quoted(title) if title else title) if part]
    return rich.joined(rich.COMMA, parts)


@element("series")
def _series(setting: Setting) -> RichText:
    """The series; a book's or chapter's with its number."""
    series = field(setting, "series")
    if not series or setting.kind not in ("book", "chapter"):
        return series
    number = numbers(setting, "number")
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
    return one_part("page", pages, setting) if pages else numbers(setting, "eid")


def _volume_and_part(setting: Setting) -> RichText:
    parts = [part for name in ("volume", "part") if (part := labelled(setting, name, name))]
    return rich.joined(rich.COMMA, parts)


def _is_volume(setting: Setting) -> bool:
    return setting.kind == "book" and bool(setting.entry.rich("maintitle"))
