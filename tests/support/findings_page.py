"""The page of all findings, written from the table of codes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from report.codes import RULES, Rule

STAGES: Mapping[str, str] = {
    "LOD": "Loading files",
    "STR": "Structure",
    "LNK": "Links",
    "PRO": "Prose",
    "CIT": "Citations and references",
    "LOC": "Editions",
    "REV": "Revisions",
    "CMP": "Templates",
    "STY": "Sheets",
    "SET": "Setting",
    "PRE": "Preflight",
    "PRS": "The press",
}

_HEAD = """\
# Findings

Every code that the program can report, with its weight and the rule it stands for. An *error* holds the brief back; a
*warning* is said, and the brief is built. A code leads to its section in the [manual](manual.md).

This page is written from `report/codes.py` by `tests/support/findings_page.py`; do not edit it.
"""


def findings_page() -> str:
    """Return the page as Markdown: a table for each stage, and where the codes lead."""
    tables = [_table(stage, [rule for rule in RULES.values() if rule.code.startswith(stage)]) for stage in STAGES]
    targets = "".join(f"[{rule.code}]: manual.md#{anchor(heading(rule))}\n" for rule in RULES.values())
    return "\n".join([_HEAD, *tables, targets])


def heading(rule: Rule) -> str:
    """Return the heading that a rule has in the manual."""
    return f"{rule.code} – {rule.title}"


def anchor(words: str) -> str:
    """Return the anchor that a heading gets: lower case, without signs but hyphens and underscores, spaces as hyphens.

    >>> anchor("LOD-012 – Every section file, listed in brief.yaml.")
    'lod-012--every-section-file-listed-in-briefyaml'
    """
    return re.sub(r"[^\w -]", "", words.lower()).replace(" ", "-")


def _table(stage: str, rules: list[Rule]) -> str:
    rows = "".join(f"| [{rule.code}] | {rule.severity} | {rule.title.replace('|', '&#124;')} |\n" for rule in rules)
    return f"## {STAGES[stage]}\n\n| code | weight | rule |\n| --- | --- | --- |\n{rows}"
