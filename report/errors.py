"""The tool cannot go on: exceptions that end a run with a plain sentence, never a traceback.

What an editor can mend in the content is a finding (``report.findings``), not an exception.
"""

from __future__ import annotations


class ReportError(Exception):
    """The tool cannot go on; the message says what happened and what to do next; ``status`` is the exit status."""

    status = 3


class UsageError(ReportError):
    """What was ordered does not exist or contradicts itself."""

    status = 2


class WriteError(ReportError):
    """A file of the output folder cannot be written."""


class UnpackError(ReportError):
    """A PDF does not give out what is inside it, or what is inside must not be written."""
