"""Queries are read beside the text and are no part of it: what is wrong with one spoils nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import production
from report.model.brief import Brief
from tests.support.findings import lay_over_plain


def read(folder: Path, queries: str) -> tuple[Brief, list[tuple[str, int]]]:
    """Read the plain brief with these queries on its last block, and say what was found there, by line."""
    overlay = folder / "overlay"
    path = overlay / "content" / "plain" / "sections" / "matter.yaml"
    path.parent.mkdir(parents=True)
    words = f"id: matter\ntitle: The matter\nblocks:\n  - id: matter-words\n    paragraph: It is said again.\n{queries}"
    path.write_text(words, encoding="utf-8")
    checked = production.read(lay_over_plain(overlay, folder / "project"), "plain").brief
    found = [(one.code, one.mark.line) for one in checked.findings if one.mark.path.endswith("matter.yaml")]
    return checked.value, found


def test_a_query_knows_who_asks_what_and_where(tmp_path: Path) -> None:
    brief, found = read(
        tmp_path, "    queries:\n      - by: Editor\n        text: >-\n          Said\n          by whom?\n"
    )
    assert found == []
    assert [(one.target, one.by, one.text) for one in brief.queries] == [("matter-words", "Editor", "Said by whom?")]


def test_a_part_of_a_block_is_asked_about_by_its_number(tmp_path: Path) -> None:
    ask = "queries: [{by: Editor, text: Why?}]"
    blocks = f"""\
  - id: matter-list
    list:
      - It has no query.
      - text: It has one.
        {ask}
        numbered:
          - text: So has this.
            {ask}
  - id: matter-box
    callout: A box
    blocks:
      - id: matter-inner
        numbered:
          - text: In the box.
            {ask}
  - id: matter-steps
    timeline:
      - date: 2019
        label: The gauge is hung
        {ask}
    caption: Steps
    source: Example Institute
  - id: matter-advice
    recommendations:
      - text: Read the gauge.
        {ask}
    {ask}
  - id: matter-pointer
    paragraph: See [#matter-steps].
"""
    brief, found = read(tmp_path, blocks)
    assert found == []
    assert [one.target for one in brief.queries] == [
        "matter-list/2",
        "matter-list/2/1",
        "matter-inner/1",
        "matter-steps/1",
        "matter-advice",
        "matter-advice/1",
    ]


@pytest.mark.parametrize(
    "text", ["“Unpaired, and -- so it goes", "*is* this `marked`?", "<script>alert(1)</script>", "{{ x }}"]
)
def test_a_query_is_bound_to_no_rule_of_prose(tmp_path: Path, text: str) -> None:
    brief, found = read(tmp_path, f"    queries:\n      - by: Editor\n        text: '{text}'\n")
    assert found == []
    assert [one.text for one in brief.queries] == [text]


@pytest.mark.parametrize(
    ("queries", "finding"),
    [
        ("    queries: Why?\n", ("STR-003", 6)),
        ("    queries: []\n", ("STR-008", 6)),
        ("    queries:\n      - Why?\n", ("STR-003", 7)),
        ("    queries:\n      - text: Why?\n", ("STR-002", 7)),
        ("    queries:\n      - by: Editor\n        text: 7\n", ("STR-003", 8)),
        ("    queries:\n      - by: Editor\n        text: Why?\n        to: Author\n", ("STR-001", 9)),
    ],
)
def test_what_is_wrong_with_a_query_is_said_at_its_place_and_the_block_stays(
    tmp_path: Path, queries: str, finding: tuple[str, int]
) -> None:
    brief, found = read(tmp_path, queries)
    assert found == [finding]
    assert [block.id for block in brief.sections[-1].blocks] == ["matter-words"]


def test_a_query_is_nothing_to_translate(tmp_path: Path) -> None:
    brief, _ = read(tmp_path, "    queries:\n      - by: Editor\n        text: Said by whom?\n")
    assert not any("queries" in unit.context for unit in brief.units)
