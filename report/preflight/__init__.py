"""Proof to a proof that has been read back: questions put to the finished file before it is published.

Preflight shares no code with what makes the file. It reads the bytes with pdfium, or the page with the standard
library's parser, and compares them with the copy: the text as edition and apparatus have it.
"""

from __future__ import annotations

from report.findings import Checked
from report.model.output import Proof


def preflight(proof: Proof) -> Checked[Proof]:
    """Read a proof back and return it with everything that is wrong with it."""
    if proof.medium == "screen":
        from report.preflight.webpage import check_webpage  # noqa: PLC0415 - each medium loads only what it needs

        return Checked(proof, tuple(check_webpage(proof)))
    from report.preflight.paged import check_pdf  # noqa: PLC0415 - loads pdfium

    return Checked(proof, tuple(check_pdf(proof)))
