"""Drawings in the words of an edition: other words in the same places, and nothing else changed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from report.compose.drawings import worded
from report.findings import Mark
from report.load.assets import read_picture

SVG = "http://www.w3.org/2000/svg"
RIGHT_TO_LEFT, POP = "\u2067", "\u2069"


def drawn(inside: str) -> bytes:
    return f'<svg xmlns="{SVG}" viewBox="0 0 9 9">{inside}</svg>'.encode()


def reworded(folder: Path, inside: str, *wording: str, families: tuple[str, ...] = ()) -> bytes:
    """Read a drawing as the loader does, and give it other words."""
    (folder / "a.svg").write_bytes(drawn(inside))
    pictured = read_picture(folder, "a.svg", Mark("one.yaml")).value
    assert pictured
    return worded(drawn(inside), pictured.picture.texts, wording, families)


def lines(body: bytes) -> list[str]:
    """The pieces of words, in order."""
    texts = ElementTree.fromstring(body).iter(f"{{{SVG}}}text")
    return [piece for text in texts for piece in text.itertext() if piece.strip()]


def test_words_stand_in_the_places_of_those_before(tmp_path: Path) -> None:
    body = reworded(tmp_path, '<g text-anchor="end"><text x="1" y="2">Quay</text></g><text>430</text>', "Kai", "430")
    assert body == drawn('<g text-anchor="end"><text x="1" y="2">Kai</text></g><text>430</text>')


def test_words_are_words_whatever_they_look_like(tmp_path: Path) -> None:
    hostile = '</text><script>1</script>&lt;]]>"'
    body = reworded(tmp_path, "<text><![CDATA[Quay]]></text>", hostile)
    assert lines(body) == [hostile]
    assert b"<script" not in body


@pytest.mark.parametrize(
    ("inside", "words", "pieces"),
    [
        ('<tspan x="0">Mean high</tspan><tspan x="0" dy="9">water</tspan>', "Mittleres hohes Wasser", 2),
        ('Mean <tspan x="0" dy="9">high water of the year</tspan>', "Mittleres Hochwasser des Jahres", 2),
        ('<tspan x="0">a</tspan><tspan x="0">b</tspan><tspan x="0">c</tspan>', "eins zwei", 2),
        ('Mean <tspan font-weight="700">high</tspan> water', "Mittleres Hochwasser", 1),
        ("m<tspan dy='-2'>2</tspan>", "м2", 1),
    ],
    ids=["lines", "first-line-in-the-text", "fewer-words-than-lines", "a-bold-word", "a-raised-figure"],
)
def test_words_are_divided_among_lines_and_not_among_looks(
    tmp_path: Path, inside: str, words: str, pieces: int
) -> None:
    found = lines(reworded(tmp_path, f"<text>{inside}</text>", words))
    assert " ".join(found) == words
    assert len(found) == pieces


def test_lines_keep_their_proportion(tmp_path: Path) -> None:
    inside = '<text><tspan x="0">Sea</tspan><tspan x="0" dy="9">bed and all that lies on it</tspan></text>'
    assert lines(reworded(tmp_path, inside, "Der Meeresgrund und alles was darauf liegt"))[0] == "Der"


def test_words_that_run_the_other_way_are_set_apart_and_stay_on_their_side(tmp_path: Path) -> None:
    body = reworded(tmp_path, '<text x="3" text-anchor="end">Quay</text>', "اسکله (شمال)", families=("Plex", "Fira"))
    (text,) = ElementTree.fromstring(body).iter(f"{{{SVG}}}text")
    assert text.text == f"{RIGHT_TO_LEFT}اسکله (شمال){POP}"
    assert text.get("text-anchor") == "end"
    assert text.get("style") == "font-family: 'Plex', 'Fira', sans-serif; letter-spacing: 0"


def test_the_faces_come_after_the_looks_that_a_text_has(tmp_path: Path) -> None:
    body = reworded(tmp_path, '<text style="fill: red;">430</text>', "۴۳۰", families=("Plex",))
    assert b"style=\"fill: red; font-family: 'Plex', sans-serif\"" in body


def test_letters_are_not_placed_one_by_one_any_more(tmp_path: Path) -> None:
    inside = '<text x="1 2,3" y="4" dx="5 6" rotate="7" textLength="8" lengthAdjust="spacing">abc</text>'
    body = reworded(tmp_path, inside, "xyz")
    assert body == drawn('<text x="1" y="4" dx="5">xyz</text>')
