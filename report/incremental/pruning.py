"""What nobody makes any more, taken out of the output folder: what ledgers say is ours, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from report.errors import WriteError
from report.incremental.ledger import ledgers_in, lock_of, path_of
from report.incremental.planning import folder_of
from report.incremental.stock import digest_of
from report.incremental.wish import Wish


def prune(
    wish: Wish, editions: Mapping[str, tuple[str, ...]], unsound: Collection[str]
) -> tuple[tuple[Path, str], ...]:
    """Remove what ledgers say was made and nobody makes any more; return what went.

    ``editions`` are the locales of every brief there is; of an ``unsound`` brief nobody knows for sure, and everything
    stays. So does a file that is not as it was made: it is somebody's.

    Raises:
        WriteError: a file cannot be removed; its ledger stays, and the next run tries again.
    """
    told: list[tuple[Path, str]] = []
    for ledger in ledgers_in(wish.output):
        locales = editions.get(ledger.slug)
        if ledger.slug in unsound or (locales and (ledger.locale in locales or not ledger.is_planned)):
            continue
        folder = folder_of(wish.output, ledger.slug, ledger.locale)
        why = f"removed: there is no {'brief' if locales is None else 'edition'} of this name any more"
        for name, digest in ledger.outputs.items():
            if digest_of(folder / name) == digest:
                _remove(folder / name)
                told.append((folder / name, why))
        for empty in (folder, folder.parent):
            with suppress(OSError):
                empty.rmdir()
        for where in (path_of, lock_of):
            _remove(where(wish.output, ledger.slug, ledger.locale))
    return tuple(told)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(f"{path} is no longer made and cannot be removed: {error.strerror}") from error
