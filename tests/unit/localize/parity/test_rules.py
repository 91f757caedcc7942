"""Each rule of parity finds its slip at its place, and leaves alone what is only said in another way."""

from __future__ import annotations

import pytest

from report.codes import RULES
from report.findings import Mark
from report.localize.parity.registry import PARITY_RULES
from report.model.glossary import Glossary, Refused, Term
from tests.support.parity import said

SLIPS = [
    ("de", "LOC-030", "It rose.[@a, p. 14]", "Es stieg.[@a, p. 41]", 11),
    ("de", "LOC-030", "It rose.[@a]", "Es stieg.[@b]", 11),
    ("de", "LOC-030", "It rose.[see @a]", "Es stieg.[@a]", 1),
    ("de", "LOC-030", "It rose.[@a, {cl. 2}]", "Es stieg.[@a, {Anhang 3}]", 11),
    ("de", "LOC-030", "It rose.[@a, {cl. 2}]", "Es stieg.[@a]", 11),
    ("de", "LOC-030", "As @a says.", "Wie man sagt.", 1),
    ("de", "LOC-030", "So.[@a]", "So.[-@a]", 6),
    ("de", "LOC-031", "It rose.^[By night.]", "Es stieg.", 1),
    ("de", "LOC-031", "It rose.^[By night.][@a]", "Es stieg.[@a][@a]", 1),
    ("de", "LOC-044", "It rose.^[By night, as he says.]", "Es stieg.^[So.]", 12),
    ("de", "LOC-032", "See [it](https://example.org/a).", "Siehe [es](https://example.org/b).", 7),
    ("de", "LOC-032", "See [#one].", "Siehe [#two].", 7),
    ("de", "LOC-033", "The *Tide Book* says so.", "Das Gezeitenbuch sagt es.", 1),
    ("de", "LOC-033", "The *Tide Book* says so.", "Das **Gezeitenbuch** sagt es.", 5),
    ("de", "LOC-033", "They say [oui]{lang=fr} there.", "Sie sagen dort oui.", 1),
    ("de", "LOC-033", "They say [oui]{lang=fr} there.", "Sie sagen dort [non]{lang=fr}.", 16),
    ("de", "LOC-034", "It is 12.5 now.", "Es sind jetzt 15,2.", 15),
    ("de", "LOC-034", "It is 12.5 now.", "Es sind jetzt 12.5.", 15),
    ("de", "LOC-034", "It is 1,850 now.", "Es sind jetzt 1.580.", 15),
    ("de", "LOC-034", "In 2012–17 it rose.", "Von 2012 bis 2018 stieg es.", 14),
    ("de", "LOC-034", "On 14 July 2015.", "Am 14. Juni 2015.", 8),
    ("de", "LOC-034", "It cost USD 3 billion.", "Es kostete 3 Millionen US-Dollar.", 12),
    ("de", "LOC-034", "It cost USD 3 billion.", "Es kostete 3 Milliarden Euro.", 25),
    ("de", "LOC-034", "It rose by 5 per cent.", "Es stieg um 5 Grad.", 1),
    ("fa", "LOC-034", "It was 2015.", "سال ۲۰۵۱ بود.", 5),
    ("de", "LOC-035", "There were twelve of them.", "Es waren elf.", 10),
    ("ru", "LOC-035", "In the ninth century it rose.", "Поднялось в XI веке.", 13),
    ("de", "LOC-036", "From 412 to 398 it fell.", "Von 398 fiel es auf 412.", 5),
    ("de", "LOC-036", "One.[@a] Two.[@b]", "Eins.[@b] Zwei.[@a]", 7),
    ("de", "LOC-036", "From May 2012 to July 2015 it fell.", "Von Mai 2015 bis Juli 2012 fiel es.", 5),
    ("de", "LOC-037", "All %(count)s of them.", "Alle %(zahl)s davon.", 6),
    ("de", "LOC-038", "It was so.", "Es war \\<b>so\\</b>.", 1),
    ("de", "LOC-038", "It was so.", "Es war \\{\\{ so \\}\\}.", 1),
    ("de", "LOC-043", "The keeper has been there.", "The keeper has been there.", 1),
    ("de", "LOC-043", "The keeper has read it at noon.", "The keeper has read it am Mittag.", 1),
    ("ru", "LOC-043", "The keeper was there.", "Там был keeper маяка.", 9),
    ("fa", "LOC-045", "It was 2015.", "سال 2015 بود.", 5),
    ("fa", "LOC-045", "Who was it?", "که بود?", 7),
    ("de", "LOC-045", "It rose.", "Es stieg\u200f.", 9),
    ("fa", "LOC-046", "He goes.", "او می رود.", 4),
    ("fa", "LOC-046", "The books fell.", "کتاب ها افتاد.", 5),
    ("fa", "LOC-046", "The book fell.", "کتاب\u200c افتاد.", 5),
    ("de", "LOC-047", "Who was it?", "Wer war es.", 11),
    ("de", "LOC-047", "It was “so” there.", "Es war dort so.", 1),
    ("de", "LOC-047", "It was “so” there.", "Es war dort „so”.", 16),
]
SOUND = [
    ("de", "It rose by 12.5 per cent in May 2019.", "Im Mai 2019 stieg sie um 12,5 Prozent."),
    ("de", "On 14 May 2015 it was 5, in 2017 it was 6.", "Am 14. Mai 2015 waren es 5, 2017 waren es 6."),
    ("de", "It rose.[see @a, p. 14; @b] So.[@c]", "Es stieg.[siehe @a, p. 14; @b] So.[@c]"),
    ("de", "It rose.[@a, {cl. 2}]", "Es stieg.[@a, {Anhang 2}]"),
    ("fa", "It rose.[@a{sheet 12}]", "بالا رفت.[@a{برگهٔ ۱۲}]"),
    ("de", "As @a [p. 3] says, it rose.", "Es stieg, wie @a [p. 3] sagt."),
    ("de", "On 14 July 2015 it was USD\\ 3\\ billion.", "Am 14.07.2015 waren es 3\\ Milliarden US-Dollar."),
    ("de", "In the 1990s it was 1,850.", "In den 1990er Jahren waren es 1.850."),
    ("de", "He may march in May.", "Im Mai darf er marschieren."),
    ("de", "In 2012–17 two-thirds of it.", "Zwei Drittel davon 2012–2017."),
    ("ru", "In the ninth century, 2,500 of 12,500.", "В IX веке 2500 из 12\\ 500."),
    ("ru", "In May 2012 it rose by 12.5 per cent.", "В мае 2012 года он вырос на 12,5 %."),
    ("ru", "There were 4 of them.", "Их было четверо."),
    ("fa", "On 14 July 2015 it was 2,500.", "در ۱۴ ژوئیهٔ ۲۰۱۵ برابر ۲٬۵۰۰ بود."),
    ("fa", "It was 12.5 per cent, from ten.", "از ده به ۱۲٫۵٪ رسید."),
    ("fa", "He goes “there” with an [F-16]{lang=en}.", "او با [F-16]{lang=en} به «آنجا» می‌رود."),
    ("de", "[Er]{lang=de} and [oui]{lang=fr}.", "Er und [oui]{lang=fr}."),
]

