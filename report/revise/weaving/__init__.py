"""Weaving: two texts made one, with the words of either marked, and the notes that they call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, pairwise
from typing import Literal

from report.model.apparatus import Apparatus, Note
from report.model.text import CitedNames, CrossReference, Foreign, NoteCall, Revised, Text, Unsettled, Words, note_calls
from report.revise.journal import Journal, Place
from report.revise.likeness import aligned, likeness
from report.revise.pieces import NOWHERE, Piece, as_words, pieces_of, printed_words
from report.revise.stretches import Stretch, figured, stretches_of
from report.revise.tokens import Token, tokens_of
from report.revise.weaving.marked import Marked, assembled
from report.revise.weaving.saying import said_of, with_what_does_not_show

Alone = Literal["inserted", "deleted"]


class Weaver:
    """Weaves texts of two printings; ``notes`` are those of the merged text, ``former_notes`` what they were."""

    def __init__(self, old: Apparatus, new: Apparatus, journal: Journal, own: Foreign) -> None:
        """Bind the two apparatus and the journal that numbers changes.

        ``own`` is the shell of words in the edition's language among foreign ones.
        """
        self.old, self.new = old, new
        self._own = own
        self.journal = journal
        self.notes: dict[str, Note] = {}
        self.former_notes: dict[str, Note] = {}
        self._gone_notes: dict[str, str] = {}

    def woven(self, old: Text, new: Text, place: Place) -> Text:
        """Return two texts as one, every change numbered; either may be empty."""
        pairs = dict(self._paired_calls(old, new))
        keys = {before: f"\0{number}" for number, before in enumerate(pairs)}
        gone = {call.id: f"\0old {call.id}" for call in note_calls(old)} | keys
        come = {call.id: f"\0new {call.id}" for call in note_calls(new)}
        come |= {after: keys[before] for before, after in pairs.items()}
        stretches = stretches_of(tokens_of(old, self.old, gone), tokens_of(new, self.new, come))
        marked = [
            part
            for at, stretch in enumerate(stretches)
            for part in self._marked(stretch, place, figured(stretch, stretches[at + 1 : at + 2]))
        ]
        runs = assembled(marked)
        standing = new[0] if len(new) == 1 else None
        if isinstance(standing, Unsettled) and runs:
            return (replace(standing, runs=runs),)
        return runs

    def whole(self, text: Text, side: Alone, number: int, section: str) -> Text:
        """Return a text that only one revision has, as a part of a change, with its notes."""
        apparatus = self.new if side == "inserted" else self.old
        return assembled([self._alone(pieces_of(text, apparatus), side, number, section)])

    def said(self, texts: Iterable[Text], side: Alone) -> Text:
        """Return texts as the list of changes says them, one after the other, their notes in brackets."""
        apparatus = self.new if side == "inserted" else self.old
        parts = [part for text in texts if (part := said_of(pieces_of(text, apparatus), apparatus, self._own))]
        between = (Words(" / ", NOWHERE),)
        return tuple(chain.from_iterable(part if not at else (*between, *part) for at, part in enumerate(parts)))

    def _marked(self, stretch: Stretch, place: Place, unit: Sequence[Token]) -> Iterator[Marked]:
        """Yield a stretch with what is said of it; ``unit`` are words that are said with a changed figure."""
        if stretch.is_same:
            yield from self._kept(stretch, place)
            return
        gone, come = _pieces_in(stretch.old), _pieces_in(stretch.new)
        of_notes = all(piece.is_call for piece in (*gone, *come))
        if of_notes and (come or gone):
            first = (come or gone)[0].run
            assert isinstance(first, NoteCall)
            name = first.id if come else self._gone_note(first.id)
            place = replace(place, part="note", anchor=f"note-{name}")
        rest = _pieces_in(unit)
        before, after = said_of((*gone, *rest), self.old, self._own), said_of((*come, *rest), self.new, self._own)
        number = self.journal.replaced(place, before, after)
        if gone:
            yield self._alone(gone, "deleted", number, place.section)
        if come:
            yield self._alone(come, "inserted", number, place.section)

    def _kept(self, stretch: Stretch, place: Place) -> Iterator[Marked]:
        """Yield words that stand in both texts, those that look otherwise apart; the notes they call are woven."""
        pairs = zip(stretch.old, stretch.new, strict=True)
        for is_restyled, group in groupby(pairs, key=lambda pair: pair[0].look != pair[1].look):
            tokens = tuple(group)
            before, after = _pieces_in(old for old, _ in tokens), _pieces_in(new for _, new in tokens)
            if is_restyled:
                said = said_of(before, self.old, self._own), said_of(after, self.new, self._own)
                number = self.journal.change("emphasis", place, *with_what_does_not_show(before, after, said))
                yield Marked(after, Revised((), "restyled", number, NOWHERE), tuple(_formerly(tokens)))
            else:
                yield Marked(after)
            for old, new in tokens:
                if old.is_call:
                    self._keep_note(old, new, place)

    def _keep_note(self, old: Token, new: Token, place: Place) -> None:
        before, after = self.old.notes[_id_of_call(old)], self.new.notes[_id_of_call(new)]
        of_note = Place("note", f"note-{after.id}", place.section, after.mark)
        self.notes[after.id] = replace(after, text=self.woven(before.text, after.text, of_note))
        self.former_notes[after.id] = replace(before, text=())

    def _alone(self, pieces: Sequence[Piece], side: Alone, number: int, section: str) -> Marked:
        """Return pieces of one revision as a part of a change; those taken out lead to nothing that is no more."""
        if side == "inserted":
            for piece in pieces:
                if isinstance(piece.run, NoteCall):
                    note = self.new.notes[piece.run.id]
                    self.notes[note.id] = replace(note, text=self.whole(note.text, side, number, section))
        else:
            pieces = tuple(chain.from_iterable(self._dead(piece, number, section) for piece in pieces))
        return Marked(tuple(pieces), Revised((), side, number, NOWHERE))

    def _dead(self, piece: Piece, number: int, section: str) -> Iterator[Piece]:
        """Yield a piece that was taken out as words, a call with the note that it called."""
        match piece.run:
            case NoteCall(id=id_):
                name = self._gone_note(id_)
                del self._gone_notes[id_]
                note = self.old.notes[id_]
                text = self.whole(note.text, "deleted", number, section)
                self.notes[name] = replace(note, id=name, text=text, section=section)
                self.former_notes[name] = replace(note, text=())
                yield replace(piece, run=replace(piece.run, id=name, note=()))
            case CitedNames() as names:
                around = as_words(piece, self._own).shells
                for inner in pieces_of(self.old.names_at(names), self.old):
                    yield replace(inner, shells=(*around, *inner.shells), run=None)
            case CrossReference():
                yield as_words(piece, self._own)
            case _:
                yield piece

    def _gone_note(self, id_: str) -> str:
        """Return the id of the next call of a note that is gone; one that was moved and cut has two."""
        if id_ not in self._gone_notes:
            self._gone_notes[id_] = self.journal.gone(id_)
        return self._gone_notes[id_]

    def _paired_calls(self, old: Text, new: Text) -> Iterator[tuple[str, str]]:
        """Yield the calls of two texts that call the same note, by their ids: those whose words are close, in order.

        One that stands alone between two such pairs in both texts calls a note that was written anew.
        """
        before, after = [call.id for call in note_calls(old)], [call.id for call in note_calls(new)]
        said = [printed_words(self.old.notes[id_].text, self.old).split() for id_ in before]
        says = [printed_words(self.new.notes[id_].text, self.new).split() for id_ in after]
        pairs = aligned(said, says, likeness)
        for (i, j), (next_i, next_j) in pairwise(((-1, -1), *pairs, (len(before), len(after)))):
            if i >= 0:
                yield before[i], after[j]
            if next_i - i == 2 and next_j - j == 2:
                yield before[i + 1], after[j + 1]


def _formerly(tokens: Iterable[tuple[Token, Token]]) -> Iterator[Piece]:
    """Yield the pieces of old tokens as they looked, leading where the new ones lead."""
    for old, new in tokens:
        run = new.pieces[0].run
        yield from (replace(piece, run=run) if piece.run else piece for piece in old.pieces)


def _pieces_in(tokens: Iterable[Token]) -> tuple[Piece, ...]:
    return tuple(piece for token in tokens for piece in token.pieces)


def _id_of_call(token: Token) -> str:
    run = token.pieces[0].run
    assert isinstance(run, NoteCall)
    return run.id
