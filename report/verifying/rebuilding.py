"""A file made again from what is at hand (``grounds``), and compared byte by byte.

It is made by a process of its own with little memory and time (``rebuilder``): sources in a file are anyone's.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from report.model.output import MEDIA
from report.seal import seal_of
from report.verifying.differing import differ_by_ids_alone, first_difference
from report.verifying.grounds import Asked, Ground, grounds_of
from report.verifying.reasons import of_the_house, other_making
from report.verifying.verdict import Record, Remade, Said, Wish

ORDER, MADE, RECORD = "order.json", "made", "record.json"
_SECONDS = 300
_SAME_MAKING = "sources, faces and makers are the same: the file was altered, or report without a new number"
_IDS_ALONE = "all is the same but the ids, which stand for the sources then: a frozen text is made without them"


def make_again(path: Path, body: bytes, said: Said, record: Record | None, wish: Wish) -> Remade:
    """Make the file that a file says it is again, from what is nearest to what it was made from.

    ``record`` is the manifest that tells of the file. Where the files are those that it was made from and other bytes
    come out, nothing further is tried; nor for a file whose seal does not fit, since nothing gives its bytes.
    """
    if said.medium not in MEDIA:
        return Remade(False, "anything", reasons=("it is in a medium that is not known here",))
    asked = Asked(path, said, record)
    is_spoilt = seal_of(body) != "whole"
    tried: list[Remade] = []
    with tempfile.TemporaryDirectory(prefix="report-verify-") as name:
        room = Path(name).resolve()
        for ground in grounds_of(asked, wish, room):
            remade = _made(ground, asked, body, wish, room)
            if remade.is_same:
                return remade
            tried.append(remade)
            if remade.is_made and (ground.is_exact or is_spoilt):
                break
    return _summed_up(tried, said, wish)


def _summed_up(tried: Sequence[Remade], said: Said, wish: Wish) -> Remade:
    """Return the nearest that could be made; if nothing could, why, and what would help."""
    made = next((one for one in tried if one.is_made), None)
    if made:
        return made
    reasons = [reason if len(tried) == 1 else f"{one.made_from}: {reason}" for one in tried for reason in one.reasons]
    return Remade(False, tried[0].made_from, reasons=(*reasons, *_ways_out(said, wish)))


def _ways_out(said: Said, wish: Wish) -> tuple[str, ...]:
    """Return what may help to make a file again that could not be."""
    if said.medium == "paged" and not said.since:
        return ("without “--project” it is made from the sources inside it",) if wish.is_named else ()
    then = said.successor or said.text
    beside = "" if said.since or said.successor else " or put the PDF for readers of that version beside it,"
    return (f"name the project as it was when {then} was made with “--project DIR”,{beside} and ask again",)


def _made(ground: Ground, asked: Asked, body: bytes, wish: Wish, room: Path) -> Remade:
    """Make a file from one ground."""
    if ground.fault:
        return Remade(False, ground.name, reasons=(ground.fault,))
    for name in (MADE, RECORD):
        (room / name).unlink(missing_ok=True)
    (room / ORDER).write_text(json.dumps(_order(ground, asked.said, wish)), encoding="utf-8")
    fault = _run(room)
    if fault:
        return Remade(False, ground.name, reasons=(fault,))
    made, now = (room / MADE).read_bytes(), json.loads((room / RECORD).read_bytes())
    if made == body:
        return Remade(True, ground.name, is_same=True)
    if ground.way == "as frozen" and differ_by_ids_alone(body, made):
        return Remade(True, ground.name, reasons=(_IDS_ALONE,))
    then = ground.record
    if then and ground.way == "as frozen":
        then, now = of_the_house(then, asked.said.brief), of_the_house(now, asked.said.brief)
    reasons = tuple(other_making(then, now, asked.said.medium)) or _unexplained(then, body, made)
    unknown = () if asked.record else ("no manifest that lists it is at hand",)
    return Remade(True, ground.name, reasons=(*unknown, *reasons))


def _unexplained(then: Record | None, body: bytes, made: bytes) -> tuple[str, ...]:
    """Return what is said of other bytes that no manifest gives a reason for."""
    where = first_difference(body, made)
    return (where, _SAME_MAKING) if then else (where,)


def _order(ground: Ground, said: Said, wish: Wish) -> dict[str, Any]:
    errata = ground.record.get("errata") if ground.record else None
    return {
        "project": str(ground.project),
        "repository": str(wish.project),
        "way": ground.way,
        "brief": said.brief,
        "locale": said.locale,
        "medium": said.medium,
        "state": said.state,
        "version": said.successor or said.text,
        "number": said.number,
        "since": said.since,
        "successor": said.successor,
        "errata": [one.get("id") for one in errata if isinstance(one, dict)] if isinstance(errata, list) else None,
    }


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
