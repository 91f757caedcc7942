"""Whether the parts of a pack agree: what its shape alone does not say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from report.locales.checking import Problem, problems_in
from report.locales.reading import Tree
from report.locales.rules import made_ready
from report.locales.shape import SHAPE
from report.locales.typography import try_together
from report.model.locale import Replacement


def problems_of(written: Tree) -> Iterator[Problem]:
    """Yield what is wrong with a whole pack: with the shape of it, else with what its parts say together."""
    slips = tuple(problems_in(written, SHAPE))
    yield from slips or (*_calendar(written), *_digits(written))


def _calendar(written: Tree) -> Iterator[Problem]:
    needed, count = 0 if written["calendar"] == "gregorian" else 12, len(written["own-months"])
    if count != needed:
        message = f"the calendar “{written['calendar']}” has {needed} months of its own, here stand {count}"
        yield Problem(("calendar",), message, "the Gregorian months stand under “months”")


def _digits(written: Tree) -> Iterator[Problem]:
    first = ord(written["digits"][0])
    if unicodedata.decimal(chr(first)) or [ord(sign) - first for sign in written["digits"]] != list(range(10)):
        hint = "write those of one script, in their order"
        yield Problem(("digits",), f"“{written['digits']}” are not the digits from 0 to 9", hint)


def problems_of_rules(written: Tree) -> Iterator[Problem]:
    """Yield the rules of typography, in a pack whose shape is sound, that are none."""
    sound: list[Replacement] = []
    hint = "docs/locale-packs.md shows how rules are written"
    for place, written_rule in enumerate(written["typography"]):
        rule = Replacement(written_rule["find"], written_rule["set"], written_rule["why"], ())
        try:
            made_ready(rule, written["digits"])
            sound.append(rule)
        except ValueError as error:
            yield Problem(("typography", place, "find"), f"this rule cannot be used: {error}", hint)
    try:
        try_together(sound, written["digits"])
    except ValueError as error:
        yield Problem(("typography",), f"the typography cannot be used: {error}", hint)
