"""Citations in prose are read as Pandoc reads them, and every slip in one is a finding at its place.

The forms are those of Pandoc's manual, “Citation syntax”; where we are stricter, the manual of style says so.
"""

from __future__ import annotations

import time

import pytest

from report.findings import Finding, Mark
from report.locales import Shelf
from report.model.manuscript import ScalarNode, Stretch
from report.model.text import (
    Citation,
    CitedNames,
    CitedWork,
    CrossReference,
    Emphasis,
    Link,
    LocatorPart,
    NoteCall,
    Run,
    Text,
    Words,
    plain,
)
from report.validate.kinds import Prose
from report.validate.locator_forms import locator_forms
from report.validate.markdown import LENGTH_LIMIT, Reading, read_prose
from report.validate.prose import check_prose

FORMS = locator_forms(Shelf.of(None))


def read(source: str, *, notes: bool = True) -> Reading:
    node = ScalarNode(source, "text", Mark("a.yaml"), (Stretch(0, 1, 1),))
    return read_prose(node, Prose(notes=notes, running=True), FORMS)


def sound(source: str) -> Text:
    reading = read(source)
    assert reading.findings == ()
    return reading.text


def works(source: str) -> tuple[CitedWork, ...]:
    """Return the works of the only citation in a text that is its only note or stands in it."""
    (call,) = (run for run in sound(source) if isinstance(run, NoteCall))
    (citation,) = (run for run in call.note if isinstance(run, Citation))
    return citation.works


def locator(written: str) -> list[tuple[str, str]]:
    (work,) = works(f"a.[@key{written}]")
    assert work.suffix == ()
    return [(part.kind, part.numbers) for part in work.locator]


def slips(source: str, *, notes: bool = True) -> list[tuple[str, int]]:
    return [(finding.code, finding.mark.column) for finding in read(source, notes=notes).findings]


def the_slip(source: str) -> Finding:
    (finding,) = read(source).findings
    return finding


def at(column: int) -> Mark:
    return Mark("a.yaml", 1, column)


def kinds(text: Text) -> list[type[Run]]:
    return [type(run) for run in text]


def test_a_citation_has_words_before_and_after_each_work() -> None:
    assert sound("a.[see @a, pp. 3–5; @b, ch. 2, and *elsewhere*]")[1] == NoteCall(
        "",
        (
            Citation(
                (
                    CitedWork("a", (LocatorPart("page", "3–5"),), at(8), prefix=(Words("see", at(4)),)),
                    CitedWork(
                        "b",
                        (LocatorPart("chapter", "2"),),
                        at(21),
                        suffix=(Words(", and ", at(30)), Emphasis((Words("elsewhere", at(37)),), at(36))),
                    ),
                ),
                at(3),
            ),
        ),
        at(3),
    )


def test_a_minus_leaves_the_names_out() -> None:
    assert [work.without_names for work in works("a.[-@a; see -@b, 3; @c]")] == [True, True, False]


def test_words_around_a_work_take_links_and_cross_references() -> None:
    (work,) = works("a.[see [#wall] and [there](https://example.org/@me) for @a, p. 3 and [#sea]]")
    assert kinds(work.prefix) == [Words, CrossReference, Words, Link, Words]
    assert kinds(work.suffix) == [Words, CrossReference]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("example2019", "example2019"),
        ("_2019", "_2019"),
        ("2019a", "2019a"),
        ("Foo_bar.baz", "Foo_bar.baz"),
        ("tide:wall-2/b", "tide:wall-2/b"),
        ("{Foo_bar.baz.}", "Foo_bar.baz."),
        ("{https://example.com/bib?name=tide&date=2000}", "https://example.com/bib?name=tide&date=2000"),
        ("пример", "пример"),
    ],
)
def test_a_key_is_read_as_pandoc_reads_it(written: str, key: str) -> None:
    assert [work.key for work in works(f"a.[@{written}, p. 3]")] == [key]


