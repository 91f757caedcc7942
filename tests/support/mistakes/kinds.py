"""What a mistake is: a change of one place in one file, and the lines where a finding about it is of use."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from random import Random
from string import ascii_lowercase

_ELEMENTS = (
    "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code "
    "col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font "
    "footer form frame h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li "
    "link main map mark menu meta meter nav noscript object ol optgroup option output p picture pre progress q rb "
    "rp rt rtc ruby s samp script search section select slot small source span strong style sub summary sup svg "
    "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr"
)
ELEMENTS = frozenset(_ELEMENTS.split())


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the project, and all files of the same group, by path."""

    path: str
    text: str
    group: dict[str, str]

    def line(self, index: int) -> int:
        """The line, from 1, in which the character of this index stands."""
        return self.text.count("\n", 0, index) + 1

    def found(self, pattern: str) -> Iterator[re.Match[str]]:
        """All places of this file that a pattern matches; lines are the units of ``^`` and ``$``."""
        return re.finditer(pattern, self.text, re.MULTILINE)

    def known(self, pattern: str) -> set[str]:
        """What the first group of a pattern matches in any file of the group."""
        return {name for text in self.group.values() for name in re.findall(pattern, text, re.MULTILINE)}


@dataclass(frozen=True, slots=True)
class Slip:
    """A change of ``source.text[start:end]`` to ``put``.

    The mistake is in the line where the change begins. ``lines`` are further lines of the same file, and ``elsewhere``
    places of other files (path, line), where a reader would look for it just as well.
    """

    start: int
    end: int
    put: str
    lines: tuple[int, ...] = ()
    elsewhere: frozenset[tuple[str, int]] = field(default_factory=frozenset)


Maker = Callable[[Source, Random], Iterator[Slip]]


@dataclass(frozen=True, slots=True)
class Form:
    """One form that a kind of mistake takes: the kind's name, its own, its group of files, the slips it makes of one.

    ``warning_will_do`` where a reasonable house could print the result: the mistake leaves something without effect
    and breaks nothing.
    """

    kind: str
    name: str
    group: str
    slips: Maker
    warning_will_do: bool


FORMS: list[Form] = []


def kind(group: str, name: str, *, warning_will_do: bool = False) -> Callable[[Maker], Maker]:
    """Enter a function into the table of forms, as a form of the named kind."""

    def enter(maker: Maker) -> Maker:
        own = maker.__name__.replace("_", " ")
        FORMS.append(Form(f"{group}: {name}", f"{group}: {own}", group, maker, warning_will_do))
        return maker

    return enter


def misspelt(word: str, rng: Random, known: Collection[str] = ()) -> str:
    """Return a word with one slip of the fingers, never one that is known itself."""
    places = [index for index, letter in enumerate(word) if letter.isalpha()]
    for _ in range(100):
        index = rng.choice(places)
        slip = rng.choice(("lost", "doubled", "swapped", "wrong"))
        if slip == "lost" and len(places) > 2:
            wrong = word[:index] + word[index + 1 :]
        elif slip == "doubled":
            wrong = word[:index] + word[index] + word[index:]
        elif slip == "swapped" and index + 1 in places:
            wrong = word[:index] + word[index + 1] + word[index] + word[index + 2 :]
        else:
            wrong = word[:index] + rng.choice(ascii_lowercase) + word[index + 1 :]
        if wrong != word and wrong not in known:
            return wrong
    raise ValueError(f"“{word}” cannot be misspelt")


def close_of(text: str, index: int) -> int:
    """Return where the bracket that opens at an index is closed."""
    opening, closing = text[index], {"[": "]", "(": ")", "{": "}"}[text[index]]
    depth = 0
    for place in range(index, len(text)):
        depth += (text[place] == opening) - (text[place] == closing)
        if not depth:
            return place
    raise ValueError(f"the bracket at {index} is not closed")
