"""Where an edition stands among the revisions of its brief: which one it is, and how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from report.findings import Checked, Finding, Mark
from report.model.brief import Brief, Revision
from report.model.edition import Edition
from report.model.frozen import Kept, frozen_path, thaw
from report.model.manuscript import Manuscript, MappingNode, SequenceNode
from report.model.redline import Printing
from report.model.revision import State
from report.revisions.departures import Departure, departures

_SHOWN = 5


class Standing(NamedTuple):
    """The revision that a text is, or is to become, and how far it is.

    ``follows`` is the revision that it comes after, where no other day is known than the day of that.
    """

    state: State
    revision: Revision
    follows: Revision | None = None


def at_its_revision(printing: Printing, kept: Kept, listed: Mark, *, to_publish: bool) -> Checked[Edition]:
    """Return an edition at its revision, and what is noticed of its frozen texts; ``listed`` is where the last stands.

    What is made ``to_publish`` is published whatever its brief says of itself, and held while it is not as frozen.
    """
    edition = printing.edition
    last = edition.brief.revisions[-1]
    if edition.pack.pseudo != "none":
        return Checked(_placed(edition, standing_of(edition.brief, is_frozen=False, is_same=False)))
    findings = list(_misplaced(edition, kept, listed))
    is_frozen = last.version in kept.folders
    departed: Sequence[Departure] = ()
    is_same, is_read = False, not is_frozen
    if kept.last:
        thawed = thaw(kept.last, edition)
        findings += thawed.findings
        if thawed.value:
            is_read = True
            departed = departures(printing, thawed.value.printing)
            is_same = not departed
    brief = replace(edition.brief, state="published") if to_publish else edition.brief
    standing = standing_of(brief, is_frozen=is_frozen, is_same=is_same)
    if standing.state != brief.state and brief.has_history and is_read:
        if is_frozen:
            findings += _not_as_frozen(edition, departed, listed, to_publish=to_publish)
        else:
            findings.append(_not_frozen(last.version, kept, listed, to_publish=to_publish))
    return Checked(_placed(edition, standing), tuple(findings))


def listed_at(manuscript: Manuscript) -> Mark:
    """Return the place of the last revision that a brief lists."""
    brief = manuscript.brief
    listed = brief.get("revisions") if isinstance(brief, MappingNode) else None
    if isinstance(listed, SequenceNode) and listed.items:
        return listed.items[-1].mark
    return Mark(f"{manuscript.folder}/brief.yaml")


def standing_of(brief: Brief, *, is_frozen: bool, is_same: bool) -> Standing:
    """Return where a text stands whose last revision is frozen or not, and which is the same as that or not.

    What calls itself published and is not as it was frozen is a draft of what it is to become.
    """
    last = brief.revisions[-1]
    if brief.state == "published" and is_same:
        return Standing("published", last)
    state: State = "draft" if brief.state == "published" else brief.state
    day = _day_of_text(brief, is_frozen=is_frozen)
    if not is_frozen:
        return Standing(state, replace(last, date=day or last.date))
    coming = Revision(next_version(last.version), day or last.date, ())
    return Standing(state, coming, None if day else last)


def _day_of_text(brief: Brief, *, is_frozen: bool) -> date | None:
    """Return the day that is said of the text; one before what came out last was said of an earlier text."""
    came_out = brief.revisions if is_frozen else brief.revisions[:-1]
    is_earlier = brief.text_date and came_out and brief.text_date < came_out[-1].date
    return None if is_earlier else brief.text_date


def next_version(version: str) -> str:
    """Return the version that follows.

    >>> next_version("1.0"), next_version("2.9")
    ('1.1', '2.10')
    """
    whole, _, part = version.partition(".")
    return f"{whole}.{int(part) + 1}"


def _placed(edition: Edition, standing: Standing) -> Edition:
    return replace(edition, state=standing.state, revision=standing.revision, follows=standing.follows)


def _misplaced(edition: Edition, kept: Kept, listed: Mark) -> Iterator[Finding]:
    """Yield frozen texts of versions that are not listed, and that the last has none in this edition."""
    brief, locale = edition.brief, edition.locale
    if not brief.has_history:
        return
    versions = [one.version for one in brief.revisions]
    for name in kept.folders:
        if name not in versions:
            hint = "list it under “revisions” again with its date and note, or take the folder out"
            message = f"“{name}” is no version that brief.yaml lists"
            yield Finding("REV-002", Mark(frozen_path(brief.slug, name, locale)), message, hint)
    if kept.others_have and versions[-1] not in kept.folders:
        hint = "freeze the next version: it is frozen in all editions together"
        message = f"{versions[-1]} is frozen in other editions, and not in “{locale}”"
        yield Finding("REV-003", listed, message, hint)


def _not_frozen(version: str, kept: Kept, listed: Mark, *, to_publish: bool) -> Finding:
    """Return that what is, or is to be, published is a draft after all: nothing of it is kept."""
    hint = f"“report freeze {version}” freezes it, in every edition"
    if kept.others_have:
        hint = f"{version} cannot be frozen once more; “report freeze {next_version(version)}” freezes every edition"
    code = "REV-005" if to_publish else "REV-004"
    return Finding(code, listed, f"revision {version} is not frozen, and so not published", hint)


def _not_as_frozen(
    edition: Edition, departed: Sequence[Departure], listed: Mark, *, to_publish: bool
) -> Iterator[Finding]:
    """Yield where what is, or is to be, published is another text than the frozen one."""
    version = edition.brief.revisions[-1].version
    following = next_version(version)
    if not to_publish:
        hint = f"“report freeze {following}” makes a new version of it; until then it is marked as a draft"
        first = f": {departed[0].what} first" if departed else ""
        text = "the text" if edition.locale == edition.brief.language else f"the text of the {edition.locale} edition"
        yield Finding("REV-004", listed, f"{text} is not the one that was frozen as {version}{first}", hint)
        return
    hint = f"“report freeze {following}” makes a new version of it, or take the change back"
    for mark, what in departed[:_SHOWN]:
        yield Finding("REV-006", mark, f"this is not as it was frozen as {version}: {what}", hint)
    if len(departed) > _SHOWN:
        more = f"{len(departed) - _SHOWN} more places are not as they were frozen as {version}"
        yield Finding("REV-006", listed, more, f"“report redline --since {version}” shows them all")
