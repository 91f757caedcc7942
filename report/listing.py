"""How the apparatus of an edition looks to an editor at a terminal, and to a program: notes with plan and place."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from report.findings import Mark
from report.model.apparatus import Apparatus, Note, Reference
from report.model.edition import Edition
from report.model.text import (
    Citation,
    CitedNames,
    CrossReference,
    Emphasis,
    Foreign,
    Link,
    NoteCall,
    ReferenceLink,
    Revised,
    Run,
    SmallCaps,
    Strong,
    Text,
    Unsettled,
    Words,
)

_MEASURE = 100
_INDENT = "    "


def as_text(editions: Iterable[tuple[Edition, Apparatus]]) -> str:
    """Return the notes and works of editions for reading: the place first, which terminals open; then the words.

    The words are in the small Markdown of the content: ``*emphasis*``, ``**strong**``.
    """
    return "\n".join("\n".join(_lines(edition, apparatus)) + "\n" for edition, apparatus in editions)


def as_json(editions: Iterable[tuple[Edition, Apparatus]]) -> str:
    """Return the same for programs: one object with a list of editions, each with its notes and references."""
    records = [_record(edition, apparatus) for edition, apparatus in editions]
    return json.dumps({"editions": records}, ensure_ascii=False, indent=2) + "\n"


def in_markdown(text: Text, apparatus: Apparatus) -> str:
    """Return a finished text as it would be typed; emphasis within emphasis, which prints upright, is ``_so_``."""
    return _marked(text, apparatus, "*")


def _lines(edition: Edition, apparatus: Apparatus) -> Iterator[str]:
    works = sum(len(group.references) for group in apparatus.bibliography)
    yield f"{edition.brief.slug} {edition.locale}: {_count(len(apparatus.notes), 'note')}, {_count(works, 'work')}"
    for note in apparatus.notes.values():
        plan = "; ".join(f"{mention.position} {mention.key}" for mention in note.mentions) or "prose"
        section = f" in {note.section}" if note.section else ""
        yield ""
        yield f"{note.mark}: note {note.number}{section}: {plan}"
        yield from _wrapped(in_markdown(note.text, apparatus))
    for group in apparatus.bibliography:
        if group.title:
            yield ""
            yield in_markdown(group.title, apparatus)
        for work in group.references:
            yield ""
            yield f"{work.mark}: {work.key}: {_cited_in(work, apparatus.notes)}"
            yield from _wrapped(in_markdown(work.text, apparatus))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _cited_in(work: Reference, notes: Mapping[str, Note]) -> str:
    numbers = [str(notes[id_].number) for id_ in work.notes]
    if not numbers:
        return "in no note"
    return f"note{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"


def _wrapped(words: str) -> list[str]:
    """Return words in lines of one measure, whatever the terminal: what is piped or compared stays the same."""
    return textwrap.wrap(
        words,
        _MEASURE,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _marked(text: Text, apparatus: Apparatus, sign: str) -> str:
    return "".join(_run(run, apparatus, sign) for run in text)


def _run(run: Run, apparatus: Apparatus, sign: str) -> str:  # noqa: PLR0911 - one return for each kind of run
    match run:
        case Words():
            return run.text
        case Emphasis():
            return f"{sign}{_marked(run.runs, apparatus, '_' if sign == '*' else '*')}{sign}"
        case Strong():
            return f"**{_marked(run.runs, apparatus, sign)}**"
        case SmallCaps() | Foreign() | ReferenceLink() | Unsettled() | Revised():
            return _marked(run.runs, apparatus, sign)
        case Link():
            words = _marked(run.runs, apparatus, sign)
            return words if words == run.address else f"[{words}]({run.address})"
        case CrossReference():
            target = apparatus.targets.get(run.target)
            return target.label if target else f"[#{run.target}]"
        case CitedNames():
            return _marked(apparatus.names_at(run), apparatus, sign) if apparatus.has_names(run) else f"@{run.key}"
        case Citation() | NoteCall():
            # These have become words by now, or stood where the apparatus has said that they may not.
            return ""


def _record(edition: Edition, apparatus: Apparatus) -> dict[str, Any]:
    notes = apparatus.notes
    return {
        "brief": edition.brief.slug,
        "locale": edition.locale,
        "notes": [
            {
                "number": note.number,
                "id": note.id,
                **_place(note.mark),
                "section": note.section,
                "plan": [{"key": mention.key, "position": mention.position} for mention in note.mentions],
                "text": in_markdown(note.text, apparatus),
            }
            for note in notes.values()
        ],
        "references": [
            {
                "key": work.key,
                **_place(work.mark),
                "group": group.id,
                "notes": [notes[id_].number for id_ in work.notes],
                "text": in_markdown(work.text, apparatus),
            }
            for group in apparatus.bibliography
            for work in group.references
        ],
    }


def _place(mark: Mark) -> dict[str, str | int]:
    return {"path": mark.path, "line": mark.line, "column": mark.column}
