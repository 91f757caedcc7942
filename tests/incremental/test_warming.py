"""The server of workers goes with the process that it serves, even while it is loading."""

from __future__ import annotations

import subprocess
import sys

_SERVER = """
import os, signal, sys

class LeaveAlone:
    def find_spec(self, name, path=None, target=None):
        if name == "pikepdf":
            os.kill(os.getppid(), signal.SIGKILL)

sys.meta_path.insert(0, LeaveAlone())
import report.incremental.warming
print("loaded")
"""
_BUILD = "import subprocess, sys; subprocess.run([sys.executable, '-P', '-c', sys.argv[1]])"


def test_a_server_that_is_left_alone_loads_no_further() -> None:
    done = subprocess.run([sys.executable, "-P", "-c", _BUILD, _SERVER], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_server_that_has_loaded_looks_no_more() -> None:
    asked = "import report.incremental.warming, signal; print(signal.getitimer(signal.ITIMER_REAL)[0])"
    done = subprocess.run([sys.executable, "-P", "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "0.0\n"
