"""Every code is shown by the smallest content: a folder a code.

A folder is laid over the plain brief, which is then checked, or set in pages where the code is one of setting, and made
for the press where it is one of that. Its ``order.txt`` names another locale, and after it ``publish`` for what is made
for the public, ``freeze 1.1`` for what is to be frozen, or ``redline 1.0`` for what the text is compared with. A folder
with a ``page.html`` is an output as preflight reads it back, its ``copy.yaml`` what should have been printed; one with
a ``spoil.txt`` is a good file of the specimen, spoiled as that says (``support/spoilers.py`` and ``text_spoilers.py``).
``findings.txt`` holds what the program says; ``pytest tests/findings --accept -k CODE`` writes it anew.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from report.codes import RULES
from report.findings import Finding, in_order
from report.model.output import Face, Medium
from report.preflighting import Wish, account_for_file
from tests.conftest import Golden
from tests.support import spoilers
from tests.support.findings import (
    PLAIN,
    ROOT,
    as_text,
    findings_of,
    findings_of_freezing,
    findings_of_redline,
    lay_over_plain,
)
from tests.support.finished import finished, said_of, spoiled
from tests.support.print_spoilers import PRINT_SPOILERS
from tests.support.proofs import copy_of, found, paged_proof, screen_proof, with_ways
from tests.support.spoilers import SPOILERS
from tests.support.text_spoilers import TEXT_SPOILERS, said_of_one

_MEDIA: dict[str, tuple[Medium, ...]] = {"SET": ("paged",), "PRS": ("press",)}
FOLDERS = sorted(path for path in Path(__file__).parent.iterdir() if path.name in RULES)


def test_nothing_is_said_of_the_plain_brief() -> None:
    assert findings_of(PLAIN) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_smallest_content_shows_its_code(folder: Path, tmp_path: Path, golden: Golden) -> None:
    said = _said_of(folder, tmp_path / "project")
    assert folder.name in {finding.code for finding in said}
    golden(folder / "findings.txt", as_text(said))


def _said_of(folder: Path, project: Path) -> list[Finding]:
    if (folder / "spoil.txt").exists():
        return _of_a_spoiled_file((folder / "spoil.txt").read_text(encoding="utf-8").strip(), project)
    return _of_an_output(folder) if (folder / "page.html").exists() else _of_a_brief(folder, project)


def _of_a_spoiled_file(name: str, folder: Path) -> list[Finding]:
    made = finished()
    by_itself = TEXT_SPOILERS | PRINT_SPOILERS
    if name in by_itself:
        medium, code, spoil = by_itself[name]
        said = said_of_one(spoiled(made.proofs[medium].body, spoil), medium, made)
        return in_order(finding for finding in said if finding.code == code)
    if name in SPOILERS:
        medium, code, spoil = SPOILERS[name]
        said = said_of(spoiled(made.proofs[medium].body, spoil), medium, made)
        return in_order(finding for finding in said if finding.code == code)
    folder.mkdir()
    path = folder / f"{name}.pdf"
    path.write_bytes(getattr(spoilers, name)(made.proofs["paged"].body))
    said = account_for_file(ROOT, path, Wish()).findings
    return in_order(finding for finding in said if finding.code in ("PRE-041", "PRE-066"))


def _of_a_brief(folder: Path, project: Path) -> list[Finding]:
    order = folder / "order.txt"
    locale, _, purpose = order.read_text(encoding="utf-8").strip().partition(" ") if order.exists() else ("", "", "")
    project = lay_over_plain(folder, project)
    if purpose.startswith("freeze "):
        return findings_of_freezing(project, purpose.removeprefix("freeze "))
    if purpose.startswith("redline"):
        return findings_of_redline(project, purpose.removeprefix("redline").strip())
    media = _MEDIA.get(folder.name[:3], ())
    return findings_of(project, locale=locale, media=media, to_publish=purpose == "publish")


def _of_an_output(folder: Path) -> list[Finding]:
    html = (folder / "page.html").read_text(encoding="utf-8")
    written: dict[str, Any] = yaml.safe_load((folder / "copy.yaml").read_text(encoding="utf-8"))
    outline = [(level, title, anchor) for level, title, anchor in written.get("outline", [])]
    copy = copy_of(*written["body"], notes=written.get("notes", []), outline=outline)
    copy = with_ways(copy, written.get("from_notes", {}), written.get("from_entries", {}))
    copy = replace(copy, editions=tuple(written.get("editions", ())))
    if written.get("medium") == "screen":
        return in_order(found(screen_proof(html, copy)))
    declared = written.get("faces")

    def is_declared(face: Face) -> bool:
        return declared is None or face.path.stem in declared

    return in_order(found(paged_proof(html, copy, written.get("sheet", ""), is_declared=is_declared)))
