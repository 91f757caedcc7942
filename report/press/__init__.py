"""Proof to what a printer takes: the same pages in process colour with boxes and marks, and imposed as a booklet."""

from __future__ import annotations

from report.findings import Checked
from report.model.brief import PressRules
from report.model.edition import Edition
from report.model.output import OutputProfile, Proof


def press(proof: Proof, edition: Edition, rules: PressRules, profile: OutputProfile) -> Checked[Proof]:
    """Make the press file of an edition from its paged proof: PDF/X-4, everything in process colour."""
    raise NotImplementedError


def impose(proof: Proof, edition: Edition, rules: PressRules, profile: OutputProfile) -> Checked[Proof]:
    """Make the booklet of an edition from its press file: two pages a side, saddle-stitched, with creep."""
    raise NotImplementedError
