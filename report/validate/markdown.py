"""A text in the small Markdown to runs; every slip becomes a finding at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it.token import Token

from report.findings import Finding, Mark
from report.locales.languages import direction_of
from report.model.manuscript import ScalarNode
from report.model.text import (
    Citation,
    CitedNames,
    CitedWork,
    CrossReference,
    Emphasis,
    Foreign,
    Link,
    NoteCall,
    Run,
    SmallCaps,
    Strong,
    Text,
    Words,
    map_runs,
)
from report.validate.citing import CitedAt
from report.validate.inline import tokenize
from report.validate.kinds import Prose
from report.validate.locator_forms import LocatorForms
from report.validate.strands import CALL, OTHER, Manner, Strand, StrandBuilder

LENGTH_LIMIT = 10_000  # pairing asterisks takes time that grows with their square

_BLOCK_SIGN = re.compile(r"(?:#{1,6}|>|[-+*]|[0-9]{1,3}[.)])\s|```|~~~|---|\|")
_SCALAR_SIGN = re.compile(r"(?<!\S)[|>][-+](?!\S)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a text: its runs, its strands for the prose rules, and what was noticed."""

    text: Text
    strands: tuple[Strand, ...]
    findings: tuple[Finding, ...]


def read_prose(node: ScalarNode, kind: Prose, forms: LocatorForms) -> Reading:
    """Read a text; the notes in it have no ids yet, see :class:`NoteIds`. ``forms`` are those of locators."""
    if len(node.text) > LENGTH_LIMIT:
        message = f"this text has {len(node.text):,} characters, more than {LENGTH_LIMIT:,}"
        return Reading((), (), (Finding("PRO-018", node.mark, message, "make several blocks of it"),))
    tokens, faults = tokenize(node.text, forms, notes=kind.notes)
    builder = _Builder(node)
    text, strand = builder.build(tokens, "running" if kind.running else "fragment")
    findings = [Finding(fault.code, node.at(fault.offset), fault.message, fault.hint) for fault in faults]
    findings.extend(_block_constructs(node))
    return Reading(text, (strand, *builder.notes), (*findings, *builder.findings))


class NoteIds:
    """Gives the notes of a block their ids, in the order in which its texts are handed in."""

    def __init__(self, block_id: str) -> None:
        """Begin to count for a block."""
        self._block_id = block_id
        self._count = 0

    def number(self, text: Text) -> Text:
        """Return the text with ids on its note calls."""
        return map_runs(text, self._numbered)

    def _numbered(self, run: Run) -> Text:
        if not isinstance(run, NoteCall):
            return (run,)
        self._count += 1
        return (replace(run, id=f"{self._block_id}-{self._count}"),)


def _block_constructs(node: ScalarNode) -> Iterator[Finding]:
    """Empty lines, moved lines and signs of block Markdown: a text is one paragraph."""
    if _BLOCK_SIGN.match(node.text):
        hint = "lists, headings and quotations are blocks of their own; for the sign itself write a backslash"
        yield Finding("PRO-002", node.at(0), "a text begins with a sign of block Markdown", hint)
    for match in _SCALAR_SIGN.finditer(node.text):
        hint = "is the hyphen or the key before it missing?"
        yield Finding("PRO-002", node.at(match.start()), f"a sign of YAML stands in a text: {match[0]}", hint)
    for match in re.finditer(r"\n+", node.text):
        before, after = node.at(match.start()), node.at(match.end())
        if after.line - before.line > 1:
            place = replace(before, line=before.line + 1, column=1)
            yield Finding("PRO-002", place, "an empty line stands inside a text", "begin a new block")
        elif node.text[match.end() : match.end() + 1] == " ":
            hint = "indent all lines of a text alike"
            yield Finding("PRO-002", after, "this line is indented differently from its neighbours", hint)
        elif _BLOCK_SIGN.match(node.text, match.end()):
            yield Finding("PRO-002", after, "a line begins with a sign of block Markdown", "begin a new block")


