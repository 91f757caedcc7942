"""When the source text changes, exactly what changed is stale in every language: the shipped briefs, edited by hand."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from report import catalogs, production
from report.findings import Finding
from report.model.blocks import Paragraph
from report.model.catalog import Translation
from report.model.edition import Edition
from report.model.text import Foreign, Text, Unsettled
from tests.support.shipped import BRIEFS, TRANSLATED, change, prepared, shipped_project, translations

NEXUS, SPECIMEN = "iran-russia-nexus", "specimen"
Change = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the content, and what must come of it in every language.

    ``moved`` leads from contexts after the change to those before it; ``gone`` are contexts that are no more and whose
    messages are left over.
    """

    slug: str
    make: Change
    stale: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)


def words(path: str, before: str, after: str) -> Change:
    """Change words that stand once in a file."""
    return lambda project: change(project / path, before, after)


def put_before(path: str, place: str, written: str) -> Change:
    """Put words before others that stand once in a file."""
    return words(path, place, written + place)


def without(path: str, block: str) -> Change:
    """Take a block of a section out."""

    def make(project: Path) -> None:
        taken_out(project / path, block)

    return make


def both(*changes: Change) -> Change:
    """Make changes one after the other."""

    def make(project: Path) -> None:
        for one in changes:
            one(project)

    return make


def taken_out(path: Path, block: str) -> str:
    """Take a block of a section out of its file and return it."""
    text = path.read_text(encoding="utf-8")
    found = re.search(rf"^  - id: {block}\n(?:(?!  - id: ).*\n)*", text, re.MULTILINE)
    assert found, block
    path.write_text(text.replace(found[0], ""), encoding="utf-8")
    return found[0]


def moved(source: str, block: str, target: str, before: str = "") -> Change:
    """Move a block before another one, or to the end of a file."""

    def make(project: Path) -> None:
        written = taken_out(project / source, block)
        path = project / target
        if before:
            change(path, f"  - id: {before}\n", f"{written}  - id: {before}\n")
        else:
            path.write_text(path.read_text(encoding="utf-8") + written, encoding="utf-8")

    return make


def exchanged(path: str, one: str, other: str) -> Change:
    """Let two paragraphs change places, and their ids stay where they are."""

    def make(project: Path) -> None:
        name = "between-the-two"
        for before, after in ((one, name), (other, one), (name, other)):
            change(project / path, f"  - id: {before}\n", f"  - id: {after}\n")
        moved(path, one, path, other)(project)

    return make


def rename_outlook(project: Path) -> None:
    """Give a section another id and file, and another place and number."""
    folder = project / "content" / NEXUS
    file = folder / "sections/outlook.yaml"
    change(file, "id: outlook\n", "id: prospects\n")
    file.rename(folder / "sections/prospects.yaml")
    change(folder / "brief.yaml", "  - rationale\n  - outlook\n", "  - prospects\n  - rationale\n")


def section(slug: str, name: str) -> str:
    """Return the file of a section."""
    return f"content/{slug}/sections/{name}.yaml"


COLLAPSE, FORMATION = section(NEXUS, "collapse"), section(NEXUS, "formation")
INTRODUCTION, CONSOLIDATION = section(NEXUS, "introduction"), section(NEXUS, "consolidation")
TOWN, READINGS, MEASURES = (section(SPECIMEN, one) for one in ("introduction", "readings", "measures"))
NEXUS_BRIEF, SPECIMEN_BRIEF = f"content/{NEXUS}/brief.yaml", f"content/{SPECIMEN}/brief.yaml"
LEVELS, HOUSE = f"content/{SPECIMEN}/data/levels.csv", "content/house.yaml"


def stale(slug: str, make: Change, *contexts: str) -> Edit:
    """Return an edit that makes texts stale, and does nothing else."""
    return Edit(slug, make, frozenset(contexts))


