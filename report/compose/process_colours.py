"""The partners in process colour of a sheet's colours: ``--ink`` on the screen is ``--ink-cmyk`` on the press."""

from __future__ import annotations

import re

from report.model.output import InkPair, Inks

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"\{([^{}]*)\}")
_TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;]+)(?:;|$)")
_LED = re.compile(r"var\(\s*--([\w-]+)\s*\)")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_RGB = re.compile(r"rgb\(([^)]*)\)")
_INKS = re.compile(r"device-cmyk\(([^)]*)\)")
PARTNER = "-cmyk"


def process_colours(sheet: str) -> tuple[InkPair, ...]:
    """Return each colour that a token of the sheet sets with the inks of its partner; the last rule counts.

    Who sets a colour anew without its partner, as a house may, has it converted: the old partner goes.
    """
    tokens: dict[str, str] = {}
    for rule in _RULE.finditer(_COMMENT.sub("", sheet)):
        own = {found[1]: found[2].strip() for found in _TOKEN.finditer(rule[1])}
        for name in own:
            if not name.endswith(PARTNER):
                tokens.pop(name + PARTNER, None)
        tokens |= own
    pairs: dict[tuple[int, int, int], Inks] = {}
    for name in tokens:
        if name.endswith(PARTNER):
            colour = _colour(_value(name.removesuffix(PARTNER), tokens))
            inks = _inks(_value(name, tokens))
            if colour and inks:
                pairs.setdefault(colour, inks)
    return tuple(pairs.items())


def _value(name: str, tokens: dict[str, str]) -> str:
    """Return what a token is, through others that it takes; one that leads in a circle is nothing."""
    seen: set[str] = set()
    value = tokens.get(name, "")
    while (led := _LED.fullmatch(value)) and led[1] not in seen:
        seen.add(led[1])
        value = tokens.get(led[1], "")
    return value


def _colour(value: str) -> tuple[int, int, int] | None:
    if _HEX.fullmatch(value):
        digits = value[1:] if len(value) == 7 else "".join(digit * 2 for digit in value[1:])
        red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
        return (red, green, blue)
    if (found := _RGB.fullmatch(value)) and len(parts := _numbers(found[1], 255)) == 3:
        return (round(parts[0]), round(parts[1]), round(parts[2]))
    return None


def _inks(value: str) -> Inks | None:
    found = _INKS.fullmatch(value)
    parts = _numbers(found[1], 1) if found else []
    if len(parts) != 4 or not all(0 <= one <= 1 for one in parts):
        return None
    return (parts[0], parts[1], parts[2], parts[3])


def _numbers(words: str, whole: float) -> list[float]:
    """Return numbers as CSS has them, with commas or without; a percentage is of the whole."""
    parts = words.replace(",", " ").split()
    try:
        return [float(one[:-1]) / 100 * whole if one.endswith("%") else float(one) for one in parts]
    except ValueError:
        return []
