"""What was said after publication, as far as it concerns the readers of an edition; an older one told of a newer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from report.findings import Checked, Finding
from report.model.apparatus import Apparatus
from report.model.brief import Revision
from report.model.edition import Edition
from report.model.redline import Printing
from report.model.revision import Notice, Successor, is_about, withdraws
from report.model.text import CrossReference, Run, Text, Words, map_runs


def concerning(edition: Edition, notices: Iterable[Notice]) -> Checked[tuple[Notice, ...]]:
    """Return the notices that concern the readers of an edition: of its own version and of those before it.

    That the last version has been withdrawn is said every time an edition is made.
    """
    kept = tuple(one for one in notices if is_about(one.erratum, edition.revision.version))
    last = edition.brief.revisions[-1].version
    taken = next((one for one in edition.brief.errata if withdraws(one, last)), None)
    if taken is None or not edition.brief.has_history:
        return Checked(kept)
    message = f"version {last} is withdrawn: it is published with a mark on every page"
    hint = "when its faults are mended, list the next version in brief.yaml"
    return Checked(kept, (Finding("REV-026", taken.mark, message, hint),))


def succeeded(printing: Printing, now: Printing, notices: Iterable[Notice], address: str) -> Printing:
    """Return an older printing as it stands on the web once there is a newer one at an address.

    Its words are untouched. What is added is said of it: the notices that concern it, and which version is newer.
    ``notices`` are all of the brief's, with the words of the edition ``now``.
    """
    revision: Revision = now.edition.revision
    anchor = "errata" if now.apparatus.notices else "imprint"
    successor = Successor(revision.version, revision.date, revision.note, address, anchor)
    brief = replace(printing.edition.brief, errata=now.edition.brief.errata)
    edition = replace(printing.edition, brief=brief, state="published", successor=successor)
    own = tuple(_at_home(one, printing.apparatus, now.apparatus) for one in notices)
    kept = concerning(edition, own).value
    return Printing(edition, replace(printing.apparatus, notices=kept))


def _at_home(notice: Notice, own: Apparatus, now: Apparatus) -> Notice:
    """Return a notice whose cross-references arrive in the older text; where they cannot they are words."""

    def settled(run: Run) -> Text:
        if isinstance(run, CrossReference) and run.target not in own.targets:
            return (Words(now.targets[run.target].label, run.mark),)
        return (run,)

    before, after = (map_runs(text, settled) for text in (notice.erratum.before, notice.erratum.after))
    erratum = replace(notice.erratum, before=before, after=after)
    return replace(notice, erratum=erratum, text=map_runs(notice.text, settled))
