"""Catalogs and texts of an invented brief, for tests of what translators work with."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path

from report.findings import Mark
from report.load.catalogs import read_catalog
from report.localize.updating import updated, wanted_of
from report.localize.writing import po_file
from report.model.catalog import Catalog, Message, Unit
from report.model.manuscript import ScalarNode, Stretch
from report.model.text import Words

PATH = "content/harbour/locale/de/LC_MESSAGES/brief.po"
_LINES = count(1)


def unit(context: str, source: str) -> Unit:
    """Return a text of the invented brief."""
    mark = Mark("content/harbour/sections/islands.yaml", 1, 1)
    node = ScalarNode(source, "text", mark, (Stretch(0, 1, 1),))
    return Unit(context, node, (Words(source, mark),), is_plain=False, about="The words.")


def message(context: str, source: str, translation: str, **changes: object) -> Message:
    """Return a message as it would be read from a catalog, at a place of its own."""
    mark = Mark(PATH, next(_LINES), 1)
    node = ScalarNode(translation, "text", mark, (Stretch(0, mark.line, 1),))
    made = Message(context, source, "", (node,), "", False, False, (), (), (), (), "", mark)
    return replace(made, **changes)  # type: ignore[arg-type]


def catalog(*messages: Message) -> Catalog:
    """Return a catalog without a header."""
    return Catalog(PATH, {}, messages)


def translated(units: Iterable[Unit]) -> Catalog:
    """Return a catalog that translates texts by a T, their context and themselves."""
    return catalog(*(message(one.context, one.source, f"T {one.context} {one.source}") for one in units))


def update(file: bytes, units: Iterable[Unit]) -> bytes:
    """Return the bytes of a catalog after an update; the file must be well-formed."""
    text = file.decode("utf-8-sig").replace("\r\n", "\n")
    before = read_catalog(text, PATH) if text else None
    assert not (before and before.findings)
    after, _ = updated(before.value if before else catalog(), wanted_of(units), "de", "harbour")
    return po_file(after)


def read(file: bytes) -> Catalog:
    """Return a well-formed catalog."""
    found = read_catalog(file.decode("utf-8-sig").replace("\r\n", "\n"), PATH)
    assert not found.findings
    return found.value


def gettext_tool(*arguments: str, file: bytes, folder: Path) -> bytes:
    """Return what one of gettext's programs writes when it is handed a file; its name stands for ``{}``."""
    assert shutil.which(arguments[0]), f"{arguments[0]} is not installed; it comes with gettext"
    place = folder / "handed.po"
    place.write_bytes(file)
    command = [str(place) if one == "{}" else one for one in arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
