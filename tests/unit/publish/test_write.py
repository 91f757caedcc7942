"""Whole files: the old body or the new one, never something between."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.errors import WriteError
from report.publish.write import clear_unfinished, write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "brief.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [other.name for other in path.parent.iterdir()] == ["brief.pdf"]


def test_the_old_file_stays_when_moving_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "brief.pdf"
    write_whole(path, b"old")

    def fails(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(WriteError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [other.name for other in tmp_path.iterdir()] == ["brief.pdf"]


def test_a_folder_that_is_a_file_is_a_plain_error(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("in the way")
    with pytest.raises(WriteError, match="cannot be written"):
        write_whole(tmp_path / "dist" / "brief.pdf", b"new")


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".unfinished-brief.pdf-x").write_bytes(b"half")
    clear_unfinished(tmp_path)
    assert list(tmp_path.iterdir()) == []
