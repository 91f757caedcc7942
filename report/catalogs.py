"""The desk of the translators: catalogs brought up to date, marked as reviewed, and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from report import production
from report.errors import UsageError
from report.findings import Checked, Finding, Mark, nearest
from report.load.catalogs import load_catalog
from report.load.catalogs.words import template_words
from report.localize.matching import match_texts
from report.localize.reviewing import reviewed
from report.localize.status import Account, account_of
from report.localize.updating import is_same, updated, wanted_of
from report.localize.writing import po_file
from report.model.catalog import Catalog, Message, Unit, Wanted, brief_catalog, house_catalog
from report.publish.write import write_whole
from report.translators_pack import taken_in, worked_on

T = TypeVar("T")

HOUSE = "house"
"""What the catalog of the house and its templates is called where others are called by their briefs."""


@dataclass(frozen=True, slots=True)
class Job:
    """A catalog as it is, and what is wanted of it; ``places`` say for each message where its words stand."""

    name: str
    locale: str
    catalog: Catalog
    wanted: tuple[Wanted, ...]
    places: tuple[str, ...]


def jobs(project: Path, slugs: Sequence[str], locale: str | None) -> Checked[tuple[Job, ...]]:
    """Return the catalogs of briefs, in all their locales or one, and those of the house in the same locales.

    There is none while the content, the templates or a catalog have errors, which are the findings: what cannot be read
    would be taken for deleted.

    Raises:
        UsageError: a locale is asked for in which none of the briefs is planned.
    """
    findings: list[Finding] = []
    found: list[Job] = []
    house: dict[str, tuple[Mark, tuple[Unit, ...]]] = {}
    for slug in slugs:
        reading = production.read(project, slug)
        brief = reading.brief.value
        findings += [*reading.shelf.findings, *reading.manuscript.findings, *reading.brief.findings]
        for plan in brief.editions:
            if locale in (None, plan.locale):
                house.setdefault(plan.locale, (plan.mark, brief.house.units))
                catalog = _take(load_catalog(project, brief_catalog(slug, plan.locale), plan.mark), findings)
                places = tuple(str(unit.mark) for unit in brief.units)
                found.append(Job(slug, plan.locale, catalog, wanted_of(brief.units), places))
    if locale and not house:
        raise UsageError(f"no edition in “{locale}” is planned; “editions:” of brief.yaml names it")
    words = _take(template_words(project), findings)
    for tag, (named, units) in sorted(house.items()):
        catalog = _take(load_catalog(project, house_catalog(tag), named), findings)
        places = (*(str(unit.mark) for unit in units), *(word.references[0] for word in words))
        found.append(Job(HOUSE, tag, catalog, (*wanted_of(units), *words), places))
    errors = tuple(finding for finding in findings if finding.holds)
    return Checked(() if errors else tuple(found), errors)


def pack_from(path: Path, slugs: Sequence[str], locale: str | None) -> Checked[Catalog]:
    """Read a translators' pack that has come back.

    Raises:
        UsageError: it is not said for which brief and locale it is, it is for another locale, or there is no such file.
    """
    if len(slugs) != 1 or not locale:
        raise UsageError(
            "say for which brief and --locale the pack is: “report catalog update BRIEF --locale TAG --from FILE”"
        )
    if not path.is_file():
        raise UsageError(f"{path} is no file; “report redline” writes packs, each beside its redline")
    pack = load_catalog(path.parent, path.name, Mark(path.name))
    language = pack.value.headers.get("Language", "").replace("_", "-")
    if language and language != locale:
        raise UsageError(f"{path.name} is a pack in “{language}”, not in “{locale}”")
    return pack


def update(project: Path, work: Iterable[Job], pack: Catalog | None = None) -> Iterator[str]:
    """Write catalogs anew where their messages have changed, and yield a line about each.

    What was translated in a ``pack`` goes into the catalog of the brief before.
    """
    for job in work:
        taken = worked_on(pack) if pack and job.name != HOUSE else ()
        given = taken_in(job.catalog, pack) if pack and taken else job.catalog
        catalog, changes = updated(given, job.wanted, job.locale, job.name)
        if is_same(catalog, job.catalog):
            yield f"{catalog.path}: unchanged"
            continue
        write_whole(project / catalog.path, po_file(catalog))
        counts = (
            (len(taken), "taken in"),
            (changes.new, "new"),
            (changes.changed, "changed"),
            (changes.moved, "moved"),
            (changes.unused, "out of use"),
        )
        is_in_order = _order_of(catalog) == _order_of(job.catalog)
        told = ", ".join(f"{count} {what}" for count, what in counts if count)
        told = told or ("comments" if is_in_order else "put in the order of reading")
        yield f"{catalog.path}: {told}"


def _order_of(catalog: Catalog) -> list[tuple[str, str]]:
    return [(message.context, message.source) for message in catalog.messages]


def review(project: Path, job: Job, chosen: Sequence[str]) -> str:
    """Mark current messages of a catalog as reviewed, all or those of some contexts or blocks; return what was done.

    Raises:
        UsageError: a context or block is named that the brief does not have.
    """
    asked = _chosen(job, chosen)
    settled = [
        message
        for one, message in zip(job.wanted, match_texts(job.wanted, job.catalog), strict=True)
        if one in asked and message and _is_settled(message, one)
    ]
    catalog = replace(job.catalog, messages=reviewed(job.catalog.messages, settled))
    if not is_same(catalog, job.catalog):
        write_whole(project / catalog.path, po_file(catalog))
    left = len(asked) - len(settled)
    rest = f"; {left} are not current and were left" if left else ""
    return f"{catalog.path}: {len(settled)} of {len(asked)} messages reviewed{rest}"


def accounts(work: Iterable[Job]) -> list[Account]:
    """Return how far each catalog is."""
    return [account_of(job.name, job.locale, job.catalog, job.wanted, job.places) for job in work]


def _chosen(job: Job, chosen: Sequence[str]) -> frozenset[Wanted]:
    """Return what is wanted under some contexts or blocks, all of it if none is named."""
    known = {way for one in job.wanted for way in _ways(one.context)}
    for name in chosen:
        if name not in known:
            raise UsageError(f"“{job.name}” has no text “{name}”; {nearest(name, known) or 'see the msgctxt lines'}")
    return frozenset(one for one in job.wanted if not chosen or not set(chosen).isdisjoint(_ways(one.context)))


def _is_settled(message: Message, wanted: Wanted) -> bool:
    """Whether a message translates just these words, in their place."""
    is_current = message.is_translated and not message.is_fuzzy
    return is_current and (message.context, message.source) == (wanted.context, wanted.source)


def _ways(context: str) -> Iterator[str]:
    """Yield a context and every part of it from its beginning: ``a/list/2``, ``a/list``, ``a``."""
    while context:
        yield context
        context = context.rpartition("/")[0]


def _take(checked: Checked[T], findings: list[Finding]) -> T:
    findings.extend(checked.findings)
    return checked.value
