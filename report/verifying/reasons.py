"""Why other bytes came out: another revision, other sources, other makers, as two manifests tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from report.unpacking.words import shown
from report.verifying.verdict import Record

_MOST = 12
# What sets pages and writes PDF; a web page comes out without any of them.
_OF_PAGES = frozenset(
    ("weasyprint", "pydyf", "cssselect2", "tinyhtml5", "pikepdf", "Pango", "HarfBuzz", "Fontconfig", "zlib")
)


def other_making(then: Record | None, now: Record, medium: str = "paged") -> Iterator[str]:
    """Yield what a file was made from and with, and what one is made from and with now, where they differ.

    ``then`` is the manifest that tells of the file; without one nothing is known. Makers that have no part in a
    ``medium`` are no reason.
    """
    if then is None:
        return
    yield from _other_revision(then, now)
    yield from _some(_other_files(_digests(then), _digests(now)))
    yield from _other_versions(_makers(then, medium), _makers(now, medium))
    yield from _other_faces(then, now)
    yield from _other_profile(then, now)


def of_the_house(record: Record, slug: str) -> Record:
    """Return a manifest without the files of a brief that its frozen text takes the place of; its errata stay."""
    own, errata = f"content/{slug}/", f"content/{slug}/errata.yaml"
    inputs = record.get("inputs")
    listed = inputs.items() if isinstance(inputs, Mapping) else ()
    return {
        **record,
        "inputs": {name: one for name, one in listed if name == errata or not str(name).startswith(own)},
    }


def _other_revision(then: Record, now: Record) -> Iterator[str]:
    for name in ("version", "state", "date"):
        if then.get(name) != now.get(name):
            yield f"{name}: {_word(then.get(name))} then, {_word(now.get(name))} now"


def _other_files(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(then.keys() | now.keys()):
        if name not in now:
            yield f"{shown(name)} is gone"
        elif name not in then:
            yield f"{shown(name)} is new"
        elif then[name] != now[name]:
            yield f"{shown(name)} has changed"


def _other_versions(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            yield f"{shown(name)}: {_word(then.get(name))} then, {_word(now.get(name))} now"


def _makers(record: Record, medium: str) -> Mapping[str, str]:
    makers = _plain(record.get("made-with"))
    return {name: one for name, one in makers.items() if medium != "screen" or name not in _OF_PAGES}


def _other_faces(then: Record, now: Record) -> Iterator[str]:
    before, after = ({_face(one) for one in record.get("faces") or () if _is_face(one)} for record in (then, now))
    # A web page names its faces; only pages are made from their files.
    for name in sorted({name for name, _ in before ^ after}) if before and after else ():
        yield f"the face {shown(name)} is another"


def _other_profile(then: Record, now: Record) -> Iterator[str]:
    before, after = (_plain(record.get("profile")).get("sha256", "") for record in (then, now))
    if before and after and before != after:
        yield "the profile of the printing condition is another"


def _digests(record: Record) -> dict[str, str]:
    inputs = record.get("inputs")
    listed = inputs.items() if isinstance(inputs, Mapping) else ()
    return {name: str(one.get("sha256")) for name, one in listed if isinstance(one, Mapping)}


def _plain(value: Any) -> dict[str, str]:
    return {str(name): str(one) for name, one in value.items()} if isinstance(value, Mapping) else {}


def _is_face(one: object) -> bool:
    return isinstance(one, Mapping) and "file" in one


def _face(one: Mapping[str, Any]) -> tuple[str, str]:
    return str(one["file"]), str(one.get("sha256"))


def _word(value: object) -> str:
    return shown(str(value)) if value is not None else "nothing"


def _some(lines: Iterator[str]) -> Iterator[str]:
    """Yield the first lines, and how many more there are."""
    for count, line in enumerate(lines):
        if count == _MOST:
            yield f"and {1 + sum(1 for _ in lines)} more"
            return
        yield line
