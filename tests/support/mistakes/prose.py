"""Mistakes in the small Markdown of the prose: emphasis, notes, citations, cross-references, links and spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from report.locales import Shelf
from tests.support.mistakes.content import pairs, span
from tests.support.mistakes.kinds import Slip, Source, close_of, kind, misspelt

_PLAIN = {"alternative", "description"}
_WITHOUT_NOTES = {
    "alternative", "callout", "credit", "department", "description", "for", "holder", "imprint", "label", "name",
    "note", "notes", "publisher", "pull-quote", "short-title", "source", "standfirst", "subtitle", "title", "unit",
}  # fmt: skip
_ADDRESS = "https://www.example.org/page"


@kind("prose", "emphasis")
def unclosed_emphasis(source: Source, rng: Random) -> Iterator[Slip]:
    for mark in source.found(r"(?<=[^*\n])\*+(?=[^*])"):
        yield Slip(mark.start(), mark.end(), "")
    for word in _words(source):
        mark = rng.choice(("*", "**"))
        place = rng.choice(word.span())
        yield Slip(place, place, mark)


@kind("prose", "note")
def unclosed_note(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001 - every place there is
    for opening in source.found(r"\^\["):
        close = close_of(source.text, opening.end() - 1)
        yield Slip(close, close + 1, "", (source.line(opening.start()),))


@kind("prose", "note")
def note_without_its_caret_or_bracket(source: Source, rng: Random) -> Iterator[Slip]:
    for opening in source.found(r"\^\["):
        yield Slip(*opening.span(), rng.choice("^["), (source.line(close_of(source.text, opening.end() - 1)),))


@kind("prose", "note")
def note_where_none_may_stand(source: Source, rng: Random) -> Iterator[Slip]:
    for pair in pairs(source):
        if pair.name not in _WITHOUT_NOTES or (pair.name == "title" and "blocks" in source.text and not pair.around):
            continue
        start, end = span(pair.value)
        words = list(re.finditer(r"(?<=[a-z])(?=[\s.,]|$)", source.text[start:end].rstrip()))
        if words and pair.value.style != '"':
            place = start + rng.choice(words).start()
            yield Slip(place, place, "^[As the desk was told.]")


@kind("prose", "broken citation")
def citation_without_its_bracket(source: Source, rng: Random) -> Iterator[Slip]:
    for opening in source.found(r"\[(?=@)"):
        close = close_of(source.text, opening.start())
        slips = (Slip(close, close + 1, "", (source.line(opening.start()),)), Slip(*opening.span(), ""))
        yield rng.choice(slips)


@kind("prose", "broken citation")
def citation_without_its_sign(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for sign in source.found(r"(?<=[\[\s])@(?=\w)"):
        yield Slip(*sign.span(), "")


@kind("prose", "broken citation")
def citation_without_its_comma(source: Source, rng: Random) -> Iterator[Slip]:
    for comma in source.found(r"(?<=@)\w+(,)(?= )"):
        yield Slip(*comma.span(1), rng.choice(("", ";", ".")))


@kind("prose", "misspelt reference")
def misspelt_citation(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"@([\w-]+)")
    for key in source.found(r"(?<=[\[\s]@)[\w-]+"):
        yield Slip(*key.span(), misspelt(key[0], rng, known))


@kind("prose", "misspelt reference")
def misspelt_cross_reference(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(r"id: (\S+)")
    for target in source.found(r"(?<=\[#)[\w-]+(?=\])"):
        yield Slip(*target.span(), misspelt(target[0], rng, known))


@kind("prose", "broken citation")
def misspelt_locator(source: Source, rng: Random) -> Iterator[Slip]:
    known = {word.removesuffix(".") for word in Shelf.of(None).locator_words()}
    for locator in source.found(r"(?<=, )(pp?|chap)\. (?=\d)"):
        yield Slip(*locator.span(), rng.choice(("pg. ", f"{locator[1]} ", f"{misspelt(locator[1], rng, known)}. ")))


@kind("prose", "broken citation")
def misspelt_range(source: Source, rng: Random) -> Iterator[Slip]:
    for page in source.found(r"(?<=, p\. )(\d+)(?=\])"):
        after = rng.choice(("-{}", "–{}", ", {}", "--{}", " – {}")).format(int(page[0]) + 2)
        yield Slip(page.end(), page.end(), after)


@kind("prose", "broken citation")
def citation_with_a_loose_sign(source: Source, rng: Random) -> Iterator[Slip]:
    for opening in source.found(r"\[(?=@)"):
        close = close_of(source.text, opening.start())
        place, put = rng.choice(
            ((close, ";"), (close, ","), (close, " {"), (opening.end() + 1, " "), (opening.end(), " "))
        )
        yield Slip(place, place, put)


@kind("prose", "misspelt reference")
def cross_reference_to_a_paragraph(source: Source, rng: Random) -> Iterator[Slip]:
    paragraphs = list(source.found(r"id: (\S+)\n +(?:paragraph|heading|list|pull-quote):"))
    for target in source.found(r"(?<=\[#)[\w-]+(?=\])"):
        yield Slip(*target.span(), rng.choice(paragraphs)[1])


@kind("prose", "broken link")
def broken_cross_reference(source: Source, rng: Random) -> Iterator[Slip]:
    for reference in source.found(r"\[#[\w-]+\]"):
        target = reference[0][2:-1]
        broken = (f"[#{target}", f"#{target}]", f"[{target}]", f"[# {target}]", f"(#{target})")
        yield Slip(*reference.span(), rng.choice(broken))


@kind("prose", "broken link")
def broken_link(source: Source, rng: Random) -> Iterator[Slip]:
    for link in source.found(r"\[([^\]@#^]+)\]\((https:[^)]+)\)"):
        yield Slip(*link.span(), _broken_link(link[1], link[2], rng))
    for word in _words(source):
        yield Slip(*word.span(), _broken_link(word[0], _ADDRESS, rng))


@kind("prose", "markup")
def raw_html(source: Source, rng: Random) -> Iterator[Slip]:
    for word in _words(source):
        tags = ("<em>{}</em>", "{}<br>", "{}<br/>", "<!-- {} -->", '<span id="x">{}</span>', "<i>{}", "{}</p>")
        yield Slip(*word.span(), rng.choice(tags).format(word[0]))


@kind("prose", "markup")
def unknown_span(source: Source, rng: Random) -> Iterator[Slip]:
    for attribute in source.found(r"(?<=\]\{)(\.?[a-z]+)"):
        yield Slip(*attribute.span(), misspelt(attribute[0], rng))
    for word in _words(source):
        wrong = (".smalcaps", ".small-caps", ".red", "smallcaps", "lnag=fr", "lang=", "color=red", "#here")
        yield Slip(*word.span(), f"[{word[0]}]{{{rng.choice(wrong)}}}")


@kind("prose", "markup")
def broken_span(source: Source, rng: Random) -> Iterator[Slip]:
    for found in source.found(r"\[([^\]@#^]+)\]\{([^}]+)\}"):
        yield Slip(*found.span(), _broken_span(found[1], found[2], rng))
    for word in _words(source):
        yield Slip(*word.span(), _broken_span(word[0], rng.choice((".smallcaps", "lang=fr")), rng))


def _broken_link(words: str, address: str, rng: Random) -> str:
    bare = address.removeprefix("https://")
    broken = (
        f"[{words}]({address}", f"[{words}]{address})", f"[{words}({address})", f"{words}]({address})", f"[{words}]()",
        f"[{words}] ({address})", f"[{words}]({bare})", f"[{words}](htps://{bare})", f"[{words}](javascript:alert)",
    )  # fmt: skip
    return rng.choice(broken)


def _broken_span(words: str, attribute: str, rng: Random) -> str:
    broken = (
        f"[{words}]{{{attribute}", f"[{words}]{attribute}}}", f"[{words}{{{attribute}}}", f"{words}]{{{attribute}}}",
        f"[{words}] {{{attribute}}}", f"[{words}]({attribute})",
    )  # fmt: skip
    return rng.choice(broken)


def _words(source: Source) -> Iterator[re.Match[str]]:
    """Yield the words of folded prose that stand between words, outside notes, citations and the like."""
    for pair in pairs(source):
        for node in (pair.value, *(pair.value.value if pair.value.id == "sequence" else ())):
            if getattr(node, "style", None) == ">" and pair.name not in _PLAIN:
                start, end = span(node)
                marked = [
                    range(found.start(), close_of(source.text, found.start()) + 1)
                    for found in re.compile(r"\[").finditer(source.text, start, end)
                ]
                words = re.compile(r"(?<=[a-z,] )[A-Za-z]{3,}(?=[ ,.\n])").finditer(source.text, start, end)
                yield from (word for word in words if not any(word.start() in one for one in marked))
