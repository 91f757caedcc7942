"""The stamp vouches for an environment only while it is what the checkout would make now."""

import sys
from pathlib import Path

import pytest

from report.setup import stamp


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout with a finished environment."""
    root = tmp_path / "checkout"
    for name in (*stamp.MADE_FROM, stamp.DEVELOPMENT_LOCK, stamp.PROJECT_FILE):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the first {name}\n", encoding="utf-8")
    stamp.python_of(root).parent.mkdir(parents=True)
    stamp.python_of(root).symlink_to(Path(sys.executable).resolve())
    stamp.write(root, stamp.wanted(root, development=True))
    return root


def test_a_finished_environment_is_current(checkout: Path) -> None:
    assert stamp.is_current(checkout, development=False)
    assert stamp.is_current(checkout, development=True)


def test_without_the_stamp_nothing_is_current(checkout: Path) -> None:
    stamp.take_away(checkout)
    assert not stamp.is_current(checkout, development=False)


@pytest.mark.parametrize("name", [*stamp.MADE_FROM, stamp.PROJECT_FILE])
def test_a_change_to_what_it_was_made_from_is_noticed(checkout: Path, name: str) -> None:
    (checkout / name).write_text("another\n", encoding="utf-8")
    assert not stamp.is_current(checkout, development=False)


def test_the_development_lock_matters_only_to_development(checkout: Path) -> None:
    (checkout / stamp.DEVELOPMENT_LOCK).write_text("another\n", encoding="utf-8")
    assert stamp.is_current(checkout, development=False)
    assert not stamp.is_current(checkout, development=True)


def test_a_checkout_that_was_moved_is_noticed(checkout: Path) -> None:
    assert not stamp.is_current(checkout.rename(checkout.with_name("elsewhere")), development=False)


def test_a_python_of_another_series_is_noticed(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert not stamp.is_current(checkout, development=False)


def test_a_python_that_was_taken_away_is_noticed(checkout: Path) -> None:
    stamp.python_of(checkout).unlink()
    assert not stamp.is_current(checkout, development=False)
    stamp.python_of(checkout).symlink_to(checkout / "gone")
    assert not stamp.is_current(checkout, development=False)


def test_a_torn_stamp_vouches_for_nothing(checkout: Path) -> None:
    (stamp.venv_of(checkout) / "report-ready").write_bytes(b"environment\n\xff\xfe")
    assert stamp.read(checkout) == {}
