"""Put the questions of a profile to a proof, and say what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pikepdf

from report.findings import Finding, Mark, Severity
from report.model.output import Medium, Proof
from report.model.preflight import Known, Profile
from report.preflight.evidence import Evidence, evidence_of, read_once
from report.preflight.file import Unreadable
from report.preflight.paged import PAGE_QUESTIONS
from report.preflight.pdfium import NotAPdf
from report.preflight.questions import QUESTIONS, forget_readings

# What a file can make a question stumble over that holds what no PDF should hold.
ODD = (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was found in a file, by which profile, which questions were asked, and how many pages it has."""

    medium: Medium
    profile: str
    pages: int
    questions: tuple[str, ...]
    findings: tuple[Finding, ...]


def ask(proof: Proof, proofs: Mapping[Medium, Proof], known: Known) -> Answers:
    """Read a proof back and ask what the profile of its medium asks; ``proofs`` are those of the same edition."""
    if proof.medium == "screen":
        return _ask_webpage(proof)
    profile = known.profiles.get(proof.medium)
    mark = Mark.parse(proof.galley.place)
    try:
        evidence = evidence_of(proof, proofs, known)
    except (NotAPdf, Unreadable, *ODD) as trouble:
        words = str(trouble) if isinstance(trouble, (NotAPdf, Unreadable)) else f"the file is damaged: {trouble}"
        return Answers(proof.medium, profile.name if profile else "", 0, (), (Finding("PRE-041", mark, words),))
    names = _asked(profile)
    findings = [finding for name in names for finding in _answers(name, evidence, profile)]
    pages = len(evidence.file.pages) if evidence.file else 0
    return Answers(proof.medium, profile.name if profile else "", pages, names, tuple(findings))


def forget() -> None:
    """Let go of the files that were kept to be compared with others."""
    read_once.cache_clear()
    forget_readings()


def _ask_webpage(proof: Proof) -> Answers:
    from report.preflight.webpage import check_webpage  # noqa: PLC0415 - a PDF needs nothing of it

    return Answers("screen", "screen", 0, ("webpage",), tuple(check_webpage(proof)))


def _asked(profile: Profile | None) -> tuple[str, ...]:
    """Return the names of the questions in the order of the profile; without one, those about pages and their text."""
    if profile is None:
        return tuple(PAGE_QUESTIONS)
    return tuple(name for name, weight in profile.questions.items() if weight != "skip")


def _answers(name: str, evidence: Evidence, profile: Profile | None) -> Iterator[Finding]:
    """Yield what a question finds, weighed as the profile says."""
    weight = profile.questions[name] if profile else "ask"
    try:
        for finding in QUESTIONS[name](evidence):
            yield finding if weight in ("ask", "skip") else replace(finding, weight=Severity(weight))
    except ODD as trouble:
        words = " ".join(str(trouble).split())[:200]
        message = f"the file holds something so odd that “{name}” could not be asked: {type(trouble).__name__} {words}"
        yield Finding("PRE-041", evidence.mark, message, "is it whole? what made it?")
