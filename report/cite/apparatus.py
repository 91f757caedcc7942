"""The stage itself: plan the notes, set their citations, list what was cited, name the targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from report import locales
from report.cite.bibliography import list_references
from report.cite.completeness import check_completeness
from report.cite.distinctions import distinguish
from report.cite.forms import CitationSetter
from report.cite.numbering import number_targets
from report.cite.planning import CitingNote, plan_notes
from report.cite.runs import Atom, atoms_of_runs, mark, set_atoms
from report.findings import Checked, Finding, nearest
from report.locales import Shelf
from report.model.apparatus import Apparatus, Mention, Note
from report.model.edition import Edition
from report.model.references import References
from report.model.style import Style
from report.model.text import Citation, CitedNames, CitedWork, NoteCall, Text, flatten, note_calls


@dataclass(frozen=True, slots=True)
class _Call:
    """A note call and the section it stands in, which is none on the title page and in the summary."""

    call: NoteCall
    section: str


def cite(edition: Edition, entries: References, style: Style, shelf: Shelf) -> Checked[Apparatus]:
    """Make the apparatus of an edition from the entries its notes cite, in a style.

    ``shelf`` are the packs of all languages, since a work may be cited in the words of its own.

    A key without an entry is a finding, and its citation is left out; so is an entry that nothing cites.
    """
    calls = list(_calls(edition))
    named = [run for text in edition.brief.texts() for run in flatten(text) if isinstance(run, CitedNames)]
    cited = {work.key for one in calls for work in cited_works(one.call.note)}
    rules = edition.brief.house.citations
    known = [entries[key] for key in entries if key in cited]
    distinctions = distinguish(known, style.later.names, edition.locale, shelf)
    original = shelf.pack(edition.original.locale) if edition.original else edition.pack
    setter = CitationSetter(style, rules, edition.pack, original, shelf, distinctions)
    notes = _notes(calls, entries, setter)
    apparatus = Apparatus(
        notes={note.id: note for note in notes},
        bibliography=list_references(entries, notes, setter),
        targets=number_targets(edition),
        names={(run.key, run.begins_sentence): _names(run, entries, setter) for run in named if run.key in entries},
    )
    called_later = [call for one in edition.brief.errata for call in note_calls(one.text)]
    cited_later = {work.key for call in called_later for work in cited_works(call.note)}
    unknown = tuple(_unknown(calls, entries))
    unprinted = check_completeness(entries, apparatus.bibliography)
    return Checked(apparatus, (*unknown, *_uncited(cited | cited_later, entries, unknown), *unprinted))


def cited_works(note: Text) -> Iterator[CitedWork]:
    """Yield the works a note cites, in order."""
    for run in flatten(note):
        if isinstance(run, Citation):
            yield from run.works


def _calls(edition: Edition) -> Iterator[_Call]:
    for section, texts in edition.brief.parts():
        for text in texts:
            for call in note_calls(text):
                yield _Call(call, section)


def _notes(calls: Sequence[_Call], entries: References, setter: CitationSetter) -> list[Note]:
    citing = [
        CitingNote(tuple(work for work in cited_works(one.call.note) if work.key in entries), one.section)
        for one in calls
    ]
    plans = plan_notes(citing, setter.rules)
    return [
        _note(one, number, plan, entries, setter)
        for number, (one, plan) in enumerate(zip(calls, plans, strict=True), start=1)
    ]


def _note(one: _Call, number: int, plan: tuple[Mention, ...], entries: References, setter: CitationSetter) -> Note:
    mentions = iter(plan)
    atoms = list(atoms_of_runs(one.call.note, "written", lambda run: _citation(run, mentions, entries, setter)))
    if one.call.note and isinstance(one.call.note[-1], Citation):
        # A note that ends with a citation is closed by us; one that ends with words of the writer's by them.
        atoms.append(mark("stop", setter.edition))
    text = set_atoms(atoms, one.call.mark)
    label = locales.in_digits(str(number), setter.edition)
    # A call where none may stand has no id; that it stands there has been said.
    return Note(one.call.id or f"stray-{number}", number, label, text, plan, one.section, one.call.mark)


def _citation(
    run: Citation, mentions: Iterator[Mention], entries: References, setter: CitationSetter
) -> Iterator[Atom]:
    """Yield a citation as its works, each between its prefix and its suffix."""
    for index, work in enumerate(work for work in run.works if work.key in entries):
        if index:
            yield mark("semicolon", setter.edition)
        if work.prefix:
            yield from atoms_of_runs(work.prefix, "prefix", _no_citation)
            yield mark("space", setter.edition)
        yield from _mention(work, next(mentions), entries, setter)
        yield from atoms_of_runs(work.suffix, "written", _no_citation)


def _no_citation(_run: Citation) -> tuple[Atom, ...]:
    raise AssertionError("no citation stands in the words around another")


def _mention(work: CitedWork, mention: Mention, entries: References, setter: CitationSetter) -> tuple[Atom, ...]:
    entry = entries[work.key]
    match mention.position:
        case "ibid":
            return setter.ibid(entry, ())
        case "ibid-elsewhere":
            return setter.ibid(entry, work.locator)
    return setter.mention(entry, work, is_first=mention.position == "first")


def _names(run: CitedNames, entries: References, setter: CitationSetter) -> Text:
    return set_atoms(setter.names(entries[run.key]), run.mark, begins=run.begins_sentence)


def _unknown(calls: Iterable[_Call], entries: References) -> Iterator[Finding]:
    for one in calls:
        for work in cited_works(one.call.note):
            if work.key not in entries:
                hint = nearest(work.key, entries) or "add it to the references"
                yield Finding("CIT-002", work.mark, f"no reference “{work.key}”", hint)


def _uncited(cited: set[str], entries: References, unknown: Sequence[Finding]) -> Iterator[Finding]:
    """What is cited nowhere, but for entries that others take fields from, and those a misspelt citation means."""
    meant = " ".join(finding.hint for finding in unknown)
    parents = {entry.plain("crossref") for entry in entries.values()}
    for key, entry in entries.items():
        if key not in cited and key not in parents and f"“{key}”" not in meant:
            hint = "cite it, or take it out: it is not printed"
            yield Finding("CIT-003", entry.mark, f"“{key}” is cited nowhere", hint)
