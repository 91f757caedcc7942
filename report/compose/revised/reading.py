"""What is asked of texts of two revisions: whose words they have, how they read now, where items stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from report.compose.revised.state import GONE
from report.model.apparatus import Apparatus
from report.model.brief import Brief
from report.model.revision import Change
from report.model.text import Revised, Run, Text, Wrapper, plain

Alone = Literal["", "inserted", "deleted"]


def alone(texts: Iterable[Text]) -> Alone:
    """Return the revision that alone has the words of some texts; nothing where there are none, or others."""
    found = {revision for text in texts for revision in _revisions(text)}
    return found.pop() if len(found) == 1 else ""


def now(text: Text) -> Text:
    """Return the words that a text has now, unmarked."""
    made: list[Run] = []
    for run in text:
        if isinstance(run, Revised):
            made += now(run.runs) if run.revision != "deleted" else ()
        else:
            made.append(replace(run, runs=now(run.runs)) if isinstance(run, Wrapper) else run)
    return tuple(made)


def section_of(change: Change, brief: Brief, apparatus: Apparatus, plain_words: Callable[[Text], str]) -> str:
    """Return the section in which a change is by its number and title, nothing for other parts of the brief."""
    section = next((one for one in brief.sections if one.id == change.section), None)
    if section is None or not section.title:
        return ""
    return f"{apparatus.targets[section.id].number} {plain_words(section.title) or plain(section.title)}"


def places(fates: Sequence[str]) -> list[int]:
    """Return the places of items in a list from 1, by their fates: where each stands, or, if it is no more, stood.

    >>> places(["", "deleted", "inserted", ""])
    [1, 2, 2, 3]
    """
    now = then = 0
    found: list[int] = []
    for fate in fates:
        now += fate not in GONE
        then += fate not in ("inserted", "moved-here")
        found.append(then if fate in GONE else now)
    return found


def _revisions(text: Text) -> Iterator[Alone]:
    """Yield the revisions of the words of a text, as far as they differ."""
    for run in text:
        if isinstance(run, Revised):
            if run.runs:
                yield "" if run.revision == "restyled" else run.revision
        elif isinstance(run, Wrapper):
            yield from _revisions(run.runs)
        else:
            yield ""
