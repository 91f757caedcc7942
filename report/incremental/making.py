"""At the worker's bench: one edition taken down the line, as far as a task asks. It reads, and writes nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from report import production
from report.desk import Desk, Held
from report.findings import Finding, in_order
from report.incremental.fingerprint import Needs
from report.incremental.task import Made, Outcome, Task
from report.kept import Kept as KeptReadings
from report.load.glossary import GLOSSARY_FILE
from report.load.inputs import LICENCE_FILE
from report.load.preflight import FOLDER as PREFLIGHT
from report.model.output import MEDIA, SETTINGS, Artifact, Medium, Proof
from report.production import Prepared
from report.publish.manifest import manifest_of
from report.publish.names import MANIFEST, edition_folder
from report.publish.release import files_of, outdated_names

_DESIGN = ("templates/", "styles/")
_WORDS = "templates/locale/"
# What is read for what it says of the text, and changes no byte of an output that does not enclose it.
_RULES = (GLOSSARY_FILE, LICENCE_FILE, f"{PREFLIGHT}/")

_readings = KeptReadings()


def carry_out(task: Task) -> Outcome:
    """Read the edition of a task, make what is to be made, and let go of what it was made of."""
    try:
        return _carried_out(task)
    finally:
        # The boxes of a page lead to each other, and a run does not look for garbage by itself (``__main__``); what is
        # loaded by the first task is kept for good, and need not be looked through each time.
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()


def _carried_out(task: Task) -> Outcome:
    desk, order = Desk(), task.order
    reading = _readings.of("reading", lambda: (order.project, order.brief, task.reading), lambda: _read(task))
    prepared = production.prepare(order, desk, reading)
    media = production.media_of(prepared.edition)
    needs = _needs_of_reading(prepared)
    if desk.holds:
        return Outcome(reading.locales, media, needs, tuple(desk.findings), is_held=True)
    ordered = order.media or media
    wanted = {medium: why for medium in ordered if (why := _why(task, prepared, medium)) is not None}
    made: dict[Medium, Made] = {}
    held: list[Finding] = []
    for setting in SETTINGS:
        # The other media are made from the pages, and asked whether they agree with each other.
        members = [medium for medium in ordered if (medium == "screen") == (setting == "screen")]
        if not wanted.keys().isdisjoint(members):
            held += _make(prepared, members, wanted, made)
    if held:
        kept = (one for medium in ordered if medium not in wanted for one in task.kept[medium].findings)
        findings = tuple(in_order((*desk.findings, *kept, *held)))
        return Outcome(reading.locales, media, needs, findings, is_held=True)
    manifest = _manifest(prepared, task, made, desk.findings)
    outdated = outdated_names(prepared.edition) if "screen" in made else ()
    said = tuple(desk.findings)
    return Outcome(reading.locales, media, needs, said, False, made, {MANIFEST: manifest}, outdated)


def _read(task: Task) -> production.Reading:
    return production.read(task.order.project, task.order.brief, _readings)


def _make(
    prepared: Prepared, members: Sequence[Medium], wanted: Mapping[Medium, str], made: dict[Medium, Made]
) -> list[Finding]:
    """Add media that are made together; return all that was noticed if an error holds them, else nothing."""
    desk = Desk()
    try:
        proofs = production.produce(prepared, members, desk)
        desk.hold()
    except Held:
        return desk.findings
    files = files_of(prepared.edition, proofs, prepared.cited)
    sources = proofs[0].galley.sources
    for proof in proofs:
        first = proof.medium == members[0]
        findings = tuple(
            one for one in desk.findings if one.medium == proof.medium or (first and one.medium not in members)
        )
        needs = _needs(prepared, proof, sources)
        made[proof.medium] = Made(files[proof.medium], needs, findings, wanted.get(proof.medium, ""))
    return []


def _why(task: Task, prepared: Prepared, medium: Medium) -> str | None:
    """Return why an artifact is made: empty for what the task says, ``None`` if it is kept after all.

    One that is kept is made again if the reading has found that it is made of other files: a catalog that has appeared.
    """
    kept = task.kept.get(medium)
    if kept is None:
        return ""
    # Templates, sheets and what lies outside the project are as they were, or it would not be kept.
    others = {path for path in kept.files if _is_design(path) or path.startswith("/")}
    needed = others | set(_own_inputs(prepared, medium))
    if needed == kept.files:
        return None
    appeared, gone = sorted(needed - kept.files), sorted(kept.files - needed)
    name = (appeared or gone)[0].removeprefix(f"content/{task.order.brief}/")
    return f"{name} is new" if appeared else f"{name} is gone"


def _needs(prepared: Prepared, proof: Proof, sources: Sequence[str]) -> Needs:
    """Return what an artifact depends on: what it was written in, what it was set with, what is inside it.

    A template that would be found before the one that was used is wanted, and is not there.
    """
    medium = proof.medium
    setting = "screen" if medium == "screen" else "paged"
    files = [*_own_inputs(prepared, medium), *sources, *_before(sources, setting)]
    if medium in ("press", "booklet"):
        files.append(_profile_path(prepared))
    families = () if medium == "screen" else tuple(sorted({face.family for face in prepared.faces}))
    return Needs(tuple(sorted(set(files))), families)


def _own_inputs(prepared: Prepared, medium: Medium) -> Iterator[str]:
    """Yield the inputs of an edition that an artifact depends on, whichever templates and sheets it is set with.

    The pages enclose all of them. The others depend on what the text says, and on the rules that they are read by.
    """
    for path in prepared.origin.inputs:
        name = path.relative_to(prepared.project).as_posix()
        is_rule = name.startswith(_RULES) and name != f"{PREFLIGHT}/{medium}.yaml"
        if medium == "paged" or not (is_rule or _is_design(name)):
            yield name


def _is_design(path: str) -> bool:
    return path.startswith(_DESIGN) and not path.startswith(_WORDS)


def _before(sources: Sequence[str], setting: str) -> Iterator[str]:
    """Yield where a template of the medium would stand that is used in place of one that both media share."""
    for path in map(PurePosixPath, sources):
        if path.parts[0] == "templates" and path.parts[1] != "media":
            yield f"templates/media/{setting}/{path.relative_to('templates')}"


def _needs_of_reading(prepared: Prepared) -> Needs:
    design, pack = prepared.edition.brief.house.design, prepared.edition.pack
    families = {*design.faces.values(), *pack.faces.text, *pack.faces.display}
    profile = (_profile_path(prepared),) if prepared.edition.brief.house.press else ()
    return Needs(profile, tuple(sorted(families)))


def _profile_path(prepared: Prepared) -> str:
    press = prepared.edition.brief.house.press
    assert press is not None, "a house without a printer makes nothing for the press"
    return press.profile


def _manifest(
    prepared: Prepared,
    task: Task,
    made: Mapping[Medium, Made],
    said: Sequence[Finding],
) -> bytes:
    """Return the manifest of all that lies in the folder and is as it would be made now, fresh or kept."""
    folder = edition_folder(Path(), prepared.edition)
    outputs: dict[Medium, Mapping[str, str]] = {}
    findings = list(said)
    for medium in MEDIA:
        if medium in made:
            fresh = made[medium]
            outputs[medium] = {name: sha256(body).hexdigest() for name, body in fresh.files.items()}
            findings += fresh.findings
        elif medium in task.kept:
            outputs[medium] = task.kept[medium].outputs
            findings += task.kept[medium].findings
    artifacts = [Artifact(folder / name, digest) for files in outputs.values() for name, digest in files.items()]
    return manifest_of(prepared.edition, prepared.faces, prepared.origin, artifacts, prepared.profile, findings)