@pytest.mark.parametrize("after", [".", "--baz", ", so", "’s wall", ";", " [#wall]", "?"])
def test_a_key_ends_before_a_sign_that_is_not_inside_it(after: str) -> None:
    names = [run.key for run in read(f"See @Foo_bar{after}").text if isinstance(run, CitedNames)]
    assert names == ["Foo_bar"]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        (", p. 13", [("page", "13")]),
        (", p.\\ 13", [("page", "13")]),
        (", pp.\u00a03–5, 8", [("page", "3–5, 8")]),
        (", pp. iv–vi", [("page", "iv–vi")]),
        (", p. 3 f.", [("page", "3 f.")]),
        (", pp. 3–7, 9 ff.", [("page", "3–7, 9 ff.")]),
        (", 13", [("page", "13")]),
        (", iv", [("page", "iv")]),
        (", 13–20, 22", [("page", "13–20, 22")]),
        (", ۱۳–۱۵", [("page", "13–15")]),
        ("، p. ٣، fig. 2", [("page", "3"), ("figure", "2")]),
        (", vol. 2, p. 5", [("volume", "2"), ("page", "5")]),
        (", chap. 2", [("chapter", "2")]),
        (", chapter 2", [("chapter", "2")]),
        (", Chaps. 2–4", [("chapter", "2–4")]),
        (", fig. 2.1a", [("figure", "2.1a")]),
        (", s.v. harbour wall", [("entry", "harbour wall")]),
        ("{p. 13, fig. 2}", [("page", "13"), ("figure", "2")]),
        (" {p. 13}", [("page", "13")]),
        (", {pp. iv, vi–xi, (xv)–(xvii)}", [("page", "iv, vi–xi, (xv)–(xvii)")]),
        ("{p. 12-3}", [("page", "12-3")]),
        ("{ A, D–Z }", [("", "A, D–Z")]),
        (r"{sheet 4 \[verso\]}", [("", "sheet 4 [verso]")]),
        ("{sheet 4 [verso]; recto}", [("", "sheet 4 [verso]; recto")]),
    ],
)
def test_a_locator_is_read_into_its_parts(written: str, parts: list[tuple[str, str]]) -> None:
    assert locator(written) == parts


def test_a_sign_before_a_number_needs_no_space() -> None:
    assert locator(", §4") == locator(", § 4")
    assert [number for _, number in locator(", §§ 4–6")] == ["4–6"]


@pytest.mark.parametrize(
    ("written", "suffix"),
    [
        (", and elsewhere", ", and elsewhere"),
        (" and elsewhere", " and elsewhere"),
        (", p. 13, and elsewhere", ", and elsewhere"),
        (", p. 13 and elsewhere", " and elsewhere"),
        ("{p. 13} and elsewhere", " and elsewhere"),
        (", {} 13 times", " 13 times"),
        ("{}, 2015", ", 2015"),
        (", chapter and verse", ", chapter and verse"),
        (", Sept. 2015", ", Sept. 2015"),
        (", in 1917", ", in 1917"),
        (", edition 2", ", edition 2"),
        (", 2nd edition", ", 2nd edition"),
        (", mix and match", ", mix and match"),
        (", by A.\\ Sample", ", by A.\u00a0Sample"),
    ],
)
def test_what_is_no_locator_is_a_suffix(written: str, suffix: str) -> None:
    (work,) = works(f"a.[@key{written}]")
    assert plain(work.suffix) == suffix


def test_a_work_named_in_the_text_prints_its_names_and_calls_a_note_without_them() -> None:
    assert sound("As @key [p. 3, and so on; see also @b] says") == (
        Words("As ", at(1)),
        CitedNames("key", False, at(4)),
        NoteCall(
            "",
            (
                Citation(
                    (
                        CitedWork(
                            "key",
                            (LocatorPart("page", "3"),),
                            at(4),
                            suffix=(Words(", and so on", at(14)),),
                            without_names=True,
                        ),
                        CitedWork("b", (), at(36), prefix=(Words("see also", at(27)),)),
                    ),
                    at(4),
                ),
            ),
            at(4),
        ),
        Words(" says", at(39)),
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("So says @a.", ["So says ", "@", ".", "^"]),
        ("So says @a [p. 3].", ["So says ", "@", ".", "^"]),
        ("“So says @a [p. 3].” Then", ["“So says ", "@", ".”", "^", " Then"]),
        ("(so @a), then", ["(so ", "@", "),", "^", " then"]),
        ("„So @a“, then", ["„So ", "@", "“,", "^", " then"]),
        ("So @a؟ Then", ["So ", "@", "؟", "^", " Then"]),
        ("So @a says", ["So ", "@", "^", " says"]),
        ("By @a’s wall", ["By ", "@", "’s", "^", " wall"]),
        ("The wall is @a’s.", ["The wall is ", "@", "’s.", "^"]),
    ],
)
def test_the_note_of_a_named_work_is_called_behind_the_stops(source: str, words: list[str]) -> None:
    written = {CitedNames: "@", NoteCall: "^"}
    assert [run.text if isinstance(run, Words) else written[type(run)] for run in sound(source)] == words


