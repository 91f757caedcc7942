"""Finished files are all put in their places or none, wherever their writer is killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from report.errors import WriteError
from report.publish.moves import finish_moves, is_left
from report.publish.write import Bundle, NewFolder, write_all, write_alone
from tests.support.killing import killed_at

OLD = {"de/page": b"old", "de/page.bib": b"old", "en/page": b"old"}
NEW = {"de/more": b"new", "de/page": b"new", "en/page": b"new", "new/1.0/text": b"new"}
BUNDLES = ({"page": b"new", "more": b"new"}, {"page": b"new"})


@pytest.fixture
def head(tmp_path: Path) -> Path:
    """A folder with old files in two folders."""
    for name, body in OLD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(body)
    (tmp_path / "new").mkdir()
    return tmp_path


def write(head: Path) -> None:
    bundles = (Bundle(head / "de", BUNDLES[0], ("page.bib",)), Bundle(head / "en", BUNDLES[1]))
    write_alone(head, bundles, (NewFolder(head / "new" / "1.0", {"text": b"new"}),))


def files(head: Path) -> dict[str, bytes]:
    return {path.relative_to(head).as_posix(): path.read_bytes() for path in sorted(head.rglob("*")) if path.is_file()}


def test_wherever_the_writer_is_killed_the_next_one_finds_all_or_nothing(head: Path, tmp_path: Path) -> None:
    found, step = [], 0
    while killed_at(step, lambda: write(head)):
        finish_moves(head)
        standing = {name: body for name, body in files(head).items() if ".unfinished-" not in name}
        assert standing in (OLD, NEW), step
        assert not is_left(head)
        found.append(standing == NEW)
        for path in sorted(head.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        for name, body in OLD.items():
            (head / name).parent.mkdir(exist_ok=True)
            (head / name).write_bytes(body)
        (head / "new").mkdir()
        step += 1
    assert found == sorted(found), "from the journal on all is new"
    assert found.count(False) > len(NEW)
    assert found.count(True) > len(NEW)
    assert files(tmp_path) == NEW


def test_who_finishes_may_be_killed_in_turn(head: Path) -> None:
    step = 0
    while killed_at(step, lambda: write(head)):
        if is_left(head):
            break
        step += 1
    assert is_left(head)
    assert all(killed_at(one, lambda: finish_moves(head)) for one in (0, 1, 2))
    finish_moves(head)
    assert files(head) == NEW


def test_who_writes_next_puts_in_place_what_was_left(head: Path) -> None:
    step = 0
    while not is_left(head):
        killed_at(step, lambda: write(head))
        step += 1
    write_all(head, [Bundle(head / "en", {"other": b"new"})])
    assert files(head) == NEW | {"en/other": b"new"}


def test_what_somebody_wrote_meanwhile_stays(head: Path) -> None:
    """Of content only what was read may be replaced, then and later."""
    from hashlib import sha256  # noqa: PLC0415

    before = {"page": sha256(b"old").hexdigest()}

    def write_texts() -> None:
        write_alone(head, [Bundle(head / "de", {"page": b"new"}, before=before), Bundle(head / "en", {"page": b"new"})])

    step = 0
    while not is_left(head):
        killed_at(step, write_texts)
        step += 1
    (head / "de/page").write_bytes(b"mine")
    finish_moves(head)
    assert files(head) == OLD | {"de/page": b"mine", "en/page": b"new"}
    with pytest.raises(WriteError, match="page cannot be written: it was changed meanwhile"):
        write_texts()
    assert files(head) == OLD | {"de/page": b"mine", "en/page": b"new"}


def test_a_move_that_the_machine_refuses_is_told_and_done_when_it_can_be(
    head: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if target == head / "en/page":
            raise OSError(30, "Read-only file system", str(target))
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refused)
        with pytest.raises(WriteError, match="the other files follow with the next command"):
            write(head)
        with pytest.raises(WriteError, match="en/page: Read-only file system"):
            finish_moves(head)
    finish_moves(head)
    assert files(head) == NEW


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"{",
        b"[]",
        b'{"form": 2}',
        b"\xff" * 9,
        json.dumps({"form": 1, "moves": [["en/.unfinished-x", "de/page", None]], "gone": []}).encode(),
        json.dumps({"form": 1, "moves": [["en/x", "en/page", None]], "gone": []}).encode(),
        json.dumps({"form": 1, "moves": [["en/.unfinished-x", "en/page", 1]], "gone": []}).encode(),
        json.dumps({"form": 1, "moves": [["en/.unfinished-x", "en/page"]], "gone": []}).encode(),
        json.dumps({"form": 1, "moves": [], "gone": ["../outside"]}).encode(),
        json.dumps({"form": 1, "moves": [], "gone": ["/etc/hostname"]}).encode(),
        json.dumps({"form": 1, "moves": [], "gone": ["link/outside"]}).encode(),
        json.dumps({"form": 1, "moves": [], "gone": [""]}).encode(),
        b"[" * 100_000,
    ],
)
def test_a_journal_that_is_none_of_ours_tells_of_nothing(tmp_path: Path, journal: bytes) -> None:
    head, outside = tmp_path / "dist", tmp_path / "outside"
    (head / "en").mkdir(parents=True)
    (head / "en/.unfinished-x").write_bytes(b"x")
    (head / "link").symlink_to(tmp_path)
    outside.write_bytes(b"mine")
    (head / ".moves.json").write_bytes(journal)
    finish_moves(head)
    assert not is_left(head)
    assert outside.read_bytes() == b"mine"
    assert [path.name for path in (head / "en").iterdir()] == [".unfinished-x"]


def test_a_journal_that_is_no_file_is_taken_away_or_said(tmp_path: Path) -> None:
    (tmp_path / ".moves.json").symlink_to("/etc/hostname")
    finish_moves(tmp_path)
    assert not is_left(tmp_path)
    (tmp_path / ".moves.json").mkdir()
    with pytest.raises(WriteError, match="was stopped while it put files there"):
        finish_moves(tmp_path)


_PUBLISHING = """
import sys
from pathlib import Path
from report.publish.write import Bundle, write_all

head = Path(sys.argv[1])
print("ready", flush=True)
for turn in range(1, 10_000):
    body = str(turn).encode()
    write_all(head, [Bundle(head / name, {str(one): body for one in range(6)}) for name in ("a", "b", "c")])
"""


@pytest.mark.parametrize("milliseconds", [3, 7, 12, 18, 25, 33, 42, 52])
def test_a_process_that_is_killed_leaves_one_state(tmp_path: Path, milliseconds: int) -> None:
    process = subprocess.Popen([sys.executable, "-P", "-c", _PUBLISHING, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    try:
        process.wait(milliseconds / 1000)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    finish_moves(tmp_path)
    bodies = [body for name, body in files(tmp_path).items() if ".unfinished-" not in name]
    assert len(set(bodies)) <= 1
    assert len(bodies) in (0, 18)
