"""An edition as it was frozen, set by what the house has now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from report.desk import Desk
from report.findings import Mark
from report.load.frozen import read_frozen
from report.model.frozen import frozen_path, thaw
from report.production.preparing import Prepared
from report.revisions.errata import concerning


def as_frozen(prepared: Prepared, version: str, desk: Desk, errata: Collection[str] | None = None) -> Prepared | None:
    """Return an edition as it was published as a version; why there is none is on the desk.

    Its words are the frozen ones. All that is not frozen is that of the edition which is ``prepared``: the house, its
    sheets and templates, and the notices of ``errata``, named by their ids; all of them, if it is not known which of
    them were out by then.
    """
    now = prepared.edition
    path = frozen_path(now.brief.slug, version, now.locale)
    file = desk.take(read_frozen(prepared.project, path, Mark(path)))
    frozen = desk.take(thaw(file, now)) if file else None
    if frozen is None:
        return None
    notices = tuple(one for one in prepared.notices if errata is None or one.erratum.id in errata)
    edition, apparatus = frozen.printing.edition, frozen.printing.apparatus
    brief = replace(edition.brief, errata=tuple(one.erratum for one in notices))
    edition = replace(edition, brief=brief, queries=(), follows=None)
    apparatus = replace(apparatus, notices=concerning(edition, notices).value)
    cited = prepared.cited if apparatus.bibliography else ()
    return replace(prepared, edition=edition, apparatus=apparatus, cited=cited, notices=notices)
