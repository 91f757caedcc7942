"""Runs as plain data: words are words, and what is more than words is a mapping whose first key says what.

A text of nothing but words is written as those words, and an empty text as an empty list. A note call is written as
the note's id alone: what the note says, as printed and as written, stands with the notes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from report.findings import Mark
from report.model.frozen.shapes import FLAG, ID, WORDS, Shape, UnsoundError, as_mapping, list_of, one_of, record, text
from report.model.text import (
    Citation,
    CitedNames,
    CitedWork,
    CrossReference,
    Emphasis,
    Foreign,
    Link,
    LocatorPart,
    NoteCall,
    ReferenceLink,
    Run,
    SmallCaps,
    Strong,
    Text,
    Unsettled,
    Words,
)

KEY = text(r"\S+")
LANGUAGE = text(r"[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")
NOTE_ID = text(r"[a-z0-9]+(-[a-z0-9]+)*")
DIRECTION = one_of("ltr", "rtl")
# Where a link may lead is said in the manual under LNK-004; what was frozen with another was not frozen by us.
_ADDRESS = text(r"(?i:https?://|mailto:|doi:)\S+")
_DEPTH_LIMIT = 12


class Runs:
    """The shapes of texts that were frozen in one file, at which all that is thawed has its place.

    ``notes`` are the notes as written, by the ids of their calls.
    """

    def __init__(self, mark: Mark, notes: Mapping[str, Text]) -> None:
        """Thaw runs to this place, and note calls with these notes."""
        self._mark = mark
        self._notes = notes
        self.text: Shape[Text] = Shape(as_runs, self._text)
        self._work = record(
            partial(CitedWork, mark=mark),
            key=KEY,
            locator=list_of(record(LocatorPart, kind=WORDS, numbers=WORDS)),
            prefix=self.text,
            suffix=self.text,
            without_names=FLAG,
        )
        self._readers: dict[str, Callable[[dict[str, Any], int], Run]] = {
            "emphasis": lambda data, depth: Emphasis(self._inner(data, "emphasis", depth), mark),
            "strong": lambda data, depth: Strong(self._inner(data, "strong", depth), mark),
            "small-caps": lambda data, depth: SmallCaps(self._inner(data, "small-caps", depth), mark),
            "foreign": self._foreign,
            "link": lambda data, depth: Link(self._inner(data, "link", depth), _part(data, "address", _ADDRESS), mark),
            "reference": lambda data, depth: ReferenceLink(
                self._inner(data, "reference", depth), _part(data, "key", KEY), mark
            ),
            "unsettled": lambda data, depth: Unsettled(
                self._inner(data, "unsettled", depth), _part(data, "standing", one_of("stale", "missing")), mark
            ),
            "call": self._call,
            "see": lambda data, _: CrossReference(_part(data, "see", ID), mark),
            "names-of": lambda data, _: CitedNames(
                _part(data, "names-of", KEY), data.get("begins-sentence") is True, mark
            ),
            "citation": lambda data, _: Citation(_part(data, "citation", list_of(self._work)), mark),
        }

    def _text(self, data: Any, depth: int = 0) -> Text:
        if isinstance(data, str):
            return (Words(WORDS.read(data), self._mark),)
        if not isinstance(data, list):
            raise UnsoundError("a text is words, or a list of words and of what is more than words")
        if depth > _DEPTH_LIMIT:
            raise UnsoundError("texts are nested deeper than any is written")
        return tuple(self._run(item, place, depth) for place, item in enumerate(data))

    def _run(self, data: Any, place: int, depth: int) -> Run:
        try:
            if isinstance(data, str):
                return Words(WORDS.read(data), self._mark)
            name = next(iter(as_mapping(data)), "")
            if name not in self._readers:
                raise UnsoundError("what stands here is no run that is known")
            return self._readers[name](data, depth)
        except UnsoundError as error:
            error.way.insert(0, place)
            raise

    def _inner(self, data: dict[str, Any], name: str, depth: int) -> Text:
        runs: Text = _part(data, name, Shape(as_runs, lambda runs: self._text(runs, depth + 1)))
        return runs

    def _foreign(self, data: dict[str, Any], depth: int) -> Run:
        language = _part(data, "language", LANGUAGE) if data.get("language") else ""
        return Foreign(self._inner(data, "foreign", depth), language, _part(data, "direction", DIRECTION), self._mark)

    def _call(self, data: dict[str, Any], _: int) -> Run:
        id_ = _part(data, "call", NOTE_ID)
        if id_ not in self._notes:
            raise UnsoundError(f"there is no note “{id_}”", "call")
        return NoteCall(id_, self._notes[id_], self._mark)


def _part(data: dict[str, Any], name: str, shape: Shape[Any]) -> Any:
    """Read one value of a run, which must be there."""
    if name not in data:
        raise UnsoundError(f"“{name}” is missing")
    try:
        return shape.read(data[name])
    except UnsoundError as error:
        error.way.insert(0, name)
        raise


def as_runs(runs: Text) -> Any:
    """Return a text as plain data."""
    if len(runs) == 1 and isinstance(runs[0], Words):
        return runs[0].text
    return [run.text if isinstance(run, Words) else _as_run(run) for run in runs]


def _as_run(run: Run) -> dict[str, Any]:  # noqa: C901, PLR0911 - one return for each kind of run
    match run:
        case Emphasis():
            return {"emphasis": as_runs(run.runs)}
        case Strong():
            return {"strong": as_runs(run.runs)}
        case SmallCaps():
            return {"small-caps": as_runs(run.runs)}
        case Foreign():
            return {"foreign": as_runs(run.runs), "language": run.language, "direction": run.direction}
        case Link():
            return {"link": as_runs(run.runs), "address": run.address}
        case ReferenceLink():
            return {"reference": as_runs(run.runs), "key": run.key}
        case Unsettled():
            return {"unsettled": as_runs(run.runs), "standing": run.standing}
        case NoteCall():
            return {"call": run.id}
        case CrossReference():
            return {"see": run.target}
        case CitedNames():
            return {"names-of": run.key, "begins-sentence": run.begins_sentence}
        case Citation():
            return {"citation": [_as_work(work) for work in run.works]}
    raise TypeError(f"a {type(run).__name__} belongs to a redline and is never frozen")


def _as_work(work: CitedWork) -> dict[str, Any]:
    return {
        "key": work.key,
        "locator": [{"kind": part.kind, "numbers": part.numbers} for part in work.locator],
        "prefix": as_runs(work.prefix),
        "suffix": as_runs(work.suffix),
        "without-names": work.without_names,
    }