GLOSSARY = Glossary(
    tuple(
        Term(name, forms, {"de": german}, {}, is_kept, kind, Mark("glossary.yaml"))
        for name, forms, german, is_kept, kind in (
            ("gauge", ("gauge", "gauges"), ("Pegel*", "*pegel*"), False, "term"),
            ("Sample", ("Sample",), ("Muster*",), False, "person"),
            ("Example", ("Example",), ("Beispiel*",), False, "person"),
            ("Sandhaven", ("Sandhaven",), ("Sandhaven*",), False, "name"),
            ("Harrowmouth", ("Harrowmouth",), ("Harrowmouth*",), False, "name"),
            ("P5+1", ("P5+1",), (), True, "name"),
        )
    )
)
TERM_SLIPS = [
    ("LOC-040", "It read the gauge.", "Sie las die Latte.", 1),
    ("LOC-040", "It was the P5+1.", "Es waren die 5 und 1.", 1),
    ("LOC-041", "It was Sample.", "Es war Beispiel.", 8),
    ("LOC-041", "Sample came before Example.", "Beispiel kam vor Muster.", 1),
    ("LOC-041", "In Sandhaven Sample and in Harrowmouth nobody.", "In Harrowmouth Muster und in Sandhaven niemand.", 4),
]
TERMS_SOUND = [
    ("The gauges fell.", "Die Gezeitenpegel fielen."),
    ("It was the P5+1 at noon.", "Es war mittags die P5+1."),
    ("Sandhaven and Harrowmouth rose.", "Harrowmouth und Sandhaven stiegen."),
    ("Sample came. He saw Sandhaven.", "Muster kam. Muster sah Sandhaven."),
]


