"""Proofs of a redline: two texts woven into one, set and preflighted like an edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from report.compose import compose
from report.compose.facts import facts_of
from report.compose.revised import marked, on_paper
from report.desk import Desk
from report.model.output import Medium, Proof, Setting
from report.model.preflight import Known
from report.model.redline import Redline
from report.preflight import preflight_all
from report.production.preparing import Prepared
from report.production.producing import noticed_in
from report.publish.names import redline_names
from report.typeset import typeset


def produce_redline(prepared: Prepared, redline: Redline, media: Sequence[Setting], desk: Desk) -> tuple[Proof, ...]:
    """Set a redline that leads to a prepared edition; it encloses nothing, since it is no edition.

    Raises:
        Held: an error lies on the desk.
    """
    desk.hold()
    made = marked(redline)
    edition, apparatus = made.redline.printing.edition, made.redline.printing.apparatus
    proofs: dict[Medium, Proof] = {}
    for setting in media:
        one = on_paper(made) if setting == "paged" else made
        printing = one.redline.printing
        galley = compose(printing.edition, printing.apparatus, setting, prepared.faces, prepared.project, marked=one)
        proofs[setting] = desk.take(noticed_in(setting, typeset(galley, edition, prepared.project, ())))
    desk.hold()
    profiles = {
        medium: replace(one, limits=replace(one.limits, enclosures=False))
        for medium, one in prepared.known.profiles.items()
    }
    paged = proofs.get("paged")
    facts = facts_of(edition, apparatus, paged.galley.sheet) if paged else None
    checked = preflight_all(proofs, media, Known(profiles, facts))
    names = redline_names(edition)
    # How its pages are filled is nobody's design.
    told = (one for one in checked.findings if one.code not in ("PRE-012", "PRE-044"))
    desk.file(replace(one, file=names[cast(Setting, one.medium)]) for one in told)
    return checked.value
