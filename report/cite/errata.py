"""What errata cite: worded as in notes, each erratum by itself, and printed below it.

The notes and the bibliography belong to the text that was published; what is said after it changes neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.cite.apparatus import cite
from report.findings import Checked
from report.locales import Shelf
from report.model.apparatus import Apparatus
from report.model.blocks import Paragraph, Section
from report.model.edition import Edition
from report.model.references import References
from report.model.revision import Erratum, Notice
from report.model.style import Style
from report.model.text import CitedNames, NoteCall, ReferenceLink, Run, Text, Words, Wrapper, map_runs, note_calls


def cite_errata(edition: Edition, entries: References, style: Style, shelf: Shelf) -> Checked[tuple[Notice, ...]]:
    """Make the notices of an edition's errata from the entries they cite, in a style.

    Every work is cited in full: who reads a notice has no first mention to look up. A key without an entry is a
    finding.
    """
    errata = edition.brief.errata
    if not errata:
        return Checked(())
    worded = cite(_as_text(edition), entries, style, shelf)
    notices = tuple(_notice(erratum, worded.value) for erratum in errata)
    # What is cited nowhere, or printed nowhere, is for the brief itself to say.
    return Checked(notices, tuple(one for one in worded.findings if one.code == "CIT-002"))


def _as_text(edition: Edition) -> Edition:
    """Return an edition whose text is that of the errata, a section for each, so that no mention looks back."""
    brief = edition.brief
    sections = tuple(Section(one.id, (), (Paragraph(one.id, one.text, one.mark),), one.mark) for one in brief.errata)
    rules = replace(brief.house.citations, ibid=False, reset="section", parts=())
    house = replace(brief.house, citations=rules)
    return replace(
        edition,
        brief=replace(brief, title=(), subtitle=(), standfirst=(), summary=(), sections=sections, house=house),
    )


def _notice(erratum: Erratum, worded: Apparatus) -> Notice:
    def settled(run: Run) -> Text:
        """Put names in their place, and take calls out: what they call is printed below."""
        if isinstance(run, CitedNames):
            return _without_ways(worded.names_at(run)) if worded.has_names(run) else ()
        return () if isinstance(run, NoteCall) else (run,)

    called = [worded.notes[call.id].text for call in note_calls(erratum.text) if call.id in worded.notes]
    return Notice(erratum, map_runs(erratum.text, settled), tuple(_one_after_the_other(called, erratum)))


def _one_after_the_other(texts: Sequence[Text], erratum: Erratum) -> Iterator[Run]:
    """Yield the runs of texts, a space between one and the next; each ends with its stop."""
    for number, text in enumerate(texts):
        if number:
            yield Words(" ", erratum.mark)
        yield from _without_ways(text)


def _without_ways(text: Text) -> Text:
    """Return a text whose works lead nowhere: the bibliography need not list them."""
    made: list[Run] = []
    for run in text:
        if isinstance(run, ReferenceLink):
            made.extend(_without_ways(run.runs))
        elif isinstance(run, Wrapper):
            made.append(replace(run, runs=_without_ways(run.runs)))
        else:
            made.append(run)
    return tuple(made)
