"""The ids of a file (PRE-065): there, of the right form, and made of content rather than of chance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.technical.telling import told

_MM = "http://ns.adobe.com/xap/1.0/mm/"
_LEAST = 16  # bytes of an id (ISO 32000-1, 14.4)
# A UUID made of a name (RFC 9562, 5.3, 5.5 and 5.8): one made of time or chance would differ with every build.
_NAMED = re.compile(r"(urn:)?uuid:[0-9a-f]{8}-[0-9a-f]{4}-[358][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def check_ids(evidence: Evidence) -> Iterator[Finding]:
    """Ask for the two ids of the trailer, and for those of the XMP packet."""
    assert evidence.file
    ids = evidence.file.identifiers
    if len(ids) != 2 or min(len(one) for one in ids) < 2 * _LEAST:
        yield told(evidence, "PRE-065", "the file has no two ids in its trailer")
    for name in ("DocumentID", "InstanceID"):
        given = evidence.file.metadata.text(_MM, name) if evidence.file.metadata else ""
        if not given:
            yield told(evidence, "PRE-065", f"the file has no {name}")
        elif not _NAMED.fullmatch(given.lower()):
            yield told(evidence, "PRE-065", f"the {name} “{given}” is not made of content: the next build has another")
