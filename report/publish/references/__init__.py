"""The cited references for other programs: as biblatex, as RIS and as CSL-JSON, in the order of the bibliography."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from report.model.output import ReferenceFormat
from report.model.references import Entry
from report.publish.references.biblatex import write_biblatex
from report.publish.references.csl import write_csl_json
from report.publish.references.ris import write_ris

_WRITERS: Mapping[ReferenceFormat, Callable[[Sequence[Entry]], bytes]] = {
    "biblatex": write_biblatex,
    "ris": write_ris,
    "csl-json": write_csl_json,
}


def write_references(entries: Sequence[Entry]) -> dict[ReferenceFormat, bytes]:
    """Return the entries as the body of a file in each format; the same entries give the same bytes."""
    return {form: write(entries) for form, write in _WRITERS.items()}
