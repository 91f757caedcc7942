"""Sixty edits of the shipped briefs, of every kind: the redlines list just those, in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from report.model.redline import Printing, Redline
from report.model.revision import Change
from report.model.text import Emphasis, Strong, Text, Words, Wrapper
from report.revise import accepted, redline, rejected
from tests.support.as_printed import as_printed
from tests.support.shipped import ROOT, prepared, shipped_project

NEXUS = "iran-russia-nexus"
SPECIMEN = "specimen"
Row = tuple[str, str, str, str]
"""Kind, part, what was there and what is."""

CAMPS = """The camp that admires the Russian model is the one Moscow finds harder to read; \
the camp it prefers is the one most inclined to look west."""

# Where an edit is made, what stands there and what takes its place; beside it how it is listed.
# fmt: off
EDITS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    NEXUS: (
        ("brief.yaml", "number: 2/2017", "number: 3/2017"),
        ("brief.yaml", "\ntitle: The Iran–Russia Nexus\n", "\ntitle: The Iran–Russia Axis\n"),
        ("brief.yaml", "of bilateral relations, 2012–2017", "of relations, 2012–2017"),
        ("brief.yaml", "    corporate: true", "    corporate: true\n  - name: Ada Example"),
        ("brief.yaml", "short-title: The Iran–Russia Nexus", "short-title: Iran and Russia"),
        ("brief.yaml", "came to a détente", "came to terms"),
        ("brief.yaml", "sanctions, Middle East]", "sanctions]"),
        ("brief.yaml", "they cooperate more and more", "they cooperate ever more closely"),
        ("brief.yaml", "          - >-\n            Russia means to stay",
         "          - They have no friend in common.\n          - >-\n            Russia means to stay"),
        ("brief.yaml", "note: First published edition.", "note: First edition."),
        ("brief.yaml", "  - conclusion\n", "  - conclusion\n  - afterword\n"),
        ("brief.yaml", "  - civilization\n  - collapse\n", "  - collapse\n  - civilization\n"),
        ("sections/introduction.yaml", "They twisted and turned and at times stood still, unfinished\n      business",
         "Unfinished\n      business"),
        ("sections/introduction.yaml", "the nexus of the title,", "the *nexus* of the title,"),
        ("sections/introduction.yaml", "election is due in May 2017", "election is due in June 2017"),
        ("sections/introduction.yaml", "  - id: introduction-plan\n",
         "  - id: added\n    paragraph: Nobody has asked.^[Or nobody has said so.]\n  - id: introduction-plan\n"),
        ("sections/implications.yaml", "title: Historical implications of the nexus", "title: What history implies"),
        ("sections/implications.yaml", "to 14\n      July 2015, the day", "to 15\n      July 2015, the day"),
        ("sections/implications.yaml", "growing unusually fast for about three years",
         "growing for about three years"),
        ("sections/backdrop.yaml", "[@andreeva2007, p. 13]", "[@andreeva2007, p. 15]"),
        ("sections/backdrop.yaml", "The motive shows most clearly", "The motive still shows most clearly"),
        ("sections/backdrop.yaml", "known as the Great Game.", "known as the Great Game.^[Kipling’s name for it.]"),
        ("sections/backdrop.yaml", "  - id: backdrop-guard\n",
         "  - id: backdrop-heading\n    heading: Two centuries of caution\n  - id: backdrop-guard\n"),
        ("sections/civilization.yaml", "through depression and", "through **depression** and"),
        ("sections/collapse.yaml", "roughly 2,500\\ kilometres", "roughly 2,300\\ kilometres"),
        ("sections/collapse.yaml", "a point to which [#conclusion] returns", "a point to which [#outlook] returns"),
        ("sections/formation.yaml", "left the Gore–Chernomyrdin agreement",
         "left the [Gore–Chernomyrdin agreement](https://example.org/agreement)"),
        ("sections/formation.yaml", "circumstances had changed a good deal in between",
         "circumstances were no longer what they had been"),
        ("sections/consolidation.yaml", "could express opinion.[@farhi2013] It", "could express opinion. It"),
        ("sections/consolidation.yaml", "then on 12 September 2014 at", "then on 13 September 2014 at"),
        ("sections/consolidation.yaml", "date: 2014-09-12", "date: 2014-09-13"),
        ("sections/consolidation.yaml", "label: JCPOA agreed in Vienna", "label: JCPOA concluded in Vienna"),
        ("sections/consolidation.yaml", "      - date: 2001-03\n        label: Khatami in Moscow\n", ""),
        ("sections/consolidation.yaml", "turning points, 2000–2017", "turning points, 2000–2018"),
        ("sections/consolidation.yaml", "source: compiled by the Policy Desk", "source: compiled by the Desk"),
        ("sections/consolidation.yaml", "Timeline of twelve dates", "Timeline of eleven dates"),
        ("sections/rationale.yaml", "death on 8 January 2017", "death on 10 February 2017"),
        ("references.bib", "  location  = {Basingstoke},", "  location  = {London},"),
    ),
    SPECIMEN: (
        ("brief.yaml", "standfirst: >-\n  Harrowmouth does not exist.", "standfirst: >-\n  Harrowmouth never existed."),
        ("sections/readings.yaml", "**quay gauge always reads highest**", "quay gauge always reads highest"),
        ("sections/readings.yaml", "A black and white gauge board", "A black gauge board"),
        ("sections/measures.yaml", "Name one datum in a by-law, and say in the same sentence who keeps it.",
         "A by-law names one datum; nobody keeps what is not written down."),
        ("sections/measures.yaml", "        - title: Later years\n", "        - title: Other years\n"),
        ("sections/readings.yaml", "notes: A dash stands for a year", "notes: A dash stands for any year"),
        ("sections/readings.yaml", "    credit: Drawn for this specimen\n", ""),
        ("sections/readings.yaml", "differ^[Headings inside a section may call notes as well.]", "differ"),
        ("sections/readings.yaml", "      - In winter the ice lifts the float at the pier.\n", ""),
        ("sections/readings.yaml", "              - The first time a link had broken.\n",
         "              - The first time two links had broken.\n"),
        ("sections/readings.yaml", "for thirty years, and", "for forty years, and"),
        ("sections/readings.yaml", "Sample, keeper of", "Sample, late keeper of"),
        ("sections/readings.yaml", "d’opinion]{lang=fr}", "d’opinion]{lang=it}"),
        ("sections/measures.yaml", "[Levelling, \"1,850\", \"–\"]", "[Levelling, \"1,950\", \"–\"]"),
        ("sections/measures.yaml", "        - [Record, \"320\", \"290\"]\n",
         "        - [Record, \"320\", \"290\"]\n        - [Paint, \"12\", \"12\"]\n"),
        ("sections/measures.yaml", "callout: How to read a tide gauge", "callout: How to read a gauge"),
        ("sections/measures.yaml", "          - Sign it.\n", ""),
        ("sections/measures.yaml", "      - for: Readers of gauges\n", "      - for: All readers of gauges\n"),
        ("figures/levels.svg", "</svg>", "<!-- drawn anew --></svg>"),
    ),
}
LISTED: Mapping[str, tuple[Row, ...]] = {
    NEXUS: (
        ("replacement", "number", "2/2017", "3/2017"),
        ("replacement", "title", "Nexus", "Axis"),
        ("deletion", "subtitle", "bilateral", ""),
        ("replacement", "authors", "Policy Desk", "Policy Desk, Ada Example"),
        ("replacement", "short-title", "The Iran–Russia Nexus", "Iran and Russia"),
        ("replacement", "description", "a détente", "terms"),
        ("replacement", "keywords",
         "Iran, Russia, JCPOA, Syria, sanctions, Middle East",
         "Iran, Russia, JCPOA, Syria, sanctions"),
        ("replacement", "list-item", "more and more", "ever more closely"),
        ("insertion", "list-item", "", "They have no friend in common."),
        ("replacement", "paragraph", "They twisted and turned and at times stood still, unfinished", "Unfinished"),
        ("emphasis", "paragraph", "nexus", "*nexus*"),
        ("replacement", "paragraph", "May", "June"),
        ("insertion", "paragraph", "", "Nobody has asked. [Or nobody has said so.]"),
        ("replacement", "section-title", "Historical implications of the nexus", "What history implies"),
        ("replacement", "paragraph", "14 July 2015", "15 July 2015"),
        ("deletion", "paragraph", "unusually fast", ""),
        ("replacement", "note", "13", "15"),
        ("insertion", "paragraph", "", "still"),
        ("insertion", "note", "", "Kipling’s name for it."),
        ("insertion", "heading", "", "Two centuries of caution"),
        ("move", "section",
         "From the Shah’s “Great Civilization” to the Islamic Republic",
         "From the Shah’s “Great Civilization” to the Islamic Republic"),
        ("replacement", "paragraph", "2,500 kilometres", "2,300 kilometres"),
        ("replacement", "paragraph", "Section IX", "Section VIII"),
        ("emphasis", "paragraph", "depression", "**depression**"),
        ("replacement", "paragraph", "had changed a good deal in between", "were no longer what they had been"),
        ("emphasis", "paragraph",
         "Gore–Chernomyrdin agreement",
         "Gore–Chernomyrdin agreement (https://example.org/agreement)"),
        ("deletion", "note", "Farhi, *Why Rohani*, 2013.", ""),
        ("replacement", "paragraph", "12 September 2014", "13 September 2014"),
        ("replacement", "caption", "2017", "2018"),
        ("deletion", "timeline-entry", "Mar 2001 / Khatami in Moscow", ""),
        ("replacement", "timeline-entry", "12 Sep 2014", "13 Sep 2014"),
        ("replacement", "timeline-entry", "agreed", "concluded"),
        ("replacement", "alternative-text", "twelve", "eleven"),
        ("deletion", "source", "Policy", ""),
        ("replacement", "paragraph", "8 January", "10 February"),
        ("deletion", "pull-quote",
         CAMPS, ""),
        ("move", "paragraph", "Conclusion", "Conclusion"),
        ("insertion", "section", "", "Afterword / This was written before the election."),
        ("replacement", "reference", "Basingstoke", "London"),
        ("deletion", "reference", "Farhi, Farideh. *Why Rohani.* 2013.", ""),
        ("deletion", "revision", "published", ""),
    ),
    SPECIMEN: (
        ("replacement", "standfirst", "does not exist", "never existed"),
        ("emphasis", "paragraph", "**quay gauge always reads highest**", "quay gauge always reads highest"),
        ("replacement", "table-notes", "a", "any"),
        ("replacement", "picture", "levels.svg (e420c72c)", "levels.svg (073af625)"),
        ("deletion", "credit", "Drawn for this specimen", ""),
        ("deletion", "note", "Headings inside a section may call notes as well.", ""),
        ("replacement", "list-item", "a link", "two links"),
        ("deletion", "list-item", "In winter the ice lifts the float at the pier.", ""),
        ("deletion", "alternative-text", "and white", ""),
        ("replacement", "quotation", "thirty", "forty"),
        ("insertion", "attribution", "", "late"),
        ("emphasis", "paragraph", "une affaire d’opinion (fr)", "une affaire d’opinion (it)"),
        ("deletion", "callout-title", "tide", ""),
        ("deletion", "list-item", "Sign it.", ""),
        ("replacement", "column", "Later", "Other"),
        ("replacement", "cell", "1,850", "1,950"),
        ("insertion", "row", "", "Paint / 12 / 12"),
        ("replacement", "recommendation",
         "Name one datum in a by-law, and say in the same sentence who keeps it",
         "A by-law names one datum; nobody keeps what is not written down"),
        ("replacement", "recommendation", "Readers", "All readers"),
    ),
}
# fmt: on
AFTERWORD = """id: afterword
title: Afterword
blocks:
  - id: afterword-words
    paragraph: This was written before the election.
