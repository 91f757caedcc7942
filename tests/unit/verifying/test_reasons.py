"""Why another file came out is said by name: sources, makers, faces."""

from __future__ import annotations

from typing import Any

from report.verifying.reasons import of_the_house, other_making


def record(**changed: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "version": "1.0",
        "state": "published",
        "date": "2020-02-29",
        "inputs": {"a.yaml": {"sha256": "1"}, "b.css": {"sha256": "2"}},
        "made-with": {"Pango": "1.50.12", "weasyprint": "70.0"},
        "faces": [{"file": "Text.ttf", "sha256": "3"}],
        "profile": {"sha256": "4"},
    }
    return made | changed


def test_the_same_making_has_no_reasons() -> None:
    assert list(other_making(record(), record())) == []


def test_sources_that_changed_came_or_went_are_named() -> None:
    now = record(inputs={"a.yaml": {"sha256": "9"}, "c.css": {"sha256": "2"}})
    assert list(other_making(record(), now)) == ["“a.yaml” has changed", "“b.css” is gone", "“c.css” is new"]


def test_other_libraries_are_named_with_both_versions() -> None:
    now = record(**{"made-with": {"Pango": "1.52.0", "weasyprint": "70.0", "zlib": "1.3"}})
    assert list(other_making(record(), now)) == [
        "“Pango”: “1.50.12” then, “1.52.0” now",
        "“zlib”: nothing then, “1.3” now",
    ]


def test_another_revision_face_and_profile_are_named() -> None:
    now = record(version="1.1", state="draft", faces=[{"file": "Text.ttf", "sha256": "5"}], profile={"sha256": "6"})
    assert list(other_making(record(), now)) == [
        "version: “1.0” then, “1.1” now",
        "state: “published” then, “draft” now",
        "the face “Text.ttf” is another",
        "the profile of the printing condition is another",
    ]


def test_libraries_that_set_pages_are_no_reason_for_a_web_page() -> None:
    now = record(**{"made-with": {"Pango": "1.52.0", "weasyprint": "71.0", "jinja2": "3.2"}})
    assert list(other_making(record(), now, "screen")) == ["“jinja2”: nothing then, “3.2” now"]


def test_a_frozen_text_takes_the_place_of_a_brief_and_not_of_its_errata_and_house() -> None:
    names = ("content/small/brief.yaml", "content/small/errata.yaml", "content/house.yaml", "styles/paged.css")
    kept = of_the_house(record(inputs={name: {"sha256": "1"} for name in names}), "small")
    assert tuple(kept["inputs"]) == names[1:]
    assert of_the_house({"inputs": [1]}, "small")["inputs"] == {}


def test_many_sources_are_counted() -> None:
    now = record(inputs={f"{number:02}.css": {"sha256": "1"} for number in range(30)})
    assert list(other_making(record(), now))[-1] == "and 20 more"


def test_a_manifest_full_of_nonsense_gives_reasons_and_no_fault() -> None:
    then = {"inputs": [1], "made-with": "x", "faces": [None, {"file": 3}], "profile": 7}
    assert list(other_making(then, record()))


def test_nothing_is_said_of_a_making_that_is_not_known() -> None:
    assert list(other_making(None, record())) == []
