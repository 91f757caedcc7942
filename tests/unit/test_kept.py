"""What is kept is found by content, never by time."""

from __future__ import annotations

import os
from pathlib import Path

from report.kept import Kept, NothingKept, digest_of


def test_what_was_made_of_the_same_is_not_made_again() -> None:
    kept, made = Kept(), []
    for origin in ("a", "a", "b", "a"):
        kept.of("sheet", lambda origin=origin: origin, lambda origin=origin: made.append(origin))  # type: ignore[misc]
    assert made == ["a", "b", "a"]


def test_a_build_keeps_nothing() -> None:
    made: list[int] = []
    for number in range(2):
        NothingKept().of("sheet", lambda: "a", lambda number=number: made.append(number))  # type: ignore[misc]
    assert made == [0, 1]


def test_a_file_of_the_same_size_and_time_with_other_words_is_another(tmp_path: Path) -> None:
    file = tmp_path / "styles" / "one.css"
    file.parent.mkdir()
    file.write_text("a")
    before, times = digest_of(tmp_path, "styles"), (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    file.write_text("b")
    os.utime(file, ns=times)
    assert digest_of(tmp_path, "styles") != before


def test_a_file_that_is_only_touched_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "styles" / "one.css"
    file.parent.mkdir()
    file.write_text("a")
    before = digest_of(tmp_path, "styles")
    os.utime(file, (1, 1))
    assert digest_of(tmp_path, "styles") == before


def test_a_file_that_is_renamed_or_moved_counts(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a").write_text("x")
    before = digest_of(tmp_path, "one")
    (tmp_path / "one" / "a").rename(tmp_path / "one" / "b")
    assert digest_of(tmp_path, "one") != before


def test_what_does_not_exist_or_cannot_be_read_has_a_digest_too(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "lost").symlink_to(tmp_path / "nowhere")
    assert digest_of(tmp_path, "nothing", "one") == digest_of(tmp_path, "nothing", "one")
