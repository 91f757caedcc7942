from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from report.compose.filters import text
from report.findings import Mark
from report.model.brief import Design
from report.validate.crossing import WRITTEN_BY_PROGRAM, Name, Names, check_crossing
from report.validate.design import check_design
from report.validate.source import Source

PROJECT = Path(__file__).parents[3]
DESIGN = Design({"text": "Spectral", "display": "Fira Sans"}, {}, Mark("content/house.yaml"))


def test_nothing_is_said_of_the_shipped_templates_and_sheets() -> None:
    assert check_design(PROJECT, DESIGN).findings == ()


def test_a_project_without_templates_and_sheets_is_not_at_fault(tmp_path: Path) -> None:
    assert check_design(tmp_path, DESIGN).findings == ()


def test_the_engine_is_not_imported() -> None:
    asked = "import report.validate.design, sys; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=PROJECT, check=False).returncode == 0


def test_a_class_is_looked_for_in_both_directions() -> None:
    template, sheet = Source("t.html", "standfrist"), Source("s.css", "standfirst")
    found = list(check_crossing(Names((Name("standfrist", template, 0),)), Names((Name("standfirst", sheet, 0),))))
    assert [(one.code, one.mark.path) for one in found] == [("STY-011", "s.css"), ("CMP-006", "t.html")]
    assert found[0].hint == "did you mean “standfrist”?"


def test_the_classes_of_the_program_are_those_it_writes() -> None:
    written = Path(text.__file__).read_text(encoding="utf-8")
    assert {name for name in WRITTEN_BY_PROGRAM if f'class="{name}"' in written} == WRITTEN_BY_PROGRAM
