"""Frozen texts for tests: printings of real briefs, put into files and taken out again, without their places."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from report.desk import Desk
from report.findings import Mark
from report.load.frozen import parse_frozen
from report.model.frozen import Frozen, FrozenFile, as_data, as_json, frozen_path, thaw
from report.model.redline import Printing
from report.order import Order
from report.production import prepare, read

ROOT = Path(__file__).parents[2]
EDITIONS = [(slug, locale) for slug in ("iran-russia-nexus", "specimen") for locale in ("en-GB", "de", "ru", "fa")]

_read = cache(read)


@cache
def printing_of(slug: str, locale: str) -> Printing:
    """Return a shipped edition as it would be frozen."""
    prepared = prepare(Order(ROOT, slug, locale, (), to_freeze=True), Desk(), _read(ROOT, slug))
    brief = replace(prepared.edition.brief, errata=())
    return Printing(replace(prepared.edition, brief=brief), replace(prepared.apparatus, notices=()))


def file_of(printing: Printing) -> FrozenFile:
    """Return the file that a printing is frozen in."""
    edition = printing.edition
    return parsed(
        as_json(as_data(printing)).decode("utf-8"), edition.brief.slug, edition.locale, edition.revision.version
    )


def parsed(written: str, slug: str, locale: str, version: str = "1.0") -> FrozenFile:
    """Return a file of frozen text that can be read."""
    checked = parse_frozen(written, frozen_path(slug, version, locale))
    assert checked.value is not None, checked.findings
    return checked.value


def thawed(file: FrozenFile, printing: Printing) -> Frozen:
    """Return what a sound file holds."""
    checked = thaw(file, printing.edition)
    assert checked.value is not None, checked.findings
    return checked.value


def unmarked(value: Any) -> Any:
    """Return a value of the model as plain data without its places, so that two of them can be compared."""
    if isinstance(value, Mark):
        return None
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = (field.name for field in dataclasses.fields(value))
        return (type(value).__name__, *(unmarked(getattr(value, name)) for name in fields if name != "mark"))
    if isinstance(value, Mapping):
        return {key: unmarked(inner) for key, inner in value.items()}
    return tuple(map(unmarked, value)) if isinstance(value, tuple | list) else value


def as_printed(printing: Printing) -> Any:
    """Return what is frozen of a printing, whatever belongs to the house, the pack and the catalogs left out."""
    edition = printing.edition
    brief = replace(edition.brief, units=(), house=None)  # type: ignore[arg-type]
    return unmarked((brief, edition.revision, edition.state, edition.progress, printing.apparatus))
