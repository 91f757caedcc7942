"""Redlines of what stands around the text: masthead, authors and imprint show both states where they print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import pytest
import tinyhtml5

from report import production
from report.desk import Desk
from report.findings import Severity
from report.model.brief import Author, Brief
from report.model.output import SETTINGS, Setting
from report.model.redline import Printing, Redline
from report.revise import redline
from tests.support.shipped import ROOT, prepared
from tests.support.structure import tagged

LOCALES = ("en-GB", "de", "ru", "fa")
_NS = "{http://www.w3.org/1999/xhtml}"
# What each stands in, where it prints first, and what it was.
FORMERLY = {
    "house/series": ("masthead-series", "Former Series"),
    "brief/authors": ("byline", "A. Former"),
    "house/publisher": ("imprint-publisher", "Former Press"),
    "house/address": ("imprint-column", "7 Old Road"),
    "house/contact": ("imprint-group", "old@example.org"),
    "house/licence/holder": ("imprint-column", "the old holders"),
    "house/licence/name": ("imprint-column", "CC BY 3.0"),
    "house/series_number": ("imprint-group", "ISSN 1111-2222"),
}
UNPRINTED = ("brief/short-title", "brief/description", "brief/keywords", "house/licence/address")


@dataclass(frozen=True, slots=True)
class Made:
    """A redline in which all that stands around the text is another now, as it is set in both media."""

    redline: Redline
    bodies: dict[Setting, bytes]
    galleys: dict[Setting, str]
    faults: list[str]

    def page(self, medium: Setting) -> Any:
        """The markup of a medium."""
        return tinyhtml5.parse(self.galleys[medium])

    def place(self, path: str, medium: Setting) -> Any:
        """The element around the number of a change, as far as it has a class of its own."""
        page = self.page(medium)
        around = {child: parent for parent in page.iter() for child in parent}
        (found,) = (one for one in page.iter() if one.get("id") == f"at-{self.redline.numbers[path]}")
        while not found.get("class") or found.get("class") == "change-number":
            found = around[found]
        return found


@pytest.fixture(params=LOCALES)
def made(request: pytest.FixtureRequest) -> Made:
    """The redline in each locale."""
    return _made(request.param)


def test_preflight_finds_what_it_was_and_what_it_is(made: Made) -> None:
    assert made.faults == []


@pytest.mark.parametrize("medium", SETTINGS)
@pytest.mark.parametrize("path", FORMERLY)
def test_what_prints_is_struck_and_underlined_where_it_prints(path: str, medium: Setting, made: Made) -> None:
    name, former = FORMERLY[path]
    place = made.place(path, medium)
    assert place.get("class") == name
    assert former in [_words(one) for one in place.iter(f"{_NS}del")]
    assert {one.get("data-bar") for tag in ("ins", "del") for one in place.iter(f"{_NS}{tag}")} == {""}


@pytest.mark.parametrize("medium", SETTINGS)
def test_each_leads_from_the_list_to_its_place_and_the_rest_to_what_holds_it(made: Made, medium: Setting) -> None:
    page = made.page(medium)
    leads = {one.get("href") for one in page.iter(f"{_NS}a") if one.get("class") == "listed-number"}
    shown = {f"#at-{number}" for path, number in made.redline.numbers.items() if path not in UNPRINTED}
    assert leads == {*shown, "#brief", "#imprint"}


def test_numbers_are_in_the_order_in_which_they_print(made: Made) -> None:
    order = [one.get("id") for one in made.page("paged").iter(f"{_NS}a") if (one.get("id") or "").startswith("at-")]
    assert order == sorted(order, key=lambda name: int(name.removeprefix("at-")))


def test_what_prints_twice_has_its_number_at_both_places(made: Made) -> None:
    page = made.page("screen")
    for path in ("house/series", "brief/number", "brief/date"):
        lead = f"#change-{made.redline.numbers[path]}"
        numbers = [one for one in page.iter(f"{_NS}a") if one.get("href") == lead]
        assert [one.get("id") for one in numbers] == [lead.replace("#change-", "at-"), None], path


def test_what_is_not_printed_is_in_the_list_alone(made: Made) -> None:
    page = made.page("screen")
    (listed,) = (one for one in page.iter() if one.get("id") == "changes")
    there = _deleted(listed)
    everywhere = _deleted(page)
    for former in ("Former short title", "https://creativecommons.org/licenses/by/3.0/"):
        assert former in there
        assert everywhere.count(former) == 1


def test_in_pages_it_is_tagged_as_deleted_and_inserted(made: Made) -> None:
    tree = tagged(made.bodies["paged"]).document
    deleted, inserted = ({_said(one.text) for one in tree.all(tag)} for tag in ("Del", "Ins"))
    assert {former for _, former in FORMERLY.values()} <= deleted
    assert "CC BY 4.0" in inserted


def test_a_year_that_stayed_is_not_struck() -> None:
    one = prepared(ROOT, "iran-russia-nexus", "en-GB")[0]
    made = _set("en-GB", replace(one.edition.brief, date=date(2017, 2, 27)))
    (imprint,) = (part for part in made.page("screen").iter() if part.get("id") == "imprint")
    assert _deleted(imprint) == []
    assert "© 2017 the project’s authors." in _words(imprint)


@pytest.mark.parametrize("commit", ["e7ba7f3dfb", "7e3b1c9d2a", "1234567890"])
def test_a_persian_redline_names_a_commit_as_git_does(commit: str) -> None:
    now = prepared(ROOT, "iran-russia-nexus", "fa")[0]
    made = _set("fa", replace(now.edition.brief, number="9/2016"), commit)
    assert made.faults == []
    (title,) = made.page("screen").iter(f"{_NS}title")
    assert commit in _words(title).split()


@cache
def _made(locale: str) -> Made:
    brief = prepared(ROOT, "iran-russia-nexus", locale)[0].edition.brief
    licence = replace(
        brief.house.licence,
        name="CC BY 3.0",
        address="https://creativecommons.org/licenses/by/3.0/",
        holder="the old holders",
    )
    house = replace(
        brief.house,
        publisher="Former Press",
        department="Former Desk",
        address=("7 Old Road", "Oldtown OT7 7OT"),
        contact="old@example.org",
        series="Former Series",
        series_number="ISSN 1111-2222",
        licence=licence,
    )
    former = replace(
        brief,
        house=house,
        authors=(Author("A. Former", corporate=False),),
        number="9/2016",
        date=date(2016, 12, 30),
        short_title="Former short title",
        description="Former description.",
        keywords=("former", "words"),
    )
    return _set(locale, former)


def _set(locale: str, former: Brief, version: str = "1.0") -> Made:
    """Set the redline since a former state of the brief, which is called by its version or by a commit."""
    now = prepared(ROOT, "iran-russia-nexus", locale)[0]
    revision = replace(now.edition.revision, version=version)
    old = Printing(replace(now.edition, brief=former, revision=revision), now.apparatus)
    line = redline(old, Printing(now.edition, now.apparatus))
    desk = Desk()
    proofs = production.produce_redline(now, line, SETTINGS, desk)
    faults = [str(one) for one in desk.findings if one.severity is Severity.ERROR]
    bodies = {proof.galley.setting: proof.body for proof in proofs}
    return Made(line, bodies, {proof.galley.setting: proof.galley.html for proof in proofs}, faults)


def _deleted(part: Any) -> list[str]:
    return list(_texts(part, f"{_NS}del"))


def _texts(part: Any, tag: str) -> Iterator[str]:
    return (_words(one) for one in part.iter(tag))


def _words(element: Any) -> str:
    return _said("".join(element.itertext()))


def _said(words: str) -> str:
    """Words without the marks of direction among them, in lines from the right."""
    return " ".join(re.sub("[\u200e\u200f]", " ", words).split())
