"""Rich text to runs, with the punctuation repaired at the seams.

A citation is made of parts that do not know each other: a title may end with a question mark, a name with a stop, a
quotation with one inside its marks. So marks of punctuation stay symbols until here, where it is seen what they
stand beside. Repairs happen only between two parts, never within the words of a field: those are the entry's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from pybtex import richtext

from report.cite.rich import RichText, capitalized
from report.findings import Mark
from report.model.locale import Pack
from report.model.text import (
    Citation,
    Direction,
    Emphasis,
    Foreign,
    Link,
    ReferenceLink,
    Run,
    SmallCaps,
    Strong,
    Text,
    Words,
    map_runs,
)

_STOPS = frozenset(".?!…؟۔")
_PAUSES = frozenset(",;:،؛")
_SENTENCE_END = re.compile(r"(?:[^\W\d_]{5,}\.|[?!…])[”’»)]*\s+$")
_TYPED_MARKS = "”’»›“‘"
_UNSEEN = "\ufffc"  # what a run without words ends with: some word or number


@dataclass(frozen=True, slots=True)
class Shell:
    """What words stand in: a look, a language, a link. ``value`` is a tag, an address or a key."""

    name: str
    value: str = ""
    direction: Direction = "ltr"


Kind = Literal["words", "term", "mark", "opening-quote", "closing-quote", "prefix", "written", "run"]


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a citation that is set as it stands.

    ``text`` are its characters; for a mark those that the locale prints. ``shells`` are what it stands in, outermost
    first. Words of the writer's are ``written``, or a ``prefix`` if they stand before a work; a ``run`` is one of the
    writer's that has no words yet, such as a cross-reference. ``takes_stops`` says of closing quotation marks that
    their locale puts commas and stops before them.
    """

    kind: Kind
    text: str
    shells: tuple[Shell, ...] = ()
    run: Run | None = None
    takes_stops: bool = False


def atoms_of(text: RichText, key: str, pack: Pack) -> tuple[Atom, ...]:
    """Return rich text as atoms, in the marks of a locale; ``key`` is the entry it leads to, if it leads anywhere."""
    return tuple(_atoms(text, (), key, pack, 0))


def atoms_of_runs(text: Text, kind: Kind, cited: Callable[[Citation], Iterable[Atom]]) -> Iterator[Atom]:
    """Yield the writer's own words as atoms of a kind; ``cited`` sets the citations among them."""
    for run in text:
        match run:
            case Words():
                yield Atom(kind, run.text)
            case Citation():
                yield from cited(run)
            case Emphasis() | Strong() | SmallCaps():
                yield from within(Shell(_LOOKS[type(run)]), atoms_of_runs(run.runs, kind, cited))
            case Foreign():
                shell = Shell("language", run.language, run.direction)
                yield from within(shell, atoms_of_runs(run.runs, kind, cited))
            case Link():
                yield from within(Shell("link", run.address), atoms_of_runs(run.runs, kind, cited))
            case _:
                yield Atom("run", "", run=run)


def within(shell: Shell, atoms: Iterable[Atom]) -> Iterator[Atom]:
    """Yield atoms within one shell more."""
    return (replace(atom, shells=(shell, *atom.shells)) for atom in atoms)


def mark(name: str, pack: Pack) -> Atom:
    """Return a mark of punctuation as a locale prints it; ``space`` and ``stop`` are marks too."""
    return Atom("mark", " " if name == "space" else getattr(pack.punctuation, name))


def set_atoms(atoms: Iterable[Atom], place: Mark, *, begins: bool = True) -> Text:
    """Return atoms as runs, every one with the mark of what it was made from.

    A sentence takes a capital where it begins with a word of the apparatus, or with the writer's before a work;
    ``begins`` says whether the atoms begin one.
    """
    moved = _moved_into_quotation(_with_capitals(_with_stops_apart(atoms), begins=begins))
    return _nested(_repaired(moved), place)