"""


@pytest.fixture(scope="module")
def redlines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Printing, Printing, Redline]]:
    project = shipped_project(tmp_path_factory.mktemp("edited") / "project")
    for slug, edits in EDITS.items():
        for name, before, after in edits:
            _edit(project / "content" / slug / name, before, after)
    (project / "content" / NEXUS / "sections" / "afterword.yaml").write_text(AFTERWORD, encoding="utf-8")
    _without(project / "content" / NEXUS / "references.bib", "@misc{farhi2013,", "@report{kozhanov2015,")
    sections = project / "content" / NEXUS / "sections"
    _moved(sections / "conclusion.yaml", "conclusion-counterweight", "conclusion-ties")
    _without(sections / "rationale.yaml", "  - id: rationale-pull\n", "  - id: rationale-order\n")
    made = {}
    for slug in EDITS:
        old, new = (_printing(root, slug) for root in (ROOT, project))
        made[slug] = (old, new, redline(old, new))
    return made


@pytest.mark.parametrize("slug", EDITS)
def test_the_list_of_changes_is_that_of_the_edits(
    redlines: dict[str, tuple[Printing, Printing, Redline]], slug: str
) -> None:
    assert [_row(change) for change in redlines[slug][2].changes] == list(LISTED[slug])


def test_there_are_sixty_of_them() -> None:
    assert sum(map(len, LISTED.values())) == 60


@pytest.mark.parametrize("slug", EDITS)
def test_both_texts_are_in_the_redline(redlines: dict[str, tuple[Printing, Printing, Redline]], slug: str) -> None:
    old, new, made = redlines[slug]
    assert as_printed(accepted(made)) == as_printed(new)
    assert as_printed(rejected(made)) == as_printed(old)


@pytest.mark.parametrize("slug", EDITS)
def test_changes_are_numbered_as_they_are_read(
    redlines: dict[str, tuple[Printing, Printing, Redline]], slug: str
) -> None:
    changes = redlines[slug][2].changes
    assert [change.number for change in changes] == list(range(1, len(changes) + 1))


def _row(change: Change) -> Row:
    return (change.kind, change.part, _said(change.before), _said(change.after))


def _said(text: Text) -> str:
    words = ""
    for run in text:
        if isinstance(run, Words):
            words += run.text
        elif isinstance(run, Wrapper):
            sign = {Emphasis: "*", Strong: "**"}.get(type(run), "")
            words += f"{sign}{_said(run.runs)}{sign}"
    return words.replace("\u00a0", " ").replace("\u2009", " ")


def _printing(root: Path, slug: str) -> Printing:
    one, findings = prepared(root, slug, "en-GB")
    assert not [finding for finding in findings if finding.holds], findings
    return Printing(one.edition, one.apparatus)


def _edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, (path.name, before)
    path.write_text(text.replace(before, after), encoding="utf-8")


def _without(path: Path, start: str, end: str) -> None:
    """Take out all from one place of a file up to another."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index(start)] + text[text.index(end) :], encoding="utf-8")


def _moved(path: Path, block: str, behind: str) -> None:
    """Move a block behind another that follows it."""
    text = path.read_text(encoding="utf-8")
    start = text.index(f"  - id: {block}\n")
    end = text.index("  - id: ", start + 1)
    rest = text[:start] + text[end:]
    there = rest.find("  - id: ", rest.index(f"  - id: {behind}\n") + 1)
    path.write_text(rest[:there] + text[start:end] + rest[there:], encoding="utf-8")
