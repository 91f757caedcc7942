"""Web pages of older versions made anew: their words as they were frozen, and what has been said since."""

from __future__ import annotations

from dataclasses import dataclass, replace

from report.desk import Desk
from report.findings import Mark
from report.load.frozen import check_pictures, read_frozen
from report.model.edition import Edition
from report.model.frozen import frozen_path, thaw
from report.model.output import Proof
from report.model.revision import in_order_of_versions
from report.preflight import preflight_all
from report.production.preparing import Prepared
from report.production.producing import set_in
from report.publish.names import artifact_name, page_of_successor
from report.revisions.errata import succeeded


@dataclass(frozen=True, slots=True)
class Reissued:
    """The web page of an older version, made anew once there is a newer one."""

    edition: Edition
    proof: Proof


def earlier_versions(prepared: Prepared) -> tuple[str, ...]:
    """Return the versions before an edition's own that were frozen, earliest first."""
    edition = prepared.edition
    own, slug = in_order_of_versions(edition.revision.version), edition.brief.slug
    listed = (one.version for one in edition.brief.revisions if in_order_of_versions(one.version) < own)
    return tuple(one for one in listed if (prepared.project / frozen_path(slug, one, edition.locale)).exists())


def reissue(prepared: Prepared, version: str, desk: Desk) -> Reissued | None:
    """Make the web page of an older version anew.

    A version that was not frozen in this edition has no such page, and one that cannot be read is a finding.

    Raises:
        Held: an error lies on the desk.
    """
    now, project = prepared.edition, prepared.project
    path = frozen_path(now.brief.slug, version, now.locale)
    file = desk.take(read_frozen(project, path, now.brief.mark)) if (project / path).exists() else None
    frozen = desk.take(thaw(file, now)) if file else None
    if frozen is None:
        return None
    desk.file(check_pictures(project, frozen.printing.edition.brief, Mark(path)))
    desk.hold()
    older = succeeded(frozen.printing, prepared.printing, prepared.notices, page_of_successor(now))
    siblings = (one for one in now.siblings if (project / frozen_path(now.brief.slug, version, one.locale)).exists())
    edition = replace(older.edition, siblings=tuple(siblings))
    # Files of references stand beside the first issue of the page, and are not made again from what is cited now.
    proof = set_in(replace(prepared, edition=edition, apparatus=older.apparatus, cited=()), "screen", desk)
    checked = preflight_all({"screen": proof}, ("screen",), prepared.known)
    name = f"{version}/{artifact_name(edition, 'screen')}"
    desk.file(replace(one, file=name) for one in checked.findings)
    return Reissued(edition, checked.value[0])
