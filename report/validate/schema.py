"""JSON Schema from the shapes, for editors that complete and check while a brief is typed.

Draft 7, which the YAML extension of VS Code understands best. The schema checks form; what needs more than one
value at a time (ids, references, dates that exist) is for ``report check``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from report.validate.kinds import (
    ID_PATTERN,
    Blocks,
    ByLocale,
    Day,
    Field,
    File,
    Flag,
    Id,
    Kind,
    Language,
    ListOf,
    Number,
    OneOrMore,
    Pairs,
    Plain,
    Prose,
    ProseOr,
    Record,
    Remark,
    Rows,
)
from report.validate.pack_schema import pack_schema
from report.validate.scalars import DAY_PATTERN, FILE_PATTERN, PARTIAL_DAY_PATTERN
from report.validate.shapes import FILES

Schema = dict[str, Any]

MARKDOWN = "Small Markdown: *emphasis*, **strong**, [words](https://…), [#id], [CAPS]{.smallcaps}, [mot]{lang=fr}"
NOTES = ", note ^[…], citation [@key, p. 13], or @key [p. 13] with the names in the text"


def schemas() -> dict[str, Schema]:
    """Return the schema of each kind of content file by its name, and that of a locale pack."""
    return {**{name: _Maker().file(record) for name, record in FILES.items()}, "pack": pack_schema()}


def schema_files() -> dict[str, bytes]:
    """Return the schemas as files: paths from the project folder, and what stands in them."""
    return {
        f"content/schema/{name}.json": f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode()
        for name, schema in schemas().items()
    }


class _Maker:
    """Makes one schema; records that stand in several places are defined once."""

    def __init__(self) -> None:
        self._definitions: dict[str, Schema] = {}
        self._makers: dict[type, Callable[[Any], Schema]] = {
            Prose: _prose,
            Plain: lambda kind: {"type": "string", "minLength": 1, **_pattern(kind.pattern)},
            Remark: lambda _: {"type": "string", "minLength": 1},
            Id: lambda _: {"type": "string", **_pattern(ID_PATTERN)},
            Day: _day,
            Flag: lambda _: {"type": "boolean"},
            Number: _number,
            Language: lambda _: {"type": "string", **_pattern("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")},
            File: lambda kind: {"type": "string", **_pattern(rf"{FILE_PATTERN}({_either(kind.endings)})")},
            ListOf: lambda kind: _list(self._kind(kind.of)),
            OneOrMore: lambda kind: {"anyOf": [self._kind(kind.of), _list(self._kind(kind.of))]},
            Rows: lambda _: _list(_list({"type": ["string", "number", "null"]})),
            Pairs: _pairs,
            ByLocale: lambda kind: {"type": "object", "additionalProperties": self._kind(kind.of)},
            Record: self._reference,
            ProseOr: lambda kind: {"anyOf": [_prose(kind.prose), self._reference(kind.record())]},
            Blocks: lambda kind: _list({"oneOf": [self._reference(record) for record in kind.records]}),
        }

    def file(self, record: Record) -> Schema:
        """Return the schema of a file that holds a record."""
        schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": record.name, **self._record(record)}
        return {**schema, "definitions": dict(sorted(self._definitions.items()))}

    def _kind(self, kind: Kind) -> Schema:
        return self._makers[type(kind)](kind)

    def _reference(self, record: Record) -> Schema:
        if record.name not in self._definitions:
            self._definitions[record.name] = {}  # a record may hold itself
            self._definitions[record.name] = self._record(record)
        return {"$ref": f"#/definitions/{record.name}"}

    def _record(self, record: Record) -> Schema:
        schema: Schema = {
            "description": record.about,
            "type": "object",
            "properties": {field.name: self._field(field) for field in record.fields},
            "required": [field.name for field in record.fields if field.required],
            "additionalProperties": False,
        }
        if record.either:
            one_of: list[Schema] = [{"required": [name]} for name in record.either]
            none: Schema = {"not": {"anyOf": list(one_of)}}
            schema["oneOf"] = one_of if record.either_required else [*one_of, none]
        return schema

    def _field(self, field: Field) -> Schema:
        schema = self._kind(field.kind)
        about = f"{field.about} {schema['description']}" if "description" in schema else field.about
        if "$ref" in schema:
            return {"description": about, "allOf": [schema]}  # draft 7 ignores what stands beside $ref
        return {**schema, "description": about}


def _prose(kind: Prose) -> Schema:
    return {"type": "string", "minLength": 1, "description": f"{MARKDOWN}{NOTES if kind.notes else ''}."}


def _day(kind: Day) -> Schema:
    if kind.partial:
        return {"anyOf": [{"type": "string", **_pattern(PARTIAL_DAY_PATTERN)}, {"type": "integer", "minimum": 1}]}
    return {"type": "string", **_pattern(DAY_PATTERN)}


def _number(kind: Number) -> Schema:
    return {"type": "integer" if kind.whole else "number", "minimum": kind.least, "maximum": kind.most}


def _pairs(kind: Pairs) -> Schema:
    text = {"type": "string", "minLength": 1}
    if not kind.names:
        return {"type": "object", "additionalProperties": text}
    names = list(kind.names)
    return {
        "type": "object",
        "properties": dict.fromkeys(names, text),
        "required": names,
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "minItems": 1, "items": items}


def _pattern(pattern: str) -> Schema:
    return {"pattern": f"^(?:{pattern})$"} if pattern else {}


def _either(endings: tuple[str, ...]) -> str:
    return "|".join(ending.replace(".", "\\.") for ending in endings)