EDITS = {
    "nothing": stale(NEXUS, lambda _project: None),
    # one text
    "a word": stale(NEXUS, words(COLLAPSE, "cautious. The", "wary. The"), "collapse-border/paragraph"),
    "a letter": stale(NEXUS, words(COLLAPSE, "mid-1993", "mid-1994"), "collapse-turn/paragraph"),
    "a number": stale(NEXUS, words(COLLAPSE, "roughly 2,500", "roughly 2,600"), "collapse-border/paragraph"),
    "a stop": stale(NEXUS, words(COLLAPSE, "did not last. By", "did not last; by"), "collapse-turn/paragraph"),
    "a note": stale(SPECIMEN, words(READINGS, "nine years apart", "ten years apart"), "readings-list/list/1"),
    "a note taken out": stale(
        SPECIMEN,
        words(TOWN, "gauges^[All dates are as invented as the town.]", "gauges"),
        "introduction-history/caption",
    ),
    "a note put in": stale(
        NEXUS, words(COLLAPSE, "looking elsewhere.", "looking elsewhere.^[To the west.]"), "collapse-border/paragraph"
    ),
    "the locator of a citation": stale(
        NEXUS, words(COLLAPSE, "[@belopolsky2009, p. 1]", "[@belopolsky2009, p. 2]"), "collapse-turn/paragraph"
    ),
    "a citation of another work": stale(
        SPECIMEN,
        words(READINGS, "[@placeholder2020, p. 31]", "[@example2019, p. 31]"),
        "readings-spread/paragraph",
    ),
    "an emphasis": stale(
        SPECIMEN,
        words(READINGS, "**quay gauge always reads highest**", "quay gauge *always* reads highest"),
        "readings-spread/paragraph",
    ),
    "the address of a link": stale(
        SPECIMEN, words(READINGS, "example.org/tide-book", "example.org/tides"), "readings-board-seen/paragraph"
    ),
    "a caption": stale(
        NEXUS, words(CONSOLIDATION, "Meetings and turning", "Talks and turning"), "timeline-steps/caption"
    ),
    "an alternative text": stale(
        SPECIMEN, words(READINGS, "from 412 to 426", "from 412 to 427"), "readings-curve/alternative"
    ),
    "a source line": stale(NEXUS, words(CONSOLIDATION, "compiled by", "drawn up by"), "timeline-steps/source"),
    "a credit": stale(SPECIMEN, words(READINGS, "Computed for", "Painted for"), "readings-board/credit"),
    "a label of a timeline": stale(
        NEXUS, words(CONSOLIDATION, "SCO summit, Dushanbe", "Meeting in Dushanbe"), "timeline-steps/timeline/7/label"
    ),
    "a date of a timeline": stale(NEXUS, words(CONSOLIDATION, "date: 2012-05", "date: 2012-06")),
    "a cell": stale(SPECIMEN, words(MEASURES, "[Levelling,", "[Surveying,"), "measures-costs/table/rows/1/1"),
    "a cell of a spreadsheet": stale(
        SPECIMEN, words(LEVELS, "cleaned and laid", "washed and laid"), "readings-levels/table/rows/3/6"
    ),
    "a number in a column of numbers": stale(SPECIMEN, words(LEVELS, "2020,415,", "2020,416,")),
    "a number in a column of the block": stale(SPECIMEN, words(MEASURES, '"1,850"', '"1,900"')),
    "the unit of a column": stale(
        SPECIMEN,
        words(MEASURES, "First year\n          unit: crowns", "First year\n          unit: shillings"),
        "measures-costs/table/columns/2/unit",
    ),
    "a word in a drawing": stale(
        SPECIMEN, words(f"content/{SPECIMEN}/figures/levels.svg", ">Pier<", ">Jetty<"), "figures/levels.svg/12"
    ),
    "a keyword": stale(NEXUS, words(NEXUS_BRIEF, "JCPOA, Syria,", "JCPOA, Damascus,"), "keywords/4"),
    "the description": stale(NEXUS, words(NEXUS_BRIEF, "what it rests on, and", "what bears it, and"), "description"),
    "the short title alone": stale(
        NEXUS, words(NEXUS_BRIEF, "short-title: The Iran–Russia Nexus", "short-title: The Nexus"), "short-title"
    ),
    "the title of a section": stale(NEXUS, words(COLLAPSE, "Union collapses", "Union dissolves"), "collapse/title"),
    "the note of a revision": stale(
        NEXUS, words(NEXUS_BRIEF, "First published edition", "First edition"), "revisions/1/note"
    ),
    "lines broken elsewhere": stale(
        NEXUS,
        words(
            COLLAPSE,
            "did not last. By mid-1993 Russian policy had",
            "did not last. By\n      mid-1993 Russian policy had",
        ),
    ),
    # what stands where
    "an item put in": Edit(
        NEXUS,
        words(
            NEXUS_BRIEF,
            "          - >-\n            Russia, with",
            "          - Gas is cheap.\n          - >-\n            Russia, with",
        ),
        missing=frozenset({"summary-question/list/2/numbered/3"}),
        moved={
            "summary-question/list/2/numbered/4": "summary-question/list/2/numbered/3",
            "summary-question/list/2/numbered/5": "summary-question/list/2/numbered/4",
        },
    ),
    "an item taken out": Edit(
        SPECIMEN,
        words(READINGS, "      - The three clocks differ by up to four minutes.\n", ""),
        gone=frozenset({"readings-list/list/4"}),
        moved={f"readings-list/list/{at}": f"readings-list/list/{at + 1}" for at in range(4, 9)},
    ),
    "a step put into a timeline": Edit(
        NEXUS,
        words(
            CONSOLIDATION,
            "      - date: 2013-09\n",
            "      - date: 2013-08-20\n        label: A first letter\n      - date: 2013-09\n",
        ),
        missing=frozenset({"timeline-steps/timeline/5/label"}),
        moved={f"timeline-steps/timeline/{at}/label": f"timeline-steps/timeline/{at - 1}/label" for at in range(6, 14)},
    ),
    "a row put into a spreadsheet": Edit(
        SPECIMEN,
        put_before(LEVELS, "2021,418", "2020,417,400,–,1,A second time in the year\n"),
        missing=frozenset({"readings-levels/table/rows/3/6"}),
        moved={f"readings-levels/table/rows/{at}/6": f"readings-levels/table/rows/{at - 1}/6" for at in (4, 6)},
    ),
    "a keyword put before the others": Edit(
        NEXUS,
        put_before(NEXUS_BRIEF, "Iran, Russia", "diplomacy, "),
        missing=frozenset({"keywords/1"}),
        moved={f"keywords/{at}": f"keywords/{at - 1}" for at in range(2, 8)},
    ),
    "a paragraph put in": Edit(
        NEXUS,
        words(
            COLLAPSE,
            "  - id: collapse-chip\n",
            "  - id: collapse-new\n    paragraph: Nobody foresaw it.\n  - id: collapse-chip\n",
        ),
        missing=frozenset({"collapse-new/paragraph"}),
    ),
    "a paragraph taken out": Edit(
        NEXUS,
        without(COLLAPSE, "collapse-border"),
        gone=frozenset({"collapse-border/paragraph"}),
    ),
    "two paragraphs in another order": Edit(
        NEXUS, moved(INTRODUCTION, "introduction-moment", INTRODUCTION, "introduction-purpose")
    ),
    "the words of two paragraphs exchanged": Edit(
        NEXUS,
        exchanged(INTRODUCTION, "introduction-purpose", "introduction-moment"),
        moved={
            "introduction-purpose/paragraph": "introduction-moment/paragraph",
            "introduction-moment/paragraph": "introduction-purpose/paragraph",
        },
    ),
    "a block moved to another section": Edit(NEXUS, moved(COLLAPSE, "collapse-turn", FORMATION, "formation-arms")),
    "a figure moved to another section": Edit(SPECIMEN, moved(READINGS, "readings-board", MEASURES)),
    "the id of a block": Edit(
        NEXUS,
        words(COLLAPSE, "id: collapse-turn\n", "id: collapse-preference\n"),
        moved={"collapse-preference/paragraph": "collapse-turn/paragraph"},
    ),
    "the id of a block that others refer to": Edit(
        NEXUS,
        both(
            words(CONSOLIDATION, "id: timeline-steps", "id: meetings"),
            words(CONSOLIDATION, "[#timeline-steps]", "[#meetings]"),
        ),
        stale=frozenset({"consolidation-meetings/paragraph"}),
        moved={
            f"meetings/{way}": f"timeline-steps/{way}"
            for way in (*(f"timeline/{at}/label" for at in range(1, 13)), "caption", "alternative", "source")
        },
    ),
    "a section renamed and renumbered": Edit(NEXUS, rename_outlook, moved={"prospects/title": "outlook/title"}),
    "a block moved, renamed and changed": Edit(
        NEXUS,
        both(
            words(COLLAPSE, "mid-1993", "mid-1994"),
            words(COLLAPSE, "id: collapse-turn\n", "id: collapse-preference\n"),
            moved(COLLAPSE, "collapse-preference", FORMATION, "formation-arms"),
        ),
        stale=frozenset({"collapse-preference/paragraph"}),
        moved={"collapse-preference/paragraph": "collapse-turn/paragraph"},
    ),
    # the house, which is in every brief
    "a word of the house": stale(SPECIMEN, words(HOUSE, "publisher: Example", "publisher: Sample"), "house:publisher"),
    "the imprint of the house": stale(SPECIMEN, words(HOUSE, "they name no real", "they are no real"), "house:imprint"),
}


