"""The desk of ``report freeze``: a version listed, its note translated, and its text frozen in every edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from report import production
from report.desk import Desk
from report.drafting import Drafted, in_the_note, with_notes, with_row
from report.errors import UsageError
from report.findings import Checked, Finding, Mark, nearest
from report.load.frozen import check_pictures, frozen_folders, read_frozen
from report.model.brief import Brief
from report.model.catalog import brief_catalog
from report.model.frozen import frozen_folder, frozen_path, thaw
from report.model.manuscript import MappingNode, ScalarNode, SequenceNode
from report.model.redline import Printing
from report.order import Order
from report.production import Reading
from report.publish.moves import alone_in, finish_alone, standing
from report.publish.write import Bundle, NewFolder, write_alone
from report.revisions.freezing import check_version, frozen_files, pictures_of
from report.revisions.standing import listed_at

_FARTHEST = 366  # days


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be frozen: a version, with its note and the translations of that by locale.

    A version that ``brief.yaml`` lists has its note there. ``day`` is what one that is new is dated by.
    """

    version: str
    note: str
    notes: Mapping[str, str]
    day: date | None


def freeze(project: Path, slug: str, wish: Wish, today: date) -> Checked[tuple[Path, ...]]:
    """Freeze the text of every edition of a brief, all together or none; return the files that were written.

    A version that is not listed yet is written into ``brief.yaml``, and the translations of its note into the catalogs,
    in one step with what is frozen; while anything holds it, its note too, nothing is written. It is dated by the wish,
    or the day of the text, or ``today``. Where it has been listed already, with the same note, the rest is done.

    Raises:
        UsageError: the note of a new version is lacking in a language, its day cannot be, or a listed one is given
            another note or day.
        WriteError: a file cannot be written, or was changed meanwhile.
    """
    # Who freezes at the same time waits, and then finds it done.
    with alone_in(project / "content"):
        finish_alone(project / "content")
        return _freeze(project, slug, wish, today)


def _freeze(project: Path, slug: str, wish: Wish, today: date) -> Checked[tuple[Path, ...]]:
    before = _digests(project, slug, wish.notes)
    reading = production.read(project, slug)
    brief = reading.brief.value
    frozen = frozen_folders(project, slug)
    listed = listed_at(reading.manuscript.value)
    errors = [one for one in (*reading.manuscript.findings, *reading.brief.findings) if one.holds]
    if errors:
        return Checked((), tuple(errors))
    problems = tuple(check_version(brief, wish.version, frozen, listed))
    if problems:
        return Checked((), problems)
    drafted = Drafted(reading, {})
    if wish.version not in [one.version for one in brief.revisions]:
        _check_new(brief, wish)
        day = wish.day or brief.text_date or today
        _check_day(brief, wish, day, today)
        tried = _printings(project, slug, reading, frozen)
        if _holds(tried.findings):
            return Checked((), tried.findings)
        drafted = with_row(project, reading, wish.version, day, wish.note)
        if not _holds(drafted.reading.manuscript.findings):
            drafted = with_notes(project, drafted, wish.notes)
    elif _is_going_on(reading, wish):
        _check_languages(brief, wish)
        drafted = with_notes(project, drafted, wish.notes)
    else:
        _check_listed(brief, wish)
    printings = _printings(project, slug, drafted.reading, frozen)
    if _holds(printings.findings):
        return Checked((), in_the_note(printings.findings, drafted))
    files = frozen_files(printings.value, _pictures(project, printings.value))
    folder = project / frozen_folder(slug) / wish.version
    bundles = [_bundle(project / path, body, before[path]) for path, body in drafted.files.items()]
    write_alone(project / "content", bundles, (NewFolder(folder, files),))
    written = (*drafted.files, *(f"{frozen_folder(slug)}/{wish.version}/{name}" for name in files))
    return Checked(tuple(project / path for path in written), printings.findings)


def _digests(project: Path, slug: str, locales: Iterable[str]) -> dict[str, str]:
    """Return the digests of the files that may be written anew, as they stand before anything is read."""
    paths = (f"content/{slug}/brief.yaml", *(brief_catalog(slug, one) for one in locales))
    return {path: standing(project / path) for path in paths}


def _bundle(path: Path, body: bytes, before: str) -> Bundle:
    return Bundle(path.parent, {path.name: body}, before={path.name: before})


