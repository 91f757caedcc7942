"""What is saved, and what it concerns."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from report.preview.room import Change
from report.preview.watching import changes_of, is_temporary, saves
from tests.support.loops import in_a_loop

CONCERNS = {
    "content/tides/sections/one.yaml": Change("tides"),
    "content/tides/references.bib": Change("tides"),
    "content/tides/locale/de/LC_MESSAGES/brief.po": Change("tides", "de"),
    "templates/locale/de/LC_MESSAGES/house.po": Change("", "de"),
    "templates/parts/imprint.html": Change(),
    "styles/paged.css": Change(),
    "content/house.yaml": Change(),
    "content/glossary.yaml": Change(),
    "content/locales/eo/pack.yaml": Change(),
    "content/citation-styles/ours.yaml": Change(),
    "content/preflight/paged.yaml": Change(),
}


@pytest.mark.parametrize(("path", "change"), CONCERNS.items(), ids=CONCERNS)
def test_a_save_concerns_what_is_made_of_it(path: str, change: Change) -> None:
    assert changes_of([path]) == [change]


def test_one_save_of_many_files_is_said_once_for_each_brief() -> None:
    paths = ["content/b/sections/1.yaml", "content/a/brief.yaml", "content/b/sections/2.yaml"]
    assert changes_of(paths) == [Change("a"), Change("b")]


TEMPORARY = (".one.yaml.swp", "one.yaml~", "#one.yaml#", ".#one.yaml", "4913", "one.tmp", "one.yaml___jb_tmp___")


@pytest.mark.parametrize("name", TEMPORARY)
def test_what_editors_put_away_for_a_moment_is_no_save(name: str) -> None:
    assert is_temporary(name)


@pytest.mark.parametrize("name", ["one.yaml", "brief.po", "figure.svg", "a~b.yaml", "4913.yaml"])
def test_a_file_of_the_brief_is_a_save(name: str) -> None:
    assert not is_temporary(name)


def test_files_that_are_written_are_noticed_and_those_elsewhere_are_not(tmp_path: Path) -> None:
    for name in ("content/tides/sections", "styles", "dist", ".git"):
        (tmp_path / name).mkdir(parents=True)

    async def first() -> list[Change]:
        stream = saves(tmp_path)
        waiting = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0.5)
        for name in ("dist/tides.pdf", ".git/index", "content/tides/sections/.one.yaml.swp"):
            (tmp_path / name).write_text("x")
        await asyncio.sleep(0.5)
        assert not waiting.done()
        whole = tmp_path / "content/tides/sections/one.tmp"
        whole.write_text("x")
        whole.replace(tmp_path / "content/tides/sections/one.yaml")
        changes = await asyncio.wait_for(waiting, 20)
        await stream.aclose()  # type: ignore[attr-defined]
        return changes

    assert in_a_loop(first()) == [Change("tides")]