def _atoms(text: RichText, shells: tuple[Shell, ...], key: str, pack: Pack, depth: int) -> Iterator[Atom]:
    for part in text.parts:
        if isinstance(part, str):
            yield Atom("words", part, shells)
        elif isinstance(part, richtext.Symbol):
            yield _symbol(part.name, shells, pack)
        elif isinstance(part, richtext.HRef):
            yield from _atoms(part, (*shells, Shell("link", part.url)), key, pack, depth)
        elif not isinstance(part, richtext.Tag):
            yield from _atoms(part, shells, key, pack, depth)
        elif part.name == "term":
            first, *rest = _atoms(part, shells, key, pack, depth)
            yield from (replace(first, kind="term"), *rest)
        elif part.name == "quotation":
            level = 2 * (depth % 2)
            yield Atom("opening-quote", pack.quotation_marks[level], shells)
            yield from _atoms(part, shells, key, pack, depth + 1)
            marks = pack.quotation_marks[level + 1]
            yield Atom("closing-quote", marks, shells, takes_stops=pack.stops_inside_quotation)
        elif part.name == "entry":
            yield from _atoms(part, (*shells, Shell("entry", key)) if key else shells, key, pack, depth)
        elif part.name.startswith("language "):
            _, language, direction = part.name.split(" ")
            shell = Shell("language", language.strip("-"), "rtl" if direction == "rtl" else "ltr")
            yield from _atoms(part, (*shells, shell), key, pack, depth)
        else:
            yield from _atoms(part, (*shells, Shell(part.name)), key, pack, depth)


def _symbol(name: str, shells: tuple[Shell, ...], pack: Pack) -> Atom:
    if name in ("opening", "closing"):
        return Atom("words", "(" if name == "opening" else ")", shells)
    if name.startswith("subtitle-"):
        return Atom("mark", getattr(pack.punctuation, name.removeprefix("subtitle-")).rstrip() + " ", shells)
    return Atom("mark", " " if name == "space" else getattr(pack.punctuation, name), shells)


