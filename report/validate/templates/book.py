"""The templates of a project as one book: what each defines, where a name leads, and what the page context holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from jinja2 import Environment, nodes

from report.compose.revised import Listed
from report.compose.strips import Strip
from report.findings import Mark
from report.model.apparatus import Apparatus, Note, Target
from report.model.brief import Brief, House
from report.model.edition import Edition
from report.model.output import SETTINGS, Setting
from report.model.redline import Redline
from report.model.revision import ChangeKind
from report.model.text import Lag
from report.validate.source import Source
from report.validate.templates.scanner import Piece
from report.validate.templates.shapes import NUMBER, TEXT, UNKNOWN, Shape, shape_of

_OPEN = re.compile(r"varargs|kwargs|caller")
_QUOTED = re.compile(r"""["']([^"']+)["']""")
ENTRIES = ("brief.html", "redline.html")
LEADS = (nodes.Include, nodes.Extends, nodes.FromImport, nodes.Import)
Lead = nodes.Include | nodes.Extends | nodes.FromImport | nodes.Import

# What compose/galley.py hands to the page, and the macros that compose/filters calls.
_CONTEXT: Mapping[str, Any] = {
    "edition": Edition,
    "brief": Brief,
    "house": House,
    "apparatus": Apparatus,
    "strips": list[Strip],
    "sheet": str,
    "families": tuple[str, ...],
    "reference_files": dict[str, str],
    "edition_pages": dict[str, str],
    "redline": Redline,
    "changes": tuple[Listed, ...],
}
CONTEXT: Mapping[str, Shape] = {name: shape_of(kind) for name, kind in _CONTEXT.items()}
CALLED: Mapping[tuple[str, str], tuple[Shape, ...]] = {
    ("notes.html", "call"): (shape_of(Note),),
    ("macros/crossrefs.html", "to"): (shape_of(Target),),
    ("macros/references.html", "to_entry"): (TEXT, TEXT),
    ("macros/references.html", "to_note"): (shape_of(Note), TEXT),
    ("macros/unsettled.html", "unsettled"): (shape_of(Lag), TEXT),
    ("macros/revisions.html", "revised"): (TEXT, TEXT, shape_of(date)),
    ("macros/revisions.html", "change_number"): (NUMBER, shape_of(ChangeKind)),
}


@dataclass(frozen=True, slots=True)
class Signature:
    """What may be handed over in a call: names in order, those that must be, their shapes; ``is_open`` takes more."""

    names: tuple[str, ...]
    required: frozenset[str]
    shapes: tuple[Shape, ...]
    result: Shape
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro: the path of its template, its name, what it takes, and its tree."""

    path: str
    name: str
    signature: Signature
    node: nodes.Macro


@dataclass(frozen=True, slots=True)
class Template:
    """A template file: the name others call it by, the media that see it, its pieces, its tree if it has one.

    ``leads`` are its imports, includes and the template it extends; ``sets`` and ``calls`` what the words say.
    """

    name: str
    media: frozenset[Setting]
    source: Source
    pieces: tuple[Piece, ...]
    tree: nodes.Template | None
    leads: tuple[Lead, ...] = ()
    blocks: tuple[nodes.Block, ...] = ()
    sets: tuple[nodes.Assign, ...] = ()
    calls: tuple[nodes.Call, ...] = ()
    macros: Mapping[str, Macro] = field(default_factory=dict)

    def mark(self, line: int, word: str = "") -> Mark:
        """Return the place of a word in the outputs and tags of a line, else the line's first output or tag."""
        start = self.source.starts[line - 1]
        end = self.source.starts[min(line, len(self.source.starts) - 1)]
        inside = [one for one in self.pieces if one.kind in ("output", "tag") and one.end > start and one.start < end]
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        for piece in inside:
            if word and (found := pattern.search(self.source.text, max(piece.start, start), min(piece.end, end))):
                return self.source.mark(found.start())
        return self.source.mark(max(inside[0].start, start) if inside else start)


def bound(template: Template) -> Template:
    """Return a template with what it defines and where it leads."""
    if template.tree is None:
        return template
    defined = (node for node in template.tree.body if isinstance(node, nodes.Macro))
    found = list(template.tree.find_all((*LEADS, nodes.Block, nodes.Assign, nodes.Call)))
    return replace(
        template,
        leads=tuple(node for node in found if isinstance(node, Lead)),
        blocks=tuple(node for node in found if isinstance(node, nodes.Block)),
        sets=tuple(node for node in found if isinstance(node, nodes.Assign)),
        calls=tuple(node for node in found if isinstance(node, nodes.Call)),
        macros={node.name: _macro(template.source, node) for node in defined},
    )


def _macro(source: Source, node: nodes.Macro) -> Macro:
    names = tuple(str(argument.name) for argument in node.args)
    required = frozenset(names[: len(names) - len(node.defaults)])
    is_open = bool(_OPEN.search(source.text)) and any(_OPEN.fullmatch(one.name) for one in node.find_all(nodes.Name))
    return Macro(source.path, node.name, Signature(names, required, (UNKNOWN,) * len(names), TEXT, is_open), node)


@dataclass(frozen=True, slots=True)
class Book:
    """All templates, and the environment they are set in.

    ``bare`` are the names of those that are only imported, and so know nothing of the page.
    """

    templates: tuple[Template, ...]
    setting: Environment
    bare: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        pieces = [piece for one in self.templates for piece in one.pieces]
        placed = {*ENTRIES, *_named(pieces, "include", "extends")}
        imported = {*_named(pieces, "from", "import"), *(name for name, _ in CALLED)}
        object.__setattr__(self, "bare", frozenset(imported - placed))

    def called(self, name: str, by: Template | None = None) -> Sequence[Template]:
        """Return the templates that a name leads to, one a medium at most, for those who can see them."""
        media = by.media if by else frozenset(SETTINGS)
        return [one for one in self.templates if one.name == name and one.media & media]

    def is_there(self, name: str, by: Template) -> bool:
        """Whether a name leads somewhere in every medium of the template that uses it."""
        return all(any(medium in one.media for one in self.called(name)) for medium in by.media)

    def names(self) -> set[str]:
        """Return the names of all templates."""
        return {one.name for one in self.templates}


def _named(pieces: Sequence[Piece], *words: str) -> Iterator[str]:
    """Yield the template names that such tags are written with, also in a template that could not be read."""
    for piece in pieces:
        if piece.kind == "tag" and piece.word in words:
            yield from _QUOTED.findall(piece.text)


def names_in(lead: Lead) -> list[str]:
    """Return the template names that an include, import or extends is written with."""
    written = lead.template
    items = written.items if isinstance(written, nodes.Tuple | nodes.List) else [written]
    return [str(item.value) for item in items if isinstance(item, nodes.Const)]
