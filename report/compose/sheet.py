"""The entry sheet of a medium and all it imports, as one sheet, with the tokens that a locale and a house change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from report.model.brief import Design
from report.model.locale import Pack
from report.model.output import Setting

_IMPORT = re.compile(r'@import\s+url\("([^"]+)"\)\s+layer\(([\w-]+)\);')
# The leading, in points, for which the sheets are drawn (styles/tokens/type.css).
_LINE = 13
TOKENS = "tokens"
FACE_TOKENS = {"text": "face-text", "display": "face-display"}


def one_sheet(project: Path, medium: Setting, design: Design, pack: Pack, *, is_redline: bool = False) -> str:
    """Return the sheet of a medium with its imports in place, each in its layer, and the tokens of locale and house.

    They change the tokens that both media share, the house's after the locale's; what the screen sets for itself, such
    as colours at night, stays. Sheets called ``redline`` are put in for redlines alone.
    """
    entry = project / "styles" / f"{medium}.css"
    source = entry.read_text(encoding="utf-8")
    imports = [one for one in _IMPORT.finditer(source) if is_redline or not _is_for_redlines(one[1])]
    shared = [found for found in imports if found[2] == TOKENS and not found[1].endswith(".screen.css")]
    changed = locale_tokens(pack) + house_tokens(design)
    pieces = [source[: imports[0].start()] if imports else source]
    for found in imports:
        pieces.append(_layer(entry.parent / found[1], found[2]))
        if shared and found is shared[-1]:
            pieces.append(changed)
    return "".join(pieces) + ("" if shared else changed)


def sheets_of(project: Path, medium: Setting) -> tuple[Path, ...]:
    """Return the files that the sheet of a medium is made of, other than for redlines: entry and imports."""
    entry = project / "styles" / f"{medium}.css"
    imported = (found[1] for found in _IMPORT.finditer(entry.read_text(encoding="utf-8")))
    return entry, *(entry.parent / address for address in imported if not _is_for_redlines(address))


def locale_tokens(pack: Pack) -> str:
    """Return the rule that sets what a locale changes: the faces of its script, its sizes and lines, its folios.

    Where letters have no slanted form emphasis is bold; where they join nothing is tracked.
    """
    setting, hyphenation = pack.type, pack.hyphenation
    tokens = {
        "folio-style": pack.folios,
        "hyphenation": "manual" if hyphenation.language == "none" else "auto",
        "hyphenation-limits": " ".join(map(str, hyphenation.limits)),
    }
    if setting.size != 1:
        tokens |= dict.fromkeys(("scale-text", "scale-display"), f"{setting.size:g}")
        tokens |= dict.fromkeys(("size-latin-text", "size-latin-display"), f"{1 / setting.size:.4g}em")
    if setting.line is not None:
        tokens["scale-line"] = f"{setting.line / _LINE:.10g}"
    if setting.lines is not None:
        tokens["sheet-lines"] = f"{setting.lines}"
    for role, families in (("text", pack.faces.text), ("display", pack.faces.display)):
        if families:
            own = ", ".join(f'"{family}"' for family in families)
            tokens[f"faces-{role}"] = f"{own}, var(--{FACE_TOKENS[role]})"
    if not setting.tracking:
        tokens |= {"tracking-title": "0em", "tracking-small-caps": "0em"}
    if not setting.italic:
        tokens |= {"slant": "normal", "weight-emphasis": "var(--weight-strong)"}
    return _rule(tokens)


def house_tokens(design: Design) -> str:
    """Return the rule that sets what a house changes: its faces and its tokens, in the layer of tokens."""
    tokens = {FACE_TOKENS[role]: f'"{family}"' for role, family in design.faces.items()} | dict(design.tokens)
    return _rule(tokens)


def _rule(tokens: Mapping[str, str]) -> str:
    """Return the rule that sets tokens, in their layer."""
    if not tokens:
        return ""
    lines = "".join(f"  --{name}: {value};\n" for name, value in sorted(tokens.items()))
    return f"@layer {TOKENS} {{\n:root {{\n{lines}}}\n}}\n"


def _is_for_redlines(address: str) -> bool:
    return PurePosixPath(address).name.startswith("redline.")


def _layer(path: Path, layer: str) -> str:
    return f"@layer {layer} {{\n{path.read_text(encoding='utf-8')}}}\n"
