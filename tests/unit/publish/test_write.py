"""Whole files: all new or all as they were, whatever comes between."""

from __future__ import annotations

import errno
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from report.errors import WriteError
from report.publish.write import Bundle, NewFolder, write_all, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "brief.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["brief.pdf"]


def test_no_file_is_replaced_when_the_last_cannot_be(tmp_path: Path) -> None:
    write_all(tmp_path, [Bundle(tmp_path, {"a": b"old"})])
    (tmp_path / "b").mkdir()
    with pytest.raises(WriteError, match="a folder is called b"):
        write_all(tmp_path, [Bundle(tmp_path, {"a": b"new", "b": b"new"})])
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a", "b"]


def test_the_old_files_stay_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, [Bundle(tmp_path, {"a": b"old", "b": b"old"})])

    def fails(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(WriteError, match="No space left"):
        write_all(tmp_path, [Bundle(tmp_path, {"a": b"new", "b": b"new"})])
    assert {(tmp_path / name).read_bytes() for name in names(tmp_path)} == {b"old"}


def test_of_several_folders_all_are_new_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("de", "en"):
        write_all(tmp_path, [Bundle(tmp_path / name, {"page": b"old", "page.bib": b"old"})])
    bundles = [Bundle(tmp_path / name, {"page": b"new", "more": b"new"}, ("page.bib",)) for name in ("en", "de")]
    flushed: list[int] = []

    def fails_at_the_end(descriptor: int) -> None:
        flushed.append(descriptor)
        if len(flushed) == 4:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fails_at_the_end)
        with pytest.raises(WriteError, match=r"de/more cannot be written: No space left on device"):
            write_all(tmp_path, bundles)
    for name in ("de", "en"):
        assert names(tmp_path / name) == ["page", "page.bib"]
        assert (tmp_path / name / "page").read_bytes() == b"old"
    write_all(tmp_path, bundles)
    for name in ("de", "en"):
        assert names(tmp_path / name) == ["more", "page"]


def test_who_writes_to_the_same_folders_in_another_order_waits_and_is_not_waited_for(tmp_path: Path) -> None:
    def write(turn: int) -> None:
        order = ("a", "b") if turn % 2 else ("b", "a")
        write_all(tmp_path, (Bundle(tmp_path / name, {"page": bytes([turn])}) for name in order))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(40)))
    assert (tmp_path / "a" / "page").read_bytes() == (tmp_path / "b" / "page").read_bytes()


def test_an_interruption_waits_until_all_are_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, [Bundle(tmp_path, {"a": b"old", "b": b"old"})])
    replace = Path.replace

    def interrupted(path: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    # A job in the background is not told of interruptions: a shell has it ignore them.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            write_all(tmp_path, [Bundle(tmp_path, {"a": b"new", "b": b"new"})])
    finally:
        signal.signal(signal.SIGINT, before)
    assert {(tmp_path / name).read_bytes() for name in names(tmp_path)} == {b"new"}


def test_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    def write(turn: int) -> None:
        write_all(tmp_path, [Bundle(tmp_path, {"a": bytes([turn]), "b": bytes([turn])})])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(64)))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert names(tmp_path) == ["a", "b"]


def test_a_folder_that_is_a_file_is_a_plain_error(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("in the way")
    with pytest.raises(WriteError, match="cannot be written"):
        write_whole(tmp_path / "dist" / "brief.pdf", b"new")


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".unfinished-brief.pdf-x").write_bytes(b"half")
    write_all(tmp_path, [Bundle(tmp_path, {"brief.pdf": b"new"})])
    assert names(tmp_path) == ["brief.pdf"]


def test_what_is_outdated_goes_with_what_is_replaced(tmp_path: Path) -> None:
    write_all(tmp_path, [Bundle(tmp_path, {"page": b"old", "page.bib": b"old", "other": b"old"})])
    write_all(tmp_path, [Bundle(tmp_path, {"page": b"new"}, ("page", "page.bib", "page.ris"))])
    assert names(tmp_path) == ["other", "page"]
    assert (tmp_path / "page").read_bytes() == b"new"


def test_nothing_is_written_where_a_link_leads_out(tmp_path: Path) -> None:
    head, outside = tmp_path / "dist", tmp_path / "outside"
    for folder in (head, outside):
        folder.mkdir()
    (outside / ".unfinished-mine").write_bytes(b"mine")
    (head / "en").symlink_to(outside)
    (head / "circle").symlink_to(head / "circle")
    for name in ("en", "en/1.0", "circle"):
        bundles = [Bundle(head / "de", {"page": b"new"}), Bundle(head / name, {"page": b"new"})]
        with pytest.raises(WriteError, match=f"{name} leads out of .*dist through a link"):
            write_all(head, bundles)
        with pytest.raises(WriteError, match="through a link"):
            write_all(head, (), [NewFolder(head / name / "new", {"text": b"new"})])
    assert names(outside) == [".unfinished-mine"]
    assert names(head) == ["circle", "en"]


def test_a_link_to_the_output_folder_itself_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "dist").symlink_to(tmp_path / "elsewhere")
    write_all(tmp_path / "dist", [Bundle(tmp_path / "dist" / "en", {"page": b"new"})])
    assert (tmp_path / "elsewhere" / "en" / "page").read_bytes() == b"new"


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "page").symlink_to(tmp_path / "mine")
    write_all(tmp_path / "dist", [Bundle(tmp_path / "dist", {"page": b"new"})])
    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert (tmp_path / "dist" / "page").read_bytes() == b"new"


@pytest.mark.parametrize("is_folder", [True, False])
def test_a_new_folder_gives_way_to_whatever_stands_in_its_place(tmp_path: Path, is_folder: bool) -> None:
    (tmp_path / "1.0").mkdir() if is_folder else (tmp_path / "1.0").write_bytes(b"mine")
    with pytest.raises(WriteError, match=r"1\.0 cannot be written: (something else stands there|a folder is called)"):
        write_all(tmp_path, [Bundle(tmp_path / "a", {"page": b"new"})], [NewFolder(tmp_path / "1.0", {"text": b"new"})])
    assert names(tmp_path) == ["1.0", "a"]
    assert names(tmp_path / "a") == []