@pytest.mark.parametrize(("tag", "code", "source", "translation", "column"), SLIPS)
def test_a_slip_is_found_at_its_place(tag: str, code: str, source: str, translation: str, column: int) -> None:
    assert (code, column) in said([(source, translation)], tag)


@pytest.mark.parametrize(("tag", "source", "translation"), SOUND)
def test_what_is_said_in_another_way_is_left_alone(tag: str, source: str, translation: str) -> None:
    assert said([(source, translation)], tag) == []


@pytest.mark.parametrize(("code", "source", "translation", "column"), TERM_SLIPS)
def test_the_glossary_is_kept_to(code: str, source: str, translation: str, column: int) -> None:
    assert (code, column) in said([(source, translation)], glossary=GLOSSARY)


@pytest.mark.parametrize(("source", "translation"), TERMS_SOUND)
def test_terms_may_stand_in_other_forms_and_places(source: str, translation: str) -> None:
    assert said([(source, translation)], glossary=GLOSSARY) == []


def test_what_is_refused_for_a_term_is_said_with_its_reason() -> None:
    refused = {"de": Refused(("Latte*",), "it is a part")}
    lamp = Term("gauge", ("gauge",), {"de": ("Pegel*",)}, refused, False, "term", Mark("glossary.yaml"))
    assert ("LOC-042", 13) in said([("It read the gauge.", "Sie las die Latte am Pegel.")], glossary=Glossary((lamp,)))


def test_a_rendering_of_a_language_serves_its_countries() -> None:
    assert said([("The gauges fell.", "Die Latten fielen.")], "de-AT", GLOSSARY) == [("LOC-040", 1)]


def test_two_texts_with_one_translation_are_told() -> None:
    assert ("LOC-048", 1) in said([("It rose.", "Es stieg."), ("They fell.", "Es stieg.")])


def test_a_sentence_that_is_lost_is_told() -> None:
    source = "The gauge is old. It was painted in spring, by order of the council. Nobody has read it since."
    assert ("LOC-044", 1) in said([(source, "Der Pegel ist alt. Seitdem hat ihn niemand abgelesen.")])


def test_sentences_may_be_joined_and_divided() -> None:
    source = "The gauge is old. It was painted in spring, by order of the council. Nobody has read it since."
    joined = "Der alte Pegel wurde im Frühjahr auf Anordnung des Rates gestrichen; seitdem hat ihn niemand abgelesen."
    assert said([(source, joined)]) == []


def test_every_rule_has_a_line_in_the_table_and_a_slip_here() -> None:
    codes = {code for code, _ in PARITY_RULES}
    assert codes <= set(RULES)
    assert codes - {"LOC-042"} == {code for _, code, *_ in SLIPS} | {code for code, *_ in TERM_SLIPS}


@pytest.mark.parametrize(
    "words", ["", " ", "\u200c", "[@a]", "\\%", "%(", "9" * 5000, "а" * 9000, "“" * 500, "1.1.1." * 900]
)
def test_strange_texts_are_compared_like_any_other(words: str) -> None:
    for tag in ("de", "fa"):
        said([("It rose.", words), (words, "Es stieg."), (words, words)], tag, GLOSSARY)
