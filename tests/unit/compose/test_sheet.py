"""One sheet of many: imports in place, each in its layer; the house's tokens last."""

from __future__ import annotations

from pathlib import Path

from report.compose.sheet import house_tokens, one_sheet
from tests.support.editions import house


def test_imports_stand_in_their_layers_in_order(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "a.css").write_text("p { color: var(--ink); }\n")
    (tmp_path / "styles" / "screen.css").write_text('@layer tokens, base;\n@import url("a.css") layer(base);\n')
    sheet = one_sheet(tmp_path, "screen", house().design)
    assert sheet.startswith("@layer tokens, base;\n@layer base {\np { color: var(--ink); }\n}\n")
    assert "@import" not in sheet


def test_a_house_sets_faces_and_tokens_in_their_layer() -> None:
    design = house({"text": "Vollkorn"}, {"columns": "1"}).design
    assert house_tokens(design) == '@layer tokens {\n:root {\n  --columns: 1;\n  --face-text: "Vollkorn";\n}\n}\n'
