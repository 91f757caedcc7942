"""Which revision a text is: a table of what its brief says of itself, and of what is frozen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from report.findings import Mark
from report.model.brief import Revision
from report.model.frozen import Kept
from report.model.redline import Printing
from report.model.revision import State
from report.revisions.standing import at_its_revision, next_version, standing_of
from tests.support import editions
from tests.support.freezing import file_of, printing_of

LISTED = Mark("content/specimen/brief.yaml", 43, 5)
FIRST = Revision("1.0", date(2017, 3, 1), editions.words("First."))
SECOND = Revision("1.1", date(2017, 4, 20), editions.words("Dates."))
TEXT = date(2017, 5, 2)
BEFORE = date(2017, 2, 27)


@pytest.mark.parametrize(
    ("says", "is_frozen", "is_same", "state", "version"),
    [
        ("draft", False, False, "draft", "1.1"),
        ("in-review", False, False, "in-review", "1.1"),
        ("published", False, False, "draft", "1.1"),
        ("draft", True, True, "draft", "1.2"),
        ("in-review", True, True, "in-review", "1.2"),
        ("published", True, True, "published", "1.1"),
        ("draft", True, False, "draft", "1.2"),
        ("in-review", True, False, "in-review", "1.2"),
        ("published", True, False, "draft", "1.2"),
    ],
)
def test_a_text_is_the_last_revision_or_is_to_become_the_next(
    says: State, is_frozen: bool, is_same: bool, state: State, version: str
) -> None:
    brief = replace(editions.edition().brief, revisions=(FIRST, SECOND), state=says)
    standing = standing_of(brief, is_frozen=is_frozen, is_same=is_same)
    assert (standing.state, standing.revision.version) == (state, version)


@pytest.mark.parametrize(
    ("is_frozen", "text_date", "day", "follows"),
    [
        (False, None, SECOND.date, None),
        (False, TEXT, TEXT, None),
        (False, BEFORE, SECOND.date, None),
        (True, None, SECOND.date, SECOND),
        (True, TEXT, TEXT, None),
        (True, FIRST.date, SECOND.date, SECOND),
    ],
)
def test_a_draft_is_dated_by_its_text_or_says_what_it_follows(
    is_frozen: bool, text_date: date | None, day: date, follows: Revision | None
) -> None:
    brief = replace(editions.edition().brief, revisions=(FIRST, SECOND), text_date=text_date)
    standing = standing_of(brief, is_frozen=is_frozen, is_same=False)
    assert (standing.revision.date, standing.follows) == (day, follows)


def test_a_published_text_has_the_date_of_its_revision() -> None:
    brief = replace(editions.edition().brief, revisions=(FIRST,), text_date=TEXT, state="published")
    assert standing_of(brief, is_frozen=True, is_same=True).revision == FIRST


def test_ten_follows_nine() -> None:
    assert next_version("1.9") == "1.10"


def test_a_version_that_is_no_release_is_not_read_as_one() -> None:
    edition = editions.edition()
    assert [replace(edition, state=one).version for one in ("draft", "in-review", "published")] == [
        "1.0-draft",
        "1.0-in-review",
        "1.0",
    ]


def test_what_is_as_it_was_frozen_is_published_without_a_word() -> None:
    assert _placed(_printing(state="published"), _kept()) == ("published", "1.0", [])


def test_what_calls_itself_published_and_has_changed_is_a_draft_and_says_so() -> None:
    printing = _printing(state="published", short_title="Another")
    assert _placed(printing, _kept()) == ("draft", "1.1", ["REV-004"])


def test_it_says_of_which_edition_the_text_has_changed() -> None:
    for locale, text in (("en-GB", "the text is not"), ("de", "the text of the de edition is not")):
        printing = printing_of("specimen", locale)
        brief = replace(printing.edition.brief, state="published", short_title="Another")
        changed = replace(printing, edition=replace(printing.edition, brief=brief))
        frozen = Kept(("1.0",), file_of(printing_of("specimen", locale)))
        assert at_its_revision(changed, frozen, LISTED, to_publish=False).findings[0].message.startswith(text)


def test_what_calls_itself_published_and_is_not_frozen_is_a_draft_and_says_so() -> None:
    assert _placed(_printing(state="published"), Kept()) == ("draft", "1.0", ["REV-004"])


def test_what_is_made_to_be_published_is_so_whatever_the_brief_says() -> None:
    assert _placed(_printing(state="draft"), _kept(), to_publish=True) == ("published", "1.0", [])


def test_what_is_made_to_be_published_is_held_while_it_is_not_frozen() -> None:
    assert _placed(_printing(state="draft"), Kept(), to_publish=True) == ("draft", "1.0", ["REV-005"])


def test_what_is_made_to_be_published_is_held_where_it_has_changed() -> None:
    printing = printing_of("specimen", "en-GB")
    first, *rest = printing.edition.brief.sections
    blocks = (replace(first.blocks[0], text=editions.words("Otherwise.")), *first.blocks[1:])  # type: ignore[call-arg]
    brief = replace(printing.edition.brief, sections=(replace(first, blocks=blocks), *rest))
    changed = replace(printing, edition=replace(printing.edition, brief=brief))
    checked = at_its_revision(changed, _kept(), LISTED, to_publish=True)
    assert [(one.code, one.mark) for one in checked.findings] == [("REV-006", first.blocks[0].mark)]
    assert f"“{first.blocks[0].id}”" in checked.findings[0].message


@pytest.mark.parametrize("to_publish", [False, True])
def test_what_others_have_frozen_cannot_be_frozen_once_more(to_publish: bool) -> None:
    checked = at_its_revision(
        _printing(state="published"), Kept((), None, others_have=True), LISTED, to_publish=to_publish
    )
    last = checked.findings[-1]
    assert last.code == ("REV-005" if to_publish else "REV-004")
    assert last.hint == "1.0 cannot be frozen once more; “report freeze 1.1” freezes every edition"


@pytest.mark.parametrize("to_publish", [False, True])
def test_of_a_frozen_text_that_cannot_be_read_nothing_else_is_said(to_publish: bool) -> None:
    kept = _kept()
    assert kept.last
    spoilt = replace(kept, last=replace(kept.last, data={}))
    assert _placed(_printing(state="published"), spoilt, to_publish=to_publish)[2] == ["REV-001"]
    lost = replace(kept, last=None)  # why it could not be loaded has been said
    assert _placed(_printing(state="published"), lost, to_publish=to_publish)[2] == []


def test_many_changes_are_counted_and_not_all_told() -> None:
    printing = printing_of("specimen", "en-GB")
    brief = replace(printing.edition.brief, summary=(), sections=printing.edition.brief.sections[:1])
    changed = replace(printing, edition=replace(printing.edition, brief=brief))
    findings = at_its_revision(changed, _kept(), LISTED, to_publish=True).findings
    assert len(findings) == 6
    assert findings[-1].message.endswith("more places are not as they were frozen as 1.0")


def test_a_later_row_in_the_history_is_no_change_of_a_frozen_text() -> None:
    printing = _printing(state="draft")
    later = (*printing.edition.brief.revisions, SECOND)
    listed = replace(
        printing, edition=replace(printing.edition, brief=replace(printing.edition.brief, revisions=later))
    )
    assert _placed(listed, Kept(("1.0",))) == ("draft", "1.1", [])


def test_another_date_of_a_frozen_revision_is_a_change() -> None:
    printing = _printing(state="published")
    redated = (replace(printing.edition.brief.revisions[0], date=TEXT),)
    brief = replace(printing.edition.brief, revisions=redated)
    assert _placed(replace(printing, edition=replace(printing.edition, brief=brief)), _kept())[2] == ["REV-004"]


def test_a_frozen_version_that_is_not_listed_is_an_error() -> None:
    printing = _printing(state="draft")
    assert _placed(printing, Kept(("1.0", "1.7"), _kept().last)) == ("draft", "1.1", ["REV-002"])


def test_a_version_that_other_editions_have_is_missed() -> None:
    assert _placed(_printing(state="draft"), Kept(others_have=True)) == ("draft", "1.0", ["REV-003"])


def test_a_pseudo_locale_is_always_a_draft() -> None:
    printing = _printing(state="published")
    accented = editions.SHELF.pack("en-XA")
    edition = replace(printing.edition, locale="en-XA", pack=accented)
    assert _placed(replace(printing, edition=edition), Kept()) == ("draft", "1.0", [])


def _printing(*, state: State, short_title: str = "") -> Printing:
    printing = printing_of("specimen", "en-GB")
    brief = replace(printing.edition.brief, state=state)
    brief = replace(brief, short_title=short_title or brief.short_title)
    return replace(printing, edition=replace(printing.edition, brief=brief))


def _kept() -> Kept:
    return Kept(("1.0",), file_of(printing_of("specimen", "en-GB")))


def _placed(printing: Printing, kept: Kept, *, to_publish: bool = False) -> tuple[str, str, list[str]]:
    checked = at_its_revision(printing, kept, LISTED, to_publish=to_publish)
    return checked.value.state, checked.value.revision.version, [one.code for one in checked.findings]
