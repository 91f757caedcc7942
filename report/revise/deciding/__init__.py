"""Deciding: a redline with all its changes accepted, or all of them rejected, is one of its two printings again."""

from __future__ import annotations

from dataclasses import replace

from report.model.apparatus import Apparatus
from report.model.brief import Brief, House
from report.model.redline import Printing, Redline
from report.revise.deciding.apparatus import decided_bibliography, decided_notes
from report.revise.deciding.blocks import BlockDecision
from report.revise.deciding.decision import Decision
from report.revise.journal import reachable


def accepted(redline: Redline) -> Printing:
    """Return the printing that a redline leads to: what was taken out is gone, what was put in stands."""
    return _decided(Decision(redline, rejects=False))


def rejected(redline: Redline) -> Printing:
    """Return the printing that a redline comes from, as it printed: cross-references and cited names are words."""
    return _decided(Decision(redline, rejects=True))


def _decided(decision: Decision) -> Printing:
    redline, former = decision.redline, decision.former
    edition, apparatus = redline.printing.edition, redline.printing.apparatus
    brief = _brief(decision, edition.brief)
    notes = dict(decided_notes(decision, brief, apparatus.notes))
    if decision.rejects:
        edition, targets = replace(edition, revision=redline.since, state=former.state), former.targets
    else:
        targets = {id_: apparatus.targets[id_] for id_ in reachable(brief)}
    bibliography = decided_bibliography(decision, apparatus.bibliography)
    return Printing(replace(edition, brief=brief), Apparatus(notes, bibliography, targets, apparatus.names))


def _brief(decision: Decision, brief: Brief) -> Brief:
    body = BlockDecision(decision)
    return replace(
        brief,
        title=decision.text(brief.title),
        subtitle=decision.text(brief.subtitle),
        short_title=decision.thing("brief/short-title", brief.short_title),
        number=decision.thing("brief/number", brief.number),
        date=decision.thing("brief/date", brief.date),
        authors=decision.thing("brief/authors", brief.authors),
        keywords=decision.thing("brief/keywords", brief.keywords),
        description=decision.thing("brief/description", brief.description),
        standfirst=decision.text(brief.standfirst),
        summary=tuple(body.decided(brief.summary)),
        sections=tuple(body.sections(brief.sections)),
        revisions=tuple(
            replace(one, note=decision.text(one.note), date=decision.thing(f"revision/{one.version}/date", one.date))
            for one in brief.revisions
            if decision.stands(f"revision/{one.version}")
        ),
        house=_house(decision, brief.house),
    )


def _house(decision: Decision, house: House) -> House:
    names = ("publisher", "department", "contact", "series", "series_number", "address")
    licence = {
        name: decision.thing(f"house/licence/{name}", getattr(house.licence, name))
        for name in ("name", "address", "holder")
    }
    return replace(
        house,
        **{name: decision.thing(f"house/{name}", getattr(house, name)) for name in names},
        licence=replace(house.licence, **licence),
        imprint=decision.text(house.imprint),
    )
