"""Read the files inside a PDF, in a process of its own: ``python -m report.unpacking.reader FILE``.

To standard output goes, for each file, a line of JSON with its ``name`` and its ``size``, and after it so many bytes;
at last a line with ``end``, or with why the file is ``refused``, in words that complete a sentence about it.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pikepdf

from report.errors import UnpackError
from report.unpacking import limits
from report.unpacking.words import shown

_DAMAGED = "it is no PDF, or it is damaged"
_LOCKED = "it is encrypted; a PDF of ours is not"


def hand_over(file: Path, stream: IO[bytes]) -> None:
    """Write the files inside a PDF to a stream, or why it is refused."""
    last: dict[str, object] = {"end": True}
    try:
        for name, body in _enclosed(file):
            _say(stream, {"name": name, "size": len(body)})
            stream.write(body)
    except UnpackError as error:
        last = {"refused": str(error)}
    except pikepdf.PasswordError:
        last = {"refused": _LOCKED}
    except (pikepdf.PdfError, ValueError, TypeError, LookupError, AttributeError, RuntimeError, OSError):
        last = {"refused": _DAMAGED}
    except MemoryError:
        last = {"refused": "it asks for more memory than unpacking may take"}
    _say(stream, last)


def _say(stream: IO[bytes], words: dict[str, object]) -> None:
    stream.write(json.dumps(words).encode("ascii") + b"\n")


def _enclosed(file: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files in the order of the tree of names, each with its name."""
    with pikepdf.open(file, attempt_recovery=False, suppress_warnings=True) as pdf:
        if pdf.is_encrypted:
            raise UnpackError(_LOCKED)
        trees = pdf.Root.get("/Names", pikepdf.Dictionary())
        room = limits.ALL_BYTES
        for count, (key, place) in enumerate(_places(trees.get("/EmbeddedFiles", pikepdf.Dictionary()))):
            if count == limits.COUNT:
                raise UnpackError(f"there are more than {limits.COUNT} files inside")
            name = _name(key, place)
            body = _body(name, place)
            room -= len(body)
            if room < 0:
                raise UnpackError(f"the files inside are larger than {limits.ALL_BYTES >> 20} MiB together")
            yield name, body


def _places(root: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield each name of a tree of names with what it leads to (ISO 32000-1, 7.9.6); no branch is walked twice."""
    branches, walked = [root], set()
    while branches:
        branch = branches.pop()
        if branch.objgen in walked:
            raise UnpackError(_DAMAGED)
        if branch.is_indirect:
            walked.add(branch.objgen)
        if len(walked) > limits.COUNT:
            raise UnpackError(_DAMAGED)
        leaves = list(branch.get("/Names", pikepdf.Array()))
        yield from ((str(leaves[at]), leaves[at + 1]) for at in range(0, len(leaves), 2))
        branches.extend(reversed(list(branch.get("/Kids", pikepdf.Array()))))


def _name(key: str, place: pikepdf.Object) -> str:
    """Return the name of a file, which is the same wherever it is given (ISO 32000-1, 7.11.3)."""
    name = str(place.UF)
    if {name, key, str(place.F)} != {name}:
        raise UnpackError(f"a file inside has two names, {shown(key)} and {shown(name)}")
    return name


def _body(name: str, place: pikepdf.Object) -> bytes:
    """Return the bytes of a file; they are unpacked here, so that it is known when they are too many."""
    stream = place.EF.F
    packed = stream.read_raw_bytes()
    if not packed or "/Filter" not in stream:
        body = packed
    elif stream.Filter != pikepdf.Name.FlateDecode or "/DecodeParms" in stream:
        raise UnpackError(f"the file {shown(name)} inside is packed in a way that is not ours")
    else:
        body = _inflated(name, packed)
    if len(body) > limits.ONE_BYTES:
        raise UnpackError(f"the file {shown(name)} inside is larger than {limits.ONE_BYTES >> 20} MiB")
    return body


def _inflated(name: str, packed: bytes) -> bytes:
    """Return unpacked bytes, or one more than there may be."""
    unpacker = zlib.decompressobj()
    try:
        body = unpacker.decompress(packed, limits.ONE_BYTES + 1)
    except zlib.error as error:
        raise UnpackError(f"the file {shown(name)} inside is damaged") from error
    if not unpacker.eof and len(body) <= limits.ONE_BYTES:
        raise UnpackError(f"the file {shown(name)} inside is damaged")
    return body


if __name__ == "__main__":
    limits.limit_this_process()
    hand_over(Path(sys.argv[1]), sys.stdout.buffer)
