"""What kind of work an entry is, as far as styles tell works apart."""

from __future__ import annotations

from report.model.references import PRESS, Entry

_KINDS = {
    "article": "article",
    "bookinbook": "chapter",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "chapter",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "jurisdiction": "law",
    "legal": "law",
    "legislation": "law",
    "treaty": "law",
    "audio": "misc",
    "dataset": "misc",
    "misc": "misc",
    "music": "misc",
    "patent": "misc",
    "software": "misc",
    "video": "misc",
    "online": "online",
    "report": "report",
    "thesis": "thesis",
    "unpublished": "unpublished",
}


def kind_of(entry: Entry) -> str:
    """Return the kind of a work; what has a cover of its own is a book.

    An article of the press, or of a periodical whose volume is not known, is cited by its date.
    """
    kind = _KINDS.get(entry.type, "book")
    if kind == "article" and (entry.plain("entrysubtype") in PRESS or not entry.plain("volume", "number")):
        return "press"
    return kind
