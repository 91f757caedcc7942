"""Names: a template is read statement by statement with the shapes of all that can be named in it.

A macro's arguments take their shapes from the calls: all templates are read until no call brings a new shape, and
then once more for the findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from jinja2 import nodes
from jinja2.runtime import LoopContext

from report.findings import Checked, Finding, nearest
from report.model import blocks
from report.validate.templates import shapes
from report.validate.templates.book import CALLED, CONTEXT, Book, Lead, Macro, Template, names_in
from report.validate.templates.expressions import HANDLERS
from report.validate.templates.reading import Reading, Scope
from report.validate.templates.shapes import UNKNOWN, Shape

_ROUNDS = 6
_LOOP: Shape = frozenset({LoopContext})
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Usage:
    """What the templates told about each other.

    ``arguments`` are the shapes that calls hand over (by path, macro and argument), ``surroundings`` what an included
    template finds around it beside the page context, ``read`` the names that a template asks for, by its path;
    ``touched`` are the templates (by path, or by name when included) about which something new was told.
    """

    arguments: dict[tuple[str, str, str], Shape] = field(default_factory=dict)
    surroundings: dict[str, dict[str, Shape]] = field(default_factory=dict)
    read: dict[str, set[str]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    def hand(self, macro: Macro, name: str, shape: Shape) -> None:
        """Add what a call hands to an argument of a macro; what is unknown may be known in the next round."""
        if not shape:
            return
        place = (macro.path, macro.name, name)
        known = self.arguments.get(place)
        joined = shape if known is None else shapes.joined([known, shape])
        if joined != known:
            self.arguments[place] = joined
            self.touched.add(macro.path)

    def surround(self, name: str, scope: Scope) -> None:
        """Add what an included template finds around it."""
        known = self.surroundings.setdefault(name, {})
        extras = {one: shape for one, shape in scope.items() if one not in CONTEXT and one != "loop"}
        if any(known.get(one) != shape for one, shape in extras.items()):
            known.update(extras)
            self.touched.add(name)


def check_names(book: Book) -> Checked[Usage]:
    """Return how the templates use each other, and every name, attribute, filter, test or template that is unknown."""
    usage = Usage()
    for template in book.templates:
        for name, macro in template.macros.items():
            for argument, shape in zip(macro.signature.names, CALLED.get((template.name, name), ()), strict=False):
                usage.hand(macro, argument, shape)
    findings: dict[str, list[Finding]] = {}
    usage.touched.update(template.name for template in book.templates)
    for _round in range(_ROUNDS):
        touched, usage.touched = usage.touched, set()
        for template in book.templates:
            if template.name in touched or template.source.path in touched:
                findings[template.source.path] = _read(template, book, usage)
    return Checked(usage, tuple(one for told in findings.values() for one in told))


def _read(template: Template, book: Book, usage: Usage) -> list[Finding]:
    """Read a template; one that is only imported knows nothing of the page."""
    path = template.source.path
    if template.tree is None:
        usage.read[path] = {word for one in template.pieces if one.kind != "text" for word in _WORD.findall(one.text)}
        return []
    findings: list[Finding] = []
    macros: dict[str, Sequence[Macro]] = {name: (macro,) for name, macro in template.macros.items()}
    reading = Reading(template, book, macros, {}, HANDLERS, usage, findings)
    for lead in template.leads:
        _bind(lead, reading)
    context = {} if template.name in book.bare else {**CONTEXT, **usage.surroundings.get(template.name, {})}
    _Walker(reading, usage).body(template.tree.body, context)
    usage.read[path] = reading.read
    for assigned in template.sets:
        if isinstance(assigned.target, nodes.Name):
            _unread(reading, assigned, [assigned.target.name], reading.read)
    return findings


def _bind(lead: Lead, reading: Reading) -> None:
    """Make known what a template imports."""
    if not isinstance(lead, nodes.FromImport | nodes.Import):
        return
    targets = [one for name in names_in(lead) for one in reading.book.called(name, reading.template)]
    if isinstance(lead, nodes.Import):
        reading.modules[lead.target] = targets
        return
    for entry in lead.names:
        name, alias = entry if isinstance(entry, tuple) else (entry, entry)
        found = [one.macros[name] for one in targets if name in one.macros]
        reading.macros[alias] = found
        if targets and not found and all(one.tree is not None for one in targets):
            there = {macro for one in targets for macro in one.macros}
            hint = nearest(name, there) or f"there are {', '.join(sorted(there))}"
            reading.say(lead, name, f"{targets[0].name} has no macro “{name}”", hint)


class _Walker:
    """Goes through the statements of one template; a scope is what can be named at a place."""

    def __init__(self, reading: Reading, usage: Usage) -> None:
        self._reading = reading
        self._usage = usage

    def body(self, statements: Sequence[nodes.Node], scope: dict[str, Shape]) -> None:
        """Read statements in order; what they set is known to those that follow."""
        for node in statements:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        match node:
            case nodes.Output():
                self._output(node, scope)
            case nodes.If():
                self._if(node, scope)
            case nodes.For():
                self._for(node, scope)
            case nodes.Macro():
                self._macro(node)
            case nodes.Assign():
                _set(node.target, self._reading.shape(node.node, scope), scope)
            case nodes.AssignBlock():
                self.body(node.body, dict(scope))
                _set(node.target, shapes.TEXT, scope)
            case nodes.With():
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    _set(target, self._reading.shape(value, scope), inner)
                self.body(node.body, inner)
            case nodes.Include() | nodes.Extends() | nodes.FromImport() | nodes.Import():
                self._lead(node, scope)
            case _:
                self._other(node, scope)

    def _output(self, node: nodes.Output, scope: Scope) -> None:
        """Read what is printed: words and numbers can be, all else takes a filter first."""
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                continue
            shape = self._reading.shape(child, scope)
            if not shapes.is_printable(shape):
                message = f"{shapes.called(shape)} cannot be printed as it is"
                word = getattr(child, "attr", getattr(child, "name", ""))
                self._reading.say(child, word, message, "is a filter missing? a text takes “| runs”")

    def _other(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        """Blocks, filtered and called stretches: a scope of their own around a body."""
        for child in node.iter_child_nodes(exclude=("body",)):
            self._reading.shape(child, scope)
        self.body(getattr(node, "body", ()), dict(scope))

    def _if(self, node: nodes.If, scope: dict[str, Shape]) -> None:
        for branch in (node, *node.elif_):
            self._reading.shape(branch.test, scope)
            narrowed = _narrowed(branch.test, scope)
            self.body(branch.body, narrowed)
            scope.update({name: shape for name, shape in narrowed.items() if name not in scope})
        self.body(node.else_, scope)

    def _for(self, node: nodes.For, scope: dict[str, Shape]) -> None:
        inner = {**scope, "loop": _LOOP}
        _set(node.target, shapes.item(self._reading.shape(node.iter, scope)), inner)
        names = [node.target] if isinstance(node.target, nodes.Name) else list(node.target.find_all(nodes.Name))
        with self._names_of_its_own(node, [name.name for name in names]):
            if node.test is not None:
                self._reading.shape(node.test, inner)
            self.body(node.body, inner)
        self.body(node.else_, dict(scope))

    def _macro(self, node: nodes.Macro) -> None:
        """Read a macro: it knows its arguments, and nothing of the page."""
        path = self._reading.template.source.path
        names = [str(argument.name) for argument in node.args]
        scope = {name: self._usage.arguments.get((path, node.name, name), UNKNOWN) for name in names}
        for default in node.defaults:
            self._reading.shape(default, {})
        with self._names_of_its_own(node, names):
            self.body(node.body, {**scope, **dict.fromkeys(("varargs", "kwargs", "caller"), UNKNOWN)})
            self._reading.read.discard(node.name)

    @contextmanager
    def _names_of_its_own(self, node: nodes.Node, names: Sequence[str]) -> Iterator[None]:
        """Enter what binds names: each must be asked for within it, and is nobody else's."""
        outside, self._reading.read = self._reading.read, set()
        yield
        inside = self._reading.read
        _unread(self._reading, node, names, inside)
        self._reading.read = outside | (inside - set(names))

    def _lead(self, node: Lead, scope: Scope) -> None:
        """Notice templates that are not there."""
        template, book = self._reading.template, self._reading.book
        for name in names_in(node):
            if not book.is_there(name, template) and not getattr(node, "ignore_missing", False):
                hint = nearest(name, book.names()) or "names begin at templates/ or templates/media/<medium>/"
                self._reading.say(node, name, f"there is no template “{name}”", hint)
            if isinstance(node, nodes.Include):
                self._usage.surround(name, scope)
                self._reading.read |= set(scope)


