"""What points somewhere arrives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.findings import findings_of, lay_over_plain

HEAD = "id: matter\ntitle: The matter\nblocks:\n  - id: matter-words\n    paragraph: >-\n      "


def said(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    section = tmp_path / "overlay" / "content" / "plain" / "sections" / "matter.yaml"
    section.parent.mkdir(parents=True)
    section.write_text(f"{HEAD}{text}\n", encoding="utf-8")
    project = lay_over_plain(tmp_path / "overlay", tmp_path / "project")
    return [(finding.code, finding.message) for finding in findings_of(project)]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("nowhere", "there is no “nowhere” to point at"),
        ("matter-words", "“matter-words” is not a section, figure, table or timeline"),
        ("opening", "the section “opening” has no title and so no number to point at"),
    ],
)
def test_a_cross_reference_that_does_not_arrive(tmp_path: Path, target: str, words: str) -> None:
    assert said(tmp_path, f"See [#{target}].") == [("LNK-002", words)]


def test_a_cross_reference_in_a_note_is_looked_at_too(tmp_path: Path) -> None:
    assert [code for code, _ in said(tmp_path, "See there.^[That is *in [#nowhere]*.]")] == ["LNK-002"]


@pytest.mark.parametrize("citation", ["[see [#nowhere], @example2020]", "[@example2020, in [#nowhere]]"])
def test_a_cross_reference_beside_a_cited_work_is_looked_at_too(tmp_path: Path, citation: str) -> None:
    assert [code for code, _ in said(tmp_path, f"See there.{citation}")] == ["LNK-002"]


@pytest.mark.parametrize(
    "address", ["htp://example.org", "example.org", "javascript:alert(1)", "https://", "file:///etc"]
)
def test_an_address_no_reader_can_follow(tmp_path: Path, address: str) -> None:
    assert [code for code, _ in said(tmp_path, f"See [there]({address}).")] == ["LNK-004"]


@pytest.mark.parametrize(
    "address", ["https://www.example.org/a?b=c#d", "http://example.org", "mailto:desk@example.org", "doi:10.1000/182"]
)
def test_addresses_readers_can_follow(tmp_path: Path, address: str) -> None:
    assert said(tmp_path, f"See [there]({address}).") == []
