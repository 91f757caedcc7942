"""How many made-up cases a test tries: those that take a moment, or as many as ``REPORT_FUZZ_CASES`` says.

A plain run tries the same ones every time, so that what it answers hangs on the commit alone. One that is told how many
is a search: Hypothesis draws others. What a search finds becomes an ``@example`` of its test.
"""

from __future__ import annotations

import os

from hypothesis import settings

_ASKED = os.environ.get("REPORT_FUZZ_CASES")


def cases(usual: int) -> int:
    """Return how many cases to try where a plain run tries ``usual`` ones."""
    return int(_ASKED or usual)


def settle_hypothesis() -> None:
    """Let Hypothesis draw the same cases in every plain run; how long one takes is no failure."""
    settings.register_profile(
        "report", max_examples=cases(100), derandomize=not _ASKED, deadline=None, print_blob=bool(_ASKED)
    )
    settings.load_profile("report")
