"""The files inside a PDF, fetched from the process that reads it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from report.errors import UnpackError, UsageError
from report.unpacking import limits
from report.unpacking.words import shown

_LONGEST_LINE = 1 << 16
_TOO_MUCH = "it cannot be read: it is damaged beyond reading, or asks for more memory or time than unpacking may take"


def read_enclosed(file: Path) -> Mapping[str, bytes]:
    """Return the files inside a PDF by their names, which are not to be trusted.

    Raises:
        UsageError: there is no such file.
        UnpackError: it cannot be read, or holds more than it may.
    """
    _check_size(file)
    # With -P, a folder named like a module, where the caller stands, is not imported instead of it.
    command = [sys.executable, "-P", "-m", "report.unpacking.reader", str(file.resolve())]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as reader:
        assert reader.stdout is not None
        try:
            return _received(reader.stdout)
        finally:
            reader.kill()


def _check_size(file: Path) -> None:
    try:
        if not file.is_file():
            raise UsageError(f"there is no file {file}")
        size = file.stat().st_size
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    if size > limits.FILE_BYTES:
        raise UnpackError(f"it is larger than {limits.FILE_BYTES >> 20} MiB")


def _received(stream: IO[bytes]) -> Mapping[str, bytes]:
    """Take in what the reader hands over (``reader``), and believe it no more than the file."""
    bodies: dict[str, bytes] = {}
    room = limits.ALL_BYTES
    while True:
        try:
            said = json.loads(stream.readline(_LONGEST_LINE))
        except ValueError as error:
            raise UnpackError(_TOO_MUCH) from error
        if "refused" in said:
            raise UnpackError(str(said["refused"]))
        if "end" in said:
            return bodies
        name, size = str(said.get("name")), int(said.get("size", -1))
        room -= size
        if name in bodies:
            raise UnpackError(f"two files inside have one name, {shown(name)}")
        if not 0 <= size <= limits.ONE_BYTES or room < 0 or len(bodies) == limits.COUNT:
            raise UnpackError(_TOO_MUCH)
        body = stream.read(size)
        if len(body) != size:
            raise UnpackError(_TOO_MUCH)
        bodies[name] = body
