"""What each command does, a module a family: it orders, takes the findings to the console, and answers with the status.

Findings go to standard error, results to standard output. What one command needs is loaded when it is called, for it is
not what another needs.
"""

from __future__ import annotations

from report.commands.asking import briefs_of
from report.commands.editions import build, check, cite
from report.commands.finished import preflight, unpack
from report.commands.packs import locale_check, locale_new
from report.commands.translations import catalog_review, catalog_status, catalog_update
from report.commands.upkeep import doctor, lock, new, schema, test, version_line

__all__ = [
    "briefs_of",
    "build",
    "catalog_review",
    "catalog_status",
    "catalog_update",
    "check",
    "cite",
    "doctor",
    "locale_check",
    "locale_new",
    "lock",
    "new",
    "preflight",
    "schema",
    "test",
    "unpack",
    "version_line",
]
