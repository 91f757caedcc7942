"""Pictures for the press (ISO 32000-1, 8.9): decoded whatever they were, in inks, packed without loss."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageFile

from report.press.colours import Colours
from report.press.functions import numbers
from report.press.spaces import Space, lab_ranges, space_of
from report.press.unprintable import Unprintable

_PLAIN_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
_OF_READERS = ("/Interpolate", "/Intent", "/Alternates", "/OPI", "/Metadata", "/StructParent", "/OC", "/AF", "/Decode")
_CODED = ("/DCTDecode", "/JPXDecode")


def print_picture(pdf: pikepdf.Pdf, picture: Any, colours: Colours) -> None:
    """Put a picture into inks, in its place in the file; a stencil has no colours and stays.

    What is grey all over stays grey, which prints in black alone.

    Raises:
        Unprintable: it is packed or coloured in a way that the engine never writes.
    """
    if picture.get("/ImageMask", False):
        _leave_out(picture, ("/Interpolate",))
        return
    if isinstance(picture.get("/Mask"), Array):
        raise Unprintable("a picture that leaves out one colour")
    if "/SMask" in picture:
        _leave_out(picture.SMask, ("/Interpolate", "/Matte"))
    if "/ColorSpace" not in picture:
        picture.ColorSpace = _space_within(picture)
    space = space_of(picture.ColorSpace, colours)
    if space.table:
        _print_table(pdf, picture, space)
        return
    if space.picture is None:
        raise Unprintable("a picture in a named ink")
    _pack(picture, space.picture(_decoded(picture, space)))


def _print_table(pdf: pikepdf.Pdf, picture: Any, space: Space) -> None:
    """Put the table of an indexed picture into inks; its points stay the numbers that they are."""
    table = b"".join(bytes(int(ink * 255) for ink in inks) for inks in space.table)
    lookup = pdf.make_stream(table)
    picture.ColorSpace = Array([Name.Indexed, Name.DeviceCMYK, len(space.table) - 1, lookup])
    _leave_out(picture, [key for key in _OF_READERS if key != "/Decode"])


def _space_within(picture: Any) -> Name:
    """Return the space of a picture that says it itself (JPEG 2000)."""
    with _opened(picture) as image:
        return {"L": Name.DeviceGray, "CMYK": Name.DeviceCMYK}.get(image.mode, Name.DeviceRGB)


def _decoded(picture: Any, space: Space) -> Image.Image:
    """Return a picture of eight bits, in the mode of its space, as its ``Decode`` array says."""
    image = _unpacked(picture, space)
    if image.mode != space.mode:
        image = image.convert(space.mode)
    plain = _plain_decode(picture, space)
    decode = numbers(picture.Decode) if "/Decode" in picture else plain
    if decode == plain:
        return image
    bands = []
    for place, band in enumerate(image.split()):
        low, high = (
            (value - plain[2 * place]) / (plain[2 * place + 1] - plain[2 * place])
            for value in decode[2 * place : 2 * place + 2]
        )
        bands.append(band.point([min(max(round(255 * low + (high - low) * one), 0), 255) for one in range(256)]))
    return Image.merge(space.mode, bands)


def _plain_decode(picture: Any, space: Space) -> list[float]:
    if space.mode == "LAB":
        return [0.0, 100.0, *lab_ranges(picture.ColorSpace)]
    return [0.0, 1.0] * space.components


def _unpacked(picture: Any, space: Space) -> Image.Image:
    """Return the stored values of a picture, eight bits each."""
    filters = _filters(picture)
    if filters and filters[-1] in _CODED:
        return _opened(picture)
    try:
        body = picture.read_bytes()
    except pikepdf.PdfError as error:
        raise Unprintable(f"a picture packed by {filters[-1].removeprefix('/')}") from error
    size = (int(picture.Width), int(picture.Height))
    bits = int(picture.BitsPerComponent)
    body = _in_bytes(body, bits, size, space.components)
    mode = _PLAIN_MODES[space.components]
    if len(body) < size[0] * size[1] * space.components:
        raise Unprintable("a picture that ends before its last line")
    image = Image.frombytes(mode, size, body[: size[0] * size[1] * space.components])
    return _as_lab(image, picture) if space.mode == "LAB" else image


def _as_lab(image: Image.Image, picture: Any) -> Image.Image:
    """Return bytes over the ranges of a Lab space as Lab has them everywhere: a* and b* from -128 to 127."""
    ranges = lab_ranges(picture.ColorSpace)
    bands = list(image.split())
    for place in (0, 1):
        low, high = ranges[2 * place : 2 * place + 2]
        table = [min(max(round(low + one / 255 * (high - low)) + 128, 0), 255) for one in range(256)]
        bands[place + 1] = bands[place + 1].point(table)
    return Image.merge("LAB", bands)


def _in_bytes(body: bytes, bits: int, size: tuple[int, int], components: int) -> bytes:
    """Return values of 1, 2, 4 or 16 bits as bytes; the lines of a picture begin with a byte each."""
    if bits == 8:
        return body
    if bits == 16:
        return body[::2]
    values, most = size[0] * components, (1 << bits) - 1
    length = -(-values * bits // 8)
    table = [bytes((one >> shift & most) * 255 // most for shift in range(8 - bits, -1, -bits)) for one in range(256)]
    lines = (body[at : at + length] for at in range(0, length * size[1], length))
    return b"".join(b"".join(table[one] for one in line)[:values] for line in lines)


def _opened(picture: Any) -> Image.Image:
    """Return a picture packed as JPEG, its values as they are stored.

    Pillow turns the inks of Adobe's JPEG round; in a PDF that is for ``Decode`` to say.
    """
    filters = _filters(picture)
    if len(filters) > 1:
        raise Unprintable("a picture packed twice")
    image = _loaded(picture.read_raw_bytes())
    return ImageChops.invert(image) if image.mode == "CMYK" and "adobe" in image.info else image


def _loaded(body: bytes) -> Image.Image:
    """Load a picture whole; the engine lets Pillow fill up broken ones, for all that use it in the same process."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        image = Image.open(BytesIO(body))
        image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Unprintable("a picture that cannot be unpacked") from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
    return image


def _pack(picture: Any, image: Image.Image) -> None:
    """Write a picture in place, packed without loss: as differences from the line above (ISO 32000-1, 7.4.4.4)."""
    width, height = image.size
    above = Image.new(image.mode, image.size)
    above.paste(image, (0, 1))
    differences = _differences(image, above)
    colours = len(image.getbands())
    length = width * colours
    body = differences.tobytes()
    lines = b"".join(b"\2" + body[at : at + length] for at in range(0, length * height, length))
    _leave_out(picture, (*_OF_READERS, "/DecodeParms", "/Filter"))
    picture.ColorSpace = Name.DeviceCMYK if image.mode == "CMYK" else Name.DeviceGray
    picture.BitsPerComponent = 8
    parameters = Dictionary(Predictor=12, Colors=colours, BitsPerComponent=8, Columns=width)
    picture.write(zlib.compress(lines), filter=Name.FlateDecode, decode_parms=parameters)


def _differences(image: Image.Image, above: Image.Image) -> Image.Image:
    subtract: Callable[[Image.Image, Image.Image], Image.Image] = ImageChops.subtract_modulo
    return subtract(image, above)


def _filters(picture: Any) -> list[str]:
    given = picture.get("/Filter")
    if given is None:
        return []
    return [str(one) for one in given] if isinstance(given, Array) else [str(given)]


def _leave_out(value: Any, keys: Any) -> None:
    for key in keys:
        if key in value:
            del value[key]
