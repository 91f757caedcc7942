"""The worker: warm, forked for each PDF, and what it makes is what a build makes."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from report import production
from report.desk import Desk
from report.order import Order
from report.preview.messages import Answer, Job, Printed, Read, Target
from tests.support.previews import project_of_specimen

EN = Target("specimen", "en-GB")
LONGEST = 60  # seconds


@contextmanager
def working(project: Path) -> Iterator[tuple[Connection, subprocess.Popen[bytes]]]:
    ours, theirs = socket.socketpair()
    command = [sys.executable, "-P", "-m", "report.preview.worker", str(theirs.fileno()), str(project)]
    process = subprocess.Popen(command, pass_fds=[theirs.fileno()])
    theirs.close()
    line = Connection(ours.detach())
    try:
        yield line, process
    finally:
        line.close()
        assert process.wait(20) == 0


def answer(line: Connection) -> Answer:
    assert line.poll(LONGEST), "the worker says nothing"
    heard: Answer = line.recv()
    return heard


@pytest.fixture(scope="module")
def line(specimen: Path) -> Iterator[Connection]:
    with working(specimen) as (line, _):
        yield line


def test_it_makes_what_a_build_makes_to_the_byte(line: Connection, specimen: Path) -> None:
    line.send(Job(EN, 1, True))
    read, printed = answer(line), answer(line)
    desk = Desk()
    prepared = production.prepare(Order(specimen, "specimen", "en-GB", ("screen", "paged")), desk)
    screen, paged = production.produce(prepared, ("screen", "paged"), desk)
    assert isinstance(read, Read)
    assert read.web
    assert read.web.body == screen.body
    assert isinstance(printed, Printed)
    assert printed.pages
    assert printed.pages.body == paged.body
    assert list(read.findings) + list(printed.findings) == desk.findings


def test_the_second_pdf_loads_nothing_that_the_first_has_loaded(line: Connection) -> None:
    for _ in range(2):
        line.send(Job(EN, 1, True))
        answer(line)
        printed = answer(line)
    assert isinstance(printed, Printed)
    assert printed.loaded == ()


def test_a_newer_save_overtakes_an_older_one(line: Connection) -> None:
    for number in range(10, 15):
        line.send(Job(EN, number, True))
    heard = [answer(line) for _ in range(6)]
    assert [one.number for one in heard if isinstance(one, Read)] == [10, 11, 12, 13, 14]
    assert [one.number for one in heard if isinstance(one, Printed)] == [14]


def test_blocks_have_their_places_and_translations_two(line: Connection) -> None:
    line.send(Job(Target("specimen", "de"), 20, False))
    read = answer(line)
    assert isinstance(read, Read)
    assert read.web
    place = read.web.places["b-introduction-town"]
    assert place.words.startswith("content/specimen/locale/de/LC_MESSAGES/brief.po:")
    assert place.source.startswith("content/specimen/sections/introduction.yaml:")
    line.send(Job(EN, 21, False))
    read = answer(line)
    assert isinstance(read, Read)
    assert read.web
    assert read.web.places["b-introduction-town"].source == ""


def test_blocks_are_found_on_their_pages(line: Connection) -> None:
    line.send(Job(EN, 30, True))
    answer(line)
    printed = answer(line)
    assert isinstance(printed, Printed)
    assert printed.pages
    spots = {spot.anchor: spot for spot in printed.pages.spots}
    assert spots["b-introduction-town"].page == 1
    width, height = printed.pages.sizes[0]
    assert all(0 <= spot.left < width and 0 <= spot.top < height for spot in spots.values())
    assert spots["b-introduction-town"].top < spots["b-introduction-history"].top


def test_a_mistake_is_found_and_a_mended_file_read_again(tmp_path: Path) -> None:
    project = project_of_specimen(tmp_path)
    file = project / "content/specimen/sections/introduction.yaml"
    text = file.read_text(encoding="utf-8")
    with working(project) as (line, _):
        for changed, holds in ((text, False), (text.replace("[#readings]", "[#reedings]"), True), (text, False)):
            file.write_text(changed, encoding="utf-8")
            line.send(Job(EN, 1, False))
            read = answer(line)
            assert isinstance(read, Read)
            assert (read.web is None) == holds
            assert [finding.code for finding in read.findings] == (["LNK-002"] if holds else [])


def test_a_template_and_a_sheet_that_are_changed_are_read_again(tmp_path: Path) -> None:
    project = project_of_specimen(tmp_path)
    template, sheet = project / "templates/base.html", project / "styles/tokens/color.css"
    with working(project) as (line, _):
        line.send(Job(EN, 1, False))
        before = answer(line)
        template.write_text(template.read_text().replace('name="report.version"', 'name="report.number"'))
        sheet.write_text(sheet.read_text().replace("--ink: #18211f", "--ink: #18211e"))
        line.send(Job(EN, 2, False))
        after = answer(line)
        sheet.write_text(sheet.read_text().replace("--ink: ", "--inc: "))
        line.send(Job(EN, 3, False))
        held = answer(line)
    assert isinstance(before, Read)
    assert before.web
    assert isinstance(after, Read)
    assert after.web
    assert b"#18211e" in after.web.body
    assert b"#18211f" not in after.web.body
    assert b"report.number" in after.web.body
    assert isinstance(held, Read)
    assert held.web is None


def test_a_brief_that_is_taken_away_is_a_finding_and_no_end(tmp_path: Path) -> None:
    project = project_of_specimen(tmp_path)
    brief = project / "content/specimen/brief.yaml"
    with working(project) as (line, _):
        brief.rename(brief.with_suffix(".away"))
        line.send(Job(EN, 1, True))
        lost = answer(line)
        brief.with_suffix(".away").rename(brief)
        line.send(Job(EN, 2, False))
        found = answer(line)
    assert isinstance(lost, Read)
    assert lost.web is None
    assert lost.findings or lost.fault
    assert isinstance(found, Read)
    assert found.web


def test_it_ends_with_its_server_and_takes_its_children_along(specimen: Path) -> None:
    with working(specimen) as (line, process):
        line.send(Job(EN, 1, True))
        answer(line)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not (found := children.read_text().split()):
            pass
    assert not any(Path(f"/proc/{child}").exists() for child in found)
