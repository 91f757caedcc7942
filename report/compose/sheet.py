"""The entry sheet of a medium and all it imports, as one sheet, with the tokens that a house changes."""

from __future__ import annotations

import re
from pathlib import Path

from report.model.brief import Design
from report.model.output import Medium

_IMPORT = re.compile(r'@import\s+url\("([^"]+)"\)\s+layer\(([\w-]+)\);')
TOKENS = "tokens"
FACE_TOKENS = {"text": "face-text", "display": "face-display"}


def one_sheet(project: Path, medium: Medium, design: Design) -> str:
    """Return the sheet of a medium with its imports in place, each in its layer, and the house's tokens.

    A house changes the tokens that both media share; what the screen sets for itself, such as colours at night, stays.
    """
    entry = project / "styles" / f"{medium}.css"
    source = entry.read_text(encoding="utf-8")
    imports = list(_IMPORT.finditer(source))
    shared = [found for found in imports if found[2] == TOKENS and not found[1].endswith(".screen.css")]
    pieces = [source[: imports[0].start()] if imports else source]
    for found in imports:
        pieces.append(_layer(entry.parent / found[1], found[2]))
        if shared and found is shared[-1]:
            pieces.append(house_tokens(design))
    return "".join(pieces) + ("" if shared else house_tokens(design))


def house_tokens(design: Design) -> str:
    """Return the rule that sets what a house changes: its faces and its tokens, in the layer of tokens."""
    tokens = {FACE_TOKENS[role]: f'"{family}"' for role, family in design.faces.items()} | dict(design.tokens)
    if not tokens:
        return ""
    lines = "".join(f"  --{name}: {value};\n" for name, value in sorted(tokens.items()))
    return f"@layer {TOKENS} {{\n:root {{\n{lines}}}\n}}\n"


def _layer(path: Path, layer: str) -> str:
    return f"@layer {layer} {{\n{path.read_text(encoding='utf-8')}}}\n"
