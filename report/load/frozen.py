"""Frozen texts of a brief: which there are, and one of them read with care."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

from report.findings import Checked, Finding, Mark
from report.load.files import read_bytes, read_text
from report.model.blocks import Figure
from report.model.brief import Brief
from report.model.frozen import FrozenFile, Kept, frozen_folder, frozen_path
from report.model.revision import VERSION_FORM, in_order_of_versions

_SIZE_LIMIT = 8 << 20
_VERSION = re.compile(VERSION_FORM)
_HINT = "take the file back from version control: what is frozen is never edited"


def read_frozen(project: Path, path: str, named: Mark) -> Checked[FrozenFile | None]:
    """Read a file of frozen text; ``named`` is the place that asks for it, where its absence is reported.

    Its data is plain, and not looked at yet.
    """
    text = read_text(project, path, named, _SIZE_LIMIT)
    if text.value is None:
        return Checked(None, text.findings)
    return parse_frozen(text.value, path)


def load_kept(project: Path, slug: str, locale: str, last: str, named: Mark) -> Checked[Kept]:
    """Look what is frozen of an edition, and read its text at the ``last`` version that is listed.

    ``named`` is the place that lists it.
    """
    try:
        folders = frozen_folders(project, slug)
        texts = tuple(one for one in folders if (project / frozen_path(slug, one, locale)).exists())
        has_others = any((project / frozen_folder(slug) / last).glob("*.json")) if last in folders else False
    except OSError as error:
        message = f"“{frozen_folder(slug)}” cannot be read: {error.strerror}"
        return Checked(Kept(), (Finding("LOD-001", named, message, "what is frozen of the brief stands in it"),))
    if last not in texts:
        return Checked(Kept(texts, None, has_others))
    file = read_frozen(project, frozen_path(slug, last, locale), named)
    return Checked(Kept(texts, file.value, has_others), file.findings)


def frozen_folders(project: Path, slug: str) -> list[str]:
    """Return the names of the folders of a brief's frozen texts, those of versions first and in their order.

    A folder without texts is none.
    """
    folder = project / frozen_folder(slug)
    found = [path.name for path in folder.iterdir() if _has_texts(path)] if folder.is_dir() else []
    names = sorted(name for name in found if not name.startswith("."))
    versions = [name for name in names if _VERSION.fullmatch(name)]
    return [*sorted(versions, key=in_order_of_versions), *(name for name in names if name not in versions)]


def check_pictures(project: Path, brief: Brief, named: Mark) -> Iterator[Finding]:
    """Yield which pictures of a frozen text are not what was kept with it; ``named`` is the file of that text.

    One that is still the picture of the brief has been looked at with the brief.
    """
    blocks = (block for section in brief.sections for block in section.blocks)
    for picture in (block.picture for block in blocks if isinstance(block, Figure)):
        if picture.path.startswith(f"{frozen_folder(brief.slug)}/"):
            body = read_bytes(project, picture.path, named)
            yield from body.findings
            if body.value is not None and sha256(body.value).hexdigest() != picture.sha256:
                yield Finding("REV-001", Mark(picture.path), "this is not the picture that was frozen", _HINT)


def _has_texts(folder: Path) -> bool:
    return folder.is_dir() and any(path.suffix == ".json" for path in folder.iterdir())


def parse_frozen(written: str, path: str) -> Checked[FrozenFile | None]:
    """Return the data that the text of a file holds; a text that is no JSON is a finding."""
    try:
        data = json.loads(written, object_pairs_hook=_mapping, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        message = f"this is no frozen text: {error.msg[:1].lower()}{error.msg[1:]}"
        return Checked(None, (Finding("REV-001", Mark(path, error.lineno, error.colno), message, _HINT),))
    except (ValueError, RecursionError) as error:
        reason = "it is nested without end" if isinstance(error, RecursionError) else str(error).split(";")[0]
        return Checked(None, (Finding("REV-001", Mark(path), f"this is no frozen text: {reason}", _HINT),))
    return Checked(FrozenFile(path, written, data))


def _mapping(pairs: Iterable[tuple[str, Any]]) -> Mapping[str, Any]:
    listed = list(pairs)
    made = dict(listed)
    if len(made) < len(listed):
        names = [name for name, _ in listed]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key “{twice[:60]}” is given twice in one mapping")
    return made


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"“{word}” is no number")
