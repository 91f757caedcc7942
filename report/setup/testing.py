"""The command `test`: ready what the tests need, then become pytest."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from report.setup import Purpose, ready


def run_tests(root: Path, arguments: Sequence[str]) -> NoReturn:
    """Run the tests in place of this program, so that the last words and the exit status are pytest's."""
    python = ready(root, Purpose.TEST)
    sys.stdout.flush()
    sys.stderr.flush()
    os.chdir(root)
    os.execv(python, [str(python), "-P", "-m", "pytest", *arguments])
