"""What a browser is told of an edition: the last good page and PDF, what is being made, and what was noticed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from report.findings import Finding, in_order
from report.preview.messages import Pages, Printed, Read, Target, Web


@dataclass(frozen=True, slots=True)
class State:
    """An edition as far as it was made.

    ``number`` is the save it was last read at, 0 before the first; ``web`` and ``pages`` are the last good ones, each
    with the digest of its bytes and the save that it is of. ``setting`` is the save whose pages are being set, 0 for
    none. ``read`` and ``printed`` are what came of the last reading, and of the last setting in pages.
    """

    read: Read | None = None
    printed: Printed | None = None
    number: int = 0
    web: Web | None = None
    web_digest: str = ""
    web_number: int = 0
    pages: Pages | None = None
    pages_digest: str = ""
    pages_number: int = 0
    setting: int = 0

    @property
    def findings(self) -> list[Finding]:
        """All that was noticed when the files were as they are: in reading, and in the pages once they are set."""
        read = self.read.findings if self.read else ()
        printed = self.printed.findings if self.printed and self.printed.number == self.number else ()
        return in_order(dict.fromkeys((*read, *printed)))

    @property
    def fault(self) -> str:
        """What the program itself stumbled over, in plain words; empty if it did not."""
        printed = self.printed.fault if self.printed and self.printed.number == self.number else ""
        return (self.read.fault if self.read else "") or printed

    @property
    def is_held(self) -> bool:
        """Whether what was read last has no page of its own."""
        return self.read is not None and self.read.web is None

    @property
    def lacks_pages(self) -> bool:
        """Whether its pages could be set anew: those of its web page are neither made, nor being set, nor held."""
        tried = self.printed.number if self.printed else 0
        return bool(self.web_number) and max(self.pages_number, self.setting, tried) < self.web_number


def after_reading(state: State, read: Read) -> State:
    """Return the state of an edition that was read: its last good page stays where an error holds the new one."""
    state = replace(state, read=read, number=read.number)
    if read.web:
        state = replace(state, web=read.web, web_digest=_digest(read.web.body), web_number=read.number)
    return replace(state, setting=read.number) if read.sets_pages else state


def after_setting(state: State, printed: Printed) -> State:
    """Return the state of an edition whose pages were set; those of a save that was overtaken are still newer."""
    state = replace(state, printed=printed, setting=0 if state.setting <= printed.number else state.setting)
    if not printed.pages or printed.number < state.pages_number:
        return state
    digest = _digest(printed.pages.body)
    return replace(state, pages=printed.pages, pages_digest=digest, pages_number=printed.number)


def told(target: Target, state: State, editions: Iterable[tuple[str, str, State]], briefs: Sequence[str]) -> Any:
    """Return what the browser is told, as plain data for JSON; ``editions`` are all of the brief, with names."""
    return {
        "brief": target.brief,
        "locale": target.locale,
        "briefs": list(briefs),
        "number": state.number,
        "web": state.web_digest,
        "isHeld": state.is_held,
        "pages": _told_of_pages(state.pages, state.pages_digest),
        "isSetting": bool(state.setting) or state.lacks_pages,
        "arePagesCurrent": state.pages_number == state.number,
        "fault": state.fault,
        "findings": [_told_of(finding) for finding in state.findings],
        "editions": [
            {"locale": locale, "name": name, "errors": sum(finding.holds for finding in one.findings)}
            for locale, name, one in editions
        ],
    }


def _told_of_pages(pages: Pages | None, digest: str) -> Any:
    return {"digest": digest, "sizes": pages.sizes, "spots": pages.spots} if pages else None


def _told_of(finding: Finding) -> dict[str, str]:
    return {
        "place": str(finding.mark),
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
    }


def _digest(body: bytes) -> str:
    return hashlib.blake2b(body, digest_size=12).hexdigest()
