"""The desk of ``report build``: plans editions, has them made, writes them down, and says what was noticed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from report.findings import Finding
from report.incremental.bench import Bench, Failed
from report.incremental.planning import locales_of
from report.incremental.pruning import prune
from report.incremental.stock import Stock, makers
from report.incremental.wish import Wish


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a wish: findings, files that were made or removed, each with why, and what failed, in words."""

    findings: tuple[Finding, ...]
    files: tuple[tuple[Path, str], ...]
    failures: tuple[Failed, ...]


def build_editions(wish: Wish, say: Callable[[str], None] = lambda _words: None) -> Built:
    """Make what is not as it would be made now, and repeat what was noticed about all else.

    ``say`` hears what is being done. Findings and files come in the order of the briefs and of their editions, however
    the work went; one edition that is held, or fails, stops no other.

    Raises:
        UsageError: a locale is wished for that a brief has no name for.
    """
    bench = Bench(wish, Stock(wish.project), makers(), say)
    editions = {slug: _locales(bench, slug) for slug in wish.slugs}
    keys = [(slug, locale) for slug in wish.slugs for locale in _wanted(wish, editions[slug])]
    lagging = [key for key in keys if not bench.is_done(bench.plan(key))]
    if lagging:
        from report.incremental.running import make_all  # noqa: PLC0415 - only where something is to be made

        make_all(bench, lagging)
    pruned = prune(wish, editions, bench.unsound) if wish.is_everything else ()
    findings = tuple(one for key in keys for one in bench.findings.get(key, ()))
    files = tuple(one for key in keys for one in bench.files.get(key, ()))
    return Built(findings, (*files, *pruned), tuple(bench.failures[key] for key in keys if key in bench.failures))


def _wanted(wish: Wish, locales: tuple[str, ...]) -> tuple[str, ...]:
    return (wish.locale,) if wish.locale else locales


def _locales(bench: Bench, slug: str) -> tuple[str, ...]:
    """Return the locales of a brief: as ledgers know them, else as it is read."""
    wish = bench.wish
    if wish.locale and not wish.is_everything:
        return (wish.locale,)
    known = locales_of(wish, bench.stock, bench.makers, slug)
    if known is None:
        if wish.jobs > 1:
            from report.incremental.workers import warm_up  # noqa: PLC0415

            warm_up()  # while the brief is read here
        from report.production import locales_of_brief  # noqa: PLC0415 - what is known needs no reading

        bench.say(f"{slug}: reading")
        known = locales_of_brief(wish.project, slug)
    return known
