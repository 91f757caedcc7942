"""JSON Schema of a locale pack, from its shape, for editors that complete and check while one is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from report.locales.kinds import Choice, Field, Flag, Kind, ListOf, MapOf, Number, Record, Text
from report.locales.shape import SHAPE, TAG_PATTERN

Schema = dict[str, Any]


def pack_schema() -> Schema:
    """Return the schema; no key is required, since a pack may inherit it."""
    made = _schema(SHAPE)
    inherits = {"description": "The tag of the pack that this one is laid over.", **_matching(TAG_PATTERN)}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "pack",
        "description": "How a language writes dates, numbers, lists, names and citations, and how it is set.",
        **made,
        "properties": {"inherits": inherits, **made["properties"]},
    }


def _schema(kind: Kind) -> Schema:
    return _MAKERS[type(kind)](kind)


def _record(kind: Record) -> Schema:
    properties = {name: _field(field) for name, field in kind.fields.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _field(field: Field) -> Schema:
    places = (*field.kind.places, *field.kind.may) if isinstance(field.kind, Text) else ()
    filled = f" Filled: {', '.join(f'{{{name}}}' for name in places)}." if places else ""
    return {"description": field.about + filled, **_schema(field.kind)}


def _text(kind: Text) -> Schema:
    if kind.pattern:
        return _matching(kind.pattern)
    return {"type": "string"} if kind.empty else {"type": "string", "minLength": 1}


def _matching(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _list(kind: ListOf) -> Schema:
    least, most = kind.count or kind.least, {"maxItems": kind.count} if kind.count else {}
    return {"type": "array", **({"minItems": least} if least else {}), **most, "items": _schema(kind.of)}


def _map(kind: MapOf) -> Schema:
    patterns = {f"^(?:{kind.key})$": _schema(kind.of)}
    return {"type": "object", "patternProperties": patterns, "additionalProperties": False}


def _number(kind: Number) -> Schema:
    number = {"type": "integer" if kind.whole else "number", "minimum": kind.least, "maximum": kind.most}
    return {"anyOf": [number, {"enum": list(kind.words)}]} if kind.words else number


_MAKERS: dict[type, Callable[[Any], Schema]] = {
    Record: _record,
    MapOf: _map,
    ListOf: _list,
    Text: _text,
    Choice: lambda kind: {"enum": list(kind.words)},
    Flag: lambda _: {"type": "boolean"},
    Number: _number,
}
