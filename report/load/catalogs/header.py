"""The header of a catalog: fields by name, the language it is for, its characters, its plural forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from report.findings import Finding, Mark
from report.model.manuscript import ScalarNode
from report.model.plurals import PluralRule, PluralRuleError

_NO_HEADER = "copy that of another catalog of the language, or move the file away: “report catalog update” begins it"
_NO_FORMS = "write them as another catalog of the language has them: “Plural-Forms: nplurals=2; plural=(n != 1);\\n”"


def read_fields(node: ScalarNode) -> tuple[dict[str, str], list[Finding]]:
    """Return the fields of a header, one a line, and what of it is no field."""
    fields: dict[str, str] = {}
    findings: list[Finding] = []
    offset = 0
    for line in node.text.split("\n"):
        name, colon, value = line.partition(":")
        if colon and name.strip():
            fields.setdefault(name.strip(), value.strip())
        elif line.strip():
            message = f"“{line.strip()[:30]}” is no field of a header"
            findings.append(Finding("LOC-005", node.at(offset), message, "a field is written “Name: value\\n”"))
        offset += len(line) + 1
    return fields, findings


def check_header(fields: Mapping[str, str], node: ScalarNode, path: str) -> Iterator[Finding]:
    """Yield what a header lacks, and what of it is not true of the catalog at this path."""
    content_type = fields.get("Content-Type", "")
    charset = re.search(r"charset=([^\s;]+)", content_type, re.IGNORECASE)
    if charset and charset[1].upper().replace("-", "") != "UTF8":
        hint = "save the file as UTF-8 and write “charset=UTF-8”"
        yield Finding("LOC-003", _place(node, "charset="), f"the header says that the file is in {charset[1]}", hint)
    yield from _language(fields, node, path)
    forms = fields.get("Plural-Forms", "")
    if not forms:
        yield Finding("LOC-005", node.mark, "the header has no Plural-Forms", _NO_FORMS)
        return
    try:
        PluralRule.parse(forms)
    except PluralRuleError as error:
        hint = "such as “nplurals=2; plural=(n != 1);”"
        yield Finding("LOC-005", _place(node, "Plural-Forms"), f"the plural forms cannot be used: {error}", hint)


def missing_header(path: str) -> Finding:
    """Return the finding of a catalog that begins without a header."""
    return Finding("LOC-005", Mark(path), "the catalog has no header", _NO_HEADER)


def _language(fields: Mapping[str, str], node: ScalarNode, path: str) -> Iterator[Finding]:
    folder = locale_of(path)
    language = fields.get("Language", "")
    if not language:
        yield Finding("LOC-005", node.mark, "the header has no Language", f"write “Language: {folder}\\n”")
    elif folder and language.replace("_", "-").lower() != folder.lower():
        message = f"the header says “{language}”, and the catalog lies in the folder of “{folder}”"
        yield Finding("LOC-005", _place(node, "Language:"), message, "one of the two is wrong")


def locale_of(path: str) -> str:
    """Return the locale whose folder a catalog lies in: ``…/locale/<tag>/LC_MESSAGES/<name>.po``."""
    parts = PurePosixPath(path).parts
    return parts[-3] if len(parts) > 2 and parts[-2] == "LC_MESSAGES" else ""


def _place(node: ScalarNode, name: str) -> Mark:
    return node.at(max(node.text.find(name), 0))
