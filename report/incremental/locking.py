"""One builder an edition: who would make one that another is making waits for it, and then finds it done."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

from report.errors import WriteError
from report.incremental.ledger import lock_of
from report.publish.moves import leads_out


class Locks:
    """Locks of editions in an output folder; the system gives them back even when the process is killed."""

    def __init__(self, output: Path) -> None:
        """Hold nothing yet."""
        self._output = output
        self._held: dict[str, int] = {}

    def take(self, slug: str, locale: str, *, wait: bool) -> bool:
        """Take the lock of an edition; without waiting, say whether nobody else has it.

        Raises:
            WriteError: the output folder cannot be written, or its ledgers are elsewhere.
        """
        name, path = f"{slug}.{locale}", lock_of(self._output, slug, locale)
        if leads_out(path.parent, self._output):
            raise WriteError(f"{path.parent} leads out of {self._output} through a link; take the link away")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise WriteError(f"{name} cannot be written to {self._output}: {error.strerror}") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            if error.errno in (errno.EAGAIN, errno.EACCES):
                return False
            raise WriteError(f"{name} cannot be locked in {self._output}: {error.strerror}") from error
        self._held[name] = descriptor
        return True

    def give_back(self, slug: str, locale: str) -> None:
        """Give the lock of an edition back."""
        os.close(self._held.pop(f"{slug}.{locale}"))

    def give_all_back(self) -> None:
        """Give every lock back, however the work ended."""
        while self._held:
            os.close(self._held.popitem()[1])
