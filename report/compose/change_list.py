"""The copy of the front of a redline: which versions it compares, and its list of changes."""

from __future__ import annotations

from collections.abc import Iterator

from report.compose.beside import now_beside
from report.compose.passages import Writer
from report.compose.revised import Listed, Marked, section_of
from report.compose.states import stated_version
from report.model.apparatus import Apparatus
from report.model.edition import Edition
from report.model.output import Passage, page_of
from report.model.revision import ChangeKind
from report.model.text import Words

_KINDS: dict[ChangeKind, str] = {
    "insertion": "Inserted",
    "deletion": "Deleted",
    "replacement": "Replaced",
    "move": "Moved",
    "emphasis": "Emphasis",
}
_COMPARED = (
    "Version %(now)s compared with version %(since)s of %(since_date)s: %(count)s change.",
    "Version %(now)s compared with version %(since)s of %(since_date)s: %(count)s changes.",
)
_COMPARED_BY_DAYS = (
    "Version %(now)s of %(now_date)s compared with version %(since)s of %(since_date)s: %(count)s change.",
    "Version %(now)s of %(now_date)s compared with version %(since)s of %(since_date)s: %(count)s changes.",
)
_HEADS = ("Number", "Place", "Change")
_KEY = (
    "Inserted words are underlined, deleted words struck through; words whose emphasis changed have a dotted line "
    "below them. A bar stands beside every line that changed."
)


def change_list(edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[Passage]:
    """Yield the passages of the front of a redline; an edition that is none has no such front."""
    if writer.marked is None:
        return
    word, place = edition.words.word, str(edition.brief.mark)
    yield Passage("changes", word("List of changes"), place, "heading")
    yield Passage("changes", word(_KEY), place, "paragraph")
    if writer.marked.changes:
        yield Passage("changes", _statement(edition, writer.marked, writer), place, "caption")
        yield from (Passage("changes", word(head), place, "head-cell") for head in _HEADS)
    for listed in writer.marked.changes:
        yield from _line(listed, edition, apparatus, writer)


def heads_of_changes(edition: Edition) -> tuple[str, ...]:
    """Return the words of the head of the list, which is printed again on every page that it goes on to."""
    return (" ".join(map(edition.words.word, _HEADS)),) if edition.since else ()


def ways_of_changes(marked: Marked | None) -> Iterator[str]:
    """Yield the ids to which the numbers of changes, and of their pages, lead."""
    if marked is not None:
        yield from (f"change-{listed.change.number}" for listed in marked.changes)
        yield from (listed.place for listed in marked.changes)
        yield from (label.other for label in marked.labels.values())


def _statement(edition: Edition, marked: Marked, writer: Writer) -> str:
    """Return which texts were compared; a draft of which no day is known has none."""
    since, count = marked.redline.since, len(marked.changes)
    dated = {} if edition.follows else {"now_date": writer.day(edition.revision.date)}
    one, more = _COMPARED if edition.follows else _COMPARED_BY_DAYS
    return edition.words.words_for(
        one,
        more,
        count,
        now=stated_version(edition, edition.revision.version, edition.state),
        since=stated_version(edition, since.version, marked.redline.former.state),
        since_date=writer.day(since.date),
        count=writer.digits(str(count)),
        **dated,
    )


def _line(listed: Listed, edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[Passage]:
    change, word = listed.change, edition.words.word
    anchor, place = f"change-{change.number}", str(change.mark)
    yield Passage(anchor, writer.digits(str(change.number)), place, "row-head")
    section = section_of(change, edition.brief, apparatus, writer.plain) or word(_part_of(listed))
    page = word("page %(page)s", page=page_of(listed.place)) if writer.is_paged else ""
    yield Passage(anchor, f"{section} {page}", place, "cell")
    before, after = writer.words(change.before), writer.words(change.after)
    if change.part == "setting":
        before, after = word(before), word(after)
    if change.beside:
        said = now_beside(change, edition.words, writer.words)
    elif change.kind == "move":
        said = word("from %(left)s to %(reached)s", left=before, reached=after)
    elif change.kind == "emphasis":
        said = word("from %(before)s to %(after)s", before=before, after=after)
    else:
        said = f"{before} {after}"
    quoted = change.beside.words if change.beside else (*change.before, Words(" ", change.mark), *change.after)
    said = f"{word(_KINDS[change.kind])} {said}"
    before_quoted = said[: said.find(writer.words(quoted[:1]))].split()
    yield Passage(anchor, said, place, "cell", tuple(writer.foreign(quoted, after=len(before_quoted))))


def _part_of(listed: Listed) -> str:
    if listed.change.section == "bibliography":
        return "Bibliography"
    if listed.change.anchor == "imprint":
        return "Imprint"
    return "Opening section" if listed.change.section else "Title and summary"
