"""A house changes what is asked of its files by a profile of its own, which is read as strictly as all content."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.findings import Finding, Mark
from report.load.packs import load_packs
from report.load.preflight import load_preflight
from report.locales import Shelf
from report.model.brief import PressRules
from report.model.preflight import PRINTED_MEDIA, Profile
from report.preflight.questions import QUESTIONS
from report.validate.preflight import read_preflight

HERE = Mark("content/house.yaml")
RULES = PressRules("/x.icc", "CGATS TR 001", 5.0, 260, 250, 8, 0.1, HERE, HERE)


def read(project: Path, name: str, press: PressRules | None = None) -> tuple[Profile | None, list[Finding]]:
    nodes = load_preflight(project, name, Mark("content/preflight"))
    profile = read_preflight(name, nodes.value, Shelf.of(load_packs(project)), press)
    return profile.value, [*nodes.findings, *profile.findings]


def write(project: Path, name: str, text: str) -> None:
    folder = project / "content" / "preflight"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def sound(project: Path, name: str, press: PressRules | None = None) -> Profile:
    profile, findings = read(project, name, press)
    assert profile is not None, findings
    assert findings == []
    return profile


@pytest.mark.parametrize("medium", PRINTED_MEDIA)
def test_the_profiles_of_the_program_are_sound_and_ask_questions_that_there_are(medium: str, tmp_path: Path) -> None:
    profile = sound(tmp_path, medium)
    assert profile.medium == medium
    assert profile.questions.keys() <= QUESTIONS.keys()


def test_every_question_is_asked_in_some_profile(tmp_path: Path) -> None:
    asked = {question for medium in PRINTED_MEDIA for question in sound(tmp_path, medium).questions}
    assert QUESTIONS.keys() - asked == set()


def test_a_house_changes_limits_and_weights_and_keeps_the_rest(tmp_path: Path) -> None:
    write(tmp_path, "heavy-paper", "extends: press\nlimits:\n  ink: 260.5\nquestions:\n  bleed: skip\n  ink: warning\n")
    ours, own = sound(tmp_path, "press"), sound(tmp_path, "heavy-paper")
    assert own.limits.ink == 260.5
    assert own.limits.hairline == ours.limits.hairline
    assert own.questions == {**ours.questions, "bleed": "skip", "ink": "warning"}


def test_a_profile_of_the_house_may_bear_the_name_of_one_of_the_program_and_extend_it(tmp_path: Path) -> None:
    write(tmp_path, "press", "extends: press\nlimits:\n  text-size: 6\n")
    assert sound(tmp_path, "press").limits.text_size == 6


def test_profiles_extend_each_other(tmp_path: Path) -> None:
    write(tmp_path, "newsprint", "extends: press\nlimits:\n  ink: 240\n")
    write(tmp_path, "weekly", "extends: newsprint\nlimits:\n  hairline: 0.5\n")
    own = sound(tmp_path, "weekly")
    assert (own.limits.ink, own.limits.hairline, own.medium) == (240, 0.5, "press")


def test_the_rules_of_the_printer_go_before_the_program_and_after_the_profile_of_the_house(tmp_path: Path) -> None:
    write(tmp_path, "thin", "extends: press\nlimits:\n  ink: 200\n")
    limits = sound(tmp_path, "thin", RULES).limits
    assert (limits.bleed, limits.ink, limits.resolution, limits.multiple) == (5, 200, 250, 8)
    assert sound(tmp_path, "paged", RULES).limits.bleed == 0


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("extends: pres\n", "PRE-040", "there is no preflight profile “pres”"),
        ("extends: own\n", "PRE-040", "extends itself"),
        ("limits:\n  ink: 240\n", "STR-002", "“extends” or “medium” is missing"),
        ("extends: press\nlimits:\n  inks: 240\n", "STR-001", "“inks” is no key"),
        ("extends: press\nlimits:\n  ink: lots\n", "STR-003", "“ink” is a number, not “lots”"),
        ("extends: press\nlimits:\n  ink: 4000\n", "STR-007", "“4000” has not the form"),
        ("extends: press\nlimits:\n  multiple: 2.5\n", "STR-007", "“2.5” has not the form"),
        ("extends: press\nlimits:\n  colours: [Pink]\n", "STR-007", "“Pink” has not the form"),
        ("extends: press\nlimits:\n  links: never\n", "STR-003", "“links” is true or false"),
        ("extends: press\nquestions:\n  inkk: skip\n", "PRE-040", "no question is called “inkk”"),
        ("extends: press\nquestions:\n  ink: maybe\n", "PRE-040", "“maybe” is no way to weigh a question"),
        ("extends: press\nlimits:\n  least-pages: 9\n  most-pages: 8\n", "PRE-040", "at least 9 pages"),
        ("- press\n", "STR-003", "is a mapping of keys"),
        ("extends: &x press\n", "LOD-005", ""),
        ("\textends: press\n", "LOD-004", ""),
    ],
)
def test_a_mistake_in_a_profile_is_said_at_its_place(text: str, code: str, said: str, tmp_path: Path) -> None:
    write(tmp_path, "own", text)
    profile, findings = read(tmp_path, "own")
    assert profile is None
    assert [one.code for one in findings] == [code]
    assert said in findings[0].message
    assert findings[0].mark.path == "content/preflight/own.yaml"


def test_profiles_that_extend_each_other_in_a_circle_are_found(tmp_path: Path) -> None:
    write(tmp_path, "one", "extends: two\n")
    write(tmp_path, "two", "extends: one\n")
    profile, [finding] = read(tmp_path, "one")
    assert profile is None
    assert finding.message == "the profiles “one” and “two” extend each other"


def test_no_path_is_made_of_a_name(tmp_path: Path) -> None:
    write(tmp_path, "own", "extends: press\n")
    _, [finding] = read(tmp_path, "../preflight/own")
    assert finding.message == "there is no preflight profile “../preflight/own”"


def test_the_mistakes_of_a_profile_are_said_though_what_it_extends_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, "heavy-paper", "extends: prass\nlimits:\n  ink: much\n")
    profile, findings = read(tmp_path, "heavy-paper")
    assert profile is None
    assert [(one.code, one.mark.line) for one in findings] == [("PRE-040", 1), ("STR-003", 3)]