def test_brackets_after_a_named_work_may_hold_words_alone() -> None:
    (work,) = works("@a [and elsewhere] so")
    assert plain(work.suffix) == " and elsewhere"


@pytest.mark.parametrize("after", [" [#wall]", " [there](https://example.org/)", " [TIDE]{.smallcaps}"])
def test_other_brackets_after_a_named_work_are_not_its_own(after: str) -> None:
    _, note, _, other = sound(f"@a{after}")
    assert isinstance(note, NoteCall)
    assert note.note == (Citation((CitedWork("a", (), at(1), without_names=True),), at(1)),)
    assert not isinstance(other, Words)


def test_inside_a_note_citations_stay_where_they_are() -> None:
    (call,) = (run for run in sound("a.^[See [see @a, p. 3] and @b [p. 4], then @c.]") if isinstance(run, NoteCall))
    assert kinds(call.note) == [Words, Citation, Words, Citation, Words, Citation, Words]
    cited = [work for run in call.note if isinstance(run, Citation) for work in run.works]
    assert [(work.key, work.without_names) for work in cited] == [("a", False), ("b", False), ("c", False)]


@pytest.mark.parametrize("source", ["write to desk@example.org", r"the sign \@tide", r"\＠", "12@a"])
def test_not_every_sign_cites(source: str) -> None:
    assert kinds(sound(source)) == [Words]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[@]", ("PRO-004", 2)),
        ("[@ a]", ("PRO-004", 2)),
        ("[see @, p. 3]", ("PRO-004", 6)),
        ("[@{a]", ("PRO-004", 2)),
        ("a @ b", ("PRO-004", 3)),
        ("a @", ("PRO-004", 3)),
        ("-@a", ("PRO-004", 2)),
        ("@a@b", ("PRO-004", 3)),
        ("[@a@b]", ("PRO-004", 4)),
        ("＠a", ("PRO-004", 1)),
        ("[ @a]", ("PRO-004", 2)),
        ("[@a ]", ("PRO-004", 4)),
        ("[@a ; @b]", ("PRO-004", 4)),
        ("[[@a]]", ("PRO-004", 1)),
        ("[(@a)]", ("PRO-004", 3)),
        ("[@a(b)]", ("PRO-004", 4)),
        ("[@a p. 1]", ("PRO-004", 4)),
        ("[@a,p. 1]", ("PRO-004", 4)),
        ("[@a,  p. 1]", ("PRO-004", 4)),
        ("[@a. p. 1]", ("PRO-004", 4)),
        ("[@a 13]", ("PRO-004", 4)),
        ("[@a,]", ("PRO-004", 4)),
        ("[@a,so]", ("PRO-004", 4)),
        ("[@a, p. 1,]", ("PRO-004", 10)),
        ("[@a, p. 1 p. 2]", ("PRO-004", 10)),
        ("[@a, p. 1)]", ("PRO-004", 10)),
        ("[@a, p. 1-2]", ("PRO-004", 6)),
        ("[@a, 1-2]", ("PRO-004", 6)),
        ("[@a, pp. 1 – 2]", ("PRO-004", 6)),
        ("[@a, p. 1–2]", ("PRO-004", 6)),
        ("[@a, p. 1, 2]", ("PRO-004", 6)),
        ("[@a, pp. 1]", ("PRO-004", 6)),
        ("[@a, chaps. 1]", ("PRO-004", 6)),
        ("[@a, p.1]", ("PRO-004", 6)),
        ("[@a, p. one]", ("PRO-004", 6)),
        ("[@a, p. 1.]", ("PRO-004", 6)),
        ("[@a, 13ff.]", ("PRO-004", 6)),
        ("[@a, 13 metres]", ("PRO-004", 6)),
        ("[@a, pg. 13]", ("PRO-004", 6)),
        ("[@a, vol. 2, pg. 13]", ("PRO-004", 14)),
        ("[@a, Pp 13]", ("PRO-004", 6)),
        ("[@a, chpter 2]", ("PRO-004", 6)),
        ("[@a, {p. 1]", ("PRO-004", 6)),
        ("[@a, {p. *1*}]", ("PRO-004", 6)),
        ("[@a{p. 1}b]", ("PRO-004", 10)),
        ("[@a, s.v. *wall*]", ("PRO-004", 6)),
        ("[@a, s. 4]", ("PRO-004", 6)),
        ("As @a, p. 3, says.", ("PRO-004", 6)),
        ("^[See @a, p. 3.]", ("PRO-004", 9)),
        ("[@a; b]", ("PRO-004", 5)),
        ("[@a；@b]", ("PRO-004", 4)),
        ("[@a;; @b]", ("PRO-004", 5)),
        ("[@a;]", ("PRO-004", 5)),
        ("[; @a]", ("PRO-004", 2)),
        ("[@a and @b]", ("PRO-004", 9)),
        ("[@a, as [@b] says]", ("PRO-004", 9)),
        ("@a []", ("PRO-004", 5)),
        ("@a [p. 1-2]", ("PRO-004", 5)),
        ("[@a", ("PRO-001", 1)),
        ("@a [p. 3", ("PRO-001", 4)),
        ("[@a, so *there]", ("PRO-001", 9)),
        ("[see *@a*]", ("PRO-001", 6)),
        ("[@a]{p. 1}", ("PRO-006", 6)),
        ("[@a, so^[So.]]", ("PRO-003", 8)),
        ("^[See [@a, so^[So.]].]", ("PRO-003", 14)),
        ("[as @a says](https://example.org/)", ("PRO-003", 5)),
        ("[so^[So.]](https://example.org/)", ("PRO-003", 4)),
    ],
)
def test_a_slip_in_a_citation_is_found_at_its_place(source: str, expected: tuple[str, int]) -> None:
    assert expected in slips(source)


