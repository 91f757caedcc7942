"""The entry sheet of a medium and all it imports, as one sheet; a house's tokens come last in their layer."""

from __future__ import annotations

import re
from pathlib import Path

from report.model.brief import Design
from report.model.output import Medium

_IMPORT = re.compile(r'@import\s+url\("([^"]+)"\)\s+layer\(([\w-]+)\);')
FACE_TOKENS = {"text": "face-text", "display": "face-display"}


def one_sheet(project: Path, medium: Medium, design: Design) -> str:
    """Return the sheet of a medium with its imports in place, each in its layer, and the house's tokens."""
    entry = project / "styles" / f"{medium}.css"
    sheet = _IMPORT.sub(lambda found: _layer(entry.parent / found[1], found[2]), entry.read_text(encoding="utf-8"))
    return sheet + house_tokens(design)


def house_tokens(design: Design) -> str:
    """Return the rule that sets what a house changes: its faces and its tokens, in the layer of tokens."""
    tokens = {FACE_TOKENS[role]: f'"{family}"' for role, family in design.faces.items()} | dict(design.tokens)
    if not tokens:
        return ""
    lines = "".join(f"  --{name}: {value};\n" for name, value in sorted(tokens.items()))
    return f"@layer tokens {{\n:root {{\n{lines}}}\n}}\n"


def _layer(path: Path, layer: str) -> str:
    return f"@layer {layer} {{\n{path.read_text(encoding='utf-8')}}}\n"
