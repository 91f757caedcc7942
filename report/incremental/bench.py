"""The bench: what is at hand while editions are made, and what has come of each so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from report.findings import Finding
from report.incremental.planning import Plan, plan
from report.incremental.stock import Stock
from report.incremental.wish import Wish

Key = tuple[str, str]
"""An edition: the slug of its brief, and its locale."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An edition that came to nothing: why, in a line; ``is_lost`` when its worker was, and it can be tried once more.

    ``is_fault`` says that the program is to blame, and neither the machine nor what was ordered.
    """

    reason: str
    is_lost: bool = False
    is_fault: bool = False


@dataclass(slots=True)
class Bench:
    """The wish, the stock and the makers; findings, files and failures of each edition; briefs that are ``unsound``."""

    wish: Wish
    stock: Stock
    makers: dict[str, str]
    say: Callable[[str], None]
    findings: dict[Key, tuple[Finding, ...]] = field(default_factory=dict)
    files: dict[Key, tuple[tuple[Path, str], ...]] = field(default_factory=dict)
    failures: dict[Key, Failed] = field(default_factory=dict)
    unsound: set[str] = field(default_factory=set)

    def plan(self, key: Key) -> Plan:
        """Compare an edition with what its ledger says."""
        return plan(self.wish, self.stock, self.makers, *key)

    def is_done(self, found: Plan) -> bool:
        """Whether nothing is to be done about an edition; what was noticed about it is said again."""
        if not found.is_done:
            return False
        self.findings[found.slug, found.locale] = found.findings(self.wish)
        if found.is_held:
            self.unsound.add(found.slug)
        return True

    def fail(self, key: Key, failed: Failed) -> None:
        """Note that an edition failed; nobody knows then what its brief has."""
        self.failures[key] = failed
        self.unsound.add(key[0])
