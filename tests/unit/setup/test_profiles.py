"""The free profile is asked for where its package is to be had, and nowhere else."""

from pathlib import Path

import pytest

from report import doctor
from report.setup import profiles
from report.setup.machine import unmet


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the profile is looked for, on a machine with apt-get."""
    place = tmp_path / "default_cmyk.icc"
    monkeypatch.setattr(profiles, "FREE_PROFILE", place)
    monkeypatch.setattr(profiles.shutil, "which", lambda name: f"/usr/bin/{name}")
    return place


def test_where_it_is_missing_its_package_is_named(place: Path) -> None:
    (missing,) = unmet(profiles.profile_needs())
    assert (missing.name, missing.package) == ("a CMYK profile", "libgs-common")
    place.touch()
    assert unmet(profiles.profile_needs()) == []


def test_a_system_without_the_package_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profiles.shutil, "which", lambda _name: None)
    assert profiles.profile_needs() == ()


@pytest.mark.usefixtures("place")
def test_the_doctor_says_that_it_is_missing_and_how_to_get_it() -> None:
    examination = doctor.examine()
    (line,) = (line for line in examination.lines if "a CMYK profile" in line)
    assert line.startswith("BAD")
    assert line.endswith("install --yes --no-install-recommends libgs-common")
    assert not examination.is_healthy
