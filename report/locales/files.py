"""The packs that come with the program, as trees, and what a pack is with all that it inherits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from report.errors import ReportError
from report.locales.reading import Tree, laid_over

PACKS = Path(__file__).parent
# The safe loader, in C where there is one: eight packs in 15 ms, not in 150.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the file of a pack: the tag that it inherits, empty if none, and the rest."""

    inherits: str
    tree: Tree


@cache
def written_packs(folder: Path) -> Mapping[str, Written]:
    """Return the packs in a folder by their tags.

    Raises:
        ReportError: a file is not readable, or no mapping of keys.
    """
    return {path.parent.name: _read(path) for path in sorted(folder.glob("*/pack.yaml"))}


def whole(
    tag: str, ours: Mapping[str, Written], house: Mapping[str, Written], heirs: tuple[str, ...] = ()
) -> tuple[str, Tree]:
    """Return what a pack inherits, and what it is with that: the house's over ours of the same tag, over its parents.

    ``heirs`` are those that inherit it.

    Raises:
        ReportError: packs of ours inherit what there is not, or each other.
    """
    if tag in heirs or tag not in {*ours, *house}:
        what = "inherits it" if tag in heirs else "is no pack"
        raise ReportError(f"the locale pack “{heirs[-1]}” cannot be read: it inherits “{tag}”, which {what}")
    own, known = house.get(tag), ours.get(tag)
    # A pack of the house that names no other is laid over the one of its tag.
    layers = [one for one in (own, known if own is None or not own.inherits else None) if one]
    inherits = layers[-1].inherits
    tree = whole(inherits, ours, house, (*heirs, tag))[1] if inherits else {}
    for layer in reversed(layers):
        tree = laid_over(tree, layer.tree)
    return inherits, tree


def _read(path: Path) -> Written:
    tag = path.parent.name
    try:
        tree = yaml.load(path.read_text(encoding="utf-8"), _LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReportError(f"the locale pack “{tag}” cannot be read: {error}") from error
    if not isinstance(tree, dict):
        raise ReportError(f"the locale pack “{tag}” is not built as en-GB is: it is no mapping of keys")
    return Written(str(tree.pop("inherits", "")), tree)