class _Builder:
    """Turns tokens into runs and keeps the strands of notes."""

    def __init__(self, node: ScalarNode) -> None:
        self.node = node
        self.notes: list[Strand] = []
        self.findings: list[Finding] = []
        self._in_note = False
        self._in_emphasis = False

    def build(self, tokens: list[Token], manner: Manner) -> tuple[Text, Strand]:
        strand = StrandBuilder(self.node, manner)
        return self._runs(iter(tokens), strand), strand.strand()

    def _runs(self, tokens: Iterator[Token], strand: StrandBuilder) -> Text:
        """Read tokens up to the closing one of this level."""
        runs: list[Run] = []
        for token in tokens:
            if token.nesting < 0:
                break
            if token.type == "text":
                self._add_words(runs, token, strand)
            else:
                runs.append(self._run(token, tokens, strand))
        return tuple(runs)

    def _add_words(self, runs: list[Run], token: Token, strand: StrandBuilder) -> None:
        if not token.content:
            return
        at = token.meta["at"]
        if "star" in token.meta:
            hint = "emphasis is *…*, strong words **…**; for the sign itself write \\*"
            self.findings.append(Finding("PRO-001", self.node.at(at), "an asterisk has no partner", hint))
        strand.add(token.content, at)
        last = runs[-1] if runs else None
        if isinstance(last, Words):
            runs[-1] = replace(last, text=last.text + token.content)
        else:
            runs.append(Words(token.content, self.node.at(at)))

    def _run(self, token: Token, tokens: Iterator[Token], strand: StrandBuilder) -> Run:
        mark = self.node.at(token.meta["at"])
        if token.nesting > 0:
            return self._wrapper(token, tokens, strand, mark)
        if token.type == "citation":
            return self._citation(token, strand, mark)
        begins = strand.begins_sentence
        strand.add(OTHER, token.meta["at"])
        if token.type == "cited_names":
            return CitedNames(token.meta["key"], begins, mark)
        return CrossReference(token.meta["target"], mark)

    def _wrapper(self, token: Token, tokens: Iterator[Token], strand: StrandBuilder, mark: Mark) -> Run:
        at, meta = token.meta["at"], token.meta
        match token.type:
            case "em_open":
                return Emphasis(self._emphasized(tokens, strand, mark), mark)
            case "strong_open":
                return Strong(self._runs(tokens, strand), mark.shifted(-1))  # markdown-it keeps the second star
            case "link_open":
                return Link(self._runs(tokens, strand), meta["address"], mark)
            case "note_open":
                strand.add(CALL, at)
                return NoteCall("", self._note(tokens), mark)
        if meta["language"]:
            strand.add(OTHER, at)
            runs = self._runs(tokens, StrandBuilder(self.node, "fragment"))
            return Foreign(runs, meta["language"], direction_of(meta["language"]), mark)
        return SmallCaps(self._runs(tokens, strand), mark)

    def _emphasized(self, tokens: Iterator[Token], strand: StrandBuilder, mark: Mark) -> Text:
        if self._in_emphasis:
            hint = "is an asterisk missing before this one?"
            self.findings.append(Finding("PRO-001", mark, "emphasis stands inside emphasis", hint))
        was, self._in_emphasis = self._in_emphasis, True
        runs = self._runs(tokens, strand)
        self._in_emphasis = was
        return runs

    def _note(self, tokens: Iterator[Token]) -> Text:
        was, self._in_note, self._in_emphasis = self._in_emphasis, True, False
        strand = StrandBuilder(self.node, "note")
        runs = self._runs(tokens, strand)
        self._in_note, self._in_emphasis = False, was
        is_cited_alone = len(runs) == 1 and isinstance(runs[0], Citation)
        self.notes.append(strand.strand("fragment" if is_cited_alone else "note"))
        return runs

    def _citation(self, token: Token, strand: StrandBuilder, mark: Mark) -> Run:
        """Make a citation; outside a note it is one, and the words in it are a strand of their own."""
        cited: tuple[CitedAt, ...] = token.meta["works"]
        own = strand if self._in_note else StrandBuilder(self.node, "fragment")
        works: list[CitedWork] = []
        for work, before, after in cited:
            if works:
                own.add("; ", work.offset)
            prefix = self._affix(before, own)
            own.add(f" {OTHER}" if prefix else OTHER, work.offset - bool(prefix))
            suffix = self._affix(after, own)
            mark_of_work = self.node.at(work.offset)
            works.append(CitedWork(work.key, work.locator, mark_of_work, prefix, suffix, work.without_names))
        citation = Citation(tuple(works), mark)
        if self._in_note:
            return citation
        strand.add(CALL, token.meta["at"])
        if any(work.prefix or work.suffix for work in works):
            self.notes.append(own.strand())
        return NoteCall("", (citation,), mark)

    def _affix(self, tokens: list[Token], strand: StrandBuilder) -> Text:
        was, self._in_emphasis = self._in_emphasis, False
        runs = self._runs(iter(tokens), strand)
        self._in_emphasis = was
        return runs