@pytest.mark.parametrize("source", ["a.[@b]", "a @b so", "a @b [p. 3] so"])
def test_no_citation_stands_where_no_note_does(source: str) -> None:
    assert slips(source, notes=False) == [("PRO-003", 3)]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("p. 3-7", "write p. 3–7"),
        ("p. 3–7", "write pp. 3–7"),
        ("pp. 13", "write p. 13"),
        ("sections 2", "write sec. 2"),
        ("p.13", "write p. 13"),
        ("13ff.", "write 13 ff."),
        ("Pp 13", "did you mean “pp.”?"),
        ("chpter 2", "did you mean “chapter”?"),
    ],
)
def test_the_hint_gives_the_right_form(written: str, right: str) -> None:
    assert the_slip(f"[@a, {written}]").hint.startswith(right)


@pytest.mark.parametrize(
    "source",
    [
        "It is so.[see @a, and *passim*; cf. @b]",
        "It is so.^[[see @a, and there]]",
        "As @a [cf. @b] says.",
        "@a and @b say so.",
    ],
)
def test_words_in_a_citation_need_not_be_a_sentence(source: str) -> None:
    reading = read(source)
    assert list(check_prose(reading.strands, Shelf.of(None), "en-GB")) == []


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ('It is so.[see "here" @a]', 15),
        ("It is so.[@a,  and there]", 14),
        ("It is so.^[Or not: [see @a, it's so].]", 31),
    ],
)
def test_the_rules_of_prose_hold_for_words_in_a_citation(source: str, column: int) -> None:
    assert column in [finding.mark.column for finding in check_prose(read(source).strands, Shelf.of(None), "en-GB")]


HOSTILE = [
    "[@a;",
    "@{",
    "[",
    "[@a, ",
    "@a [",
    "{",
    "](",
    "[@a](",
    "@a, p. 3, ",
    "[see ",
    "^[@a",
    "*@a",
    "[@a, iv–",
    "[*@a",
    "@a’s",
]


@pytest.mark.parametrize("closing", ["", "]", "}", ")"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_is_read_in_a_moment(unit: str, closing: str) -> None:
    source = (unit * LENGTH_LIMIT)[: LENGTH_LIMIT - 2000] + closing * 2000
    begun = time.process_time()
    read(source)
    assert time.process_time() - begun < 5
