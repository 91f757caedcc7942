"""Links lead to what their words say: to the passage of that name, and that passage is where they lead (PRE-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from report.findings import Finding
from report.model.output import Passage
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file.links import Annotation
from report.preflight.file.structure import Element, Referred
from report.preflight.tags.order import told
from report.preflight.tags.pieces import pieces_of
from report.preflight.tags.spoken import Word, whole_fold
from report.preflight.ways import Ways

_ABOVE = 60.0  # points: so far above the first line of what it leads to a destination may be, for the space before it
_BELOW = 6.0
_ENTRY = "ref-"  # begins the id of an entry
_NUMBER = re.compile(r"\d+|[IVXLC]+")
_CALLED = ("heading", "caption", "note")  # passages that links name by a number
_NAME = 4  # words within which a caption or heading has its number: “Figure 2 …”, “II …”
_CALL = "-call"  # ends the id of a note's call


@dataclass(frozen=True, slots=True)
class TaggedLink:
    """A link within the file: its annotation, its words, and the elements around it."""

    annotation: Annotation
    words: str
    path: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """Where the passages of an anchor begin, and by which words they are called; a picture stands above its words."""

    word: Word
    names: frozenset[str]
    is_picture: bool


@lru_cache(maxsize=2)
def tagged_links(evidence: Evidence) -> tuple[TaggedLink, ...]:
    """Return the links of a file that lead to a place in it, in the order of reading."""
    file = evidence.file
    if file is None or file.tree is None:
        return ()
    annotations = {one.key: one for page in file.pages for one in page.annotations}
    texts = pieces_of(file)

    def words_of(element: Element) -> str:
        held = (piece.text for one in element.content() for piece in texts.get((one.page, one.mcid), ()))
        return whole_fold(" ".join(held))

    def below(element: Element, path: tuple[Element, ...]) -> Iterator[TaggedLink]:
        path = (*path, element)
        for kid in element.kids:
            if isinstance(kid, Element):
                yield from below(kid, path)
            elif isinstance(kid, Referred) and kid.key in annotations and not annotations[kid.key].address:
                yield TaggedLink(annotations[kid.key], words_of(element), path)

    return tuple(link for root in file.tree.roots for link in below(root, ()))


def ask_targets(evidence: Evidence) -> Iterator[Finding]:
    """Ask that links arrive at the passage they name, and that its words are those of the link."""
    known = homes(evidence)
    if not known:
        return
    calls = _calls(tagged_links(evidence))
    # A note may cite an entry as “Ibid.”, and PRE-013 asks for it; numbers of changes and pages name no passage.
    changes = evidence.copy.changes if evidence.copy else frozenset()
    aside = changes.union(target for target in known if target.startswith(_ENTRY))
    for link in tagged_links(evidence):
        annotation = link.annotation
        spot = spot_of(annotation.page, annotation.place)
        named = f"page {annotation.page}: the link “{link.words}” to “{annotation.target}”"
        there = annotation.destination
        call = calls.get(annotation.target)
        if call and there is not None and not _is_at(there.page, there.top, call):
            message = f"{named} arrives on page {there.page}, away from the call of the note"
            yield Finding("PRE-006", evidence.mark, message, spot=spot)
        home = known.get(annotation.target)
        if home is None:
            continue
        if there is not None and not _is_home(there.page, there.top, home):
            message = f"{named} arrives on page {there.page}, away from what it leads to"
            yield Finding("PRE-006", evidence.mark, message, spot=spot)
        elif link.words and annotation.target not in aside and not _fits(link.words, home):
            message = f"{named} leads to “{home.word.text}”, which is something else"
            yield Finding("PRE-006", evidence.mark, message, spot=spot)


def _calls(links: Sequence[TaggedLink]) -> Mapping[str, Annotation]:
    """Return the calls of notes by the names that ways back to them have: the first link to a note is its call."""
    calls: dict[str, Annotation] = {}
    for link in links:
        if not any(one.role == "Note" for one in link.path):
            calls.setdefault(f"{link.annotation.target}{_CALL}", link.annotation)
    return calls


def ways_by_tags(evidence: Evidence) -> Ways | None:
    """Return which calls, notes and entries lead to each other, as the tags tell; nothing for a file without tags."""
    heard, copy = told(evidence), evidence.copy
    if heard is None or copy is None:
        return None
    notes = {way.anchor for way in copy.from_notes}
    within = _elements_of(evidence)
    to_entries: dict[str, set[str]] = {}
    to_notes: dict[str, set[str]] = {}
    called: set[str] = set()
    answered: set[str] = set()
    for link in tagged_links(evidence):
        target = link.annotation.target if link.annotation.destination else ""
        around = next((within[id(one)] for one in reversed(link.path) if id(one) in within), "")
        if around in notes:
            to_entries.setdefault(around, set()).add(target)
            answered |= {around} if target == f"{around}{_CALL}" else set()
        elif around:
            to_notes.setdefault(around, set()).add(target)
        elif target in notes:
            called.add(target)
    return Ways(
        frozenset(called & answered),
        {anchor: frozenset(found) for anchor, found in to_entries.items()},
        {anchor: frozenset(found) for anchor, found in to_notes.items()},
    )


def _elements_of(evidence: Evidence) -> Mapping[int, str]:
    """Return the anchors of notes and of entries of the bibliography by the identity of the elements that hold them."""
    heard, copy = told(evidence), evidence.copy
    assert heard is not None
    assert copy is not None, "the caller has asked"
    found: dict[int, str] = {}
    for comparison, words in heard.streams():
        for owner, place in zip(comparison.expected.owners, comparison.alignment.places, strict=True):
            passage = comparison.passages[owner]
            if place >= 0 and passage.part in ("note", "entry"):
                path, role = words[place].path, "Note" if passage.part == "note" else "LBody"
                holder = next((one for one in reversed(path) if one.role == role), path[-1])
                found.setdefault(id(holder), passage.anchor)
    return found


@lru_cache(maxsize=2)
def homes(evidence: Evidence) -> Mapping[str, Home]:
    """Return where the passages of each anchor begin, and the words of the first of them."""
    heard = told(evidence)
    if heard is None:
        return {}
    found: dict[str, Home] = {}
    for comparison, words in heard.streams():
        first: dict[int, int] = {}
        for owner, place in zip(comparison.expected.owners, comparison.alignment.places, strict=True):
            if place >= 0:
                first.setdefault(owner, place)
        for owner, place in first.items():
            passage = comparison.passages[owner]
            home = found.get(passage.anchor) or Home(words[place], frozenset(), passage.part in ("drawing", "caption"))
            names = _names(passage) if passage.part in _CALLED else frozenset()
            found[passage.anchor] = replace(home, names=home.names | names)
    return found


def _names(passage: Passage) -> frozenset[str]:
    """Return the words a passage begins with, without marks: among them its number, if it has one."""
    words = whole_fold(passage.text).split()
    return frozenset(map(_bare, words[: 1 if passage.part == "note" else _NAME]))


def _is_home(page: int, top: float | None, home: Home) -> bool:
    if page != home.word.page:
        return False
    if top is None:
        return True
    place = home.word.place
    return place.bottom - _BELOW <= top and (home.is_picture or top <= place.top + _ABOVE)


def _is_at(page: int, top: float | None, call: Annotation) -> bool:
    is_near = top is None or call.place.bottom - _BELOW <= top <= call.place.top + _ABOVE
    return page == call.page and is_near


def _fits(words: str, home: Home) -> bool:
    """Whether a link to what has a number ends in that number, as “Table 1” and calls of notes do."""
    number = _bare(words.rsplit(maxsplit=1)[-1])
    return not _NUMBER.fullmatch(number) or not home.names or number in home.names


def _bare(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum())
