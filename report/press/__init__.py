"""Proof to what a printer takes: the same pages in process colour with boxes and marks, and imposed as a booklet.

Both are made from the finished file, without the engine: so layout and words are those of the PDF for readers.
"""

from __future__ import annotations

from dataclasses import replace

from report.findings import Checked
from report.model.brief import PressRules
from report.model.edition import Edition
from report.model.output import OutputProfile, Proof


def press(proof: Proof, edition: Edition, rules: PressRules, profile: OutputProfile) -> Checked[Proof]:
    """Make the press file of an edition from its paged proof: PDF/X-4, everything in process colour.

    What stands in the way of good print is a finding: coarse pictures, small letters, colours of no known kind.
    """
    from report.press.pages import print_pages  # noqa: PLC0415 - only a house with a printer needs what it loads

    printed = print_pages(proof, edition, rules, profile)
    return Checked(replace(proof, medium="press", body=printed.value, enclosures=()), printed.findings)


def impose(proof: Proof, edition: Edition, rules: PressRules, profile: OutputProfile) -> Checked[Proof]:
    """Make the booklet of an edition from its press file: two pages a side, saddle-stitched, with creep."""
    from report.press.imposition import impose_pages  # noqa: PLC0415 - as above

    return Checked(replace(proof, medium="booklet", body=impose_pages(proof, edition, rules, profile)))
