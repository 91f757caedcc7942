"""The ICC profile of a house's printer: the one file that a house may name outside the project. It is only read."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from report.findings import Checked
from report.model.brief import PressRules
from report.model.output import OutputProfile


def load_profile(rules: PressRules | None) -> Checked[OutputProfile | None]:
    """Read the profile of the printing condition."""
    if rules is None:
        return Checked(None)
    body = Path(rules.profile).read_bytes()
    return Checked(OutputProfile(rules.condition, "", body, sha256(body).hexdigest()))
