"""What every declaration keeps to: logical sides in the flow and physical ones on the sheet, once, and no shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.findings import Finding
from report.validate.sheets.styles import Styles
from report.validate.sheets.tree import Declaration, Placed, Rule, Sheet

_SIDES = {"top": "block-start", "bottom": "block-end", "left": "inline-start", "right": "inline-end"}
_SIZES = {"width": "inline-size", "height": "block-size"}
_PHYSICAL = re.compile(r"(?:(margin|padding|border)-)?(top|bottom|left|right)(-\w+)?|(?:(min|max)-)?(width|height)")
_LOGICAL = re.compile(r"(margin|padding|border|inset)-(block|inline)\b.*|(min-|max-)?(block|inline)-size")
_TURNED = {"left": "start", "right": "end"}
_TURNING = {"text-align": "", "text-align-last": "", "float": "inline-", "clear": "inline-"}


def check_flow(styles: Styles) -> Iterator[Finding]:
    """Yield sides that would be wrong in a right-to-left edition, what is set twice, and ``!important``."""
    for sheet in styles.sheets.values():
        for placed in sheet.declarations:
            on_sheet = any(rule.name == "page" for rule in placed.rules)
            yield from _on_sheet(sheet, placed) if on_sheet else _in_flow(sheet, placed)
            for token, following in zip(placed.declaration.value, placed.declaration.value[1:], strict=False):
                if token.is_sign("!"):
                    message = f"“!{following.text}”: the layers decide who wins"
                    yield Finding("STY-006", sheet.source.mark(token.at), message, "take it away")
        for rule in sheet.rules():
            yield from _twice(sheet, rule)


def _in_flow(sheet: Sheet, placed: Placed) -> Iterator[Finding]:
    name, at = placed.declaration.name, placed.declaration.at
    found = _PHYSICAL.fullmatch(name)
    if found:
        kind, side, rest, bound, size = found.groups()
        logical = (
            f"{bound}-{_SIZES[size]}"
            if bound
            else _SIZES[size]
            if size
            else f"{kind or 'inset'}-{_SIDES[side]}{rest or ''}"
        )
        yield _finding(sheet, at, f"“{name}” is physical: in the flow everything is logical", f"write “{logical}”")
    word = placed.declaration.value[0].text if placed.declaration.value else ""
    if name in _TURNING and word in _TURNED:
        yield _finding(sheet, at, f"“{name}: {word}” is physical", f"write “{_TURNING[name]}{_TURNED[word]}”")


def _on_sheet(sheet: Sheet, placed: Placed) -> Iterator[Finding]:
    name = placed.declaration.name
    if _LOGICAL.fullmatch(name):
        hint = "write top, right, bottom, left: the outer edge follows the binding"
        yield _finding(sheet, placed.declaration.at, f"“{name}” is logical: on the sheet everything is physical", hint)


def _twice(sheet: Sheet, rule: Rule) -> Iterator[Finding]:
    seen: set[str] = set()
    for item in rule.items:
        if not isinstance(item, Declaration):
            continue
        if item.name in seen:
            yield Finding("STY-009", sheet.source.mark(item.at), f"“{item.name}” is set twice in this rule")
        seen.add(item.name)


def _finding(sheet: Sheet, offset: int, message: str, hint: str) -> Finding:
    return Finding("STY-012", sheet.source.mark(offset), message, hint)
