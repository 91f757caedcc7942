"""Brief to Edition: the brief as its readers in one locale get it."""

from __future__ import annotations

from report import locales
from report.findings import Checked, Finding, nearest
from report.model.brief import Brief
from report.model.edition import Edition


def editions_of(brief: Brief) -> tuple[str, ...]:
    """Return the locales a brief can be had in, its source language first."""
    return (brief.language,)


def localize(brief: Brief, locale: str) -> Checked[Edition]:
    """Make the edition of a brief in one locale (a BCP 47 tag); one that does not exist is a finding."""
    findings: list[Finding] = []
    if locale not in editions_of(brief):
        hint = nearest(locale, editions_of(brief)) or f"it exists in {', '.join(editions_of(brief))}"
        findings.append(Finding("LOC-001", brief.mark, f"“{brief.slug}” has no edition in “{locale}”", hint))
        locale = brief.language
    if locale not in locales.known_locales():
        hint = nearest(locale, locales.known_locales()) or f"there are {', '.join(locales.known_locales())}"
        findings.append(Finding("LOC-002", brief.mark, f"there is no locale pack “{locale}”", hint))
        return Checked(Edition(brief, "en-GB", "ltr", brief.revisions[-1]), tuple(findings))
    direction = locales.pack(locale).direction
    return Checked(Edition(brief, locale, direction, brief.revisions[-1]), tuple(findings))
