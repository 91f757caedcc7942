"""The ledger: what was made last time, of what, and what was noticed. One file an edition, in the output folder.

It is data and it is not trusted: one that is spoilt, or of another form, counts as none. Without it everything is made
again, to the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from report.codes import RULES
from report.findings import Finding, Mark, Severity, Spot
from report.incremental.fingerprint import Fingerprint
from report.model.output import MEDIA, Medium

FOLDER = ".ledger"
_FORM = 1
_SLUG = re.compile(r"[^./\0][^/\0]*")
_TAG = re.compile(r"[A-Za-z0-9-]{1,100}")
_FILE = re.compile(r"[^./\0][^/\0]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Account:
    """An artifact as it was made: of what, the digests of its files by name, and what was noticed in making it."""

    made_of: Fingerprint
    outputs: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is remembered of an edition.

    ``locales`` are those of all editions of its brief, ``media`` those it can be made in. ``read`` is the fingerprint
    of its reading, ``findings`` what was noticed there; for an edition that was held, all that was noticed. Of that one
    ``accounts`` and ``manifest`` tell of the last good output.
    """

    slug: str
    locale: str
    locales: tuple[str, ...]
    media: tuple[Medium, ...]
    read: Fingerprint
    findings: tuple[Finding, ...]
    is_held: bool
    accounts: Mapping[Medium, Account]
    manifest: Mapping[str, str]

    @property
    def outputs(self) -> dict[str, str]:
        """The digests of all files of the edition by name."""
        made = {name: digest for account in self.accounts.values() for name, digest in account.outputs.items()}
        return made | dict(self.manifest)

    @property
    def is_planned(self) -> bool:
        """Whether the brief had this edition; a pseudo-locale is made when it is asked for."""
        return self.locale in self.locales


def path_of(output: Path, slug: str, locale: str) -> Path:
    """Return where the ledger of an edition lies; what is no tag of a locale is no part of a path."""
    tag = locale if _TAG.fullmatch(locale) else "unknown"
    return output / FOLDER / f"{slug}.{tag}.json"


def lock_of(output: Path, slug: str, locale: str) -> Path:
    """Return where the lock of an edition lies."""
    return path_of(output, slug, locale).with_suffix(".lock")


def open_ledger(output: Path, slug: str, locale: str) -> Ledger | None:
    """Read the ledger of an edition; ``None`` where there is none that can be understood."""
    ledger = _read(path_of(output, slug, locale))
    return ledger if ledger and (ledger.slug, ledger.locale) == (slug, locale) else None


def ledgers_in(output: Path, slug: str = "") -> Iterator[Ledger]:
    """Yield every ledger of an output folder, by name, or those of one brief."""
    for path in sorted((output / FOLDER).glob("*.json")):
        ledger = _read(path) if path.name.startswith(f"{slug}." if slug else "") else None
        if ledger and path == path_of(output, ledger.slug, ledger.locale) and slug in ("", ledger.slug):
            yield ledger


def written(ledger: Ledger) -> bytes:
    """Return a ledger as it is written."""
    data = {
        "form": _FORM,
        "slug": ledger.slug,
        "locale": ledger.locale,
        "locales": ledger.locales,
        "media": ledger.media,
        "read": asdict(ledger.read),
        "findings": list(map(_record, ledger.findings)),
        "held": ledger.is_held,
        "accounts": {
            medium: {
                "made-of": asdict(account.made_of),
                "outputs": dict(account.outputs),
                "findings": list(map(_record, account.findings)),
            }
            for medium, account in ledger.accounts.items()
        },
        "manifest": dict(ledger.manifest),
    }
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n").encode("utf-8")


def _read(path: Path) -> Ledger | None:
    try:
        if not path.is_file():  # a named pipe would keep us waiting
            return None
        return _ledger(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _ledger(data: Any) -> Ledger:
    """Make a ledger of what was read; whatever is not as it is written raises what ``open_ledger`` awaits."""
    if data["form"] != _FORM or not (_SLUG.fullmatch(data["slug"]) and _TAG.fullmatch(data["locale"])):
        raise ValueError
    return Ledger(
        slug=data["slug"],
        locale=data["locale"],
        locales=tuple(map(_tag, data["locales"])),
        media=tuple(map(_medium, data["media"])),
        read=_fingerprint(data["read"]),
        findings=tuple(map(_finding, data["findings"])),
        is_held=data["held"] is True,
        accounts={
            _medium(medium): Account(
                _fingerprint(one["made-of"]), _outputs(one["outputs"]), tuple(map(_finding, one["findings"]))
            )
            for medium, one in data["accounts"].items()
        },
        manifest=_outputs(data["manifest"]),
    )


def _fingerprint(data: Any) -> Fingerprint:
    return Fingerprint(*(_words(data[name]) for name in ("files", "faces", "makers", "orders")))


def _outputs(data: Any) -> dict[str, str]:
    """Return names and digests; a name that leads out of the edition's folder is none of ours."""
    outputs = _words(data)
    if not all(map(_FILE.fullmatch, outputs)) or not all(map(_SHA256.fullmatch, outputs.values())):
        raise ValueError
    return outputs


def _words(data: Any) -> dict[str, str]:
    if not isinstance(data, dict) or not all(type(value) is str for value in data.values()):
        raise ValueError
    return data


def _word(data: Any) -> str:
    if not isinstance(data, str):
        raise TypeError
    return data


def _tag(data: Any) -> str:
    if not _TAG.fullmatch(data) or len(data) == 1:
        raise ValueError
    return _word(data)


def _number(data: Any) -> Any:
    if type(data) not in (int, float):
        raise TypeError
    return data


def _medium(data: Any) -> Medium:
    return MEDIA[MEDIA.index(data)]


def _record(finding: Finding) -> list[Any]:
    spot, mark = finding.spot, finding.mark
    return [
        finding.code,
        [mark.path, mark.line, mark.column],
        finding.message,
        finding.hint,
        [spot.page, spot.left, spot.bottom, spot.right, spot.top] if spot else None,
        finding.weight.value if finding.weight else "",
        finding.file,
        finding.medium,
    ]


def _finding(data: Any) -> Finding:
    code, (path, line, column), message, hint, spot, weight, file, medium = data
    if code not in RULES:
        raise ValueError
    return Finding(
        code,
        Mark(_word(path), _number(line), _number(column)),
        _word(message),
        _word(hint),
        Spot(*map(_number, spot)) if spot else None,
        Severity(weight) if weight else None,
        _word(file),
        _word(medium),
    )
