"""Values as they stand in a pack: every text in quotes, with characters that cannot be seen named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

_INDENT = "  "


def as_yaml(value: Any) -> str:
    r"""Return a value on one line.

    >>> as_yaml({"group": "\u00a0", "of": [3, True]})
    '{group: "\\u00a0", of: [3, true]}'
    """
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(name)}: {as_yaml(one)}' for name, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_yaml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(value) if isinstance(value, str) else f"{value:g}"


def lines_of(name: str, value: Any, depth: int = 0) -> Iterator[str]:
    """Yield the lines of a key with its value: a mapping key by key, anything else on one line."""
    start = f"{_INDENT * depth}{_key(name)}:"
    if not isinstance(value, Mapping) or not value:
        yield f"{start} {as_yaml(value)}"
        return
    yield start
    for inner, one in value.items():
        if isinstance(one, Mapping) and any(isinstance(below, Mapping | list) for below in one.values()):
            yield from lines_of(inner, one, depth + 1)
        else:
            yield f"{_INDENT * (depth + 1)}{_key(inner)}: {as_yaml(one)}"


def _key(name: str) -> str:
    return name if name.replace("-", "").isalpha() and name.isascii() else _quoted(name)


def _quoted(text: str) -> str:
    return '"' + "".join(map(_character, text)) + '"'


def _character(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    unseen = sign != " " and unicodedata.category(sign) in ("Zs", "Zl", "Zp", "Cf", "Cc")
    return f"\\u{ord(sign):04x}" if unseen else sign