def _with_stops_apart(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """Part the stop or comma with which the writer goes on after a citation: it must agree with what we set."""
    before: Atom | None = None
    for atom in atoms:
        sign = atom.text[:1]
        if atom.kind == "written" and sign and sign in ".,،" and before and before.kind not in ("written", "run"):
            yield Atom("mark", sign, atom.shells)
            if atom.text[1:]:
                yield replace(atom, text=atom.text[1:])
        else:
            yield atom
        before = atom


def _with_capitals(atoms: Iterable[Atom], *, begins: bool) -> Iterator[Atom]:
    """Give the first word of each sentence its capital, if it is the apparatus's own or a prefix.

    A stop of the writer's ends a sentence unless the word before it is short, as “cf.” and “vol.” are.
    """
    for atom in atoms:
        if begins and atom.kind in ("term", "prefix"):
            yield replace(atom, text=capitalized(atom.text))
        else:
            yield atom
        if atom.kind == "mark" and atom.text.strip():
            begins = atom.text.strip() == "."
        elif atom.kind == "written" and atom.text.strip():
            begins = _SENTENCE_END.search(atom.text) is not None
        elif atom.text.strip() and atom.kind != "opening-quote":
            begins = False


def _moved_into_quotation(atoms: Iterable[Atom]) -> list[Atom]:
    """Put commas and stops before the closing quotation marks they follow, where their locale writes them so."""
    made: list[Atom] = []
    for atom in atoms:
        sign = atom.text[:1]
        if atom.kind != "mark" or sign not in (",", ".") or not made or not made[-1].takes_stops:
            made.append(atom)
            continue
        at = len(made)
        while made[at - 1].kind == "closing-quote":
            at -= 1
        made.insert(at, Atom("mark", sign, _faces(made[at - 1].shells, atom.shells)))
        if atom.text[1:]:
            made.append(replace(atom, text=atom.text[1:]))
    return made


def _repaired(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """Drop the marks that what stands before them makes needless, and set a stop in the face of what it ends."""
    before, spaced = "", True  # the last character printed, quotation marks looked through; whether a space follows it
    quoted = False  # whether quotation marks have just been closed
    shells: tuple[Shell, ...] = ()
    for atom in atoms:
        made = atom
        if atom.kind == "mark":
            text = _needed(atom.text, before, spaced=spaced, quoted=quoted)
            made = Atom("mark", text, _faces(shells, atom.shells) if text.startswith(".") else atom.shells)
        if not made.text and not made.run:
            continue
        yield made
        quoted = made.kind == "closing-quote"
        if made.run:
            before, spaced = _UNSEEN, False
            continue
        if not quoted:
            words = made.text.rstrip()
            bare = words.rstrip(_TYPED_MARKS)
            quoted = bool(bare) and bare != words
            before = bare[-1:] or words[-1:] or before
        spaced, shells = made.text[-1:].isspace(), made.shells


def _needed(written: str, before: str, *, spaced: bool, quoted: bool) -> str:
    """Return what is needed of a mark after a character: all of it, its space alone, or nothing.

    After a question or a cry there is no colon (CMOS 17, 14.96), unless they are quoted and the sentence is not theirs.
    """
    sign, space = written.strip(), written[len(written.rstrip()) :]
    asks = before in _STOPS and before != "." and not quoted
    needless = not before or before in _PAUSES or (before in _STOPS and sign == ".") or (asks and sign == ":")
    if sign and not needless:
        return written
    return "" if spaced else space


def _faces(shells: tuple[Shell, ...], own: tuple[Shell, ...]) -> tuple[Shell, ...]:
    """Return the looks a stop shares with the words it ends; it belongs to no language or address but its own.

    A stop after a word that is upright within a leaning title leans with the title.
    """
    if shells[: len(own)] != own:
        return own
    shared = list(own)
    for shell in shells[len(own) :]:
        if shell.name in ("language", "link") or shell in shared:
            break
        shared.append(shell)
    return tuple(shared)


def _nested(atoms: Iterable[Atom], place: Mark, depth: int = 0) -> Text:
    """Return atoms as runs, those in one shell within one wrapper."""
    runs: list[Run] = []
    for shell, group in groupby(atoms, key=lambda atom: atom.shells[depth] if len(atom.shells) > depth else None):
        if shell is not None:
            runs += _wrapped(shell, _nested(group, place, depth + 1), place)
            continue
        for is_own, members in groupby(group, key=lambda atom: atom.run is not None):
            if is_own:
                runs += [member.run for member in members if member.run]
            else:
                runs.append(Words("".join(member.text for member in members), place))
    return tuple(runs)


def _wrapped(shell: Shell, runs: Text, place: Mark) -> Text:
    if shell.name in _FIGURES:
        return map_runs(runs, _FIGURES[shell.name])
    wrap = _WRAPPERS.get(shell.name)
    return (wrap(shell, runs, place),) if wrap else runs


def _raised_or_lowered(signs: str) -> Callable[[Run], Text]:
    figures = str.maketrans("0123456789+-=()", signs)
    return lambda run: (replace(run, text=run.text.translate(figures)),) if isinstance(run, Words) else (run,)


_WRAPPERS: dict[str, Callable[[Shell, Text, Mark], Run]] = {
    "emphasis": lambda _, runs, place: Emphasis(runs, place),
    "strong": lambda _, runs, place: Strong(runs, place),
    "small-caps": lambda _, runs, place: SmallCaps(runs, place),
    "language": lambda shell, runs, place: Foreign(runs, shell.value, shell.direction, place),
    "link": lambda shell, runs, place: Link(runs, shell.value, place),
    "entry": lambda shell, runs, place: ReferenceLink(runs, shell.value, place),
}
_LOOKS: dict[type, str] = {Emphasis: "emphasis", Strong: "strong", SmallCaps: "small-caps"}
_FIGURES = {
    "raised": _raised_or_lowered("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"),
    "lowered": _raised_or_lowered("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}
