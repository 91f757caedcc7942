"""Work killed at any step of its writing."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

STEPS = ("replace", "unlink", "chmod", "open", "mkdir", "fsync")
KILLED = 9


def killed_at(step: int, work: Callable[[], object], seen: Sequence[str] = STEPS) -> bool:
    """Do work in a process that ends, as if killed, before a step that the disk would see; whether it got so far.

    ``seen`` are the methods of paths that are such steps; ``fsync`` is one of the system.
    """
    child = os.fork()
    if not child:
        left = step

        def counted(real: Callable[..., Any]) -> Callable[..., Any]:
            def counting(*args: Any, **kwargs: Any) -> Any:
                nonlocal left
                if not left:
                    os._exit(KILLED)
                left -= 1
                return real(*args, **kwargs)

            return counting

        for name in seen:
            owner = os if name == "fsync" else Path
            setattr(owner, name, counted(getattr(owner, name)))
        try:
            work()
        except BaseException:  # noqa: BLE001 - told by the status
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, KILLED)
    return status == KILLED
