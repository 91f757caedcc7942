"""An earlier text as it was frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from report.findings import Checked, Finding, Mark
from report.load.frozen import check_pictures, read_frozen
from report.model.edition import Edition
from report.model.frozen import Frozen, frozen_path, thaw
from report.model.redline import Printing
from report.redlining.texts import Earlier, Now


def frozen_as(now: Now, version: str) -> Earlier:
    """Return the printings that are frozen as a version."""
    findings: list[Finding] = []
    printings: dict[str, Printing] = {}
    for locale, prepared in now.editions.items():
        path = frozen_path(now.slug, version, locale)
        if not (now.project / path).exists():
            message = f"nothing is frozen as {version} in “{locale}”"
            hint = "“--since” with another version, or with a commit of git, compares this edition"
            findings.append(Finding("REV-030", now.listed, message, hint))
            continue
        thawed = _thawed(now, path, prepared.edition)
        findings += thawed.findings
        if thawed.value:
            printings[locale] = thawed.value.printing
    return Earlier(version, printings, _frozen_units(now, version), tuple(findings))


def _frozen_units(now: Now, version: str) -> Mapping[str, str]:
    """Return the texts as written in the source language at a version, by their contexts."""
    language = now.source.language
    path = frozen_path(now.slug, version, language)
    if not (now.project / path).exists():
        return {}
    some = next(iter(now.editions.values())).edition
    thawed = _thawed(now, path, replace(some, locale=language, brief=now.source))
    return thawed.value.units if thawed.value else {}


def _thawed(now: Now, path: str, edition: Edition) -> Checked[Frozen | None]:
    file = read_frozen(now.project, path, now.listed)
    if not file.value:
        return Checked(None, file.findings)
    thawed = thaw(file.value, edition)
    if not thawed.value:
        return thawed
    spoilt = tuple(check_pictures(now.project, thawed.value.printing.edition.brief, Mark(path)))
    return Checked(None if spoilt else thawed.value, (*thawed.findings, *spoilt))
