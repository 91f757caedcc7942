"""Whom an erratum concerns, and what an older version tells of a newer one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from report.model.apparatus import Apparatus, Target
from report.model.brief import Revision
from report.model.edition import Edition
from report.model.redline import Printing
from report.model.revision import Erratum, ErratumKind, Notice
from report.model.text import CrossReference, plain
from report.revisions.errata import concerning, succeeded
from tests.support.editions import MARK, edition, paragraph, section, words

DAYS = {"1.0": date(2020, 5, 1), "1.9": date(2020, 6, 1), "1.10": date(2020, 7, 1)}
NOTHING = Apparatus({}, (), {}, {})


def said(kind: ErratumKind, version: str) -> Erratum:
    return Erratum(f"{kind}-{version}", kind, version, date(2020, 8, 1), (), words("It was said."), MARK)


def notice(kind: ErratumKind, version: str) -> Notice:
    return Notice(said(kind, version), words("It was said."), ())


def at(version: str, *errata: Erratum) -> Edition:
    revisions = tuple(Revision(one, day, words(f"Note on {one}.")) for one, day in DAYS.items())
    tiny = edition(section("one", "One", paragraph("one-words", "Words.")))
    brief = replace(tiny.brief, revisions=revisions, errata=errata)
    revision = next(one for one in revisions if one.version == version)
    return replace(tiny, brief=brief, revision=revision, state="published")


@pytest.mark.parametrize(
    ("kind", "of", "version", "concerns"),
    [
        ("erratum", "1.0", "1.0", True),
        ("erratum", "1.0", "1.10", True),
        ("erratum", "1.9", "1.0", False),
        ("erratum", "1.10", "1.9", False),
        ("correction", "1.9", "1.10", True),
        ("withdrawal", "1.9", "1.0", True),
        ("withdrawal", "1.9", "1.10", True),
    ],
)
def test_what_is_said_concerns_its_version_and_later_ones(
    kind: ErratumKind, of: str, version: str, concerns: bool
) -> None:
    kept = concerning(at(version), [notice(kind, of)]).value
    assert bool(kept) is concerns


@pytest.mark.parametrize(("of", "withdrawn"), [("1.9", ["1.0", "1.9"]), ("1.10", ["1.0", "1.9", "1.10"])])
def test_a_withdrawal_takes_back_its_version_and_those_before_it(of: str, withdrawn: list[str]) -> None:
    taken = said("withdrawal", of)
    assert [one for one in DAYS if at(one, taken).withdrawal] == withdrawn


def test_a_draft_is_never_withdrawn() -> None:
    draft = replace(at("1.0", said("withdrawal", "1.0")), state="draft")
    assert draft.withdrawal is None


def test_that_the_last_version_is_withdrawn_is_said_each_time() -> None:
    assert [one.code for one in concerning(at("1.10", said("withdrawal", "1.10")), []).findings] == ["REV-026"]
    assert concerning(at("1.10", said("withdrawal", "1.9")), []).findings == ()


def test_nothing_is_said_of_a_withdrawn_version_while_none_could_be_read() -> None:
    taken = at("1.10", said("withdrawal", "1.10"))
    neutral = replace(taken.brief, revisions=(Revision("0.0", date(2020, 1, 1), ()),))
    assert concerning(replace(taken, brief=neutral), []).findings == ()


def test_a_published_version_takes_the_place_of_those_before_it() -> None:
    assert at("1.10").replaced == ("1.0", "1.9")
    assert replace(at("1.10"), state="draft").replaced == ()


def test_an_older_version_keeps_its_words_and_tells_of_the_newer() -> None:
    own, newer = Printing(at("1.0"), NOTHING), Printing(at("1.10"), NOTHING)
    older = succeeded(own, newer, [notice("erratum", "1.0"), notice("erratum", "1.10")], "../../1.10/x.html")
    assert older.edition.brief.sections == own.edition.brief.sections
    assert older.edition.successor is not None
    assert (older.edition.successor.version, older.edition.successor.address) == ("1.10", "../../1.10/x.html")
    assert older.edition.successor.anchor == "imprint"
    assert [one.erratum.version for one in older.apparatus.notices] == ["1.0"]


def test_a_cross_reference_that_cannot_arrive_in_the_older_text_is_words() -> None:
    seen = replace(notice("erratum", "1.0"), text=(CrossReference("figure-new", MARK),))
    now = replace(NOTHING, targets={"figure-new": Target("figure-new", "figure", "2", "Figure 2")})
    older = succeeded(Printing(at("1.0"), NOTHING), Printing(at("1.10"), now), [seen], "newer.html")
    assert plain(older.apparatus.notices[0].text) == "Figure 2"
