"""What a house's printer asks for is read from house.yaml, with defaults for what it does not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import production
from report.findings import Finding
from report.model.brief import House
from tests.support.findings import PLAIN, findings_of, lay_over_plain

NEEDED = "press:\n  profile: /usr/share/color/icc/ghostscript/default_cmyk.icc\n  condition: FOGRA39\n"
HOUSE = (PLAIN / "content" / "house.yaml").read_text(encoding="utf-8")


def project_with(tmp_path: Path, press: str, house: str = HOUSE) -> Path:
    overlay = tmp_path / "overlay"
    (overlay / "content").mkdir(parents=True)
    (overlay / "content" / "house.yaml").write_text(house + press, encoding="utf-8")
    return lay_over_plain(overlay, tmp_path / "project")


def house_of(project: Path) -> House:
    return production.read(project, "plain").brief.value.house


def press_findings(project: Path) -> list[Finding]:
    return [one for one in findings_of(project) if one.mark.path == "content/house.yaml"]


def test_a_house_without_a_printer_has_no_rules() -> None:
    assert house_of(PLAIN).press is None


def test_what_is_not_said_is_as_printers_have_it(tmp_path: Path) -> None:
    rules = house_of(project_with(tmp_path, NEEDED)).press
    assert rules is not None
    assert (rules.bleed, rules.ink_limit, rules.resolution, rules.multiple, rules.paper) == (3, 300, 300, 4, 0.1)


def test_everything_that_is_said_is_taken(tmp_path: Path) -> None:
    more = "  bleed: 4.5\n  ink-limit: 280\n  resolution: 240\n  multiple: 8\n  paper: 0.15\n"
    rules = house_of(project_with(tmp_path, NEEDED + more)).press
    assert rules is not None
    assert (rules.bleed, rules.ink_limit, rules.resolution, rules.multiple, rules.paper) == (4.5, 280, 240, 8, 0.15)


def test_the_bleed_of_the_printer_is_that_of_the_sheet(tmp_path: Path) -> None:
    assert house_of(project_with(tmp_path, NEEDED + "  bleed: 5\n")).design.tokens["sheet-bleed"] == "5mm"


@pytest.mark.parametrize(
    ("press", "code"),
    [
        ("press: yes\n", "STR-003"),
        ("press:\n  condition: FOGRA39\n", "STR-002"),
        (NEEDED.replace("/usr", "usr"), "STR-007"),
        (NEEDED.replace(".icc", ".txt"), "STR-007"),
        (NEEDED + "  bleed: 40\n", "STR-007"),
        (NEEDED + "  bleed: wide\n", "STR-003"),
        (NEEDED + "  ink-limit: 300.5\n", "STR-007"),
        (NEEDED + "  multiple: 0\n", "STR-007"),
        (NEEDED + "  inc-limit: 300\n", "STR-001"),
    ],
)
def test_what_is_not_sound_is_said(press: str, code: str, tmp_path: Path) -> None:
    assert [one.code for one in press_findings(project_with(tmp_path, press))] == [code]


def test_a_colour_with_its_partner_is_sound(tmp_path: Path) -> None:
    tokens = '  tokens:\n    accent: "#1a5b4f"\n    accent-cmyk: "device-cmyk(.75 0 .4 .6)"\n'
    found = press_findings(project_with(tmp_path, NEEDED, HOUSE + tokens))
    assert "PRS-007" not in {one.code for one in found}


def test_without_a_printer_no_partner_is_asked_for(tmp_path: Path) -> None:
    found = press_findings(project_with(tmp_path, "", HOUSE + '  tokens:\n    accent: "#1a5b4f"\n'))
    assert "PRS-007" not in {one.code for one in found}
