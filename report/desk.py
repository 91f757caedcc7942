"""The desk collects what every stage noticed, and holds the line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from report.findings import Checked, Finding, in_order

T = TypeVar("T")


class Held(Exception):
    """The line is held: there are errors among the findings on the desk."""


class Desk:
    """Files the findings of the stages, each once, however many orders meet them."""

    def __init__(self) -> None:
        """Open an empty desk."""
        self._findings: dict[Finding, None] = {}

    def take(self, checked: Checked[T]) -> T:
        """File the findings of a stage and return what it made."""
        self.file(checked.findings)
        return checked.value

    def file(self, findings: Iterable[Finding]) -> None:
        """Lay findings on the desk."""
        self._findings.update(dict.fromkeys(findings))

    @property
    def findings(self) -> list[Finding]:
        """Everything noticed so far, by place."""
        return in_order(self._findings)

    @property
    def holds(self) -> bool:
        """Whether an error lies on the desk."""
        return any(finding.holds for finding in self._findings)

    def hold(self) -> None:
        """Stop here if an error lies on the desk.

        Raises:
            Held: what follows must never see a broken value.
        """
        if self.holds:
            raise Held
