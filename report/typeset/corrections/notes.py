"""Notes at the foot of a two-column page stand on the wrong page, over the text, twice or nowhere.

Minimal case: a page of 100 × 60 mm, ``columns: 2``, 29 paragraphs of one line, every third with a
note: the notes 15 and 18 come a page late. The engine lays a note out when its line is first
tried, but columns are tried several times, and balanced, while the notes change the room they
have. No style sheet avoids it (``footnote-policy: line`` loses words, ``block`` crashes).

Here notes take no part in the flow. A page is laid out above a reserve kept free at its foot; the
calls that really stand on it give its notes; if these do not fit, the page is laid out again
above another reserve (``note_reserve``). So a note is on the page of its call, once, in order and
never over the text. A page without calls is laid out once.

A layout that is not kept stops before the engine has written down anything about the page: its
counters, anchors and page references know only the layout that is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from weasyprint.formatting_structure import boxes, build
from weasyprint.layout import LayoutContext
from weasyprint.layout import page as engine

from report.typeset.corrections.errors import NoteTooTall
from report.typeset.corrections.note_places import look_at
from report.typeset.corrections.note_reserve import Call, Look, NoReserve, guess_reserve, next_reserve
from report.typeset.corrections.patching import replaced

# Contexts, boxes and styles of the engine are untyped and reach into all of its parts.
Context = Any
Box = Any

_LINE = 12.0


@contextmanager
def install() -> Iterator[None]:
    """Keep notes out of the flow."""
    stock_page = engine.make_page
    stock_block = engine.block_level_layout
    feet: WeakKeyDictionary[Context, _Foot] = WeakKeyDictionary()

    def make_page(context: Context, *arguments: Any) -> Any:
        _, _, _, number, _ = arguments
        foot = feet.setdefault(context, _Foot())
        foot.begin(context, number)
        state = _State.of(context, number)
        while True:
            try:
                return stock_page(context, *arguments)
            except _Again:
                state.restore(context)

    def block_level_layout(context: Context, box: Box, *arguments: Any, **options: Any) -> Any:
        foot = feet[context]
        if isinstance(box, boxes.FootnoteAreaBox):

            def lay_out(notes: list[Box]) -> Any:
                area = box.copy_with_children(notes)
                return stock_block(context, build.create_anonymous_boxes(area.deepcopy()), *arguments, **options)

            return foot.set_notes(context, box.page, lay_out)
        foot.keep_free(context)
        result = stock_block(context, box, *arguments, **options)
        if box.is_for_root_element:
            foot.root = result[0]
        return result

    def unlayout_footnote(_context: Context, _note: Box) -> None:
        """Take back nothing: the engine returns the notes of lines it gives up, but was handed none."""

    with (
        replaced(engine, "make_page", make_page),
        replaced(engine, "block_level_layout", block_level_layout),
        replaced(LayoutContext, "unlayout_footnote", unlayout_footnote),
    ):
        yield


class _Again(Exception):
    """The page under way is not kept: lay it out above another reserve."""


@dataclass(slots=True)
class _Foot:
    """The foot of the page under way, and what earlier pages tell about it."""

    order: dict[int, int] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    rule: float = 0.0
    kept: dict[int, float] = field(default_factory=dict)
    pushed: list[Call] = field(default_factory=list)
    number: int = 0
    reserve: float = 0.0
    is_free: bool = False
    looks: list[Look] = field(default_factory=list)
    seen: dict[int, Call] = field(default_factory=dict)
    root: Box = None

    def begin(self, context: Context, number: int) -> None:
        """Turn to a page, with the reserve it had before or the one its first notes need."""
        for note in context.footnotes:
            self.order.setdefault(id(note), len(self.order))
        # From here on the engine knows of no note; the calls still do.
        context.footnotes = []
        self.number, self.looks, self.seen, self.is_free = number, [], {}, False
        # The calls pushed off the page before come first on this one.
        self.reserve = self.kept.get(number, guess_reserve(self.pushed, self.rule, 0.0, _LINE))

    def keep_free(self, context: Context) -> None:
        """Take the reserve off the page before the first box is set on it."""
        if not self.is_free:
            context.page_bottom -= self.reserve
            self.is_free = True

    def set_notes(self, context: Context, page: Box, lay_out: Callable[[list[Box]], Any]) -> Any:
        """Set the notes of the calls on the page, or ask for another layout of the page."""
        limit = context.page_bottom
        seen = look_at(self.root, limit + self.reserve)
        calls = sorted(seen.calls, key=lambda call: self.order[id(call.note)])
        result = lay_out([call.note for call in calls])
        area = result[0]
        for call, note in zip(calls, area.children, strict=bool(calls)):
            self.heights[id(call.note)] = note.margin_height()
        if calls:
            self.rule = area.margin_height() - sum(note.margin_height() for note in area.children)
        places = {id(call.note): Call(call.pushed_at, self.heights[id(call.note)]) for call in calls}
        self.seen = places | self.seen
        line = min((call.line for call in calls if call.line), default=_LINE)
        self.looks.append(
            Look(
                reserve=self.reserve,
                need=area.margin_height() if calls else 0.0,
                collides=seen.lowest > limit + 1,
                line=line,
                guess=guess_reserve(list(places.values()), self.rule, self.reserve, line),
            )
        )
        try:
            reserve = next_reserve(self.looks, page.height)
        except NoReserve:
            tallest = max(calls, key=lambda call: self.heights[id(call.note)])
            raise NoteTooTall(self.number, tallest.note.element.get("id", "")) from None
        if reserve is not None:
            self.reserve, self.is_free = reserve, False
            raise _Again
        self._keep(places, page.height - self.reserve)
        return result

    def _keep(self, notes: dict[int, Call], room: float) -> None:
        self.kept[self.number] = self.reserve
        self.pushed = [Call(room + call.pushed_at, call.note) for note, call in self.seen.items() if note not in notes]


@dataclass(frozen=True, slots=True)
class _State:
    """What a layout changes in the engine's context, as it was before the page."""

    number: int
    broken: Any
    roots: list[Box]
    shapes: dict[Box, list[Box]]
    rendered: list[Box]
    running: dict[str, list[Box] | None]

    @classmethod
    def of(cls, context: Context, number: int) -> _State:
        return cls(
            number,
            context.broken_out_of_flow,
            list(context._excluded_shapes_root_boxes),
            {root: copy(shapes) for root, shapes in context._excluded_shapes.items()},
            list(context.rendered_notes),
            {name: copy(pages.get(number)) for name, pages in context.running_elements.items()},
        )

    def restore(self, context: Context) -> None:
        context.broken_out_of_flow = self.broken
        context._excluded_shapes_root_boxes = list(self.roots)
        context._excluded_shapes = {root: copy(shapes) for root, shapes in self.shapes.items()}
        context.rendered_notes = list(self.rendered)
        context.in_column = False
        for name, pages in context.running_elements.items():
            running = self.running.get(name)
            if running is None:
                pages.pop(self.number, None)
            else:
                pages[self.number] = copy(running)