def _set(target: nodes.Node, shape: Shape, scope: dict[str, Shape]) -> None:
    """Name a value; several names share the parts of a tuple."""
    if isinstance(target, nodes.Name):
        scope[target.name] = shape
    elif isinstance(target, nodes.Tuple):
        fixed = [one for one in shape if isinstance(one, shapes.Fixed) and len(one.parts) == len(target.items)]
        for number, part in enumerate(target.items):
            _set(part, fixed[0].parts[number] if fixed else shapes.item(shape), scope)


def _narrowed(test: nodes.Node, scope: Scope) -> dict[str, Shape]:
    """Return what is known where a test holds: ``block is figure`` makes the block a figure."""
    narrowed = dict(scope)
    tests = [test] if isinstance(test, nodes.Test) else []
    if isinstance(test, nodes.And):
        tests = [one for one in (test.left, test.right) if isinstance(one, nodes.Test)]
    for one in tests:
        kind = getattr(blocks, "".join(word.capitalize() for word in one.name.split("_")), None)
        if isinstance(one.node, nodes.Name) and isinstance(kind, type):
            narrowed[one.node.name] = frozenset({kind})
    return narrowed


def _unread(reading: Reading, node: nodes.Node, names: Sequence[str], read: set[str]) -> None:
    """Tell of names that are bound and never asked for."""
    for name in names:
        if name not in read:
            reading.say(node, name, f"nothing reads “{name}”", nearest(name, read), "CMP-004")
