"""The tagged text is that of the edition, in its order (PRE-020); what belongs together is one element (PRE-030)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from report.findings import Finding, Mark
from report.model.output import Passage
from report.preflight.differences import Comparison, compare, report_differences
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file.structure import Element
from report.preflight.notes import named
from report.preflight.tags.spoken import Word, as_printed, spoken, whole_fold

_WHOLE = ("b-", "s-", "note-", "ref-")  # anchors of passages that are one paragraph, heading, item, cell or note
_HINT = "one paragraph, heading or note is one element, in however many columns or pages it stands"


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a file by its tags, laid beside the copy: those of the text and those of the notes."""

    body: Comparison
    body_words: tuple[Word, ...]
    notes: Comparison
    notes_words: tuple[Word, ...]

    def streams(self) -> Iterator[tuple[Comparison, tuple[Word, ...]]]:
        """Yield each comparison with its words."""
        yield self.body, self.body_words
        yield self.notes, self.notes_words


@lru_cache(maxsize=2)
def told(evidence: Evidence) -> Told | None:
    """Lay the tagged text beside the copy; nothing where one of them is not at hand."""
    words = spoken(evidence)
    if words is None or evidence.copy is None:
        return None
    body = compare(evidence.copy.body, as_printed(words.body), whole_fold)
    notes = compare(evidence.copy.notes, as_printed(words.notes), whole_fold)
    return Told(body, words.body, notes, words.notes)


def ask_tagged_text(evidence: Evidence) -> Iterator[Finding]:
    """Ask that the text read along the tags is the copy: every word, with its half-spaces, in order (PRE-020)."""
    heard = told(evidence)
    if heard is None:
        return
    yield from report_differences("PRE-020", heard.body, evidence.mark)
    yield from report_differences("PRE-020", heard.notes, evidence.mark, named)


def ask_whole_elements(evidence: Evidence) -> Iterator[Finding]:
    """Ask that each passage is one element, and no element holds two paragraphs (PRE-030)."""
    heard = told(evidence)
    if heard is None:
        return
    for comparison, words in heard.streams():
        yield from _divided(comparison, words)
        yield from _run_together(comparison, words)


def _divided(comparison: Comparison, words: Sequence[Word]) -> Iterator[Finding]:
    """Yield passages whose words lie in several elements."""
    blocks: dict[int, dict[int, Word]] = {}
    for owner, place in zip(comparison.expected.owners, comparison.alignment.places, strict=True):
        if place >= 0 and comparison.passages[owner].anchor.startswith(_WHOLE):
            blocks.setdefault(owner, {}).setdefault(id(_holder(words[place])), words[place])
    for owner, found in blocks.items():
        if len(found) > 1:
            passage, (_, second, *_) = comparison.passages[owner], found.values()
            message = f"page {second.page}: “{_opening(passage)}” is divided into {len(found)} elements"
            yield Finding("PRE-030", Mark.parse(passage.place), message, _HINT, spot_of(second.page, second.place))


def _run_together(comparison: Comparison, words: Sequence[Word]) -> Iterator[Finding]:
    """Yield passages that begin in the element of another paragraph."""
    first: dict[int, int] = {}
    seen: set[int] = set()
    for owner, place in zip(comparison.expected.owners, comparison.alignment.places, strict=True):
        if place < 0 or owner in seen:
            continue
        seen.add(owner)
        holder, passage = _holder(words[place]), comparison.passages[owner]
        before = first.setdefault(id(holder), owner)
        one, other = comparison.passages[before], passage
        if before != owner and one.part == other.part and _stands_alone(other) and holder.role not in ("Figure", "Div"):
            word = words[place]
            message = f"page {word.page}: “{_opening(passage)}” has no element of its own"
            yield Finding("PRE-030", Mark.parse(passage.place), message, _HINT, spot_of(word.page, word.place))


def _holder(word: Word) -> Element:
    """Return the element that holds a word as a block: a note is one with its label."""
    return next((one for one in word.path if one.role == "Note"), word.block)


def _stands_alone(passage: Passage) -> bool:
    return passage.part in ("paragraph", "heading", "quotation", "attribution", "caption", "note", "entry", "cell")


def _opening(passage: Passage) -> str:
    return passage.text if len(passage.text) <= 40 else f"{passage.text[:39]}…"
