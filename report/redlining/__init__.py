"""The desk of ``report redline``: editions compared with an earlier text, and all that is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from report import production
from report.desk import Desk, Held
from report.findings import Checked, Finding
from report.load.catalogs import load_catalog
from report.model.catalog import brief_catalog
from report.model.output import Artifact, Setting
from report.model.redline import Redline
from report.order import Order
from report.publish.manifest import manifest_of_redline
from report.publish.names import MANIFEST, change_log_name, pack_names, redline_folder, redline_names
from report.publish.write import Bundle, write_all
from report.redlining.earlier import earlier_text
from report.redlining.texts import Earlier, Now
from report.revise import redline
from report.revise.change_log import change_log
from report.translators_pack import TranslatorsPack, pack_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: the earlier text (a version or a commit, or none named), an edition, media, a folder."""

    since: str
    locale: str
    media: tuple[Setting, ...]
    output: Path


def redline_brief(project: Path, slug: str, wish: Wish, say: Callable[[str], None]) -> Checked[tuple[Artifact, ...]]:
    """Write the redlines of a brief with their change logs and translators' packs; one that is held keeps its last.

    Raises:
        UsageError: what it is to be compared with does not exist.
        ReportError: git cannot give out what it has.
        WriteError: the output folder cannot be written.
    """
    reading = production.read(project, slug)
    findings: list[Finding] = []
    editions: dict[str, production.Prepared] = {}
    for locale in (wish.locale,) if wish.locale else reading.locales:
        say(f"{slug} {locale}: reading")
        desk = Desk()
        prepared = production.prepare(Order(project, slug, locale, ()), desk, reading)
        findings += desk.findings
        if not desk.holds:
            editions[locale] = prepared
    if not editions:
        return Checked((), tuple(findings))
    now = Now(project, slug, reading, editions)
    earlier = earlier_text(now, wish.since, say)
    findings += earlier.findings
    artifacts: list[Artifact] = []
    for locale, prepared in editions.items():
        if locale not in earlier.printings:
            continue
        line = redline(earlier.printings[locale], prepared.printing)
        pack = _pack(now, prepared, earlier)
        if not line.changes and not pack:
            message = f"the text of “{locale}” is the same as in {earlier.name}: there is nothing to show"
            findings.append(Finding("REV-031", prepared.edition.brief.mark, message))
            continue
        say(f"{slug} {locale}: setting {len(line.changes)} changes")
        desk = Desk()
        with suppress(Held):
            artifacts += _written(prepared, line, pack, wish, desk)
        findings += desk.findings
    return Checked(tuple(artifacts), tuple(findings))


def _written(
    prepared: production.Prepared, line: Redline, pack: TranslatorsPack | None, wish: Wish, desk: Desk
) -> Iterator[Artifact]:
    """Set a redline and write it with what else is told of it, all together; yield what was written.

    A translation that has not followed its source text yet may have no changes of its own, and a pack all the same.

    Raises:
        Held: an error lies on the desk.
    """
    edition = prepared.edition
    files: dict[str, bytes] = {}
    if line.changes:
        proofs = production.produce_redline(prepared, line, wish.media, desk)
        desk.hold()
        names = redline_names(edition)
        files |= {names[proof.galley.setting]: proof.body for proof in proofs}
        files[change_log_name(edition)] = change_log(line)
    if pack:
        files |= dict(zip(pack_names(edition), (pack.po, pack.page), strict=True))
    folder = redline_folder(wish.output, edition, line.since.version)
    artifacts = [Artifact(folder / name, sha256(body).hexdigest()) for name, body in files.items()]
    if line.changes:
        compared = replace(edition, since=line.since.version)
        manifest = manifest_of_redline(compared, prepared.faces, prepared.origin, artifacts, desk.findings)
        files[MANIFEST] = manifest
    write_all(wish.output, (Bundle(folder, files, (*pack_names(edition), MANIFEST)),))
    yield from artifacts


def _pack(now: Now, prepared: production.Prepared, earlier: Earlier) -> TranslatorsPack | None:
    """Return what the translators of an edition are told; an original has none."""
    edition = prepared.edition
    if not edition.original or not earlier.units:
        return None
    catalog = load_catalog(now.project, brief_catalog(now.slug, edition.locale), now.source.mark).value
    return pack_of(catalog, now.source, earlier.units, edition.locale)
