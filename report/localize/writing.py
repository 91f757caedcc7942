"""A catalog as the bytes of a PO file, lines broken as gettext's own tools break them."""

from __future__ import annotations

import polib

from report.model.catalog import Catalog, Message


def po_file(catalog: Catalog) -> bytes:
    """Return a catalog as a file: header, messages in their order, those out of use at the end."""
    file = polib.POFile(encoding="UTF-8")
    file.header = "\n".join(catalog.comments)
    file.metadata = dict(catalog.headers)
    file.extend(_entry(message) for message in catalog.messages)
    return str(file).encode("utf-8")


def _entry(message: Message) -> polib.POEntry:
    review = (f"reviewed {message.reviewed}",) if message.reviewed else ()
    texts = [node.text for node in message.translations]
    return polib.POEntry(
        msgctxt=message.context or None,
        msgid=message.source,
        msgid_plural=message.plural,
        msgstr="" if message.plural else texts[0],
        msgstr_plural=dict(enumerate(texts)) if message.plural else {},
        tcomment="\n".join((*message.comments, *review)),
        comment="\n".join(message.extracted),
        occurrences=[(reference, "") for reference in message.references],
        flags=[*(("fuzzy",) if message.is_fuzzy else ()), *message.flags],
        previous_msgid=message.previous or None,
        obsolete=message.is_obsolete,
    )
