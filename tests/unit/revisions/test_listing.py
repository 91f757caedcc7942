"""A revision is written into brief.yaml below the last one; everything else stays as the editor wrote it."""

from __future__ import annotations

from datetime import date

import pytest

from report.load.marked import read_yaml
from report.model.manuscript import Node
from report.revisions.listing import with_revision

DAY = date(2017, 4, 20)


def _tree(text: str) -> Node:
    checked = read_yaml(text, "brief.yaml")
    assert checked.value is not None, checked.findings
    return checked.value


def _listed(text: str, note: str = "Two dates corrected.") -> str | None:
    return with_revision(text, _tree(text), "1.1", DAY, note)


def test_the_new_row_has_the_form_of_the_last() -> None:
    before = 'title: T\nrevisions:\n    -   version: "1.0"\n        date: 2017-03-01\n        note: First.\n# the end\n'
    assert _listed(before) == (
        'title: T\nrevisions:\n    -   version: "1.0"\n        date: 2017-03-01\n        note: First.\n'
        '    -   version: "1.1"\n        date: 2017-04-20\n        note: Two dates corrected.\n# the end\n'
    )


def test_what_comes_after_the_revisions_stays_there() -> None:
    before = 'revisions:\n- version: "1.0"\n  date: 2017-03-01\n  note: >-\n    First\n    edition.\nstate: draft\n'
    changed = _listed(before)
    assert changed is not None
    assert changed.endswith(
        '    edition.\n- version: "1.1"\n  date: 2017-04-20\n  note: Two dates corrected.\nstate: draft\n'
    )


@pytest.mark.parametrize(
    "note",
    [
        "Corrected: two dates, [one] of them – “Jafari’s” – twice.",
        "- no list",
        "# no comment",
        "*Emphasis* leads; @nobody, `code` & all: {it} %s !x |y >z",
        "'single' and \"double\"",
        "true",
        "12",
        "Ends with a colon:",
        "word " * 60 + "end.",
        "دو تاریخ تصحیح شد: نادرست بودند.",
    ],
)
def test_a_note_is_read_back_as_it_was_given(note: str) -> None:
    changed = _listed('revisions:\n  - version: "1.0"\n    date: 2017-03-01\n    note: First.\n', note)
    assert changed is not None
    tree = _tree(changed)
    row = tree.get("revisions").items[1]  # type: ignore[union-attr]
    assert row.get("note").text == note  # type: ignore[union-attr]
    assert row.get("version").text == "1.1"  # type: ignore[union-attr]


def test_line_ends_of_other_systems_are_kept() -> None:
    before = 'revisions:\r\n  - version: "1.0"\r\n    date: 2017-03-01\r\n    note: First.\r\n'
    changed = with_revision(before, _tree(before.replace("\r\n", "\n")), "1.1", DAY, "Second.")
    assert changed is not None
    assert changed.count("\r\n") == changed.count("\n") == 7


def test_a_list_in_brackets_is_left_to_its_editor() -> None:
    assert _listed('revisions: [{version: "1.0", date: 2017-03-01, note: First.}]\n') is None


def test_a_file_without_a_last_line_end_keeps_its_rows_apart() -> None:
    changed = _listed('revisions:\n  - version: "1.0"\n    date: 2017-03-01\n    note: First.')
    assert changed is not None
    assert changed.endswith('note: First.\n  - version: "1.1"\n    date: 2017-04-20\n    note: Two dates corrected.')
