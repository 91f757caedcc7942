"""The questions put to a web page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from report.findings import Finding, Mark
from report.model.output import Copy, Passage, Proof
from report.preflight.differences import compare, report_differences
from report.preflight.markup import WebLink, WebNote, WebPage, read_webpage
from report.preflight.notes import named
from report.preflight.ways import Ways, check_ways
from report.preflight.ways_out import check_ways_out
from report.preflight.words import Printed, fold


def check_webpage(proof: Proof) -> Iterator[Finding]:
    """Read the page back and put every question to it."""
    mark = Mark.parse(proof.galley.place)
    try:
        page = read_webpage(proof.body.decode("utf-8"))
    except UnicodeDecodeError:
        yield Finding("PRE-009", mark, "the page is not UTF-8")
        return
    copy = proof.galley.copy
    yield from report_differences("PRE-001", compare(copy.body, _printed(page.body)), mark)
    passages = {passage.anchor: passage for passage in copy.notes}
    notes = [word for note in page.notes for word in _note_words(note, passages)]
    yield from report_differences("PRE-003", compare(copy.notes, _printed(notes)), mark, named)
    yield from _check_calls(page, copy, mark)
    yield from check_ways(copy, _ways_of(page, copy), mark)
    yield from _check_links(page, mark)
    yield from check_ways_out(page, copy, mark)
    for line, fault in page.faults:
        yield Finding("PRE-009", mark, f"line {line} of the page: {fault}")
    for line, address in page.resources:
        message = f"line {line} of the page: “{address}” would be fetched from outside the page"
        yield Finding("PRE-010", mark, message, "put it into the page")


def _printed(words: Sequence[str]) -> Printed:
    return Printed(tuple(words), (), frozenset())


def _note_words(note: WebNote, passages: Mapping[str, Passage]) -> list[str]:
    """Return a note's words; where the browser numbers the list, the label is not among them and is put first."""
    passage = passages.get(note.id)
    if passage is None:
        return list(note.words)
    wanted = fold(passage.text).split()
    return [*wanted[:1], *note.words] if note.words == tuple(wanted[1:]) else list(note.words)


def _check_calls(page: WebPage, copy: Copy, mark: Mark) -> Iterator[Finding]:
    """Ask that every note is called in the text, in the order of the notes."""
    ids = [note.id for note in page.notes]
    known = set(ids)
    calls = list(dict.fromkeys(link.target for link in _calls(page, copy) if link.target in known))
    for id_ in ids:
        if id_ not in calls:
            yield Finding("PRE-002", mark, f"no call in the text leads to “{id_}”")
    if calls != ids and len(calls) == len(ids):
        first = next(one for one, other in zip(ids, calls, strict=True) if one != other)
        yield Finding("PRE-003", mark, f"the notes are not in the order of their calls, from “{first}” on")


def _calls(page: WebPage, copy: Copy) -> Iterator[WebLink]:
    """Yield the links of the body that no entry of the bibliography holds."""
    entries = {way.anchor for way in copy.from_entries}
    return (link for link in page.links if link.is_body and not link.within & entries)


def _ways_of(page: WebPage, copy: Copy) -> Ways:
    """Return which links there are between the calls, notes and entries of a copy."""
    inside: dict[str, set[str]] = {way.anchor: set() for way in (*copy.from_notes, *copy.from_entries)}
    for link in page.links:
        for id_ in link.within & inside.keys():
            inside[id_].add(link.target)
    ways = {id_: frozenset(targets) for id_, targets in inside.items()}
    paired = {link.target for link in _calls(page, copy) if link.at & ways.get(link.target, frozenset())}
    return Ways(frozenset(paired), ways, ways)


def _check_links(page: WebPage, mark: Mark) -> Iterator[Finding]:
    """Ask that ids are given once and that links within the page arrive."""
    for id_, count in Counter(page.ids).items():
        if count > 1:
            yield Finding("PRE-009", mark, f"the id “{id_}” is given {count} times in the page")
    known = {*page.ids, "", "top"}
    lines: dict[str, int] = {}
    for link in page.links:
        lines.setdefault(link.target, link.line)
    for target, line in lines.items():
        if target not in known:
            message = f"line {line} of the page: a link leads to “#{target}”, which is not in the page"
            yield Finding("PRE-006", mark, message)
