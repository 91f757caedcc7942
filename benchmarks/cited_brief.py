"""An invented brief full of citations: as a brief of ours, and as Markdown for pandoc, word for word the same."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

SLUG = "many-citations"
_PARAGRAPHS_IN_SECTION, _NOTES_IN_PARAGRAPH = 10, 6
_SEED = 20_241_102
_SYLLABLES = ("ba", "do", "fen", "ga", "hol", "ki", "lem", "mar", "nu", "or", "pel", "ri", "sun", "tav", "wen", "zo")
_GIVEN = ("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gita", "Hugo", "Ines", "Jan", "Kim", "Lars", "Mona", "Nils")
_THINGS = ("Tides", "Gauges", "Harbours", "Levels", "Clocks", "Quays", "Winds", "Charts", "Moorings", "Lights")
_PLACES = ("Harrowmouth", "Sandhaven", "Mudport", "Saltmarsh", "Greywater")
_SENTENCES = (
    "The gauge at the quay reads a little higher than the gauge at the pier.",
    "Nobody had expected that the two would ever agree.",
    "What the harbour board did next is told in several ways.",
    "A levelling in the same season settled the matter for a while.",
    "The clerk wrote down what he saw and signed it.",
    "Older records speak of a surge that reached the second step.",
)


def bibliography(count: int) -> str:
    """Return so many invented entries as biblatex: books, articles, chapters and reports in equal parts."""
    chance = random.Random(_SEED)
    return "\n".join(_entry(number, chance) for number in range(count))


def write_project(project: Path, checkout: Path, references: int, notes: int, style: str) -> None:
    """Write a project that holds the brief alone: the checkout's house, templates and sheets, and a style of citing."""
    for name in ("templates", "styles"):
        shutil.copytree(checkout / name, project / name)
    folder = project / "content" / SLUG
    (folder / "sections").mkdir(parents=True)
    house = (checkout / "content" / "house.yaml").read_text(encoding="utf-8")
    (project / "content" / "house.yaml").write_text(f"{house}citations:\n  style: {style}\n", encoding="utf-8")
    (folder / "references.bib").write_text(bibliography(references), encoding="utf-8")
    sections = list(_sections(references, notes))
    listed = "".join(f"  - part-{number}\n" for number in range(len(sections)))
    (folder / "brief.yaml").write_text(_BRIEF + listed + _REVISIONS, encoding="utf-8")
    for number, paragraphs in enumerate(sections):
        blocks = "".join(
            f"  - id: part-{number}-{index}\n    paragraph: >-\n      {words}\n"
            for index, words in enumerate(paragraphs)
        )
        written = f"id: part-{number}\ntitle: Part {number}\nblocks:\n{blocks}"
        (folder / "sections" / f"part-{number}.yaml").write_text(written, encoding="utf-8")


def write_markdown(path: Path, references: int, notes: int) -> None:
    """Write the same words as Markdown."""
    parts = ["---\ntitle: Many citations\nlang: en-GB\nreference-section-title: Bibliography\n---\n"]
    for number, paragraphs in enumerate(_sections(references, notes)):
        parts += [f"# Part {number}\n", *(f"{words}\n" for words in paragraphs)]
    path.write_text("\n".join(parts), encoding="utf-8")


def _sections(references: int, notes: int) -> Iterator[list[str]]:
    keys = _mentions(references, notes)
    chance = random.Random(_SEED)
    paragraphs = []
    for start in range(0, notes, _NOTES_IN_PARAGRAPH):
        cited = keys[start : start + _NOTES_IN_PARAGRAPH]
        paragraphs.append(" ".join(f"{chance.choice(_SENTENCES)}{_citation(key, chance)}" for key in cited))
    for start in range(0, len(paragraphs), _PARAGRAPHS_IN_SECTION):
        yield paragraphs[start : start + _PARAGRAPHS_IN_SECTION]


def _mentions(references: int, notes: int) -> Sequence[str]:
    """Return the keys in the order of the notes: each work once, and between them works that came before."""
    chance = random.Random(_SEED)
    is_repeated = [False] * references + [True] * (notes - references)
    first, *rest = is_repeated
    chance.shuffle(rest)
    mentioned: list[str] = []
    fresh = iter(range(references))
    for again in (first, *rest):
        mentioned.append(_repeated(mentioned, chance) if again else f"work{next(fresh)}")
    return mentioned


def _repeated(mentioned: Sequence[str], chance: random.Random) -> str:
    return mentioned[-1] if chance.random() < 0.3 else chance.choice(mentioned)


def _citation(key: str, chance: random.Random) -> str:
    return f"[@{key}, p. {chance.randrange(1, 400)}]" if chance.random() < 0.8 else f"[@{key}]"


def _entry(number: int, chance: random.Random) -> str:
    kind = ("book", "article", "incollection", "report")[number % 4]
    fields = {
        "author": " and ".join(_name(chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))),
        "title": f"{chance.choice(_THINGS)} and {chance.choice(_THINGS)} of {_word(chance)}",
        "date": str(chance.randrange(1950, 2024)),
        "langid": "british",
    }
    place = chance.choice(_PLACES)
    if kind == "book":
        fields |= {
            "subtitle": f"A History of {_word(chance)}",
            "publisher": f"{_word(chance)} Press",
            "location": place,
        }
    elif kind == "article":
        volume, first = chance.randrange(1, 60), chance.randrange(1, 300)
        fields |= {"journaltitle": f"Journal of {_word(chance)} Studies", "volume": str(volume), "number": "2"}
        fields |= {"pages": f"{first}--{first + 20}", "doi": f"10.1000/invented.{number}"}
    elif kind == "incollection":
        fields |= {"booktitle": f"Companion to {_word(chance)}", "editor": _name(chance), "pages": "12--34"}
        fields |= {"publisher": f"{_word(chance)} Press", "location": place}
    else:
        fields |= {"institution": f"{{Institute of {_word(chance)}}}", "location": place}
        fields |= {"url": f"https://www.example.org/reports/{number}", "urldate": "2024-05-01"}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{work{number},\n{lines}}}\n"


def _name(chance: random.Random) -> str:
    return f"{_word(chance)}, {chance.choice(_GIVEN)}"


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((2, 2, 3)))).capitalize()


_BRIEF = f"""\
title: Many citations
short-title: Many citations
language: en-GB
number: 1/2024
date: 2024-09-02
authors:
  - name: Ada Example
keywords: [invented]
description: An invented brief that cites more than any other.
standfirst: Every word of this brief was made by a program that measures how long citing takes.
references: references.bib
summary:
  - id: {SLUG}-claim
    paragraph: It has three hundred references and six hundred notes.
sections:
"""
_REVISIONS = """\
revisions:
  - version: "1.0"
    date: 2024-09-02
    note: Made for measuring.
"""
