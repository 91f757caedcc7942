"""Preflight profiles: what the files of a house say laid over what the program's say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from report.findings import Checked, Finding, nearest
from report.locales import Shelf
from report.model.brief import PressRules
from report.model.manuscript import MappingNode, Node
from report.model.preflight import WEIGHTS, Limits, Profile, Weight
from report.validate.preflight_shapes import PREFLIGHT
from report.validate.reader import Reader
from report.validate.values import Values

_MOST_HINTS = 50  # a nearest name is looked for as often at most: each search takes its time


def read_preflight(
    name: str, nodes: Sequence[Node], shelf: Shelf, press: PressRules | None = None
) -> Checked[Profile | None]:
    """Return a profile from its own file and those it extends, the most particular first.

    A limit or a question that a file does not name is taken from the one it extends. What the house has agreed with its
    printer goes before the program's own limits for the press, and a profile of the house before both.
    """
    reader = Reader(shelf)
    read = [reader.record(node, PREFLIGHT, node.mark) for node in nodes]
    if not read or not read[-1].is_sound:
        return Checked(None, tuple(reader.slate.findings))
    base = read[-1]
    medium = base.get("medium", "")
    limits = _over(Limits(), base)
    if press and medium != "paged":
        limits = replace(
            limits, bleed=press.bleed, ink=press.ink_limit, resolution=press.resolution, multiple=press.multiple
        )
    questions: dict[str, Weight] = dict(base.get("questions", {}))
    findings = list(reader.slate.findings)
    for values, node in zip(read[-2::-1], nodes[-2::-1], strict=True):
        findings += _mistakes(node, questions)
        limits = _over(limits, values)
        questions |= {
            question: cast(Weight, weight)
            for question, weight in values.get("questions", {}).items()
            if question in questions and weight in WEIGHTS
        }
    if limits.most_pages and limits.least_pages > limits.most_pages:
        message = f"at least {limits.least_pages} pages are asked for, and at most {limits.most_pages}"
        findings.append(Finding("PRE-040", nodes[0].mark, message))
    if findings or not medium:
        return Checked(None, tuple(findings))
    return Checked(Profile(name, medium, questions, limits))


def _over(limits: Limits, values: Values) -> Limits:
    given: Values | None = values.get("limits", None)
    if given is None:
        return limits
    changed: dict[str, Any] = {key.replace("-", "_"): value for key, value in given.values.items()}
    return replace(limits, **changed)


def _mistakes(node: Node, known: Mapping[str, Weight]) -> Iterator[Finding]:
    """Notice questions that nobody asks, and weights that there are not."""
    questions = node.get("questions") if isinstance(node, MappingNode) else None
    for number, entry in enumerate(questions.entries if isinstance(questions, MappingNode) else ()):
        name, weight = entry.key.text, getattr(entry.value, "text", "")
        is_near = number < _MOST_HINTS
        if name not in known:
            hint = (nearest(name, known) if is_near else "") or f"there are {', '.join(known)}"
            yield Finding("PRE-040", entry.key.mark, f"no question is called “{name}”", hint)
        if weight and weight not in WEIGHTS:
            hint = (nearest(weight, WEIGHTS) if is_near else "") or "write ask, error, warning or skip"
            yield Finding("PRE-040", entry.value.mark, f"“{weight}” is no way to weigh a question", hint)
