"""What an entry of each type needs, as the table of :mod:`report.load.references.vocabulary` has it."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding, nearest
from report.load.references.entries import Draft
from report.load.references.vocabulary import REQUIRED
from report.model.references import Entry

_NAMELESS = {
    "article": "; an unsigned article of the press has entrysubtype = {newspaper}",
    "book": "; a work that names nobody is a @booklet",
}


def missing_fields(draft: Draft, entry: Entry) -> Iterator[Finding]:
    """Say which fields a type needs and an entry lacks, those of its parents counted in.

    A misspelt field is not missing as well: that it is unknown has been said.
    """
    for alternatives in REQUIRED.get(entry.type, ()) if draft.is_whole else ():
        if any(name in entry.marks for name in alternatives):
            continue
        if any(nearest(stranger, alternatives) for stranger in draft.strangers):
            continue
        if "author" in alternatives and "entrysubtype" in entry.marks:
            continue  # the press prints unsigned articles
        message = f"“{entry.key}” is a @{draft.written_type} and has no {' or '.join(alternatives)}"
        hint = f"add {alternatives[0]} = {{…}}"
        if alternatives[0] == "author":
            hint += _NAMELESS.get(entry.type, "")
        yield Finding("CIT-005", entry.mark, message, hint)
