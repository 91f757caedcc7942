"""Entries to a Catalog: messages with their marks, each once, with as many forms as the header says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from report.findings import Checked, Finding
from report.load.catalogs.drafts import Draft, Drafter
from report.load.catalogs.header import check_header, missing_header, read_fields
from report.load.catalogs.scanner import Comment, Scanner
from report.load.catalogs.texts import one_paragraph
from report.model.catalog import Catalog, Message
from report.model.manuscript import ScalarNode
from report.model.plurals import plural_rule

_REVIEWED = re.compile(r"reviewed ([0-9a-f]{8})")


def read_catalog(text: str, path: str) -> Checked[Catalog]:
    """Read the text of a PO file; entries that are unsound are left out, or read as far as they are sound."""
    scanner = Scanner(text, path)
    drafter = Drafter()
    drafts = list(drafter.drafts(scanner.items()))
    findings = [*scanner.findings, *drafter.findings]
    catalog = Catalog(path, {}, ())
    headers = [draft for draft in drafts if _is_header(draft)]
    drafts = [draft for draft in drafts if not _is_header(draft)]
    if headers:
        header = headers[0]
        findings += _second_headers(headers)
        fields, slips = read_fields(header.forms[0])
        findings += [*slips, *check_header(fields, header.forms[0], path)]
        catalog = replace(catalog, headers=fields, comments=_lines(header.comments, ""))
    else:
        findings.append(missing_header(path))
    messages = tuple(_once((_message(draft) for draft in drafts), findings))
    findings += _plural_slips(drafts, catalog)
    for message in messages:
        findings += [one for node in message.translations for one in one_paragraph(node)]
    return Checked(replace(catalog, messages=messages), tuple(findings))


def _is_header(draft: Draft) -> bool:
    return not draft.texts["msgid"].text and "msgctxt" not in draft.texts and not draft.is_obsolete


def _second_headers(headers: Sequence[Draft]) -> Iterator[Finding]:
    """Yield where another catalog was put behind the first."""
    for other in headers[1:]:
        assert other.mark, "an entry that was handed on has a place"
        hint = f"the first stands at {headers[0].mark}; take one of them out"
        yield Finding("LOC-004", other.mark, "the catalog has a second header", hint)


def _message(draft: Draft) -> Message:
    assert draft.mark, "an entry that was handed on has a place"
    listed = ",".join(_lines(draft.comments, ",")).split(",")
    flags = tuple(filter(None, map(str.strip, listed)))
    comments = _lines(draft.comments, "")
    marks = [match[1] for line in comments if (match := _REVIEWED.fullmatch(line.strip()))]
    return Message(
        context=_text(draft.texts.get("msgctxt")),
        source=_text(draft.texts.get("msgid")),
        plural=_text(draft.texts.get("msgid_plural")),
        translations=tuple(draft.forms[number] for number in sorted(draft.forms)),
        previous=_text(draft.previous.get("msgid")),
        is_fuzzy="fuzzy" in flags,
        is_obsolete=draft.is_obsolete,
        comments=tuple(line for line in comments if not _REVIEWED.fullmatch(line.strip())),
        extracted=_lines(draft.comments, "."),
        references=tuple(word for line in _lines(draft.comments, ":") for word in line.split()),
        flags=tuple(flag for flag in flags if flag != "fuzzy"),
        reviewed=marks[-1] if marks else "",
        mark=draft.mark,
    )


def _text(node: ScalarNode | None) -> str:
    return node.text if node else ""


def _lines(comments: Iterable[Comment], sign: str) -> tuple[str, ...]:
    return tuple(comment.text for comment in comments if comment.sign == sign)


def _once(messages: Iterable[Message], findings: list[Finding]) -> Iterator[Message]:
    """Yield every message in use once, the first of those that are the same; those out of use stay as they are."""
    seen: dict[tuple[str, str], Message] = {}
    for message in messages:
        first = seen.setdefault((message.context, message.source), message)
        if message.is_obsolete or first is message:
            yield message
        elif first.is_obsolete:
            seen[message.context, message.source] = message
            yield message
        else:
            place = f" of “{message.context}”" if message.context else ""
            text = f"the message{place} is given twice"
            findings.append(
                Finding("LOC-004", message.mark, text, f"first given at {first.mark}; take one of them out")
            )


def _plural_slips(drafts: Iterable[Draft], catalog: Catalog) -> Iterator[Finding]:
    """Yield where an entry has not the forms of the header, or forms without a plural."""
    rule = plural_rule(catalog.headers)
    for draft in drafts:
        has_plural = "msgid_plural" in draft.texts
        first = next(iter(draft.forms.values())).mark
        if not has_plural and draft.is_numbered:
            hint = "write msgstr without a number, or add a msgid_plural"
            yield Finding("LOC-003", first, "an entry without msgid_plural has numbered forms", hint)
        elif has_plural and not draft.is_numbered:
            yield Finding(
                "LOC-003", first, "an entry with msgid_plural needs numbered forms", "write msgstr[0], msgstr[1] …"
            )
        elif has_plural and rule and not draft.is_obsolete and sorted(draft.forms) != list(range(rule.count)):
            given = ", ".join(f"[{number}]" for number in sorted(draft.forms))
            message = f"the entry has the forms {given}, and the header says that there are {rule.count}"
            yield Finding("LOC-005", first, message, "give each form once, from msgstr[0] on")
