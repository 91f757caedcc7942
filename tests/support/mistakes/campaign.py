"""Seeded mistakes, one at a time, in a copy of the project; and what the checks had to say of each."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from report import production
from report.desk import Desk
from report.findings import Finding
from report.order import Order
from tests.support.mistakes import content, prose, references, sheets, templates
from tests.support.mistakes.kinds import FORMS, Form, Slip, Source

_FOLDERS = ("content", "templates", "styles")
_GROUPS = {
    content.__name__: ("content", ".yaml"),
    prose.__name__: ("content", ".yaml"),
    references.__name__: ("content", ".bib"),
    templates.__name__: ("templates", ".html"),
    sheets.__name__: ("styles", ".css"),
}
_SHARED_BY_ALL = "specimen"  # it uses every kind of block, and so every template and sheet


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with a mistake in it, and the places (path, line) where a finding about it is of use."""

    form: Form
    path: str
    line: int
    text: str
    was: str
    places: frozenset[tuple[str, int]]

    @property
    def brief(self) -> str:
        """The brief that is checked: the file's own, or the specimen for what all briefs share."""
        folders = self.path.split("/")
        return folders[1] if folders[0] == "content" and len(folders) > 2 else _SHARED_BY_ALL

    def __str__(self) -> str:
        """The kind, the place, and the line before and after."""
        lines = self.text.split("\n")
        now = "\n      ".join(lines[max(self.line - 1, 0) : self.line + 1])
        return f"{self.form.name}: {self.path}:{self.line}\n  was {self.was}\n  now {now}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks said of a mutant; ``crash`` is the exception they died of."""

    mutant: Mutant
    findings: tuple[Finding, ...]
    crash: str

    @property
    def is_found(self) -> bool:
        """Whether a finding that weighs enough points to the mistake, at most one line off."""
        enough = (one for one in self.findings if one.holds or self.mutant.form.warning_will_do)
        return any((one.mark.path, one.mark.line + off) in self.mutant.places for one in enough for off in (-1, 0, 1))

    @property
    def is_silent(self) -> bool:
        """Whether the brief would be built as if nothing were wrong."""
        return not self.crash and not any(one.holds or self.mutant.form.warning_will_do for one in self.findings)

    def __str__(self) -> str:
        """The mutant, where a finding was expected, and what was found."""
        places = ", ".join(f"{path}:{line}" for path, line in sorted(self.mutant.places)[:6])
        found = [f"{one.mark}: {one.severity} {one.code}: {one.message}" for one in self.findings[:4]]
        answer = "\n        ".join(found) or self.crash or "nothing"
        return f"{self.mutant}\n  expected at {places}\n  found {answer}"


def mutants(project: Path, seed: int, count: int, forms: Iterable[Form] = tuple(FORMS)) -> Iterator[Mutant]:
    """Yield so many different mutants of each form, at random places of all shipped files of its group."""
    texts = {
        path.relative_to(project).as_posix(): path.read_text(encoding="utf-8")
        for folder in _FOLDERS
        for path in sorted((project / folder).rglob("*"))
        # A glossary may leave out every rendering, so that most of its slips are no mistakes of form.
        if path.suffix in {".yaml", ".bib", ".html", ".css"} and path.name != "glossary.yaml"
    }
    for form in forms:
        rng = Random(f"{seed} {form.name}")
        folder, suffix = _GROUPS[form.slips.__module__]
        group = {path: text for path, text in texts.items() if path.startswith(folder)}
        sources = [Source(path, text, group) for path, text in group.items() if path.endswith(suffix)]
        seen: set[str] = set()
        for _ in range(20):
            if len(seen) == count:
                break
            slips = [(source, slip) for source in sources for slip in form.slips(source, rng)]
            for source, slip in rng.sample(slips, min(count - len(seen), len(slips))):
                mutant = _mutant(form, source, slip)
                if mutant.text not in seen:
                    seen.add(mutant.text)
                    yield mutant


def kinds(project: Path, seed: int, count: int) -> dict[str, list[Mutant]]:
    """Return so many mutants of each kind, its forms in turn."""
    forms: dict[str, list[Form]] = {}
    for form in FORMS:
        forms.setdefault(form.kind, []).append(form)
    return {kind: [*_in_turn(project, seed, count, some)] for kind, some in forms.items()}


class Bench:
    """A copy of the project in which one file at a time is spoilt and made good again."""

    def __init__(self, project: Path, folder: Path) -> None:
        """Copy what an edition is made from."""
        self.folder = folder
        for name in _FOLDERS:
            shutil.copytree(project / name, folder / name)

        slugs = [path.parent.name for path in folder.glob("content/*/brief.yaml")]
        self._known = {slug: set(check(folder, slug)) for slug in slugs}

    def judge(self, mutant: Mutant) -> Verdict:
        """Put the mistake into the copy, ask the checks, and take it out again."""
        path = self.folder / mutant.path
        good = path.read_bytes()
        path.write_text(mutant.text, encoding="utf-8")
        try:
            findings = [one for one in check(self.folder, mutant.brief) if one not in self._known[mutant.brief]]
            return Verdict(mutant, tuple(findings), "")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer
            return Verdict(mutant, (), f"{type(error).__name__}: {error}")
        finally:
            path.write_bytes(good)


def check(project: Path, brief: str) -> tuple[Finding, ...]:
    """Do what ``report check BRIEF`` does, and return what was noticed."""
    desk = Desk()
    production.prepare(Order(project, brief, "", ()), desk)
    return tuple(one for one in desk.findings if one.severity)


def _in_turn(project: Path, seed: int, count: int, forms: list[Form]) -> Iterator[Mutant]:
    each = -(-count // len(forms))
    made = [list(mutants(project, seed, each, (form,))) for form in forms]
    taken = [some[turn] for turn in range(each) for some in made if turn < len(some)]
    yield from taken[:count]


def _mutant(form: Form, source: Source, slip: Slip) -> Mutant:
    text = source.text[: slip.start] + slip.put + source.text[slip.end :]
    line = source.line(slip.start)
    own = frozenset((source.path, one) for one in (line, *slip.lines))
    return Mutant(form, source.path, line, text, source.text.split("\n")[line - 1], own | slip.elsewhere)
