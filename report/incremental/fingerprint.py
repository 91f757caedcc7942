"""What was made of what: the fingerprint of a reading or an artifact, and in words how two of them differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from report.incremental.stock import PROGRAM, Stock

_HOUSE_FOLDERS = ("content/locales", "content/citation-styles", "content/preflight", "styles")
_WORDS = "templates/locale"
_LICENCE = "LICENSE"
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """All that something depends on, by content.

    ``files`` are digests by path: of the project (POSIX, from its folder) or, where it is a whole path, from outside,
    as the profile of a printer is; empty for a file that is not there. ``faces`` are releases and digests of families,
    ``makers`` the programs at work, ``orders`` what was ordered that changes what is noticed.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    faces: Mapping[str, str] = field(default_factory=dict)
    makers: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Needs:
    """What something depends on, by name: paths of files, and families of faces."""

    files: tuple[str, ...] = ()
    faces: tuple[str, ...] = ()


def files_read(stock: Stock, slug: str, locale: str) -> dict[str, str]:
    """Return the digests of all files that the reading of an edition may look at.

    More than it does look at, so that a file that appears, or that is wanted and not there, is noticed too. What is
    read in vain costs a moment; artifacts know exactly what they were made of.
    """
    own = f"content/{slug}"
    brief = {path: digest for path, digest in stock.files_in(own).items() if not _is_of_another(path, own, locale)}
    templates = {
        path: digest
        for path, digest in stock.files_in("templates").items()
        if not path.startswith(f"{_WORDS}/") or path.startswith(f"{_WORDS}/{locale}/")
    }
    kept = (path for folder in _HOUSE_FOLDERS for path in stock.files_in(folder).items())
    licence = stock.digest(_LICENCE)
    return {**stock.files_directly_in("content"), **dict(kept), **brief, **templates, _LICENCE: licence}


def taken(stock: Stock, needs: Needs, makers: Mapping[str, str]) -> Fingerprint:
    """Take the fingerprint of what depends on these needs."""
    files = {path: stock.digest(path) for path in needs.files}
    return Fingerprint(files, {family: stock.faces(family) for family in needs.faces}, makers)


def differences(before: Fingerprint, now: Fingerprint, slug: str) -> tuple[str, ...]:
    """Return in words how two fingerprints of something of a brief differ: “locale/de/…/brief.po changed”."""
    return (
        *_of_makers(before.makers, now.makers),
        *_of_orders(before.orders, now.orders),
        *_of_faces(before.faces, now.faces),
        *_of_files(before.files, now.files, slug),
    )


def in_a_line(reasons: Iterable[str]) -> str:
    """Return reasons as one phrase, the first of them and how many more there are."""
    listed = list(reasons)
    more = len(listed) - _MOST_REASONS
    return ", ".join(listed[:_MOST_REASONS]) + (f" and {more} more" if more > 0 else "")


def _is_of_another(path: str, own: str, locale: str) -> bool:
    """Whether a file of a brief belongs to another of its editions: a catalog, or a frozen text."""
    first, *rest = path[len(own) + 1 :].split("/")
    if first == "locale":
        return bool(rest) and rest[0] != locale
    return first == "revisions" and len(rest) == 2 and path.endswith(".json") and rest[1] != f"{locale}.json"


def _of_makers(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in _unlike(before, now):
        if name == PROGRAM:
            yield f"{PROGRAM} changed"
        else:
            yield f"{name} {before.get(name) or 'none'} → {now.get(name) or 'none'}"


def _of_orders(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in _unlike(before, now):
        yield f"ordered {name}: {now.get(name) or 'no'}"


def _of_faces(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for family in _unlike(before, now):
        old, new = ((one.get(family) or "none").partition(" ")[0] for one in (before, now))
        yield f"{family} {old} → {new}" if old != new else f"the faces of {family} changed"


def _of_files(before: Mapping[str, str], now: Mapping[str, str], slug: str) -> Iterator[str]:
    for path in _unlike(before, now):
        short = PurePosixPath(path).name if path.startswith("/") else path.removeprefix(f"content/{slug}/")
        if not before.get(path):
            yield f"{short} is new"
        else:
            yield f"{short} changed" if now.get(path) else f"{short} is gone"


def _unlike(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    if before == now:
        return []
    return sorted(name for name in before.keys() | now.keys() if before.get(name, "") != now.get(name, ""))
