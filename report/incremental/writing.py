"""What was made, written down: files where readers find them, then the ledger that says of what they were made."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from report.incremental.fingerprint import Needs, taken
from report.incremental.ledger import Account, Ledger, path_of, written
from report.incremental.planning import Plan, folder_of, reading
from report.incremental.stock import Stock, digest_of
from report.incremental.task import Outcome
from report.incremental.wish import Wish
from report.model.output import MEDIA, Medium
from report.publish.write import Bundle, write_all


def write_down(wish: Wish, stock: Stock, plan: Plan, outcome: Outcome) -> tuple[tuple[Path, str], ...]:
    """Write what came of an edition and its ledger; return each file that was made, with why.

    A file whose bytes are the same is not touched. What an edition is made of no more goes.

    Raises:
        WriteError: the output folder cannot be written; what stood there before is untouched.
    """
    folder = folder_of(wish.output, plan.slug, plan.locale)
    told: list[tuple[Path, str]] = []
    bodies: dict[str, bytes] = dict(outcome.manifest)
    for medium in MEDIA:
        made = outcome.made.get(medium)
        bodies |= made.files if made else {}
        if made and (medium not in plan.kept or made.why):
            told += ((folder / name, _reason(plan, medium, made.why, folder / name)) for name in made.files)
    told.sort(key=lambda one: ".references." in one[0].name)  # the editions first, then what goes with them
    changed = {name: body for name, body in bodies.items() if digest_of(folder / name) != sha256(body).hexdigest()}
    ledger = _ledger(wish, stock, plan, outcome)
    gone = () if outcome.is_held else _gone(plan, ledger, outcome)
    gone = tuple(name for name in gone if os.path.lexists(folder / name))
    if changed or gone:
        write_all(wish.output, (Bundle(folder, changed, gone),))
    if ledger.is_planned or not ledger.is_held:  # nothing is remembered of an edition that the brief does not have
        _write_ledger(wish.output, ledger)
    return (*told, *((folder / name, "removed: no longer made") for name in gone))


def _reason(plan: Plan, medium: Medium, why: str, path: Path) -> str:
    """Return why a file was made, as it is said."""
    reason = why or plan.outdated.get(medium, "new")
    if reason != "new":
        return f"rebuilt: {reason}"
    return "rebuilt: no ledger tells what it was made of" if path.exists() and plan.before is None else "new"


def _ledger(wish: Wish, stock: Stock, plan: Plan, outcome: Outcome) -> Ledger:
    """Return the ledger as it stands now; of what was not ordered and is outdated it tells what it told."""
    before = plan.before
    accounts: dict[Medium, Account] = dict(before.accounts) if before else {}
    makers = plan.now.makers
    for medium, made in outcome.made.items():
        outputs = {name: sha256(body).hexdigest() for name, body in made.files.items()}
        accounts[medium] = Account(taken(stock, made.needs, makers), outputs, made.findings)
    if not outcome.is_held:
        made_or_can_be = {*outcome.media, *outcome.made}
        accounts = {medium: account for medium, account in accounts.items() if medium in made_or_can_be}
    files = {path: digest for path, digest in plan.now.files.items() if not path.startswith("/")}
    manifest = {name: sha256(body).hexdigest() for name, body in outcome.manifest.items()}
    return Ledger(
        slug=plan.slug,
        locale=plan.locale,
        locales=outcome.locales,
        media=outcome.media,
        read=reading(wish, stock, makers, files, Needs(outcome.needs.files, outcome.needs.faces)),
        findings=outcome.findings,
        is_held=outcome.is_held,
        accounts=accounts,
        manifest=manifest or (before.manifest if before else {}),
    )


def _gone(plan: Plan, ledger: Ledger, outcome: Outcome) -> tuple[str, ...]:
    """Return the files that were made once, or go with what was, and that nothing is made into any more."""
    before = plan.before.outputs if plan.before else {}
    return tuple(sorted({*before, *outcome.outdated} - ledger.outputs.keys()))


def _write_ledger(output: Path, ledger: Ledger) -> None:
    path, body = path_of(output, ledger.slug, ledger.locale), written(ledger)
    if digest_of(path) != sha256(body).hexdigest():
        write_all(output, (Bundle(path.parent, {path.name: body}),))
