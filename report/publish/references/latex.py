"""Fields to LaTeX: what the reader of references decodes, written so that it reads the same again."""

from __future__ import annotations

import re

from report.model.references import Look, Rich, Styled

# Quotation marks are left to the locale of whoever reads the file; biblatex defines this command by itself
# (manual 4.10.4), \enquote needs another package.
_COMMANDS: dict[Look, str] = {
    "emphasis": r"\emph",
    "strong": r"\textbf",
    "small-caps": r"\textsc",
    "quotation": r"\mkbibquote",
    "raised": r"\textsuperscript",
    "lowered": r"\textsubscript",
}
# Readers of .bib files count braces before they know of backslashes, so a brace is never written as one.
_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "`": r"\`{}",
        "'": r"\textquotesingle{}",
        '"': r"\textquotedbl{}",
        "\u00a0": "~",
        "\u00ad": r"\-",
        **{sign: rf"\{sign}" for sign in "&%$#_"},
    }
)
_SPECIAL = re.compile(f"[{re.escape(''.join(map(chr, _SIGNS)))}]|--")
_HYPHENS = re.compile("-(?=-)")


def in_latex(pieces: Rich) -> str:
    """Return a field's value: looks as commands, the signs of TeX escaped, all other characters as they are."""
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: str | Styled) -> str:
    if isinstance(piece, Styled):
        return f"{_COMMANDS[piece.look]}{{{in_latex(piece.pieces)}}}"
    if not _SPECIAL.search(piece):
        return piece
    # Hyphens that stand together are a dash to TeX; empty braces part them.
    return _HYPHENS.sub("-{}", piece.translate(_SIGNS))