Held = Mapping[str, Translation]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped_project(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="module")
def before(shipped: Path) -> Mapping[tuple[str, str], Held]:
    """What is held for each text before any edit, by brief and language."""
    return {(slug, tag): translations(shipped, slug, tag)[0] for slug in BRIEFS for tag in TRANSLATED}


@pytest.fixture(scope="module")
def said_before(shipped: Path) -> Mapping[tuple[str, str], Counter[str]]:
    """How often each code is said before any edit."""
    return {(slug, tag): codes_of(prepared(shipped, slug, tag)[1]) for slug in BRIEFS for tag in TRANSLATED}


@pytest.fixture
def project(shipped: Path, tmp_path: Path) -> Path:
    """A copy of what is shipped, to be edited."""
    shutil.copytree(shipped, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_makes_exactly_its_own_texts_stale_in_every_language(
    name: str,
    before: Mapping[tuple[str, str], Held],
    said_before: Mapping[tuple[str, str], Counter[str]],
    project: Path,
) -> None:
    edit = EDITS[name]
    edit.make(project)
    reading = production.read(project, edit.slug)
    said = {"LOC-006": len(edit.missing), "LOC-007": len(edit.stale), "LOC-008": len(edit.gone)}
    for locale in TRANSLATED:
        after, left = translations(project, edit.slug, locale, reading)
        assert standing(after) == expected(edit), locale
        assert left == edit.gone, locale
        earlier = before[edit.slug, locale]
        kept = {way: words_held(earlier[edit.moved.get(way, way)]) for way in after if way not in edit.missing}
        assert {way: words_held(after[way]) for way in kept} == kept, locale
        _, findings = prepared(project, edit.slug, locale, reading=reading)
        assert codes_of(findings) - said_before[edit.slug, locale] == +Counter(said), (locale, findings)
        assert not any(one.holds for one in findings if not one.code.startswith("REV-"))


@pytest.mark.parametrize("name", EDITS)
def test_an_update_settles_nothing_and_unsettles_nothing(name: str, project: Path) -> None:
    edit = EDITS[name]
    edit.make(project)
    for _ in range(2):
        jobs = catalogs.jobs(project, [edit.slug], None)
        assert codes_of(jobs.findings) == Counter()
        lines = list(catalogs.update(project, jobs.value))
    assert all(line.endswith(": unchanged") for line in lines), "a second update finds nothing to do"
    reading = production.read(project, edit.slug)
    for locale in TRANSLATED:
        after, left = translations(project, edit.slug, locale, reading)
        assert (standing(after), left) == (expected(edit), frozenset()), locale


RENAMED_WORK = (
    words(COLLAPSE, "[@belopolsky2009, p. 1]", "[@belopolsky2010, p. 1]"),
    words(f"content/{NEXUS}/references.bib", "{belopolsky2009,", "{belopolsky2010,"),
)
LEADS_NOWHERE = {
    "a figure that is called otherwise": (
        "consolidation-meetings",
        EDITS["the id of a block that others refer to"].make,
    ),
    "a work that is called otherwise": ("collapse-turn", both(*RENAMED_WORK)),
}


@pytest.mark.parametrize("name", LEADS_NOWHERE)
def test_an_old_text_that_leads_where_nothing_is_any_more_gives_way_to_the_source_text(
    name: str, said_before: Mapping[tuple[str, str], Counter[str]], project: Path
) -> None:
    block, make = LEADS_NOWHERE[name]
    make(project)
    for locale in TRANSLATED:
        made, findings = prepared(project, NEXUS, locale)
        assert codes_of(findings) - said_before[NEXUS, locale] == Counter(["LOC-007"])
        [run] = text_of(made.edition, block)
        assert isinstance(run, Unsettled)
        assert run.standing == "missing", "what is printed is the source text"
        [foreign] = run.runs
        assert isinstance(foreign, Foreign)
        assert (foreign.language, foreign.direction) == ("en-GB", "ltr")


def test_a_word_of_the_templates_that_changed_is_said_and_holds_every_language(project: Path) -> None:
    change(project / "templates/parts/bibliography.html", '_("Bibliography")', '_("Works cited")')
    for locale in TRANSLATED:
        _, findings = prepared(project, SPECIMEN, locale)
        assert [one.code for one in findings if "“Works cited”" in one.message] == ["LOC-006"]
        _, findings = prepared(project, SPECIMEN, locale, to_publish=True)
        assert codes_of(one for one in findings if one.holds) == Counter(["LOC-009"])


def text_of(edition: Edition, block: str) -> Text:
    """Return the words of a paragraph."""
    found = [one for section in edition.brief.sections for one in section.blocks if one.id == block]
    assert isinstance(found[0], Paragraph)
    return found[0].text


def codes_of(findings: Iterable[Finding]) -> Counter[str]:
    """Return how often each code is said; that a frozen text was changed is another matter."""
    return Counter(one.code for one in findings if not one.code.startswith("REV-"))


def standing(found: Mapping[str, Translation]) -> Mapping[str, str]:
    """Return what does not follow the source text."""
    return {way: one.standing for way, one in found.items() if one.standing != "current"}


def expected(edit: Edit) -> Mapping[str, str]:
    """Return what must not follow the source text after an edit."""
    return dict.fromkeys(edit.stale, "stale") | dict.fromkeys(edit.missing, "missing")


def words_held(one: Translation) -> str:
    """Return the words that are held for a text."""
    assert one.message is not None
    return one.message.translations[0].text
