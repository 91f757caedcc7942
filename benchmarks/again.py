"""How long a build takes that has nothing to do, against the bare engine's PDF; and two workers against one."""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from bare_brief import bare_command
from processes import compare, run

from report.order import Order

PROJECT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--project", type=Path, default=PROJECT, help="the folder of the project")
    parser.add_argument("--brief", default="iran-russia-nexus", help="the brief that workers make, and the bare engine")
    parser.add_argument("--runs", type=int, default=20, help="how often; pairs for the comparison with the engine")
    parser.add_argument("--workers", action="store_true", help="two workers against one, all editions of the brief")
    options = parser.parse_args()
    project = options.project.resolve()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-P", "-m", "report", "build", "--project", str(project), "--out", f"{folder}/dist"]
        if options.workers:
            one, two = (_anew([*command, options.brief, "--jobs", jobs], folder) for jobs in ("1", "2"))
            print(f"two workers against one: {compare(two, one, options.runs)}")
            return
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        files = sum(path.is_file() for path in Path(folder, "dist").rglob("*.*") if ".ledger" not in path.parts)
        print(f"nothing to do for {files} files: {median(run(command).seconds for _ in range(options.runs)):.3f} s")
        bare = bare_command(Order(project, options.brief, "en-GB", ("paged",)), Path(folder))
        print(f"against the bare engine’s one PDF: {compare(command, bare, options.runs)}")


def _anew(command: list[str], folder: str) -> list[str]:
    """Return the command that builds into an empty folder."""
    return ["/bin/sh", "-c", f"rm -rf {shlex.quote(folder)}/dist; exec {shlex.join(command)}"]


if __name__ == "__main__":
    main()
