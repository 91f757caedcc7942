"""What is to be made again, and why: editions as they are wished for, compared with the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from report.findings import Finding
from report.incremental.fingerprint import (
    Fingerprint,
    Needs,
    differences,
    files_read,
    in_a_line,
    taken,
)
from report.incremental.ledger import Account, Ledger, ledgers_in, open_ledger
from report.incremental.stock import Stock, digest_of
from report.incremental.wish import Wish
from report.model.output import Medium


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done about an edition.

    ``rereading`` is why it must be read again, ``outdated`` why an artifact that was wished for must be made again.
    ``kept`` are the artifacts that are as they would be made now, wished for or not. ``now`` is the fingerprint of its
    reading, ``before`` what the ledger says.
    """

    slug: str
    locale: str
    now: Fingerprint
    before: Ledger | None
    rereading: tuple[str, ...]
    outdated: Mapping[Medium, str]
    kept: Mapping[Medium, Account]

    @property
    def is_done(self) -> bool:
        """Whether nothing is to be done: what there is, is what would be made, or the edition would be held again."""
        if self.before is None or self.rereading:
            return False
        return self.is_held or not self.outdated

    @property
    def is_held(self) -> bool:
        """Whether an error held the edition when it was read last."""
        return self.before is not None and self.before.is_held

    def findings(self, wish: Wish) -> tuple[Finding, ...]:
        """Return what was noticed when the edition was made as it is."""
        assert self.before is not None, "an edition that is done has a ledger"
        if self.before.is_held:
            return self.before.findings
        wanted = wish.media or self.before.media
        made = (one for medium in wanted for one in self.before.accounts[medium].findings)
        return (*self.before.findings, *made)


def plan(wish: Wish, stock: Stock, makers: Mapping[str, str], slug: str, locale: str) -> Plan:
    """Compare an edition with what the ledger says of it. Everything is compared by content."""
    before = open_ledger(wish.output, slug, locale)
    files = files_read(stock, slug, locale)
    if before is None:
        return Plan(slug, locale, Fingerprint(files, {}, makers, wish.orders), None, ("new",), {}, {})
    now = reading(wish, stock, makers, files, Needs(tuple(before.read.files), tuple(before.read.faces)))
    folder = folder_of(wish.output, slug, locale)
    rereading = (*differences(before.read, now, slug), *_spoilt(folder, before.manifest))
    outdated = {
        medium: why for medium in wish.media or before.media if (why := _why(wish, stock, makers, before, medium))
    }
    kept = {
        medium: account
        for medium, account in before.accounts.items()
        if medium not in outdated and not _why(wish, stock, makers, before, medium)
    }
    return Plan(slug, locale, now, before, rereading, outdated, kept)


def locales_of(wish: Wish, stock: Stock, makers: Mapping[str, str], slug: str) -> tuple[str, ...] | None:
    """Return the locales of a brief, if a ledger knows them and nothing changed that they depend on."""
    for ledger in ledgers_in(wish.output, slug):
        if ledger.read.makers == makers and _lists_the_same(ledger, stock):
            return ledger.locales
    return None


def reading(wish: Wish, stock: Stock, makers: Mapping[str, str], files: Mapping[str, str], needs: Needs) -> Fingerprint:
    """Take the fingerprint of a reading: all files that may be looked at, and what lies outside the project."""
    outside = {path: stock.digest(path) for path in needs.files if path.startswith("/")}
    faces = {family: stock.faces(family) for family in needs.faces}
    return Fingerprint({**files, **outside}, faces, makers, wish.orders)


def folder_of(output: Path, slug: str, locale: str) -> Path:
    """Return the folder of an edition: ``dist/heat-and-health/fr``."""
    return output / slug / locale


def _why(wish: Wish, stock: Stock, makers: Mapping[str, str], before: Ledger, medium: Medium) -> str:
    """Return why an artifact must be made again; nothing if it need not be."""
    account = before.accounts.get(medium)
    if account is None:
        return "new"
    needs = Needs(tuple(account.made_of.files), tuple(account.made_of.faces))
    now = taken(stock, needs, makers)
    reasons = differences(account.made_of, now, before.slug)
    return in_a_line(reasons or _spoilt(folder_of(wish.output, before.slug, before.locale), account.outputs))


def _spoilt(folder: Path, outputs: Mapping[str, str]) -> Iterator[str]:
    """Yield which files are not as they were made."""
    for name, made in outputs.items():
        digest = digest_of(folder / name)
        if digest != made:
            yield (
                f"{name} altered in {folder.parents[1].name}/"
                if digest
                else f"{name} missing in {folder.parents[1].name}/"
            )


def _lists_the_same(ledger: Ledger, stock: Stock) -> bool:
    """Whether the file that names the editions, and the packs they may have, are what they were."""
    before = {path: digest for path, digest in ledger.read.files.items() if _lists(path, ledger.slug)}
    packs = stock.files_in("content/locales")
    own = f"content/{ledger.slug}/brief.yaml"
    return before == {own: stock.digest(own), **packs}


def _lists(path: str, slug: str) -> bool:
    return path == f"content/{slug}/brief.yaml" or path.startswith("content/locales/")
