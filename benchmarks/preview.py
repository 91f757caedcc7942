"""How soon a save is seen in the preview: in the browser's page, and in the PDF against the bare engine, kept warm."""

from __future__ import annotations

import argparse
import gc
import logging
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from report import production
from report.compose import compose
from report.desk import Desk
from report.order import Order
from report.setup.programs import find_browser
from report.typeset.addresses import PROJECT as ADDRESS
from report.typeset.fonts import face_rules, no_machine_fonts

CHECKOUT = Path(__file__).resolve().parent.parent
_CHROMIUM = ("--no-sandbox", "--disable-gpu")
# Looks every 2 ms whether a word stands in the page, and says when, in milliseconds since 1970.
_SEEN = """word => new Promise(done => { const look = () =>
  document.getElementById('web').contentDocument?.body?.textContent.includes(word)
    ? done(performance.timeOrigin + performance.now()) : setTimeout(look, 2); look(); })"""
_SET = """before => new Promise(done => { const look = () =>
  document.getElementById('pdf').hidden || document.getElementById('pages-mark').textContent !== ''
    ? setTimeout(look, 5) : done(performance.timeOrigin + performance.now()); look(); })"""


def main() -> None:
    """Measure what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("brief", nargs="?", default="iran-russia-nexus", help="the slug of a brief")
    parser.add_argument("--project", type=Path, default=CHECKOUT, help="the folder of the project, which is copied")
    parser.add_argument("--locale", default="en-GB", help="the edition")
    parser.add_argument("--runs", type=int, default=25, help="saves that are counted, after three that are not")
    parser.add_argument("--memory", type=int, metavar="SAVES", help="save so often, and look at the memory instead")
    options = parser.parse_args()
    with _copy(options.project) as project:
        file = _file_to_change(project, options.brief, options.locale)
        with _watched(project, options.brief, options.locale) as (page, process):
            if options.memory:
                _grow(page, process, file, options.memory)
                return
            web, pdf = _saves(page, file, options.runs)
        bare = _bare(project, options.brief, options.locale)
    print(f"save to web page: median {1000 * median(web):.0f} ms, longest {1000 * max(web):.0f} ms, {len(web)} saves")
    print(f"save to PDF, preflight included: median {median(pdf):.2f} s, {len(pdf)} saves")
    print(f"the bare engine, warm, layout and tagged write: median {median(bare):.2f} s")
    print(f"ratio: {median(pdf) / median(bare):.2f} x")


def _saves(page: Page, file: Path, runs: int) -> tuple[list[float], list[float]]:
    """Save so many times, each when the PDF of the one before is there; return seconds to web page and to PDF."""
    web, pdf = [], []
    for number in range(runs + 3):
        saved = _save(file, f"benchmark{number}x")
        web.append(page.evaluate(_SEEN, f"benchmark{number}x") / 1000 - saved)
        pdf.append(page.evaluate(_SET, "") / 1000 - saved)
        time.sleep(0.5)
    return web[3:], pdf[3:]


def _grow(page: Page, process: int, file: Path, saves: int) -> None:
    """Save so many times, every tenth until the PDF is there; print the memory of all processes of the preview."""
    first = 0.0
    for number in range(saves + 1):
        _save(file, f"benchmark{number}x")
        page.evaluate(_SEEN, f"benchmark{number}x")
        if number % 10 == 0:
            page.evaluate(_SET, "")
        if number % 50 == 0:
            memory = sum(map(_proportional, _family(process)))
            first = first or (memory if number else 0.0)
            print(f"after {number} saves: {memory:.0f} MiB" + (f", {memory / first:.3f} x" if first else " (warm-up)"))


def _save(file: Path, word: str) -> float:
    """Put a word into a file as editors do, whole; return the time."""
    text = re.sub(r" benchmark\d+x", "", file.read_text(encoding="utf-8"))
    marker = 'msgstr "' if file.suffix == ".po" else "paragraph: >-\n"
    head, found, rest = text.partition(marker) if file.suffix != ".po" else _in_paragraph(text)
    place = len(rest) - len(rest.lstrip())
    first, blank, others = rest[place:].partition(" ")
    whole = file.with_suffix(".tmp")
    whole.write_text(f"{head}{found}{rest[:place]}{first} {word}{blank}{others}", encoding="utf-8")
    now = time.time()
    whole.replace(file)
    return now


def _in_paragraph(text: str) -> tuple[str, str, str]:
    """Return a catalog divided within the translation of its first paragraph."""
    found = re.search(r'msgctxt "[^"]*/paragraph"\n(?:.*\n)*?msgstr (?:""\n)?"', text)
    assert found, "the catalog translates a paragraph"
    return text[: found.end()], "", text[found.end() :]


def _file_to_change(project: Path, brief: str, locale: str) -> Path:
    """Return the file that an editor of the edition would work in."""
    folder = project / "content" / brief
    catalog = folder / "locale" / locale / "LC_MESSAGES" / "brief.po"
    return catalog if catalog.exists() else min((folder / "sections").glob("*.yaml"))


@contextmanager
def _copy(project: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("content", "templates", "styles"):
            shutil.copytree(project / name, Path(folder) / name)
        shutil.copy(project / "LICENSE", folder)
        yield Path(folder)


@contextmanager
def _watched(project: Path, brief: str, locale: str) -> Iterator[tuple[Page, int]]:
    """Open the preview in a browser, both media; yield the page and the process that serves it."""
    command = [sys.executable, "-P", "-m", "report", "watch", brief, "--locale", locale, "--project", str(project)]
    program = find_browser()
    assert program, "the command “test” installs a browser"
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        address = server.stdout.readline().strip()
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=str(program), args=list(_CHROMIUM))
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(address)
            page.evaluate(_SET, "")
            yield page, server.pid
            browser.close()
        server.terminate()


def _bare(project: Path, brief: str, locale: str, runs: int = 5) -> list[float]:
    """Return what the bare engine takes for the same galley in one process: the sheet is read before, and not timed."""
    prepared = production.prepare(Order(project, brief, locale, ("paged",)), Desk())
    galley = compose(prepared.edition, prepared.apparatus, "paged", prepared.faces, project)
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    times = []
    with no_machine_fonts():
        from weasyprint import CSS, HTML  # noqa: PLC0415 - after the fonts of the machine are kept out
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

        from report.typeset.fetcher import ProjectFetcher  # noqa: PLC0415

        gc.disable()
        for _ in range(runs + 1):
            fetcher, fonts = ProjectFetcher(project, galley.faces), FontConfiguration()
            rules = face_rules(galley.faces) + galley.sheet
            sheet = CSS(string=rules, base_url=ADDRESS, url_fetcher=fetcher, font_config=fonts)
            started = time.perf_counter()
            page = HTML(string=galley.html, base_url=ADDRESS, url_fetcher=fetcher)
            page.render(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1").write_pdf(
                pdf_variant="pdf/ua-1"
            )
            times.append(time.perf_counter() - started)
            gc.collect()
    return times[1:]


def _family(process: int) -> list[int]:
    """Return a process and all that it has started, by their numbers."""
    family = [process]
    for parent in family:
        for task in Path(f"/proc/{parent}/task").glob("*"):
            family += map(int, (task / "children").read_text(encoding="ascii").split())
    return family


def _proportional(process: int) -> float:
    """Return the memory of a process in MiB, what it shares with others in equal parts (Linux, ``smaps_rollup``)."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    main()
