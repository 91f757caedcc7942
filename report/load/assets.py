"""Figures found, opened and measured.

The sizes of PNG and JPEG files are read from their headers here: it takes a page of code, and importing an
imaging library for it would cost more time than the rest of loading.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path
from typing import Literal, NamedTuple

from report.findings import Checked, Finding, Mark
from report.load.files import read_bytes
from report.load.svg import read_drawing
from report.model.blocks import Picture
from report.model.manuscript import ScalarNode

PIXEL_LIMIT = 20_000  # a side; no printed figure needs more
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


class Pictured(NamedTuple):
    """A figure measured, and the words of each text drawn in it."""

    picture: Picture
    texts: tuple[ScalarNode, ...] = ()


class _Size(NamedTuple):
    width: float
    height: float


def read_picture(root: Path, path: str, named: Mark) -> Checked[Pictured | None]:
    """Read and measure a figure; ``named`` is the place that names it."""
    read = read_bytes(root, path, named)
    if read.value is None:
        return Checked(None, read.findings)
    body = read.value
    ending = path.lower().rpartition(".")[2]
    if ending == "svg":
        return _drawing(body, path)
    try:
        size = _png_size(body) if ending == "png" else _jpeg_size(body)
    except _PictureError as problem:
        return Checked(None, (Finding("LOD-010", named, f"“{path}” {problem}", "export the picture again"),))
    digest = hashlib.sha256(body).hexdigest()
    return Checked(Pictured(Picture(path, _media_type(ending), size.width, size.height, digest)))


def _drawing(body: bytes, path: str) -> Checked[Pictured | None]:
    drawing = read_drawing(body, path)
    if drawing.value is None:
        return Checked(None, drawing.findings)
    width, height, texts = drawing.value
    words = tuple(one.text for one in texts)
    picture = Picture(path, "image/svg+xml", width, height, hashlib.sha256(body).hexdigest(), words, words)
    return Checked(Pictured(picture, texts))


def _media_type(ending: str) -> Literal["image/png", "image/jpeg"]:
    return "image/png" if ending == "png" else "image/jpeg"


class _PictureError(Exception):
    """The picture cannot be used; the message completes a sentence that begins with its path."""


def _png_size(body: bytes) -> _Size:
    """Walk the chunks to the end, so that damage is noticed, and return the size in the first."""
    if not body.startswith(_PNG):
        raise _PictureError("is no PNG file inside")
    position, kind = len(_PNG), b""
    while kind != b"IEND":
        length = int.from_bytes(body[position : position + 4])
        kind, end = body[position + 4 : position + 8], position + 8 + length
        if end + 4 > len(body):
            raise _PictureError("is cut short")
        if body[end : end + 4] != struct.pack(">I", zlib.crc32(body[position + 4 : end])):
            raise _PictureError("is damaged")
        position = end + 4
    width, height, bits, colour = struct.unpack_from(">IIBB", body, len(_PNG) + 8)
    if (bits, colour) == (16, 0):  # the engine leaves such a picture out
        raise _PictureError("has greys of 16 bits; 8 bits are as good on paper")
    return _bearable(width, height)


def _jpeg_size(body: bytes) -> _Size:
    """Walk the segments to the frame header; refuse a turn kept beside the picture: engines differ on it."""
    if not body.startswith(_JPEG):
        raise _PictureError("is no JPEG file inside")
    if b"\xff\xd9" not in body[-64:]:
        raise _PictureError("is cut short")
    position = 2
    while position + 9 < len(body) and body[position] == 0xFF:
        marker = body[position + 1]
        (length,) = struct.unpack_from(">H", body, position + 2)
        segment = body[position + 4 : position + 2 + length]
        if marker == 0xE1 and segment.startswith(b"Exif\0\0") and _is_turned(segment[6:]):
            raise _PictureError("is kept lying on its side with a note to turn it; turn the picture itself")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width, components = struct.unpack_from(">HHB", segment, 1)
            if components == 4:
                raise _PictureError("is in the inks of a press (CMYK); pictures are in RGB, and put into inks here")
            return _bearable(width, height)
        position += 2 + length
    raise _PictureError("has no frame")


def _is_turned(tiff: bytes) -> bool:
    """Whether Exif data says the picture is to be turned before it is shown (tag 0x0112)."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (directory,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, directory)
        for number in range(count):
            tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, directory + 2 + 12 * number)
            if tag == 0x0112:
                return bool(value > 1)
    except struct.error:
        return False
    return False


def _bearable(width: int, height: int) -> _Size:
    if not 0 < width <= PIXEL_LIMIT or not 0 < height <= PIXEL_LIMIT:
        raise _PictureError(f"measures {width} × {height} pixels, which cannot be set")
    return _Size(width, height)
