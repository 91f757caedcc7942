"""The file that is ordered, made again: an edition, a redline, or the web page of an older version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from report import production
from report.desk import Desk
from report.model.output import Medium
from report.order import Order
from report.production import Prepared, Reading
from report.publish.record import record_of
from report.redlining.earlier import earlier_text
from report.redlining.texts import Now
from report.revise import redline


class NotMade(Exception):
    """What is ordered cannot be made, for the reason that it says."""


def remake(said: Mapping[str, Any], desk: Desk) -> tuple[bytes, dict[str, Any]]:
    """Return the bytes of a file, and the record of what it was made from.

    Raises:
        NotMade: the project has not got the text any more that is ordered.
        Held: an error lies on the desk.
    """
    order = Order(Path(said["project"]), said["brief"], said["locale"], (said["medium"],))
    reading = production.read(order.project, order.brief)
    prepared = _prepared(order, reading, said, desk)
    if said["since"]:
        body = _redline(prepared, reading, said, desk)
        edition = replace(prepared.edition, since=said["since"])
    else:
        body, edition = _edition(prepared, said, desk), prepared.edition
    record = record_of(edition, () if said["medium"] == "screen" else prepared.faces, prepared.origin)
    if prepared.profile and said["medium"] in ("press", "booklet"):
        record["profile"] = {"sha256": prepared.profile.sha256}
    return body, record


def _prepared(order: Order, reading: Reading, said: Mapping[str, Any], desk: Desk) -> Prepared:
    """Return the text that is ordered, as the project has it now or has frozen it."""
    version, noticed = said["version"], Desk()
    prepared = production.prepare(order, noticed, reading)
    if said["way"] == "as frozen":
        older = production.as_frozen(prepared, version, desk, said["errata"])
        if older is None:
            raise NotMade(desk.findings[0].message if desk.findings else f"nothing is frozen as {version}")
        return older
    if prepared.edition.version == version:
        desk.file(noticed.findings)
        return prepared
    if said["state"] == "published":
        # What is frozen is published whatever its authors say of it.
        to_publish = Desk()
        published = production.prepare(replace(order, to_publish=True), to_publish, reading)
        if published.edition.version == version:
            desk.file(to_publish.findings)
            return published
    # A text that cannot be read may be any; that another one is not as it was frozen goes without saying.
    desk.file(one for one in noticed.findings if not one.code.startswith("REV"))
    desk.hold()
    raise NotMade(f"its text is version {prepared.edition.version} by now")


def _edition(prepared: Prepared, said: Mapping[str, Any], desk: Desk) -> bytes:
    if said["successor"]:
        desk.hold()
        page = production.reissue(prepared, said["number"], desk)
        if page is None:
            raise NotMade(f"nothing is frozen as {said['number']} in “{said['locale']}”")
        return page.proof.body
    medium: Medium = said["medium"]
    (proof,) = production.produce(prepared, (medium,), desk)
    return proof.body


def _redline(prepared: Prepared, reading: Reading, said: Mapping[str, Any], desk: Desk) -> bytes:
    # What is frozen stands in the project; a commit is asked of the repository, which has it whatever is made from.
    project = prepared.project if "." in said["since"] else Path(said["repository"])
    now = Now(project, said["brief"], reading, {said["locale"]: prepared})
    earlier = earlier_text(now, said["since"], lambda _words: None)
    printing = earlier.printings.get(said["locale"])
    if printing is None:
        raise NotMade(earlier.findings[0].message)
    (proof,) = production.produce_redline(prepared, redline(printing, prepared.printing), (said["medium"],), desk)
    return proof.body
