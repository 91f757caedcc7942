from __future__ import annotations

import pytest

from report.validate.sheets.layers import check_layers
from report.validate.sheets.parser import read_sheet
from report.validate.source import Source

SHEETS = ("tokens/color.css", "base/prose.css", "base/prose.screen.css", "parts/notes.css", "parts/contents.screen.css")
PAGED = """\
@layer tokens, base, parts;
@import url("tokens/color.css") layer(tokens);
@import url("base/prose.css") layer(base);
@import url("parts/notes.css") layer(parts);
"""
SCREEN = """\
@layer tokens, base, parts;
@import url("tokens/color.css") layer(tokens);
@import url("base/prose.css") layer(base);
@import url("base/prose.screen.css") layer(base);
@import url("parts/notes.css") layer(parts);
@import url("parts/contents.screen.css") layer(parts);
"""


def said(paged: str, screen: str = SCREEN) -> list[tuple[str, str]]:
    texts = {"styles/paged.css": paged, "styles/screen.css": screen, **{f"styles/{name}": "" for name in SHEETS}}
    found = check_layers({path: read_sheet(Source(path, text)) for path, text in texts.items()})
    return [(f"{one.mark.path}:{one.mark.line}", one.message) for one in found]


def test_sound_entries_are_taken() -> None:
    assert said(PAGED) == []


@pytest.mark.parametrize(
    ("was", "now", "place", "words"),
    [
        (
            'url("base/prose.css")',
            'url("base/porse.css")',
            "styles/paged.css:3",
            "there is no sheet styles/base/porse.css",
        ),
        ("layer(base)", "layer(bass)", "styles/paged.css:3", "no layer is called “bass”"),
        (" layer(base)", "", "styles/paged.css:3", "an import names a sheet and its layer"),
        ("@layer tokens, base, parts;\n", "", "styles/paged.css:1", "the order of layers is not declared"),
        ("notes.css", "contents.screen.css", "styles/paged.css:4", "is not for this medium, its name says"),
        ("parts/notes.css", "base/prose.css", "styles/paged.css:4", "styles/base/prose.css is imported twice"),
        ("@import", "p { margin: 0; }\n@import", "styles/paged.css:2", "an entry sheet holds only @layer and @import"),
    ],
)
def test_a_slip_in_an_entry_is_told(was: str, now: str, place: str, words: str) -> None:
    found = said(PAGED.replace(was, now, 1))
    assert any(where == place and words in message for where, message in found)


def test_a_lost_import_is_told_where_it_belongs() -> None:
    lost = PAGED.replace('@import url("base/prose.css") layer(base);\n', "")
    assert said(lost) == [("styles/paged.css:2", "styles/paged.css does not import styles/base/prose.css")]


def test_a_sheet_without_neighbours_is_told_of_itself() -> None:
    lost = SCREEN.replace('@import url("parts/contents.screen.css") layer(parts);\n', "")
    assert said(PAGED, lost)[0][0] == "styles/parts/contents.screen.css:1"


def test_an_entry_sheet_is_there() -> None:
    found = list(check_layers({"styles/padeg.css": read_sheet(Source("styles/padeg.css", ""))}))
    assert [(one.mark.path, one.message) for one in found][:2] == [
        ("styles/paged.css", "this entry sheet is missing"),
        ("styles/screen.css", "this entry sheet is missing"),
    ]
