"""Frozen text back to an edition with its apparatus: nothing in the file is trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from report.findings import Checked, Finding, Mark
from report.model.apparatus import Apparatus
from report.model.blocks import Figure, Picture, Section
from report.model.brief import Brief
from report.model.edition import Edition
from report.model.frozen.blocks import ABOUT, PROGRESS, SLUG, Shapes, shapes_of
from report.model.frozen.file import Frozen, FrozenFile, kept_picture
from report.model.frozen.freezing import FORMAT
from report.model.frozen.runs import LANGUAGE, NOTE_ID, Runs
from report.model.frozen.shapes import WORDS, Shape, UnsoundError, as_mapping, by_name, list_of, read_at
from report.model.frozen.soundness import check_soundness
from report.model.redline import Printing
from report.model.text import Text


def thaw(file: FrozenFile, now: Edition) -> Checked[Frozen | None]:
    """Return the revision that a file holds, of the edition as it is ``now``; a file that is not sound is a finding."""
    hint = "take the file back from version control: what is frozen is never edited"
    try:
        return Checked(_thawed(file, now))
    except _MisplacedError as error:
        return Checked(None, (Finding("REV-001", file.mark(*error.way), error.reason, error.hint),))
    except UnsoundError as error:
        return Checked(None, (Finding("REV-001", file.mark(*error.way), error.reason, hint),))
    except RecursionError:
        return Checked(None, (Finding("REV-001", Mark(file.path), "what stands here is nested without end", hint),))


class _MisplacedError(UnsoundError):
    """The file is that of another brief: whether this one was renamed or copied is for its editors to say."""

    def __init__(self, there: str, slug: str) -> None:
        super().__init__(f"this is the text of “{there}”, and the folder of the brief is called “{slug}”", "brief")
        renamed = f"if the brief was renamed, write “formerly: {there}” in brief.yaml"
        self.hint = f"{renamed}; if it was copied, take its folder “revisions” out"


def _thawed(file: FrozenFile, now: Edition) -> Frozen:
    mark = Mark(file.path)
    data = as_mapping(file.data)
    _check_place(data, file.path, now)
    shapes = shapes_of(Runs(mark, _notes_as_written(data, mark)), mark)
    revision = _part(data, "revision", shapes.revision)
    brief = _part(data, "text", Shape(dict, lambda text: _brief(as_mapping(text), shapes, now.brief)))
    brief = replace(
        brief,
        language=_part(data, "language", LANGUAGE),
        sections=_with_kept_pictures(brief.sections, data["brief"], now.brief, revision.version),
        revisions=(*_part(data, "history", list_of(shapes.revision)), revision),
    )
    progress = _part(data, "progress", PROGRESS)
    apparatus = _part(data, "text", Shape(dict, lambda text: _apparatus(as_mapping(text), shapes)))
    edition = replace(now, brief=brief, revision=revision, progress=progress, state="published")
    check_soundness(edition.brief, apparatus)
    return Frozen(Printing(edition, apparatus), _part(data, "units", by_name(WORDS, WORDS)))


def _check_place(data: Mapping[str, Any], path: str, now: Edition) -> None:
    """Check that the file is of the form that is read here, and stands where it belongs."""
    if data.get("format") != FORMAT:
        raise UnsoundError(f"this is not form {FORMAT} of frozen text, which this program reads", "format")
    there = _part(data, "brief", SLUG)
    if there not in (now.brief.slug, *now.brief.former_slugs):
        raise _MisplacedError(there, now.brief.slug)
    if data.get("locale") != now.locale:
        raise UnsoundError(f"the locale is not “{now.locale}”, as the place of the file says", "locale")
    version = path.split("/")[-2]
    if as_mapping(data.get("revision")).get("version") != version:
        raise UnsoundError(f"the version is not {version}, as the place of the file says", "revision", "version")


def _notes_as_written(data: Mapping[str, Any], mark: Mark) -> Mapping[str, Text]:
    """Return the notes as written, by the ids of their calls; they call no others."""
    notes: Mapping[str, Text] = _part(data, "written", by_name(Runs(mark, {}).text, NOTE_ID))
    return notes


def _brief(text: Mapping[str, Any], shapes: Shapes, now: Brief) -> Brief:
    about = {name: _part(text, key, shape) for name, (key, shape) in ABOUT.items()}
    return replace(
        now,
        **about,
        title=_part(text, "title", shapes.text),
        subtitle=_part(text, "subtitle", shapes.text),
        standfirst=_part(text, "standfirst", shapes.text),
        summary=_part(text, "summary", shapes.blocks),
        sections=_part(text, "sections", shapes.sections),
        units=(),
    )


def _apparatus(text: Mapping[str, Any], shapes: Shapes) -> Apparatus:
    notes = _part(text, "notes", list_of(shapes.note))
    targets = _part(text, "targets", list_of(shapes.target))
    names = _part(text, "names", list_of(shapes.name))
    return Apparatus(
        notes={note.id: note for note in notes},
        bibliography=_part(text, "bibliography", shapes.bibliography),
        targets={target.id: target for target in targets},
        names={(one.key, one.begins_sentence): one.names for one in names},
    )


def _with_kept_pictures(sections: tuple[Section, ...], slug: str, now: Brief, version: str) -> tuple[Section, ...]:
    """Return sections whose pictures are there: one whose file holds another picture by now is the copy of it.

    ``slug`` is what the folder of the brief was called when it was frozen.
    """
    pictures = {
        block.picture.path: block.picture.sha256
        for one in now.sections
        for block in one.blocks
        if isinstance(block, Figure)
    }

    def kept(block: Figure) -> Figure:
        picture = _moved(block.picture, slug, now.slug)
        if pictures.get(picture.path) == picture.sha256:
            return replace(block, picture=picture)
        return replace(block, picture=replace(picture, path=kept_picture(now.slug, version, picture)))

    return tuple(
        replace(one, blocks=tuple(kept(block) if isinstance(block, Figure) else block for block in one.blocks))
        for one in sections
    )


def _moved(picture: Picture, there: str, here: str) -> Picture:
    """Return a picture of a brief where it lies since the folder of that was renamed."""
    before = f"content/{there}/"
    if there == here or not picture.path.startswith(before):
        return picture
    return replace(picture, path=f"content/{here}/{picture.path.removeprefix(before)}")


def _part(data: Mapping[str, Any], key: str, shape: Shape[Any]) -> Any:
    """Read a value that must be there."""
    if key not in data:
        raise UnsoundError(f"“{key}” is missing")
    return read_at(shape, data[key], key)
