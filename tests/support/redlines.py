"""A second revision of the specimen, with edits of every kind, and its redline."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from report import production
from report.desk import Desk
from report.findings import Finding
from report.model.output import Proof, Setting
from report.model.redline import Printing, Redline
from report.production import Prepared
from report.revise import redline
from tests.support.shipped import change, prepared, shipped_project

SLUG = "specimen"
# By file, what is written and what is written instead.
EDITS: tuple[tuple[str, str, str], ...] = (
    (
        "brief.yaml",
        "title: The Tide Gauges of Harrowmouth\nsub",
        "title: The Four Tide Gauges of Harrowmouth\nsub",
    ),
    (
        "brief.yaml",
        "A specimen of every part that a brief can have",
        "A specimen of every part which a brief may have",
    ),
    (
        "brief.yaml",
        "Its gauges, councils and storms were invented so that",
        "Its gauges, ferries and storms were invented so that",
    ),
    (
        "brief.yaml",
        "The readings differ because the gauges stand",
        "The readings differ since the gauges stand",
    ),
    (
        "brief.yaml",
        "          - one clock for the harbour;\n",
        "          - one clock for the harbour;\n          - a fourth gauge that is left alone;\n",
    ),
    (
        "brief.yaml",
        "    note: First printed specimen.",
        (
            "    note: First printed specimen.\n"
            '  - version: "1.1"\n'
            "    date: 2024-11-04\n"
            "    note: A fourth gauge, and corrections to the costs."
        ),
    ),
    (
        "sections/introduction.yaml",
        "It has three tide gauges: one",
        "It has four tide gauges: one",
    ),
    (
        "sections/introduction.yaml",
        "will be given three answers.",
        "will be given four answers, and a shrug.",
    ),
    (
        "sections/introduction.yaml",
        "It finds that the question is badly put, because each\n      gauge measures something that the others do not.",
        (
            "It finds that the *question* is badly put, because each\n"
            "      gauge measures something that the others do not."
        ),
    ),
    (
        "sections/introduction.yaml",
        "the keeper of the lighthouse; see",
        "the former keeper of the lighthouse; see",
    ),
    (
        "sections/introduction.yaml",
        "        label: The pier gauge is hung",
        "        label: The pier gauge is hung from a chain",
    ),
    (
        "sections/introduction.yaml",
        "      - date: 2009-10\n",
        "      - date: 2009-11\n",
    ),
    (
        "sections/introduction.yaml",
        "      - date: 2021-03-20\n        label: A first common reading\n",
        "",
    ),
    (
        "sections/introduction.yaml",
        "people who had good reasons to ignore the one before it.",
        (
            "people who had good reasons to ignore the one before it.\n"
            "  - id: introduction-new\n"
            "    paragraph: >-\n"
            "      A fourth gauge was hung in the basin in autumn, and nobody has read it.^[It has been photographed.]"
        ),
    ),
    (
        "sections/readings.yaml",
        "title: What the gauges say^[",
        "title: What the four gauges say^[",
    ),
    (
        "sections/readings.yaml",
        "reaches the width of a\n      hand, and in a surge the length of an arm.",
        "reaches the width of two\n      hands, and in a surge the length of an arm.",
    ),
    (
        "sections/readings.yaml",
        "The **quay gauge always reads highest**",
        "The quay gauge always reads highest",
    ),
    (
        "sections/readings.yaml",
        "expect of a wall that has been sinking since it was built.[@placeholder2020, p. 31]",
        "expect of a wall that has been sinking since it was built.[@placeholder2020, p. 33]",
    ),
    (
        "sections/readings.yaml",
        "notes: A dash stands for a year in which",
        "notes: A dash stands for any year in which",
    ),
    (
        "sections/readings.yaml",
        "The zeros differ by\n      up to 21",
        "The zeros differ by\n      up to 23",
    ),
    (
        "sections/readings.yaml",
        "    heading: Why they differ^[Headings inside a section may call notes as well.]",
        "    heading: Why they do not agree",
    ),
    (
        "sections/readings.yaml",
        "          - The chain stretches when it is warm.\n",
        "          - The chain stretches when it is warm.\n          - It rusts.\n",
    ),
    (
        "sections/readings.yaml",
        "      - In winter the ice lifts the float at the pier.\n",
        "",
    ),
    (
        "sections/readings.yaml",
        "      - Gulls sit on the float.",
        "      - Gulls sit on the float.\n      - Boys throw stones at the gulls.",
    ),
    (
        "sections/readings.yaml",
        "caption: The board of the quay gauge at dusk",
        "caption: The board of the quay gauge at dawn",
    ),
    (
        "sections/readings.yaml",
        "I have kept the light for thirty years",
        "I have kept the light for thirty-one years",
    ),
    (
        "sections/readings.yaml",
        "attribution: Ben Sample, keeper of the light",
        "attribution: Ben Sample, former keeper of the light",
    ),
    (
        "sections/readings.yaml",
        "The French hydrographers who visited in\n      the year of the surge called it",
        "The French hydrographers, who visited\n      twice in the year of the surge, called it",
    ),
    (
        "sections/measures.yaml",
        '[Levelling, "1,850", "–"]',
        '[Levelling, "1,950", "–"]',
    ),
    (
        "sections/measures.yaml",
        '        - [Record, "320", "290"]\n',
        '        - [Record, "320", "290"]\n        - [A fourth gauge, "400", "20"]\n',
    ),
    (
        "sections/measures.yaml",
        "Stand square to the board and wait for three waves.",
        "Stand square to the board and wait for seven waves.",
    ),
    (
        "sections/measures.yaml",
        "          - Sign it.\n",
        "          - Sign it, and date it.\n",
    ),
    (
        "sections/measures.yaml",
        "    title: Three recommendations",
        "    title: Two recommendations",
    ),
    (
        "sections/measures.yaml",
        "      - for: Readers of gauges\n        text: Sign every reading.\n",
        "",
    ),
    (
        "sections/measures.yaml",
        "Name one datum in a by-law, and say",
        "Name one datum in a by-law by March, and say",
    ),
    (
        "sections/measures.yaml",
        (
            "  - id: measures-pull\n"
            "    pull-quote: >-\n"
            "      A datum is an agreement, and it has to be kept after the people who made it have left.\n"
        ),
        "",
    ),
    (
        "sections/measures.yaml",
        (
            "None of this will make the gauges agree. It will make it possible to say by how much they\n"
            "      disagree, and that is all that a harbour needs."
        ),
        (
            "Nothing will make the gauges agree. But one may learn from them how much they\n"
            "      disagree, which is more than most harbours know."
        ),
    ),
)
_QUOTATION = ("  - id: readings-witness", "  - id: readings-board-seen")


@dataclass(frozen=True, slots=True)
class Revised:
    """Two revisions of an edition, the redline that leads from one to the other, and it as it is set."""

    old: Prepared
    new: Prepared
    redline: Redline
    proofs: tuple[Proof, ...]
    findings: tuple[Finding, ...]

    def proof(self, medium: Setting) -> Proof:
        """The redline in one medium."""
        return next(one for one in self.proofs if one.medium == medium)


def two_revisions(folder: Path) -> tuple[Path, Path]:
    """Make two projects: what is shipped, and the same with the specimen edited in thirty places."""
    old, new = shipped_project(folder / "old"), shipped_project(folder / "new")
    for file, before, after in EDITS:
        change(new / "content" / SLUG / file, before, after)
    _move_the_quotation(new / "content" / SLUG / "sections" / "readings.yaml")
    return old, new


def set_redline(old: Path, new: Path, locale: str, slug: str = SLUG) -> Revised:
    """Set the redline of two projects in both media."""
    before, after = prepared(old, slug, locale)[0], prepared(new, slug, locale)[0]
    line = redline(_printing(before), _printing(after))
    desk = Desk()
    proofs = production.produce_redline(after, line, ("paged", "screen"), desk)
    return Revised(before, after, line, proofs, tuple(desk.findings))


def _printing(one: Prepared) -> Printing:
    return Printing(one.edition, one.apparatus)


def _move_the_quotation(path: Path) -> None:
    """Move a quotation to the end of its section."""
    text = path.read_text(encoding="utf-8")
    start, end = (text.index(words) for words in _QUOTATION)
    path.write_text(f"{text[:start]}{text[end:].rstrip()}\n{text[start:end]}", encoding="utf-8")
