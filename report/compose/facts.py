"""The facts of an edition, taken from edition and house and not from any file: what finished files must say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from report.compose.passages import Writer
from report.compose.states import stated_version
from report.locales import version_name
from report.model.apparatus import Apparatus
from report.model.blocks import Figure
from report.model.edition import Edition
from report.model.output import Enclosure, OutputProfile
from report.model.preflight import Facts

_SIDE = re.compile(r"--(sheet-width|sheet-height|room-for-queries):\s*([0-9.]+)mm\s*;")
_POINTS_PER_MM = 72 / 25.4


def facts_of(
    edition: Edition,
    apparatus: Apparatus,
    sheet: str,
    enclosures: Sequence[Enclosure] = (),
    profile: OutputProfile | None = None,
) -> Facts:
    """Return what must be said of an edition; ``sheet`` is that of its pages, all in one."""
    brief, house = edition.brief, edition.brief.house
    writer = Writer(edition, apparatus, "paged", ())
    opening = f"{edition.words.word('Withdrawn:')} " if edition.withdrawal else ""
    if edition.since:
        since = version_name(edition.since, edition.pack)
        now = stated_version(edition, edition.revision.version, edition.state)
        opening = f"{edition.words.word('Redline %(since)s–%(now)s:', since=since, now=now)} "
    titles = (writer.plain(brief.title), writer.plain(brief.subtitle))
    return Facts(
        slug=brief.slug,
        locale=edition.locale,
        direction=edition.direction,
        version=edition.version,
        state=edition.state,
        created=brief.date,
        modified=edition.revision.date,
        title=f"{opening}{' – '.join(title for title in titles if title)}",
        authors=tuple(author.name for author in brief.authors),
        description=brief.description,
        keywords=brief.keywords,
        publisher=house.publisher,
        licence=house.licence.name,
        licence_address=house.licence.address,
        holder=house.licence.holder,
        trim=_trim(sheet, is_proof=edition.is_proof),
        press=house.press,
        profile=profile.sha256 if profile else "",
        enclosed_as={one.name: (one.relationship, one.media_type) for one in enclosures},
        pictures=tuple(_pictures(edition, enclosures)),
        enclosed={one.name: sha256(one.body).hexdigest() for one in enclosures},
    )


def _pictures(edition: Edition, enclosures: Sequence[Enclosure]) -> Iterator[bytes]:
    """Yield the files of the figures that are made of pixels, in order."""
    files = {one.name: one.body for one in enclosures}
    for section in edition.brief.sections:
        for block in section.blocks:
            if isinstance(block, Figure) and block.picture.media_type != "image/svg+xml":
                yield from (files[name] for name in (block.picture.path,) if name in files)


def _trim(sheet: str, *, is_proof: bool) -> tuple[float, float] | None:
    """Return the size of a page in points: the last tokens of the sheet win; proofs have room for queries."""
    sides = {name: float(length) * _POINTS_PER_MM for name, length in _SIDE.findall(sheet)}
    if not sides.keys() >= {"sheet-width", "sheet-height"}:
        return None
    room = sides.get("room-for-queries", 0.0) if is_proof else 0.0
    return sides["sheet-width"] + room, sides["sheet-height"]