def _printings(project: Path, slug: str, reading: Reading, versions: Iterable[str]) -> Checked[tuple[Printing, ...]]:
    """Return every edition as it is to be frozen, with what is noticed in it and in the ``versions`` frozen already."""
    desk, listed = Desk(), listed_at(reading.manuscript.value)
    printings = []
    for locale in reading.locales:
        prepared = production.prepare(Order(project, slug, locale, (), to_freeze=True), desk, reading)
        printings.append(prepared.printing)
        desk.file(_spoilt(project, prepared.printing, versions, listed))
    return Checked(tuple(printings), tuple(desk.findings))


def _spoilt(project: Path, printing: Printing, versions: Iterable[str], named: Mark) -> Iterator[Finding]:
    """Yield what is spoilt of an edition's frozen texts and their pictures: what follows would stand on nothing."""
    edition = printing.edition
    for path in (frozen_path(edition.brief.slug, one, edition.locale) for one in versions):
        if (project / path).exists():
            file = read_frozen(project, path, named)
            yield from file.findings
            text = thaw(file.value, edition) if file.value else None
            yield from text.findings if text else ()
            if text and text.value:
                yield from check_pictures(project, text.value.printing.edition.brief, Mark(path))


def _holds(findings: Iterable[Finding]) -> bool:
    return any(one.holds for one in findings)


def _pictures(project: Path, printings: Iterable[Printing]) -> dict[str, bytes]:
    paths = {picture.path for printing in printings for picture in pictures_of(printing.edition.brief)}
    return {path: (project / path).read_bytes() for path in sorted(paths)}


def _check_new(brief: Brief, wish: Wish) -> None:
    """Check that a version can be listed: it has a note, in every language that holds back what is not translated."""
    if not wish.note:
        raise UsageError(f"{wish.version} is not listed in brief.yaml: say what changed, with --note")
    _check_languages(brief, wish)
    lacking = [plan.locale for plan in brief.editions if plan.stale == "hold" and plan.locale not in wish.notes]
    if lacking:
        options = " ".join(f"--note-for {locale}=…" for locale in lacking)
        raise UsageError(f"the note is published in every edition: translate it, {options}")


def _check_languages(brief: Brief, wish: Wish) -> None:
    """Check that the note is translated into languages of the brief."""
    locales = [plan.locale for plan in brief.editions]
    for locale in wish.notes:
        if locale not in locales:
            hint = nearest(locale, locales) or f"there are {', '.join(locales) or 'none'}"
            raise UsageError(f"--note-for: “{brief.slug}” is not translated into “{locale}”; {hint}")


def _check_day(brief: Brief, wish: Wish, day: date, today: date) -> None:
    """Check the day of a new version: not before the last one, and none that looks like a slip of the finger."""
    last = brief.revisions[-1]
    if day < last.date:
        source = "" if day == wish.day else f" ({'“text-date”' if day == brief.text_date else 'today'})"
        hint = "" if wish.day else "; “--date” says when it comes out"
        raise UsageError(f"{wish.version} cannot be dated {day}{source}: {last.version} is dated {last.date}{hint}")
    if wish.day and (day - today).days > _FARTHEST:
        raise UsageError(f"{wish.version} cannot be dated {day}: that is more than a year from today, {today}")


def _is_going_on(reading: Reading, wish: Wish) -> bool:
    """Whether a wish is the one that listed the version: it was stopped before it had frozen that."""
    row, last = _last_row(reading), reading.brief.value.revisions[-1]
    note = row.get("note") if row else None
    if not wish.note or not isinstance(note, ScalarNode):
        return False
    return " ".join(note.text.split()) == wish.note and wish.day in (None, last.date)


def _last_row(reading: Reading) -> MappingNode | None:
    brief = reading.manuscript.value.brief
    listed = brief.get("revisions") if isinstance(brief, MappingNode) else None
    row = listed.items[-1] if isinstance(listed, SequenceNode) and listed.items else None
    return row if isinstance(row, MappingNode) else None


def _check_listed(brief: Brief, wish: Wish) -> None:
    """Check that what is said of a listed version is not said a second time."""
    if wish.note or wish.notes or wish.day:
        raise UsageError(
            f"{wish.version} is listed in brief.yaml, with its date and note: change them there, their translations in "
            f"the catalogs of “{brief.slug}”"
        )
