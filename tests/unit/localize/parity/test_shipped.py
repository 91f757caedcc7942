"""The shipped editions have no slip that parity knows; and slips that are put into them are found."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from report.findings import Finding
from tests.support.parity import SHIPPED, findings_of_edition, findings_of_shipped, translations

_CITED = re.compile(r"\[[^\[\]]*@[^\[\]]*\]|\[#[^\]]*\]|\]\([^)]*\)|@\w+")
_NUMBER = re.compile(r"\d+(?:[.,٫٬]\d+)*")


def _note(_: str, words: str) -> str:
    return re.sub(r"\^\[(?:[^\[\]]|\[[^\]]*\])*\]", "", words, count=1)


def _citation(_: str, words: str) -> str:
    return re.sub(
        r"@(?!tabaar2015|example2019)\w+", "@tabaar2015" if "2015" in words else "@example2019", words, count=1
    )


def _locator(_: str, words: str) -> str:
    return re.sub(r"(@\w+, (?:p|pp)\. )(\d+)", lambda match: f"{match[1]}{int(match[2]) + 3}", words, count=1)


def _number(_: str, words: str) -> str:
    cited = [match.span() for match in _CITED.finditer(words)]
    for match in _NUMBER.finditer(words):
        if not any(start <= match.start() < end for start, end in cited):
            digit = match[0][-1]
            other = chr(ord(digit) - 1) if digit not in "0۰" else chr(ord(digit) + 1)
            return f"{words[: match.end() - 1]}{other}{words[match.end() :]}"
    return words


def _cross_reference(_: str, words: str) -> str:
    return re.sub(r" ?\(?\[#[\w-]+\]\)?", "", words, count=1)


def _emphasis(_: str, words: str) -> str:
    return re.sub(r"\*+", "", words)


def _attribute(_: str, words: str) -> str:
    return re.sub(r"\[([^\]]*)\]\{[^}]*\}", r"\1", words, count=1)


def _link(_: str, words: str) -> str:
    return re.sub(r"\[([^\]]*)\]\(http[^)]*\)", r"\1", words, count=1)


def _half(_: str, words: str) -> str:
    return f"{words[: len(words) // 2].rsplit(' ', 1)[0]}." if len(words) > 80 and "[" not in words else words


def _untranslated(source: str, words: str) -> str:
    return source if len(source) > 25 else words


def _stop(_: str, words: str) -> str:
    return words.removesuffix(".")


def _markup(_: str, words: str) -> str:
    return words.replace(" ", " <b>", 1)


def _doubled(_: str, words: str) -> str:
    return re.sub(r"(?<!\S)([^\W\d_]{4,}) ", r"\1 \1 ", words, count=1)


DEFECTS = [
    *(_note, _citation, _locator, _number, _cross_reference, _emphasis, _attribute, _link, _half, _untranslated),
    *(_stop, _markup, _doubled),
]
_A_KIND = 3


@pytest.mark.parametrize(("slug", "tag"), SHIPPED)
def test_nothing_is_said_of_the_shipped_editions(slug: str, tag: str) -> None:
    assert findings_of_shipped(slug, tag) == ()


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.__name__.lstrip("_"))
def test_a_defect_of_the_shipped_editions_is_found(defect: Callable[[str, str], str]) -> None:
    dice = random.Random(defect.__name__)
    places = [(slug, tag, context) for slug, tag in SHIPPED for context in translations(slug, tag)]
    dice.shuffle(places)
    tried = 0
    for slug, tag, context in places:
        source, words = translations(slug, tag)[context]
        spoilt = defect(source, words)
        if spoilt != words and context and tried < _A_KIND:
            tried += 1
            new = _counted(findings_of_edition(slug, tag, {context: spoilt}))
            assert new - _counted(findings_of_shipped(slug, tag)), (slug, tag, context)
    assert tried


def _counted(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.message) for finding in findings)
