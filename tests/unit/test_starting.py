"""A new brief is there with all its files or not at all."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from report.errors import WriteError
from report.starting import start_brief
from tests.support.killing import killed_at

TODAY = date(2024, 10, 14)


def test_a_disk_that_is_full_leaves_no_half_a_brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []

    def full(descriptor: int) -> None:
        flushed.append(descriptor)
        if len(flushed) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="content/tides cannot be written: No space left"):
        start_brief(tmp_path, "tides", TODAY)
    assert list((tmp_path / "content").iterdir()) == []


def test_who_is_killed_has_begun_a_whole_brief_or_none(tmp_path: Path) -> None:
    whole = len(start_brief(tmp_path / "whole", "tides", TODAY))
    project = tmp_path / "project"
    step = 0
    while killed_at(step, lambda: start_brief(project, "tides", TODAY)):
        assert not (project / "content/tides").exists()
        step += 1
    assert step > whole
    assert len(list((project / "content/tides").rglob("*.*"))) == whole
    assert [path.name for path in (project / "content").iterdir()] == ["tides"]


def test_no_brief_is_begun_behind_a_link_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project/content").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WriteError, match="through a link"):
        start_brief(tmp_path / "project", "tides", TODAY)
    assert list((tmp_path / "elsewhere").iterdir()) == []
