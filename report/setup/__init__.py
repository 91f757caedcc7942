"""Ready the environment: a `.venv` with the locked packages, and what they need of the machine.

All of this package runs before anything is installed, so it uses the standard library only. Most runs
ask no more than `stamp`, which says whether all is ready. What is not, `environment` makes; `libraries`
and `programs` list what the machine must bring, and `machine` gets it there. `testing` and `locking`
are the commands `test` and `lock`, which want more than a build does.
"""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from report.setup import stamp

__all__ = ["Purpose", "SetupError", "make_ready", "ready"]


class SetupError(Exception):
    """The environment cannot be made ready; the message says what to do about it."""


class Purpose(Enum):
    """What the environment is readied for: what a build needs, every command needs."""

    BUILD = "build"
    LOCK = "lock"
    TEST = "test"

    @property
    def wants_development_packages(self) -> bool:
        """Whether the packages of `requirements-dev.lock` are wanted too."""
        return self is not Purpose.BUILD


def make_ready(root: Path, arguments: Sequence[str]) -> Path:
    """Ready the checkout for the command that these arguments begin with, and return its Python."""
    command = next(iter(arguments), "")
    return ready(root, {"test": Purpose.TEST, "lock": Purpose.LOCK}.get(command, Purpose.BUILD))


def ready(root: Path, purpose: Purpose) -> Path:
    """Ready the checkout for a purpose, unless it is ready already, and return its Python."""
    try:
        is_current = stamp.is_current(root, development=purpose.wants_development_packages)
        if not is_current or purpose is Purpose.TEST:
            # Imported only here, since a run that finds all ready should not wait for these modules.
            from report.setup.environment import prepare  # noqa: PLC0415

            prepare(root, purpose)
    except OSError as error:
        raise SetupError(f"the environment could not be made: {error}") from error
    return stamp.python_of(root)
