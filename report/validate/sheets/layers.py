"""Entry sheets: the order of layers and the imports, and nothing else; every other sheet is imported into a layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from report.findings import Finding, Mark, nearest
from report.model.output import SETTINGS, Setting
from report.validate.sheets.tree import Rule, Sheet

_SHAPE = 'write @import url("folder/sheet.css") layer(name);'

# Sheets that are about paper alone, by their nature and not by the ending of their names.
_PAPER = frozenset(
    f"styles/{name}.css" for name in ("tokens/sheet", "page/sheet", "page/running", "page/columns", "parts/columns")
)


@dataclass(frozen=True, slots=True)
class Import:
    """A sheet that an entry sheet imports, and the layer it is put in; either may be empty."""

    path: str
    layer: str
    rule: Rule


def entry_of(medium: Setting) -> str:
    """Return the path of a medium's entry sheet."""
    return f"styles/{medium}.css"


def media_for(path: str) -> tuple[Setting, ...]:
    """Return the media that read a sheet, as its name says: those of its ending, else all."""
    if path in _PAPER:
        return ("paged",)
    for medium in SETTINGS:
        if path.endswith(f".{medium}.css") or path == entry_of(medium):
            return (medium,)
    return SETTINGS


def imports_of(entry: Sheet) -> Iterator[Import]:
    """Yield what an entry sheet imports."""
    folder = PurePosixPath(entry.source.path).parent
    for rule in entry.items:
        if isinstance(rule, Rule) and rule.name == "import":
            address, layer = _address(rule), _layer(rule)
            yield Import((folder / address).as_posix() if address else "", layer, rule)


def check_layers(sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    """Yield what stands outside the layers, and what does not lead anywhere."""
    for missing in (entry_of(medium) for medium in SETTINGS if sheets and entry_of(medium) not in sheets):
        yield Finding("STY-004", Mark(missing), "this entry sheet is missing", nearest(missing, sheets))
    entries = {medium: sheets[entry_of(medium)] for medium in SETTINGS if entry_of(medium) in sheets}
    imports = {medium: list(imports_of(entry)) for medium, entry in entries.items()}
    for medium, entry in entries.items():
        yield from _check_entry(entry)
        yield from _check_imports(entry, imports[medium], sheets, medium)
        others = [one.path for other, listed in imports.items() if other != medium for one in listed]
        yield from _missing(entry, imports[medium], others, sheets, medium)
    for path, sheet in sheets.items():
        for item in sheet.items:
            if path not in map(entry_of, SETTINGS) and isinstance(item, Rule) and item.name in ("import", "layer"):
                yield _finding(sheet, item.at, f"@{item.name} stands outside the entry sheets")


def _check_entry(entry: Sheet) -> Iterator[Finding]:
    for item in entry.items:
        if not isinstance(item, Rule) or item.name not in ("layer", "import") or not item.is_statement:
            message = "an entry sheet holds only @layer and @import"
            yield _finding(entry, item.at, message, "a rule outside a layer beats all others")
    if not _order(entry):
        yield _finding(entry, 0, "the order of layers is not declared", "write @layer tokens, base, …; at the head")


def _check_imports(
    entry: Sheet, imports: list[Import], sheets: Mapping[str, Sheet], medium: Setting
) -> Iterator[Finding]:
    order = _order(entry)
    seen: set[str] = set()
    for one in imports:
        signs = [token for token in one.rule.prelude if token.kind != "space"]
        if not one.path or not one.layer or len(signs) != 4:
            yield _finding(entry, one.rule.at, "an import names a sheet and its layer", _SHAPE)
        elif one.path not in sheets:
            hint = nearest(one.path, sheets) or "the path begins at the folder of the entry sheet"
            yield _finding(entry, one.rule.at, f"there is no sheet {one.path}", hint)
        elif one.path in seen:
            yield _finding(entry, one.rule.at, f"{one.path} is imported twice")
        elif medium not in media_for(one.path):
            yield _finding(entry, one.rule.at, f"{one.path} is not for this medium, its name says")
        if one.layer and order and one.layer not in order:
            hint = nearest(one.layer, order) or f"there are {', '.join(order)}"
            yield _finding(entry, one.rule.at, f"no layer is called “{one.layer}”", hint)
        seen.add(one.path)


def _missing(
    entry: Sheet, imports: list[Import], others: list[str], sheets: Mapping[str, Sheet], medium: Setting
) -> Iterator[Finding]:
    """Tell of a sheet that is not imported, where its import belongs: beside its neighbour in the other entry."""
    there = {one.path: one.rule.at for one in imports}
    for path in sheets:
        if medium not in media_for(path) or path in there or path == entry_of(medium):
            continue
        neighbours = (*_namesakes(path, there), *_neighbours(path, others))
        place = next((entry.source.mark(there[one]) for one in neighbours if one in there), Mark(path))
        hint = "" if medium in path else f"or name it for one medium: {PurePosixPath(path).stem}.paged.css"
        yield Finding("STY-004", place, f"{entry.source.path} does not import {path}", hint)


def _namesakes(path: str, there: Iterable[str]) -> Iterator[str]:
    """Yield the sheets about the same part for another medium."""
    stem = path.split(".", 1)[0]
    return (one for one in there if one.split(".", 1)[0] == stem)


def _neighbours(path: str, others: list[str]) -> Iterator[str]:
    """Yield the sheets that stand around one in the other entry, nearest first."""
    if path in others:
        place = others.index(path)
        for distance in range(1, len(others)):
            yield from others[place + distance : place + distance + 1]
            yield from others[max(place - distance, 0) : max(place - distance + 1, 0)]


def _order(entry: Sheet) -> list[str]:
    for item in entry.items:
        if isinstance(item, Rule) and item.name == "layer" and item.is_statement:
            return [token.text for token in item.prelude if token.kind == "ident"]
    return []


def _address(rule: Rule) -> str:
    for token in rule.prelude[:1]:
        if token.kind == "url":
            return token.text[4:-1].strip().strip("\"'")
    return ""


def _layer(rule: Rule) -> str:
    words = [token for token in rule.prelude if token.kind != "space"]
    for token, following in pairwise(words):
        if token.kind == "function" and token.text == "layer(" and following.kind == "ident":
            return following.text
    return ""


def _finding(sheet: Sheet, offset: int, message: str, hint: str = "") -> Finding:
    return Finding("STY-004", sheet.source.mark(offset), message, hint)
