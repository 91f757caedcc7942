"""The web page read back: its words, notes, links, markup, and whether it stands alone."""

from __future__ import annotations

import pytest

from report.model.output import Copy
from tests.support.proofs import codes, copy_of, found, screen_proof

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not copy</title>
<style>.a { background: url(data:image/png;base64,AAAA) }</style>
<link rel="canonical" href="https://example.org/brief"></head>
<body>
<a href="#brief" data-matter="navigation">Skip to the text</a>
<header data-matter="running">Running <em>matter</em></header>
<nav data-matter="navigation"><ol><li><a href="#p1">Title</a></li></ol></nav>
<main id="brief"><h1 id="p1">Title</h1>
<p>One<a id="call-n1" href="#note-n1">1</a>, and <em>two</em><a id="call-n2" href="#note-n2">2</a>.<br>
New line &amp; more</p>
<table><tr><td>Cell</td><td>cell</td></tr></table><img src="data:image/png;base64,AAAA" alt="">
<p>See <a href="https://example.org/">there</a>.</p></main>
<section data-matter="notes"><h2>Notes</h2><ol>
<li id="note-n1"><span>1</span> First note. <a href="#call-n1" data-matter="navigation">↑</a></li>
<li id="note-n2"><span>2</span> Second note. <a href="#call-n2" data-matter="navigation">↑</a></li>
</ol></section>
</body></html>
"""
COPY = copy_of(
    *("Title", "One1, and two2. New line & more", "Cell", "cell", "See there."),
    notes=("1 First note.", "2 Second note."),
)


def _messages(html: str, copy: Copy = COPY) -> list[str]:
    return [finding.message for finding in found(screen_proof(html, copy))]


def test_a_sound_page_is_silent() -> None:
    assert _messages(PAGE) == []


def test_notes_may_be_numbered_by_the_browser() -> None:
    assert _messages(PAGE.replace("<span>1</span> ", "").replace("<span>2</span> ", "")) == []


@pytest.mark.parametrize(
    ("sound", "broken", "said"),
    [
        ("and <em>two", "<em>two", "“and” is missing after “Title One1,”"),
        ("See <a", "See see <a", "“see” is printed"),
        ("Cell</td><td>cell", "Cell", "“cell” is missing"),
        ("New line", "Newline", "“New line” is printed as “Newline”"),
        ("</h1>", "</h1><p>Extra.</p>", "“Extra.” is printed after “Title”, and is not in the copy"),
    ],
)
def test_words_that_differ_are_found(sound: str, broken: str, said: str) -> None:
    html = PAGE.replace(sound, broken)
    assert said in _messages(html)[0]
    assert codes(screen_proof(html, COPY)) == {"PRE-001"}


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        ("Second note.", "Second."),
        ("First note.", "Second note."),
        ('<li id="note-n1">', '<li id="note-nx">'),
    ],
)
def test_notes_that_differ_are_found(sound: str, broken: str) -> None:
    assert codes(screen_proof(PAGE.replace(sound, broken), COPY)) & {"PRE-002", "PRE-003", "PRE-006"}


def test_a_note_without_a_call_is_found() -> None:
    html = PAGE.replace('<a id="call-n2" href="#note-n2">2</a>', '<span id="call-n2">2</span>')
    assert _messages(html) == ["no call in the text leads to “note-n2”"]


def test_notes_out_of_the_order_of_their_calls_are_found() -> None:
    html = PAGE.replace("note-n1", "note-nx").replace("note-n2", "note-n1").replace("note-nx", "note-n2")
    html = html.replace('href="#note-n2">1', 'href="#note-n1">1').replace('href="#note-n1">2', 'href="#note-n2">2')
    assert "the notes are not in the order of their calls, from “note-n2” on" in _messages(html)


@pytest.mark.parametrize(
    ("code", "sound", "broken", "said"),
    [
        ("PRE-006", 'href="#p1"', 'href="#p7"', "line 8 of the page: a link leads to “#p7”, which is not in the page"),
        ("PRE-009", 'id="p1"', 'id="brief"', "the id “brief” is given 2 times in the page"),
        ("PRE-009", 'AAAA" alt=""', 'AAAA"', "line 12 of the page: <img> has no alternative text"),
        ("PRE-009", "more</p>", "more", "<p> of line 10 is not closed before </main>"),
        ("PRE-009", "</table>", "</table></div>", "line 12 of the page: </div> closes nothing"),
        ("PRE-009", "<em>two</em>", "<em>two</em><b/>", "<b/> does not close itself in HTML"),
        ("PRE-009", '<h1 id="p1"', '<h1 id="p1" id="p1"', "<h1> has an attribute twice"),
        ("PRE-009", "</body></html>", "</body>", "<html> is not closed"),
        ("PRE-010", 'data:image/png;base64,AAAA"', 'https://example.org/a.png"', "“https://example.org/a.png”"),
        ("PRE-010", 'data:image/png;base64,AAAA"', 'figures/a.png"', "“figures/a.png”"),
        ("PRE-010", "url(data:image/png;base64,AAAA)", "url('http://x.org/a')", "“http://x.org/a”"),
        ("PRE-010", ".a {", "@import 'more.css'; .a {", "“more.css” would be fetched from outside the page"),
        ("PRE-010", "</head>", '<link rel="stylesheet" href="s.css"></head>', "“s.css”"),
        ("PRE-010", "<main", '<script src="//x.org/s.js"></script><main', "“//x.org/s.js”"),
    ],
)
def test_faults_of_the_page_are_found(code: str, sound: str, broken: str, said: str) -> None:
    html = PAGE.replace(sound, broken, 1)
    assert code in codes(screen_proof(html, COPY))
    assert any(said in message for message in _messages(html))


def test_a_page_that_is_not_utf_8_is_found() -> None:
    proof = screen_proof(PAGE, COPY)
    assert codes(type(proof)("screen", PAGE.encode("utf-16"), proof.galley)) == {"PRE-009"}
