"""What a file can be made again from: the project, a commit of it, the sources inside a PDF, a text that was frozen.

The nearest come first: those that are known to be what the file was made from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from report.errors import ReportError
from report.load.commits import read_commit, write_project
from report.load.history import commit_with, commits_of_version
from report.model.frozen import frozen_path
from report.seal import seal_of
from report.unpacking import limits, unpack
from report.verifying.former_names import name_of_now, under_its_former_name
from report.verifying.inside import look_inside
from report.verifying.manifests import MANIFEST, read_manifest
from report.verifying.said import said_by
from report.verifying.verdict import Record, Said, Wish

Way = Literal["as it is", "as frozen"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A file that is to be made again: what it says it is, and the manifest that lists it or is inside it."""

    path: Path
    said: Said
    record: Record | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a file is made from: its name, a project folder, and whether its text is taken as it is or as frozen there.

    ``record`` is the manifest that tells what the file was made from, as far as that is known. A ground that
    ``is_exact`` has every file as the manifest of this very file lists it; ``fault`` is why one cannot serve.
    """

    name: str
    project: Path
    record: Record | None
    is_exact: bool = False
    way: Way = "as it is"
    fault: str = ""


def grounds_of(asked: Asked, wish: Wish, room: Path) -> Iterator[Ground]:
    """Yield what a file can be made from, the nearest first; what is taken out of its packing goes into the ``room``.

    A PDF for readers is made from the sources inside it, unless a project is named: then from that, and from what lies
    in it, alone.
    """
    said = asked.said
    if said.medium == "paged" and not said.since and not wish.is_named:
        yield _unpacked(asked.path, room / "inside", "the sources inside", asked.record, is_exact=True)
        return
    pdf, inside = _pdf_for_readers(asked, wish)
    record = _record_of_making(asked, wish) or inside
    digests, is_known = _digests(record), asked.record is not None
    is_then = bool(digests) and _has(wish.project, digests)
    project = Ground("the project", wish.project, record, is_exact=is_then and is_known)
    if is_then or not digests:
        yield project
    if not is_then:
        yield from _commits(asked, wish, record, room)
    if pdf:
        yield _unpacked(pdf, room / "inside", f"the sources inside {pdf.name}", inside)
    if digests and not is_then:
        yield project
    version = said.successor or said.text
    if said.medium != "paged" or said.since:
        yield from _frozen(wish.project, said, version, record, room)


def _commits(asked: Asked, wish: Wish, record: Record | None, room: Path) -> Iterator[Ground]:
    """Yield the project as it was at the commit that has all files of a manifest; at those that may have them, else."""
    said, digests = asked.said, _digests(record)
    try:
        found: tuple[str, ...] = (commit_with(wish.project, digests),) if digests else ()
        if not any(found):
            found = commits_of_version(wish.project, said.brief, said.successor or said.text)
        for number, commit in enumerate(found):
            folder = room / f"commit-{number}"
            read = read_commit(wish.project, commit)
            write_project(read, folder)
            is_exact = asked.record is not None and _has(folder, digests)
            yield Ground(f"the project at commit {read.name}", folder, record, is_exact=is_exact)
    except ReportError as trouble:
        yield Ground("the history of the project", wish.project, record, fault=str(trouble))


def _unpacked(path: Path, folder: Path, name: str, record: Record | None, *, is_exact: bool = False) -> Ground:
    try:
        return Ground(name, unpack(path, folder).folder, record, is_exact)
    except ReportError as refusal:
        return Ground(name, folder, record, fault=str(refusal))


def _frozen(project: Path, said: Said, version: str, record: Record | None, room: Path) -> Iterator[Ground]:
    """Yield the text that was frozen, of a brief that was renamed since under the name that it had then."""
    name = f"the text that is frozen as {version}"
    if (project / frozen_path(said.brief, version, said.locale)).is_file():
        yield Ground(name, project, record, way="as frozen")
        return
    now = name_of_now(project, said.brief, version, said.locale)
    if now:
        name = f"{name} of “{now}”, which was called “{said.brief}” then"
        try:
            yield Ground(
                name, under_its_former_name(project, now, said.brief, room / "renamed"), record, way="as frozen"
            )
        except OSError as trouble:
            yield Ground(name, project, record, fault=f"it cannot be put down for a moment: {trouble.strerror}")


def _record_of_making(asked: Asked, wish: Wish) -> Record | None:
    """Return the manifest of what a file was made from.

    A page that was issued again is made from the project as it was when the newer version came out, and told of there.
    """
    said = asked.said
    if not said.successor:
        return asked.record
    return read_manifest(wish.project / "dist" / said.brief / said.successor / said.locale / MANIFEST)


def _pdf_for_readers(asked: Asked, wish: Wish) -> tuple[Path | None, Record | None]:
    """Return the PDF that has the sources of a web page or a file for the press inside, with its manifest.

    It has to be whole, and of the same version. One that lies beside the file came with it, and is no witness where a
    project is named.
    """
    said = asked.said
    if said.medium == "paged" or said.since or said.successor:
        return None, None
    name, editions = f"{said.brief}.{said.locale}.pdf", wish.project / "dist" / said.brief
    beside = () if wish.is_named else (asked.path.parent,)
    for folder in (*beside, editions / said.version / said.locale, editions / said.locale):
        path = folder / name
        try:
            body = path.read_bytes() if path.is_file() and path.stat().st_size <= limits.FILE_BYTES else b""
        except OSError:
            continue
        other = said_by(body)
        is_same = (other.brief, other.locale, other.version) == (said.brief, said.locale, said.version)
        if is_same and other.medium == "paged" and seal_of(body) == "whole":
            record = look_inside(path, other).record
            if record:
                return path, record
    return None, None


def _digests(record: Record | None) -> Mapping[str, str]:
    """Return the digests of the inputs that a manifest lists; none of one that is not sound."""
    inputs: Any = record.get("inputs") if record else None
    if not isinstance(inputs, Mapping):
        return {}
    return {str(name): str(one.get("sha256")) for name, one in inputs.items() if isinstance(one, Mapping)}


def _has(project: Path, digests: Mapping[str, str]) -> bool:
    """Whether a project has all these files; what a manifest names may lie anywhere, and is then no file of it."""
    try:
        return all(
            (project / name).resolve().is_relative_to(project)
            and sha256((project / name).read_bytes()).hexdigest() == digest
            for name, digest in digests.items()
        )
    except (OSError, ValueError):
        return False
