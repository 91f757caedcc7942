"""The desk of ``report publish``: all editions of a brief as they were frozen, which go out together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from report import production
from report.findings import Finding
from report.incremental.bench import Failed
from report.incremental.dispatch import make
from report.incremental.task import Outcome, Task
from report.incremental.wish import Wish
from report.incremental.workers import executor_of
from report.kept import digest_of
from report.localize import editions_of
from report.order import Order
from report.publish.manifest import remembering
from report.publish.names import MANIFEST, artifact_name, release_folder
from report.publish.reissue import reissue_page
from report.publish.write import Bundle, write_all
from report.reissuing import reissued


@dataclass(slots=True)
class Published:
    """What came of publishing: the files written, what was noticed, and why editions came to nothing."""

    files: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failed] = field(default_factory=list)


def publish_briefs(wish: Wish, say: Callable[[str], None]) -> Published:
    """Publish the briefs wished for, in all their editions or one, in all their media.

    Each edition goes to the folder of its version, and the web pages of earlier versions are issued again, with word of
    it. While one of all these is held, or fails, nothing of the brief goes out: readers are led from one to the others.

    Raises:
        WriteError: the output folder cannot be written; an edition that went out before is untouched.
    """
    published = Published()
    for slug in wish.slugs:
        brief = production.read(wish.project, slug).brief.value
        outcomes = _made(wish, slug, (wish.locale,) if wish.locale else editions_of(brief), say)
        made = {tag: one for tag, one in outcomes.items() if isinstance(one, Outcome)}
        published.failures += [one for one in outcomes.values() if isinstance(one, Failed)]
        for one in made.values():
            published.findings += one.findings
            published.findings += (finding for medium in one.made.values() for finding in medium.findings)
        if len(made) < len(outcomes) or any(one.is_held for one in made.values()):
            continue
        earlier = reissued(wish.project, slug, made)
        published.findings += earlier.findings
        if any(one.holds for one in earlier.findings):
            continue
        version = brief.revisions[-1].version
        bundles = [_bundle(release_folder(wish.output, slug, version, tag), one) for tag, one in made.items()]
        pages = [reissue_page(page.edition, page.proof, wish.output) for page in earlier.value]
        write_all(wish.output, (*bundles, *(page for page in pages if page.files)))
        published.files += (one.folder / name for one in bundles for name in one.files if name != MANIFEST)
        published.files += (_page_of(page, wish.output) for page in earlier.value)
    return published


def _made(wish: Wish, slug: str, locales: Sequence[str], say: Callable[[str], None]) -> Mapping[str, Outcome | Failed]:
    """Make the editions of a brief, all media of each; return what came of them, in their order."""
    read = digest_of(wish.project, "content", "templates", "styles")
    tasks = [Task(Order(wish.project, slug, one, (), to_publish=True), {}, read) for one in locales]
    outcomes: dict[str, Outcome | Failed] = {}
    workers = min(wish.jobs, len(tasks))
    with executor_of(workers) as executor:
        say(f"{slug}: publishing")
        for task, outcome in make(tasks, executor, ahead=workers):
            outcomes[task.order.locale] = outcome
    return {locale: outcomes[locale] for locale in locales}


def _bundle(folder: Path, outcome: Outcome) -> Bundle:
    """Return the files of an edition with their manifest, as they are to be written."""
    bodies = {name: body for made in outcome.made.values() for name, body in made.files.items()}
    gone = [name for name in outcome.outdated if name not in bodies and (folder / name).exists()]
    manifest = {name: remembering(body, folder / name) for name, body in outcome.manifest.items()}
    return Bundle(folder, bodies | manifest, gone)


def _page_of(page: production.Reissued, output: Path) -> Path:
    """Return where the page of an older version stands, whether it was written anew or is the same."""
    edition = page.edition
    folder = release_folder(output, edition.brief.slug, edition.version, edition.locale)
    return folder / artifact_name(edition, "screen")
