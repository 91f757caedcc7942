"""The .bib files of a brief to entries: what a type needs is there, every field is known, all is decoded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from report.findings import Checked, Finding, Mark
from report.load.files import read_text
from report.load.references.duplicates import duplicates
from report.load.references.entries import Draft, read_entry
from report.load.references.inheritance import inherit
from report.load.references.needs import missing_fields
from report.load.references.scanner import Macros, MarkedScanner, WrittenEntry
from report.model.references import References

__all__ = ["load_references", "read_references"]


_SIZE_LIMIT = 8 << 20  # a house may keep one file for all its briefs: 5,000 entries take 2 MiB


def load_references(project: Path, files: Iterable[tuple[str, Mark]]) -> Checked[References]:
    """Read the .bib files of a brief, each a path from the project folder and the place that names it.

    Returns the entries by key in the order of the files; a file that cannot be read is a finding.
    """
    sources: dict[str, str] = {}
    findings: list[Finding] = []
    for path, named in files:
        if path in sources:
            findings.append(Finding("CIT-004", named, f"“{path}” is listed twice", "take one of them out"))
            continue
        text = read_text(project, path, named, _SIZE_LIMIT)
        findings.extend(text.findings)
        sources[path] = text.value or ""
    references = read_references(sources)
    return Checked(references.value, (*findings, *references.findings))


def read_references(sources: Mapping[str, str]) -> Checked[References]:
    """Read the texts of .bib files by their paths; entries that are unsound are read as far as they are sound.

    Macros of ``@string`` reach into the files after theirs. Keys are told apart as they are written, but two that
    differ in capitals alone are one key given twice, as BibTeX has it.
    """
    macros = Macros()
    findings: list[Finding] = []
    written: list[WrittenEntry] = []
    for path, source in sources.items():
        scanner = MarkedScanner(source, path, macros)
        written.extend(scanner.entries())
        findings.extend(scanner.findings)
    drafts = _drafts(written, findings)
    entries = {key: draft.entry for key, draft in drafts.items()}
    findings.extend(duplicates(entries.values()))
    whole = inherit(entries)
    findings.extend(whole.findings)
    for key, entry in whole.value.items():
        parent = entry.plain("crossref")
        if not parent or parent in entries:  # a parent that is not there might have what is missing
            findings.extend(missing_fields(drafts[key], entry))
    return Checked(whole.value, tuple(findings))


def _drafts(written: Iterable[WrittenEntry], findings: list[Finding]) -> dict[str, Draft]:
    drafts: dict[str, Draft] = {}
    known: dict[str, Mark] = {}
    for one in written:
        if not one.key:
            continue  # it has been said
        first = known.setdefault(one.key.casefold(), one.mark)
        if first is not one.mark:
            findings.append(
                Finding("CIT-004", one.mark, f"the key “{one.key}” is given twice", f"first given at {first}")
            )
            continue
        checked = read_entry(one)
        findings.extend(checked.findings)
        drafts[one.key] = checked.value
    return drafts
