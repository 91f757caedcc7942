"""A decision about every change of a redline alike, as it falls on runs, on things, and on what stands or goes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from report.model.redline import Redline
from report.model.text import CitedNames, CrossReference, NoteCall, Revised, Run, Text, Words, Wrapper


class Decision:
    """Accepts every change of a redline, or rejects every one."""

    def __init__(self, redline: Redline, *, rejects: bool) -> None:
        """Bind the redline."""
        self.redline = redline
        self.former = redline.former
        self.rejects = rejects
        self._stays = ("deleted", "moved-away") if rejects else ("inserted", "moved-here")

    def text(self, text: Text) -> Text:
        """Return a text as it is decided; cross-references and cited names of the earlier one are words."""
        made: list[Run] = []
        for run in text:
            match run:
                case Revised(revision="restyled"):
                    made += self.text(run.former if self.rejects else run.runs)
                case Revised():
                    if (run.revision == "deleted") == self.rejects:
                        made += self.text(run.runs)
                case NoteCall():
                    former = self.former.notes.get(run.id)
                    made.append(replace(run, id=former.id) if self.rejects and former else run)
                case CrossReference() if self.rejects:
                    made.append(Words(self.redline.printing.apparatus.targets[run.target].label, run.mark))
                case CitedNames() if self.rejects:
                    made += self.redline.printing.apparatus.names_at(run)
                case _ if isinstance(run, Wrapper):
                    inner = self.text(run.runs)
                    if inner:
                        made.append(replace(run, runs=inner))
                case _:
                    made.append(run)
        return tuple(made)

    def stands(self, path: str) -> bool:
        """Whether what one revision alone may have is there."""
        return self.redline.fates.get(path, self._stays[0]) in self._stays

    def thing(self, path: str, value: Any) -> Any:
        """Return what is no text as it is decided, by the way to it and what it is now."""
        return self.former.things.get(path, value) if self.rejects else value

    def id_of(self, id_: str) -> str:
        """Return the id that a section or a block has then."""
        return self.former.ids.get(id_, id_) if self.rejects else id_
