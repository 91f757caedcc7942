"""Files are opened inside the project only, and text files are honest text."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.findings import Mark
from report.load.files import TEXT_LIMIT, read_text

NAMED = Mark("content/brief.yaml", 3, 5)


def put(root: Path, body: bytes) -> str:
    (root / "file.yaml").write_bytes(body)
    return "file.yaml"


@pytest.mark.parametrize("path", ["../outside", "/etc/passwd", "a/../../b", "a\\b", "", "C:/windows"])
def test_paths_out_of_the_project_are_refused(tmp_path: Path, path: str) -> None:
    (finding,) = read_text(tmp_path, path, NAMED).findings
    assert (finding.code, finding.mark) == ("LOD-008", NAMED)


def test_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("secret: yes\n")
    project = tmp_path / "project"
    project.mkdir()
    (project / "inside.yaml").symlink_to(outside)
    (finding,) = read_text(project, "inside.yaml", NAMED).findings
    assert finding.code == "LOD-008"


def test_a_link_inside_the_project_is_followed(tmp_path: Path) -> None:
    put(tmp_path, b"a: b\n")
    (tmp_path / "other.yaml").symlink_to(tmp_path / "file.yaml")
    assert read_text(tmp_path, "other.yaml", NAMED).value == "a: b\n"


def test_a_missing_file_is_reported_where_it_is_named_with_the_nearest_there(tmp_path: Path) -> None:
    put(tmp_path, b"")
    (finding,) = read_text(tmp_path, "fiel.yaml", NAMED).findings
    assert (finding.code, finding.mark, finding.hint) == ("LOD-001", NAMED, "did you mean “file.yaml”?")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (finding,) = read_text(tmp_path, "folder", NAMED).findings
    assert finding.code == "LOD-001"


def test_a_file_too_large_is_refused(tmp_path: Path) -> None:
    (finding,) = read_text(tmp_path, put(tmp_path, b"a" * (TEXT_LIMIT + 1)), NAMED).findings
    assert finding.code == "LOD-006"


@pytest.mark.parametrize(
    ("body", "place"),
    [(b"a: b\nc: \xe9\n", "2:4"), ("ä: \u0007\n".encode(), "1:4"), (b"a\rb\n", "1:2"), ("a\n\u2028".encode(), "2:1")],
)
def test_what_is_not_honest_text_is_reported_at_its_place(tmp_path: Path, body: bytes, place: str) -> None:
    (finding,) = read_text(tmp_path, put(tmp_path, body), NAMED).findings
    assert (finding.code, str(finding.mark)) == ("LOD-007", f"file.yaml:{place}")


def test_line_ends_of_windows_and_a_mark_of_byte_order_are_read_over(tmp_path: Path) -> None:
    assert read_text(tmp_path, put(tmp_path, b"\xef\xbb\xbfa: b\r\nc: d\r\n"), NAMED).value == "a: b\nc: d\n"
