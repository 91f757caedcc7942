"""Verdicts as a person reads them, and as a program does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from report.verifying.verdict import Answer, Remade, Said

_SEALS = {
    "whole": "fits",
    "broken": "does not fit",
    "doubled": "more than one",
    "missing": "none",
}
_MEDIA = {"paged": "PDF", "screen": "web page", "press": "file for the press"}
_STATES = {"in-review": "in review"}


def as_text(answer: Answer) -> str:
    """Return the verdict in a line, and what it rests on in the lines below it."""
    return "".join((f"{answer.path.name}: {answer.sentence}\n", *(f"  {line}\n" for line in _lines(answer))))


def as_json(answers: Iterable[Answer]) -> str:
    """Return a record for each file."""
    return json.dumps([_record(one) for one in answers], ensure_ascii=False, indent=2) + "\n"


def _lines(answer: Answer) -> Iterator[str]:
    if answer.said.is_ours:
        yield f"says it is: {_called(answer.said)}"
    if answer.said.successor:
        yield f"it was issued again when version {answer.said.successor} came out, and leads to that"
    if answer.said.is_ours or answer.seal != "missing":
        yield f"seal: {_SEALS[answer.seal]}"
    if answer.manifest:
        listed = "published" in answer.proofs or "built" in answer.proofs
        yield f"manifest: {answer.manifest}, which {'lists it' if listed else 'lists another'}"
    yield from answer.notes
    if answer.remade and answer.remade.is_same:
        yield f"made again from {answer.remade.made_from}: the same bytes"
    elif answer.remade:
        yield f"{'' if answer.remade.is_made else 'not '}made again from {answer.remade.made_from}:"
        yield from (f"  {reason}" for reason in answer.remade.reasons)


def _called(said: Said) -> str:
    state = _STATES.get(said.state, said.state)
    version = f"version {said.number}{f' ({state})' if state else ''}"
    redline = f" compared with {said.since}" if said.since else ""
    return f"{said.brief}, {said.locale}, {version}{redline}, {_MEDIA.get(said.medium, said.medium)}"


def _rebuilt(remade: Remade) -> dict[str, Any]:
    return {
        "made": remade.is_made,
        "from": remade.made_from,
        "same": remade.is_same,
        "reasons": list(remade.reasons),
    }


def _record(answer: Answer) -> dict[str, Any]:
    said, remade = answer.said, answer.remade
    makers = answer.record.get("made-with") if answer.record else None
    return {
        "file": str(answer.path),
        "outcome": answer.outcome,
        "sentence": answer.sentence,
        "brief": said.brief,
        "locale": said.locale,
        "version": said.version,
        "state": said.state,
        "medium": said.medium,
        "sha256": answer.sha256,
        "seal": answer.seal,
        "proofs": list(answer.proofs),
        "manifest": str(answer.manifest) if answer.manifest else None,
        "made-with": makers if isinstance(makers, dict) else None,
        "notes": list(answer.notes),
        "rebuilt": remade and _rebuilt(remade),
    }
