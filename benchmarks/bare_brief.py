"""An edition laid ready for the bare engine: the same finished HTML, sheet and faces, and the command that sets it."""

from __future__ import annotations

import sys
from pathlib import Path

from report import production
from report.compose import compose
from report.desk import Desk
from report.order import Order
from report.typeset.addresses import face_address
from report.typeset.fonts import face_rules


def bare_command(order: Order, folder: Path) -> list[str]:
    """Compose an edition into a folder, and return the command by which the bare engine makes a PDF of it there."""
    desk = Desk()
    prepared = production.prepare(order, desk)
    desk.hold()
    galley = compose(prepared.edition, prepared.apparatus, "paged", prepared.faces, order.project)
    page, sheet = folder / "brief.html", folder / "brief.css"
    page.write_text(galley.html, encoding="utf-8")
    rules = face_rules(galley.faces)
    for face in galley.faces:
        # The bare engine has no fetcher that knows our addresses.
        rules = rules.replace(face_address(face), face.path.as_uri())
    sheet.write_text(rules + galley.sheet, encoding="utf-8")
    script = str(Path(__file__).with_name("bare_engine.py"))
    return [sys.executable, script, str(page), str(sheet), order.project.as_uri() + "/", str(folder / "bare.pdf")]
