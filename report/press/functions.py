"""Functions of a PDF (ISO 32000-1, 7.10): what a tint or a place in a gradient is in the colours beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from report.press.unprintable import Unprintable

Values = list[float]


def value_of(function: Any, at: float) -> Values:
    """Return the values of a function of one number.

    Raises:
        Unprintable: it is a program, or a table that is not of bytes.
    """
    low, high = numbers(function.Domain)[:2]
    at = min(max(at, low), high)
    kind = int(function.FunctionType)
    if kind == 2:
        start, end = _ends(function)
        share = at ** float(function.N)
        return [a + share * (b - a) for a, b in zip(start, end, strict=True)]
    if kind == 3:
        return _stitched(function, at, low, high)
    if kind == 0 and isinstance(function, Stream):
        return _sampled(function, at, low, high)
    raise Unprintable("a colour that a program calculates")


def with_inks(pdf: pikepdf.Pdf, function: Any, inks: Callable[[Sequence[float]], Sequence[float]]) -> Any:
    """Return a function whose values are inks: the same, with its colours turned into them.

    Raises:
        Unprintable: as ``value_of``; gradients of tables and of a function for each component too.
    """
    if not isinstance(function, Dictionary) or int(function.FunctionType) not in (2, 3):
        raise Unprintable("a gradient of another kind than from colour to colour")
    changed = Dictionary(
        {key: value for key, value in function.items() if key not in ("/C0", "/C1", "/Functions", "/Range")}
    )
    if int(function.FunctionType) == 3:
        changed.Functions = Array([with_inks(pdf, one, inks) for one in function.Functions])
    else:
        start, end = _ends(function)
        changed.C0, changed.C1 = Array(list(inks(start))), Array(list(inks(end)))
    return pdf.make_indirect(changed)


def numbers(array: Any) -> Values:
    """Return the numbers of an array."""
    return [float(one) for one in array]


def _ends(function: Any) -> tuple[Values, Values]:
    start = numbers(function.C0) if Name.C0 in function else [0.0]
    end = numbers(function.C1) if Name.C1 in function else [1.0]
    return start, end


def _stitched(function: Any, at: float, low: float, high: float) -> Values:
    bounds = [low, *numbers(function.Bounds), high]
    place = next((one for one in range(len(bounds) - 2) if at < bounds[one + 1]), len(bounds) - 2)
    first, last = numbers(function.Encode)[2 * place : 2 * place + 2]
    room = bounds[place + 1] - bounds[place]
    inner = first + (at - bounds[place]) * (last - first) / room if room else first
    return value_of(function.Functions[place], inner)


def _sampled(function: Stream, at: float, low: float, high: float) -> Values:
    if int(function.BitsPerSample) != 8 or len(function.Size) != 1:
        raise Unprintable("a table of colours that is not of bytes")
    ranges, size, table = numbers(function.Range), int(function.Size[0]), function.read_bytes()
    count = len(ranges) // 2
    decode = numbers(function.Decode) if Name.Decode in function else ranges
    place = (at - low) / (high - low) * (size - 1)
    before = min(int(place), size - 1)
    after, share = min(before + 1, size - 1), place - before
    values = []
    for one in range(count):
        sample = table[before * count + one] * (1 - share) + table[after * count + one] * share
        values.append(decode[2 * one] + sample / 255 * (decode[2 * one + 1] - decode[2 * one]))
    return values
