"""A file made again, from the sources inside it or from those of a project, and compared byte by byte.

It is made by a process of its own with little memory and time (``rebuilder``): sources in a file are anyone's.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from report.errors import ReportError
from report.model.output import MEDIA
from report.unpacking import unpack
from report.verifying.reasons import first_difference, other_making
from report.verifying.verdict import Record, Remade, Said, Wish

ORDER, MADE, RECORD = "order.json", "made", "record.json"
_SECONDS = 300
_INSIDE, _PROJECT = "the sources inside", "the project"


def make_again(path: Path, body: bytes, said: Said, record: Record | None, wish: Wish) -> Remade:
    """Make the edition that a file says it is again, in its medium; ``record`` tells what the file was made from.

    Only files for readers hold their sources; the others are made from the project.
    """
    made_from = _PROJECT if wish.is_named or said.medium != "paged" else _INSIDE
    if said.since:
        return Remade(False, made_from, reasons=("a redline is made of two texts; “report redline” makes it anew",))
    if said.medium not in MEDIA:
        return Remade(False, made_from, reasons=("it is in a medium that is not known here",))
    with tempfile.TemporaryDirectory(prefix="report-verify-") as name:
        folder = Path(name)
        try:
            project = wish.project if made_from == _PROJECT else unpack(path, folder / "sources").folder
        except ReportError as refusal:
            return Remade(False, made_from, reasons=(str(refusal),))
        order = {
            "project": str(project),
            "brief": said.brief,
            "locale": said.locale,
            "medium": said.medium,
            "state": said.state,
        }
        (folder / ORDER).write_text(json.dumps(order), encoding="utf-8")
        fault = _run(folder)
        if fault:
            return Remade(False, made_from, reasons=(fault,))
        made, now = (folder / MADE).read_bytes(), json.loads((folder / RECORD).read_bytes())
    if made == body:
        return Remade(True, made_from, is_same=True)
    reasons = tuple(other_making(record, now)) or (first_difference(body, made),)
    return Remade(True, made_from, reasons=reasons)


def _run(folder: Path) -> str:
    """Make the file in a process of its own; return why that did not work, nothing if it did."""
    command = [sys.executable, "-P", "-m", "report.verifying.rebuilder", str(folder)]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"it takes more than {_SECONDS // 60} minutes"
    if done.returncode == 0 and (folder / RECORD).is_file():
        return ""
    said: object = None
    with suppress(ValueError):
        said = json.loads(done.stdout)
    return said if isinstance(said, str) else "the program could not go on"
