"""How a file opens (PRE-058): title, language, direction, outline and page labels; a printer's file has none of it."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.technical.telling import told


def check_viewing(evidence: Evidence) -> Iterator[Finding]:
    """Ask what viewers are told, and that printers are told nothing."""
    for what in _for_readers(evidence) if evidence.limits.outline else _for_printers(evidence):
        yield told(evidence, "PRE-058", what)


def _for_readers(evidence: Evidence) -> Iterator[str]:
    assert evidence.file
    file, facts = evidence.file, evidence.facts
    if file.catalog.get("ViewerPreferences.DisplayDocTitle") is not True:
        yield "viewers are not told to show the title in place of the file’s name (DisplayDocTitle)"
    language = str(file.catalog.get("Lang", ""))
    if not language:
        yield "the file does not say in which language it is (Lang)"
    elif facts and language != facts.locale:
        yield f"the file says that it is in “{language}”, the edition is “{facts.locale}”"
    direction = facts.direction if facts else evidence.copy.direction if evidence.copy else ""
    wanted = {"rtl": "R2L", "ltr": "L2R"}.get(direction, "")
    given = file.catalog.get("ViewerPreferences.Direction", "L2R")
    if wanted and given != wanted:
        yield f"viewers are told that pages go by {given}, in this edition they go by {wanted}"
    if not file.outline:
        yield "the file has no outline"
    elif file.catalog.get("PageMode") != "UseOutlines":
        yield "the file does not open with its outline (PageMode)"
    yield from _lost_lines(evidence)
    yield from _labels(evidence)
    if evidence.limits.tags and (file.tree is None or file.catalog.get("MarkInfo.Marked") is not True):
        yield "the file is not tagged"


def _lost_lines(evidence: Evidence) -> Iterator[str]:
    assert evidence.file
    for line in evidence.file.outline:
        if line.destination is None:
            yield f"“{line.title}” in the outline leads nowhere"


def _labels(evidence: Evidence) -> Iterator[str]:
    """Yield what is wrong with the page labels: viewers show what is printed on the page."""
    assert evidence.file
    labels = evidence.file.page_labels
    if labels is None:
        yield "the file has no page labels"
        return
    for number, label in enumerate(labels, 1):
        if not label.isdecimal() or int(label) != number:
            yield f"page {number} is labelled “{label}”"
            return


def _for_printers(evidence: Evidence) -> Iterator[str]:
    assert evidence.file
    file = evidence.file
    is_from_right = evidence.facts is not None and evidence.facts.direction == "rtl"
    if evidence.medium == "press" and is_from_right and file.catalog.get("ViewerPreferences.Direction") != "R2L":
        yield "nothing tells the printer that pages go from right to left (Direction)"
    if file.outline:
        yield f"the file has an outline of {len(file.outline)} lines, in print there is none"
    if file.page_labels is not None:
        yield "the file has page labels, in print there are none"
    if not evidence.limits.tags and file.tree is not None:
        yield "the file is tagged, in print nobody reads the tags"
    if "PageMode" in file.catalog and file.catalog["PageMode"] != "UseNone":
        yield "the file says how a viewer should open it (PageMode)"
