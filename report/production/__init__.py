"""The production line: what happens to an order, in which order. Only this package knows.

- ``reading``: a brief is loaded and validated, once for all its editions.
- ``preparing``: localized, cited and set at its revision, an edition has all that its media have in common.
- ``producing``: composed, typeset, made ready for the press and preflighted, each medium is a proof.
- ``older``: an edition as it was frozen, set by what the house has now.
- ``redlines``: two texts woven into one are set like an edition.
- ``reissues``: web pages of older versions are made anew once there is a newer one.
- ``standards``: what files that are finished, and read back, are held against.
- ``rules``: citation style, glossary and preflight profiles, each loaded and validated by its name.
"""

from __future__ import annotations

from report.production.older import as_frozen
from report.production.preparing import Prepared, prepare
from report.production.producing import media_of, produce
from report.production.reading import Reading, locales_of_brief, read
from report.production.redlines import produce_redline
from report.production.reissues import Reissued, earlier_versions, reissue
from report.production.rules import preflight_profile
from report.production.standards import expected, known_of

__all__ = [
    "Prepared",
    "Reading",
    "Reissued",
    "as_frozen",
    "earlier_versions",
    "expected",
    "known_of",
    "locales_of_brief",
    "media_of",
    "preflight_profile",
    "prepare",
    "produce",
    "produce_redline",
    "read",
    "reissue",
]
