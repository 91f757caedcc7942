"""What a template defines is used: macros, imports and blocks; and both media define the same macros."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from report.findings import Finding, Mark, nearest
from report.model.output import SETTINGS
from report.validate.templates.book import CALLED, ENTRIES, Book, Template, names_in


def check_definitions(book: Book, read: Mapping[str, set[str]]) -> Iterator[Finding]:
    """Yield macros, imports and blocks that nothing uses, and macros that one medium alone has."""
    taken = {name for template in book.templates for name in _taken(template, read[template.source.path])}
    for template in book.templates:
        here = read[template.source.path]
        for name, macro in template.macros.items():
            if name not in here and name not in taken and (template.name, name) not in CALLED:
                yield _say(template, macro.node, name, f"nothing uses the macro “{name}”")
        for lead in template.leads:
            if isinstance(lead, nodes.FromImport):
                for entry in lead.names:
                    alias = entry[1] if isinstance(entry, tuple) else entry
                    if alias not in here:
                        yield _say(template, lead, alias, f"“{alias}” is imported and not used")
        yield from _other_medium(template, book)
    yield from _called(book)
    yield from _blocks(book)


def _taken(template: Template, read: set[str]) -> Iterator[str]:
    """Yield the names that a template takes from others."""
    for lead in template.leads:
        if isinstance(lead, nodes.FromImport):
            yield from (entry[0] if isinstance(entry, tuple) else entry for entry in lead.names)
    if template.tree is None or any(isinstance(lead, nodes.Import) for lead in template.leads):
        yield from read


def _other_medium(template: Template, book: Book) -> Iterator[Finding]:
    """Templates of one name in both media define the same macros."""
    for other in book.called(template.name):
        if other is template or other.tree is None or template.tree is None or other.media == template.media:
            continue
        for name, macro in template.macros.items():
            if name not in other.macros:
                message = f"{other.source.path} has no macro “{name}”: both media define the same"
                yield _say(template, macro.node, name, message, nearest(name, other.macros))


def _called(book: Book) -> Iterator[Finding]:
    """The templates that the program begins with are there, and the macros it calls, with the arguments it gives."""
    for name in dict.fromkeys((*ENTRIES, *(name for name, _ in CALLED))):
        seen = {medium for one in book.called(name) for medium in one.media}
        for medium in SETTINGS if book.templates else ():
            if medium not in seen:
                message = f"this template is missing: the program takes it for the medium “{medium}”"
                yield Finding("CMP-002", Mark(f"templates/{name}"), message, nearest(name, book.names()))
    for (name, macro), arguments in CALLED.items():
        for template in book.called(name):
            if template.tree is None:
                continue
            if macro not in template.macros:
                hint = nearest(macro, template.macros)
                message = f"the macro “{macro}” is missing: the program calls it"
                yield Finding("CMP-002", template.mark(1, macro), message, hint)
                continue
            signature = template.macros[macro].signature
            if len(signature.names) < len(arguments) or len(signature.required) > len(arguments):
                count = f"{len(arguments)} argument{'' if len(arguments) == 1 else 's'}"
                message = f"the program calls “{macro}” with {count}"
                yield Finding("CMP-002", template.mark(template.macros[macro].node.lineno, macro), message)


def _blocks(book: Book) -> Iterator[Finding]:
    """A block of a child is in its parent; an empty block of a parent is filled by a child."""
    filled: set[str] = set()
    parents: set[str] = set()
    for template in book.templates:
        extended = [name for lead in template.leads if isinstance(lead, nodes.Extends) for name in names_in(lead)]
        known = {block.name for name in extended for block in _inherited(name, book)}
        parents.update(extended)
        for block in template.blocks if extended else ():
            filled.add(block.name)
            if known and block.name not in known:
                hint = nearest(block.name, known) or f"there are {', '.join(sorted(known))}"
                message = f"the parent has no block “{block.name}”"
                yield Finding("CMP-002", template.mark(block.lineno, block.name), message, hint)
    for template in book.templates:
        for block in template.blocks if template.name in parents else ():
            if not block.body and block.name not in filled:
                hint = nearest(block.name, filled)
                yield _say(template, block, block.name, f"nothing fills the block “{block.name}”", hint)


def _inherited(name: str, book: Book) -> Iterator[nodes.Block]:
    """Yield the blocks of a template and of those it extends."""
    for template in book.called(name):
        yield from template.blocks
        for lead in template.leads:
            if isinstance(lead, nodes.Extends):
                for parent in names_in(lead):
                    yield from _inherited(parent, book)


def _say(template: Template, node: nodes.Node, word: str, message: str, hint: str = "") -> Finding:
    return Finding("CMP-004", template.mark(node.lineno, word), message, hint)
