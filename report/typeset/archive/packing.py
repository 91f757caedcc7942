"""The streams of the file, packed once."""

from __future__ import annotations

import zlib
from typing import Any

DENSEST = 9


def pack_streams(pdf: Any) -> None:
    """Compress what the writer would compress: it would do so twice, once for the id of the file (speed only)."""
    import pydyf  # noqa: PLC0415 - comes with the engine, which is imported late

    for one in pdf.objects:
        if getattr(one, "compress", False):
            body = b"\n".join(map(pydyf._to_bytes, one.stream))  # noqa: SLF001 - as the writer itself would
            one.stream, one.compress = [zlib.compress(body, DENSEST)], False
            one.extra["Filter"] = "/FlateDecode"
