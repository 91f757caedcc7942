"""How much a PDF may ask for when it is unpacked; an edition stays far below all of it."""

from __future__ import annotations

import resource
from contextlib import suppress

FILE_BYTES = 256 << 20  # the PDF itself
COUNT = 2_000  # files inside
ONE_BYTES = 20 << 20  # one of them; no picture of a brief may be larger
ALL_BYTES = 100 << 20
NAME_LETTERS = 240  # short enough for every system, in a folder of common depth
PART_BYTES = 255
DEPTH = 16

_MEMORY_BYTES = 1 << 30
_SECONDS = 30


def limit_this_process() -> None:
    """Take from this process what reading a PDF of ours never needs: memory, time, and the writing of files.

    What is packed can unpack to a thousand times its size before the library hands it on; so the system itself watches.
    """
    for kind, most in (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # some systems do not limit memory this way
            resource.setrlimit(kind, (most, most))
