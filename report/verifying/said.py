"""What a file says it is, read from its plain bytes: the XMP packet of a PDF, the head of a web page.

Neither is parsed. The packet is written by us in one form, and a file of any other form is not as we made it.
"""

from __future__ import annotations

import re

from report.verifying.verdict import Said

_PLAIN = {
    "brief": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    "locale": re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"),
    "version": re.compile(r"[0-9]+\.[0-9]+(-[a-z0-9.]+)*"),
    "state": re.compile(r"[a-z]+(-[a-z]+)*"),
    "medium": re.compile(r"[a-z]+"),
}
_LONGEST = 100
_IN_PACKET = re.compile(rb"<report:([a-z]+)>([^<>]{1,%d})</report:\1>" % _LONGEST)
_IN_HEAD = re.compile(rb'<meta name="report\.([a-z]+)" content="([^"<>]{1,%d})">' % _LONGEST)
_IN_HEAD_OF_OLDER = re.compile(
    rb'<meta name="dcterms\.isReplacedBy" content="[a-z0-9-]{1,%d}/[A-Za-z0-9-]{1,%d}/([0-9]{1,9}\.[0-9]{1,9})">'
    % (_LONGEST, _LONGEST)
)
_PDF = b"%PDF-"


def said_by(body: bytes) -> Said:
    """Return what a file says it is, as far as it does; only plain words are taken, fit for paths and commands."""
    is_pdf = body.startswith(_PDF)
    found: dict[str, str] = {"medium": "paged" if is_pdf else "screen"}
    for name, words in (_IN_PACKET if is_pdf else _IN_HEAD).findall(body):
        _note(found, name.decode("ascii"), words.decode("utf-8", "replace"))
    newer = None if is_pdf else _IN_HEAD_OF_OLDER.search(body)
    said = Said(**found, successor=newer[1].decode("ascii") if newer else "")
    return said if said.is_ours else Said()


def _note(found: dict[str, str], name: str, words: str) -> None:
    """Keep what is said, of a thing said twice the first."""
    plain = _PLAIN.get(name)
    if plain and plain.fullmatch(words) and (name == "medium" or name not in found):
        found[name] = words
