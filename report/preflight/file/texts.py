"""Text: where it begins, in which face and size, and what is shown (ISO 32000-1, 9)."""

from __future__ import annotations

from typing import Any

from report.preflight.file.graphics import Graphics, matrix_of
from report.preflight.file.matrix import IDENTITY, is_upright, scale_of, times
from report.preflight.file.showing import show


class Texts(Graphics):
    """The operators of text."""

    __slots__ = ()

    def begin_text(self, _: Any) -> None:
        """``BT``."""
        self.text = self.line = IDENTITY

    def set_font(self, operands: Any) -> None:
        """``Tf``."""
        font = self.resource("/Font", operands[0])
        self.state.font = None if font is None else self.reader.fonts(font)
        self.state.font_name, self.state.size = str(operands[0])[1:], float(operands[1])

    def text_matrix(self, operands: Any) -> None:
        """``Tm``."""
        self.text = self.line = matrix_of(operands)

    def move_line(self, operands: Any) -> None:
        """``Td``: begin a line."""
        self.line = times((1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1])), self.line)
        self.text = self.line

    def move_line_leading(self, operands: Any) -> None:
        """``TD``: begin a line and remember how far below."""
        self.state.leading = -float(operands[1])
        self.move_line(operands)

    def next_line(self, _: Any) -> None:
        """``T*``: begin the next line."""
        self.move_line((0.0, -self.state.leading))

    def show(self, operands: Any) -> None:
        """``Tj``: show a string."""
        self.show_all(operands[-1])

    def show_array(self, operands: Any) -> None:
        """``TJ``: show strings with numbers between them."""
        self.show_all(operands[0])

    def show_next(self, operands: Any) -> None:
        """``'``: show a string on the next line."""
        self.next_line(operands)
        self.show(operands)

    def show_spaced(self, operands: Any) -> None:
        """``"``: show a string on the next line, with spaces set."""
        self.state.word_space, self.state.letter_space = float(operands[0]), float(operands[1])
        self.show_next(operands)

    def show_all(self, items: Any) -> None:
        """Show strings, and go on to behind them."""
        state = self.state
        if state.font is None:
            self.reader.fault("text is shown without a font")
            return
        shown = show(items, state, self.text)
        self.text = shown.after
        if not shown.codes:
            return
        self.add(
            "text",
            shown.place,
            colour=state.fill,
            outline=state.stroke if state.render in (1, 2, 5, 6) else None,
            line=state.line * scale_of(state.matrix) if state.render in (1, 2, 5, 6) else 0.0,
            opacity=state.fill_opacity,
            font=state.font_name,
            font_id=state.font.key,
            face=state.font.name,
            is_upright=is_upright(shown.seen),
            size=shown.size,
            codes=shown.codes,
            texts=shown.texts,
            origin=shown.origin,
            advance=shown.advance,
            render=state.render,
        )

    def setting(self, operands: Any, name: str) -> None:
        """Set one of the numbers of the text state."""
        value = float(operands[0])
        setattr(self.state, name, value / 100 if name == "stretch" else int(value) if name == "render" else value)
