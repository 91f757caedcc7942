"""The web page: the galley is already one self-contained file."""

from __future__ import annotations

from report.findings import Checked
from report.model.output import Galley, Proof
from report.seal import HEAD_LINE, sealed

_END_OF_HEAD = "</head>"


def set_screen(galley: Galley) -> Checked[Proof]:
    """Return the page as UTF-8, closed by one line feed and sealed.

    The seal is put into the head here: it belongs to the finished file, whatever a house's templates are.
    """
    head, end, rest = galley.html.partition(_END_OF_HEAD)
    page = f"{head}{HEAD_LINE}\n{end}{rest}" if end else galley.html
    body = (page.rstrip() + "\n").encode("utf-8")
    return Checked(Proof("screen", sealed(body) if end else body, galley))
