"""outloud, which asks what validators leave out, has nothing to say of the paged files but what is excused here.

It looks for headings, names and words that make no sense to a listener, for words that no tag announces, for running
heads that are read aloud, for links that are printed and cannot be followed, and for what PDF/UA-1 asks for once more.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import outloud
import pikepdf
import pytest

from tests.support.shipped import BRIEFS, LOCALES

pytestmark = pytest.mark.slow
Made = Callable[[str, str, str], Path]

# What it says without need, in which editions, and why. What it asks for is asked by preflight and its tests otherwise.
EXCUSED = {
    "ORD-001": (
        LOCALES,
        "it has an element's own words before those of elements among them: “a <i>b</i> c” is “a c b”",
    ),
    "TAG-003": (
        ("fa",),
        "it takes letters as they are painted, from left to right, and so finds no Persian word announced",
    ),
    "TXT-004": (
        ("fa",),
        "an Arabic letter has a form for each place in a word, and more beside some letters: all one sign",
    ),
}
DRAFT_MARKS = ("1.0 draft ·", "Entwurf 1.0 ·", "Черновик версии 1.0 ·")
# Rules that were not asked, named lest there be more.
NOT_WRITTEN_YET = {"HDG-004", "ORD-002"}
ASKS_FOR_A_SECOND_FILE = {"SEM-001", "SEM-002", "SEM-003"}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_what_is_shipped_gives_no_cause_for_complaint(made: Made, slug: str, locale: str) -> None:
    result = outloud.check(str(made(slug, locale, "pdf")))
    assert result.error is None
    complaints = [
        said(one)
        for one in result.sorted_findings()
        if locale not in EXCUSED.get(one.rule, ((), ""))[0] and not is_running_head_of_a_draft(one)
    ]
    assert "\n".join(complaints) == ""


def test_every_rule_was_asked(made: Made) -> None:
    result = outloud.check(str(made("specimen", "en-GB", "pdf")))
    unasked = {run.rule for run in result.runs if run.status not in ("ran", "not-applicable")}
    assert unasked == NOT_WRITTEN_YET | ASKS_FOR_A_SECOND_FILE
    assert sum(run.status == "ran" for run in result.runs) > 60


def test_what_is_broken_is_noticed(made: Made, tmp_path: Path) -> None:
    with pikepdf.open(made("specimen", "en-GB", "pdf")) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure":
                one.Alt = pikepdf.String("figure1.svg")
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/TH":
                del one.A
        pdf.save(tmp_path / "broken.pdf")
    result = outloud.check(str(tmp_path / "broken.pdf"))
    assert {"FIG-010", "TBL-002"} <= {one.rule for one in result.findings}


def is_running_head_of_a_draft(one: outloud.findings.Finding) -> bool:
    """Whether it takes the mark of a draft, with the running head beside it, for a line of prose."""
    return one.rule == "TAG-002" and any(mark in str(one.evidence) for mark in DRAFT_MARKS)


def said(one: outloud.findings.Finding) -> str:
    return f"{one.severity} {one.rule}, page {one.page}: {one.message} ({one.evidence})"
