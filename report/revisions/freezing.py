"""Freezing: which version may be frozen, and what is written of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from report.findings import Finding, Mark
from report.model.blocks import Figure, Picture
from report.model.brief import Brief
from report.model.frozen import as_data, as_json, frozen_folder, kept_picture
from report.model.redline import Printing
from report.model.revision import in_order_of_versions
from report.revisions.standing import next_version


def check_version(brief: Brief, version: str, frozen: Collection[str], listed: Mark) -> Iterator[Finding]:
    """Yield why a version of a brief cannot be frozen.

    ``frozen`` are the versions that are; ``listed`` is the place of the last that ``brief.yaml`` lists.
    """
    last = brief.revisions[-1].version
    versions = [one.version for one in brief.revisions]
    following = next_version(last)
    if version in frozen:
        hint = f"a new text is a new version: “report freeze {following}”" if version == last else ""
        hint = hint or f"the text is that of {last} by now"
        yield Finding("REV-007", listed, f"{version} is frozen already, and a frozen text never changes", hint)
    elif version in versions and version != last:
        hint = f"freeze {last}, or take its row out"
        yield Finding("REV-008", listed, f"the text is that of {last}, the last revision, and not of {version}", hint)
    elif version not in versions and last not in frozen:
        hint = f"freeze {last}, or give it the number {version} here"
        yield Finding("REV-008", listed, f"{last} has not been frozen, and {version} would come after it", hint)
    elif version not in versions and version not in _following(last):
        hint = f"the next is {' or '.join(_following(last))}"
        yield Finding("REV-008", listed, f"{version} does not follow {last}", hint)


def frozen_files(printings: Iterable[Printing], pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a frozen version by their names in its folder: a text for each edition, and the pictures.

    ``pictures`` are the bytes of the pictures, by their paths.
    """
    files: dict[str, bytes] = {}
    for printing in printings:
        edition = printing.edition
        slug, version = edition.brief.slug, edition.revision.version
        files[f"{edition.locale}.json"] = as_json(as_data(printing))
        for picture in pictures_of(edition.brief):
            path = PurePosixPath(kept_picture(slug, version, picture))
            files[str(path.relative_to(f"{frozen_folder(slug)}/{version}"))] = pictures[picture.path]
    return files


def pictures_of(brief: Brief) -> Iterator[Picture]:
    """Yield the pictures of a brief in reading order."""
    for section in brief.sections:
        for block in section.blocks:
            if isinstance(block, Figure):
                yield block.picture


def _following(version: str) -> tuple[str, str]:
    """Return the versions that may follow one: the next, and the first of the next number before the point."""
    return next_version(version), f"{in_order_of_versions(version)[0] + 1}.0"
