"""Words of a text as the list of changes quotes them: with their emphasis and languages, without what lives in them."""

from __future__ import annotations

from dataclasses import replace

from report.model.apparatus import Apparatus
from report.model.text import (
    CitedNames,
    CrossReference,
    Emphasis,
    Foreign,
    Run,
    SmallCaps,
    Strong,
    Text,
    Words,
    Wrapper,
    flatten,
)

_LONGEST = 120  # signs: so much of a text is quoted whole
_HEAD, _TAIL = 70, 40
_GAP = " … "


def quoted(text: Text, apparatus: Apparatus) -> Text:
    """Return a text to be quoted: notes left out, links no links, the middle of a long one left out.

    What is cut loses its emphasis, too.
    """
    whole = tuple(_bare(text, apparatus))
    words = "".join(run.text for run in flatten(whole) if isinstance(run, Words))
    if len(words) <= _LONGEST:
        return whole
    head, tail = words[:_HEAD].rsplit(" ", 1)[0], words[-_TAIL:].split(" ", 1)[-1]
    first = next(run for run in flatten(whole) if isinstance(run, Words))
    return (replace(first, text=f"{head.rstrip()}{_GAP}{tail.lstrip()}"),)


def _bare(text: Text, apparatus: Apparatus) -> list[Run]:
    made: list[Run] = []
    for run in text:
        match run:
            case Words():
                made.append(run)
            case Emphasis() | Strong() | SmallCaps() | Foreign():
                made.append(replace(run, runs=tuple(_bare(run.runs, apparatus))))
            case CrossReference():
                made.append(Words(apparatus.targets[run.target].label, run.mark))
            case CitedNames():
                made += _bare(apparatus.names_at(run), apparatus)
            case _ if isinstance(run, Wrapper):
                made += _bare(run.runs, apparatus)
    return made
