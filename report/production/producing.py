"""Proofs of a prepared edition: composed, typeset, made ready for the press, and preflighted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from report.compose import compose
from report.desk import Desk
from report.findings import Checked
from report.model.edition import Edition
from report.model.output import MEDIA, Medium, Proof, Setting
from report.preflight import preflight_all
from report.press import impose, press
from report.production.preparing import Prepared
from report.production.standards import known_of
from report.publish.enclosing import enclose
from report.publish.names import artifact_name, edition_pages, reference_file_names
from report.typeset import typeset


def media_of(edition: Edition) -> tuple[Medium, ...]:
    """Return the media that an edition is made in: those of the press if its house has a printer, not for proofs."""
    return MEDIA if edition.brief.house.press and not edition.is_proof else ("paged", "screen")


def produce(prepared: Prepared, media: Sequence[Medium], desk: Desk) -> tuple[Proof, ...]:
    """Take a prepared edition down the rest of the line; the desk keeps what every stage noticed.

    A press file is made from the pages, and a booklet from the press file; only the media asked for are returned.

    Raises:
        Held: an error lies on the desk.
    """
    desk.hold()
    proofs: dict[Medium, Proof] = {}
    if "screen" in media:
        proofs["screen"] = set_in(prepared, "screen", desk)
    if any(medium != "screen" for medium in media):
        proofs["paged"] = set_in(prepared, "paged", desk)
    rules, profile = prepared.edition.brief.house.press, prepared.profile
    if rules and profile and not {"press", "booklet"}.isdisjoint(media):
        proofs["press"] = desk.take(noticed_in("press", press(proofs["paged"], prepared.edition, rules, profile)))
        if "booklet" in media:
            desk.hold()
            booklet = impose(proofs["press"], prepared.edition, rules, profile)
            proofs["booklet"] = desk.take(noticed_in("booklet", booklet))
    desk.hold()
    paged = proofs.get("paged")
    known = known_of(prepared, paged.galley.sheet, paged.enclosures) if paged else prepared.known
    checked = preflight_all(proofs, media, known)
    names = {medium: artifact_name(prepared.edition, medium) for medium in media}
    desk.file(replace(one, file=names[cast(Medium, one.medium)]) for one in checked.findings)
    return checked.value


def set_in(prepared: Prepared, setting: Setting, desk: Desk) -> Proof:
    """Compose an edition and set it, in pages or as a web page.

    Raises:
        Held: an error lies on the desk.
    """
    edition = prepared.edition
    files = reference_file_names(edition) if prepared.cited else {}
    pages = edition_pages(edition)
    galley = compose(edition, prepared.apparatus, setting, prepared.faces, prepared.project, files, pages)
    enclosures = enclose(edition, prepared.faces, prepared.origin) if setting == "paged" else ()
    proof = desk.take(noticed_in(setting, typeset(galley, edition, prepared.project, enclosures)))
    desk.hold()
    return proof


def noticed_in(medium: Medium, proof: Checked[Proof]) -> Checked[Proof]:
    """Say of what was noticed in which medium it was: one may be made again without the others."""
    return Checked(proof.value, tuple(replace(one, medium=medium) for one in proof.findings))
