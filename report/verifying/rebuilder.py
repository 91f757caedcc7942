"""Make one file again, in a process of its own: ``python -m report.verifying.rebuilder FOLDER``.

The folder holds the order; there the file goes, and the record of what it was made from. Why there is none is said on
standard output, as a text of JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from report.verifying.rebuilding import MADE, ORDER, RECORD

_MEMORY_BYTES = 4 << 30
_SECONDS = 240
_FILE_BYTES = 256 << 20


def make(folder: Path) -> str:
    """Make what is ordered; return why it could not be made, nothing if it was."""
    from report.desk import Desk, Held  # noqa: PLC0415 - only once this process is limited
    from report.errors import ReportError  # noqa: PLC0415
    from report.publish.record import as_json  # noqa: PLC0415
    from report.verifying.remaking import NotMade, remake  # noqa: PLC0415

    said = json.loads((folder / ORDER).read_bytes())
    if not (Path(said["project"]) / "content" / said["brief"] / "brief.yaml").is_file():
        return f"there is no brief “{said['brief']}” in it"
    desk = Desk()
    try:
        body, record = remake(said, desk)
    except Held:
        first = next(one for one in desk.findings if one.holds)
        return f"{first.mark}: {first.code}: {first.message}"
    except (NotMade, ReportError) as refusal:
        return f"{refusal}"
    (folder / MADE).write_bytes(body)
    (folder / RECORD).write_bytes(as_json(record))
    return ""


def _limit_this_process() -> None:
    """Take from this process what no edition needs; what travels in a file may be meant to do harm."""
    limits: tuple[tuple[int, Any], ...] = (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_FSIZE, _FILE_BYTES),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in limits:
        with suppress(ValueError, OSError):  # some systems do not limit memory this way
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    _limit_this_process()
    # Whoever ends this process clears its folder, and with it what was put down there for a moment.
    tempfile.tempdir = sys.argv[1]
    fault = make(Path(sys.argv[1]))
    if fault:
        sys.stdout.write(json.dumps(fault))
        raise SystemExit(1)
