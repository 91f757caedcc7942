"""The profile of a printer: read where it stands, refused in plain words where it is none, asked for when needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from report.load.profiles import load_profile
from report.model.brief import House
from report.model.output import Medium
from tests.support.press import PROFILE, edition_for

SOUND = PROFILE.read_bytes()


def house(**rules: str) -> House:
    return edition_for(**rules).brief.house


def said(path: Path | str, media: Sequence[Medium] = ("press",), condition: str = "FOGRA39") -> list[tuple[str, str]]:
    checked = load_profile(house(profile=str(path), condition=condition), media)
    return [(finding.code, finding.message) for finding in checked.findings]


def test_a_sound_profile_is_read_with_its_description_and_digest() -> None:
    profile = load_profile(house(), ("press",)).value
    assert profile is not None
    assert profile.body == SOUND
    assert profile.description == "Artifex CMYK SWOP Profile"
    assert profile.condition == "CGATS TR 001"
    assert len(profile.sha256) == 64


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "is no ICC profile"),
        (b"no profile at all" * 20, "is no ICC profile"),
        (SOUND[:200], "is damaged: it is not as long as it says"),
        (SOUND[:8] + b"\x05" + SOUND[9:], "version 5"),
        (SOUND[:12] + b"mntrRGB " + SOUND[20:], "“mntr RGB”"),
        (SOUND[:132] + bytes(400) + SOUND[532:], "is damaged: no colour can be turned by it"),
    ],
    ids=["empty", "text", "cut", "version", "screen", "hollow"],
)
def test_what_is_no_profile_of_a_press_is_refused(body: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "own.icc"
    path.write_bytes(body)
    ((code, message),) = said(path)
    assert code == "PRS-001"
    assert why in message


def test_a_file_that_is_not_there_a_folder_and_a_device_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.icc").mkdir()
    assert "does not exist" in said(tmp_path / "gone.icc")[0][1]
    assert "is no file" in said(tmp_path / "folder.icc")[0][1]
    assert "is no file" in said("/dev/zero")[0][1]


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.icc"
    with path.open("wb") as file:
        file.truncate(17 << 20)
    assert "larger than 16 MB" in said(path)[0][1]


def test_the_profile_is_asked_for_when_something_for_the_press_is_ordered() -> None:
    assert said("/nowhere.icc", ("paged", "screen")) == []
    assert said("/nowhere.icc", ("booklet",))[0][0] == "PRS-001"
    assert said("/nowhere.icc", ())[0][0] == "PRS-001"


def test_a_name_that_is_not_registered_is_said() -> None:
    assert said(PROFILE, condition="coated") == [
        ("PRS-002", "“coated” is no name of a printing condition in the registry of the ICC")
    ]


def test_a_house_without_a_printer_gets_nothing_for_the_press() -> None:
    without = replace(house(), press=None)
    assert load_profile(without, ()).findings == ()
    assert [finding.code for finding in load_profile(without, ("booklet",)).findings] == ["PRS-003"]
