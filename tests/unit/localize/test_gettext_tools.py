"""Catalogs live among gettext's own programs and Poedit: nothing of theirs changes what an update writes."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from report.localize.updating import is_same
from tests.support.catalogs import gettext_tool, read, unit, update

UNITS = [
    unit("title", "The Outer Islands"),
    unit(
        "quays/paragraph",
        'Each ferry leaves the "old" quay at nine, *winter and summer*, and is back at five.^[A note.]',
    ),
    unit("quays/list/1", "100 % of the quays"),
    unit("quays/list/2", "None"),
    unit("quays/list/3", "None"),
]
CHANGED = [unit("title", "The Inner Islands"), *UNITS[1:4]]


def translated_file() -> bytes:
    texts = polib.pofile(update(b"", UNITS).decode())
    for number, entry in enumerate(texts):
        entry.msgstr = f"Übersetzung {number}: “ein” ziemlich langer \\ Satz, der über die Zeile geht, eigens so lang."
    texts[1].tcomment = "Hier fehlt noch das Komma?"
    return str(texts).encode()


@pytest.fixture(params=["all current", "one stale, one out of use"])
def file(request: pytest.FixtureRequest) -> bytes:
    return translated_file() if request.param == "all current" else update(translated_file(), CHANGED)


REWRITES = {
    "msgcat": ("msgcat", "{}"),
    "msgcat in long lines": ("msgcat", "--no-wrap", "{}"),
    "msgcat in short lines": ("msgcat", "--width=40", "{}"),
    "msgcat sorted": ("msgcat", "--sort-output", "{}"),
    "msgattrib": ("msgattrib", "{}"),
    "msgmerge with itself": ("msgmerge", "--quiet", "--no-fuzzy-matching", "--previous", "{}", "{}"),
}


@pytest.mark.parametrize("name", REWRITES)
def test_a_rewritten_catalog_says_the_same_and_is_updated_to_the_same_bytes(
    name: str, file: bytes, tmp_path: Path
) -> None:
    rewritten = gettext_tool(*REWRITES[name], file=file, folder=tmp_path)
    if "sorted" not in name:
        assert is_same(read(rewritten), read(file))
    for units in (UNITS, CHANGED, CHANGED[1:]):
        assert update(rewritten, units) == update(file, units)


def test_a_catalog_compiles(file: bytes, tmp_path: Path) -> None:
    gettext_tool(
        "msgfmt", "--check-format", "--check-domain", "--output-file=/dev/null", "{}", file=file, folder=tmp_path
    )


def test_the_whole_check_of_msgfmt_speaks_of_the_header_alone(file: bytes, tmp_path: Path) -> None:
    gettext_tool("msgfmt", "--check", "--output-file=/dev/null", "{}", file=file, folder=tmp_path)


def test_msgattrib_finds_what_is_stale(tmp_path: Path) -> None:
    stale = gettext_tool(
        "msgattrib", "--only-fuzzy", "--no-obsolete", "{}", file=update(translated_file(), CHANGED), folder=tmp_path
    )
    assert [one.context for one in read(stale).messages] == ["title"]


def as_poedit(file: bytes) -> bytes:
    """Save a file as Poedit does: Windows line ends, lines of its own length, its fields at the end of the header."""
    texts = polib.pofile(file.decode(), wrapwidth=100)
    texts.metadata = {**texts.metadata, "X-Generator": "Poedit 3.4.2"}
    return str(texts).replace("\n", "\r\n").encode()


def test_a_file_that_poedit_saved_keeps_its_fields_and_is_not_touched_otherwise(file: bytes) -> None:
    saved = as_poedit(file)
    assert [one.translations[0].text for one in read(saved).messages] == [
        one.translations[0].text for one in read(file).messages
    ]
    for units in (UNITS, CHANGED):
        lines = update(saved, units).decode().splitlines()
        assert '"X-Generator: Poedit 3.4.2\\n"' in lines
        lines.remove('"X-Generator: Poedit 3.4.2\\n"')
        assert lines == update(file, units).decode().splitlines()
