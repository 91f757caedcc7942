"""Where readers find what is meant: the place in the work, and the work on the web."""

from __future__ import annotations

from urllib.parse import quote

from report import locales
from report.cite import rich
from report.cite.elements.table import element
from report.cite.locators import set_locator
from report.cite.rich import RichText, nothing, term
from report.cite.setting import Setting


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
    return term(setting.term("accessed", date=locales.access_date(day, setting.pack)))


def _is_page(setting: Setting) -> bool:
    return bool(setting.locator) and setting.locator[0].kind == "page"
