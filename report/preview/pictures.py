"""The pages of a PDF as pictures, drawn by pdfium when they are asked for."""

from __future__ import annotations

import io
from collections import OrderedDict
from threading import Lock

WIDEST = 3200
_KEPT = 24


class Pictures:
    """Draws pages, one at a time (pdfium is not made for threads), and keeps the last few."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._lock = Lock()
        self._drawn: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()

    def draw(self, body: bytes, digest: str, page: int, width: int) -> bytes:
        """Return a page, from 1, as a PNG that is so many pixels wide; ``digest`` is that of the PDF."""
        with self._lock:
            key = (digest, page, width)
            if key in self._drawn:
                self._drawn.move_to_end(key)
            else:
                self._drawn[key] = _drawn(body, page, width)
                while len(self._drawn) > _KEPT:
                    self._drawn.popitem(last=False)
            return self._drawn[key]


def _drawn(body: bytes, page: int, width: int) -> bytes:
    import pypdfium2  # noqa: PLC0415 - only wanted when pages are looked at

    file = pypdfium2.PdfDocument(body)
    try:
        leaf = file[page - 1]
        picture = leaf.render(scale=width / leaf.get_width()).to_pil().convert("RGB")
    finally:
        file.close()
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    return stream.getvalue()
