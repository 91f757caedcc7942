"""The stage itself: number the notes, set their citations, list what was cited, name the targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report import locales
from report.cite import style
from report.cite.numbering import Plan, number_targets, plan_notes
from report.findings import Checked, Finding, nearest
from report.model.apparatus import Apparatus, Note, Reference
from report.model.edition import Edition
from report.model.references import Entry, References
from report.model.text import (
    Citation,
    CitedWork,
    Emphasis,
    NoteCall,
    Run,
    Text,
    Words,
    flatten,
    map_runs,
    note_calls,
)


def cite(edition: Edition, entries: References) -> Checked[Apparatus]:
    """Make the apparatus of an edition from the entries its notes cite.

    A key without an entry is a finding, and its citation is left out; so is an entry that nothing cites.
    """
    calls = [call for text in edition.brief.texts() for call in note_calls(text)]
    cited = {work.key for call in calls for work in cited_works(call.note)}
    notes = _notes(calls, entries, edition)
    apparatus = Apparatus(
        notes={note.id: note for note in notes},
        references=_references(entries, notes, edition.locale),
        targets=number_targets(edition),
    )
    unknown = tuple(_unknown(calls, entries))
    return Checked(apparatus, (*unknown, *_uncited(cited, entries, unknown)))


def cited_works(note: Text) -> Iterator[CitedWork]:
    """Yield the works a note cites, in order."""
    for run in flatten(note):
        if isinstance(run, Citation):
            yield from run.works


def _notes(calls: list[NoteCall], entries: References, edition: Edition) -> list[Note]:
    plans = plan_notes([tuple(cited_works(call.note)) for call in calls])
    return [
        _note(call, number, plan=plan, entries=entries, locale=edition.locale)
        for number, (call, plan) in enumerate(zip(calls, plans, strict=True), start=1)
    ]


def _note(call: NoteCall, number: int, *, plan: Plan, entries: References, locale: str) -> Note:
    def set_run(run: Run) -> Text:
        if not isinstance(run, Citation):
            return (run,)
        known = [work for work in run.works if work.key in entries]
        forms = [_citation(work, entries[work.key], plan, locale, is_first=run is call.note[0]) for work in known]
        separator = Words("; ", run.mark)
        return tuple(part for index, form in enumerate(forms) for part in ((separator,) if index else ()) + form)

    text = _closed(map_runs(call.note, set_run), call)
    keys = tuple(dict.fromkeys(work.key for work in cited_works(call.note)))
    return Note(call.id, number, str(number), text, keys, call.mark)


def _citation(work: CitedWork, entry: Entry, plan: Plan, locale: str, *, is_first: bool) -> Text:
    if plan:
        locator = style.locator(work.locator) if plan == "other-place" else ""
        word = locales.term("ibid" if is_first else "ibid-inside", locale)
        ibid = Emphasis((Words(word, work.mark),), work.mark)
        return (ibid, Words(f", {locator}", work.mark)) if locator else (ibid,)
    return style.note_form(entry, work.locator, locale, work.mark)


def _closed(text: Text, call: NoteCall) -> Text:
    """Close a note that only cites with a full stop, unless it ends with one (“Ibid.”)."""
    if not all(isinstance(run, Citation) for run in call.note):
        return text
    last = [run.text for run in flatten(text) if isinstance(run, Words)][-1:]
    return text if last and last[0].endswith((".", "?", "!")) else (*text, Words(".", call.mark))


def _references(entries: References, notes: list[Note], locale: str) -> tuple[Reference, ...]:
    cited = {key: tuple(note.id for note in notes if key in note.keys) for key in entries}
    listed = sorted((key for key in entries if cited[key]), key=lambda key: style.sorting(entries[key], locale))
    return tuple(
        Reference(key, style.reference_form(entries[key], locale), cited[key], entries[key].mark) for key in listed
    )


def _unknown(calls: list[NoteCall], entries: References) -> Iterator[Finding]:
    for call in calls:
        for work in cited_works(call.note):
            if work.key not in entries:
                hint = nearest(work.key, entries) or "add it to the references"
                yield Finding("CIT-002", work.mark, f"no reference “{work.key}”", hint)


def _uncited(cited: set[str], entries: References, unknown: Sequence[Finding]) -> Iterator[Finding]:
    """What is cited nowhere, but for the entries that a misspelt citation seems to mean."""
    meant = " ".join(finding.hint for finding in unknown)
    for key, entry in entries.items():
        if key not in cited and f"“{key}”" not in meant:
            hint = "cite it, or take it out: it is not printed"
            yield Finding("CIT-003", entry.mark, f"“{key}” is cited nowhere", hint)
