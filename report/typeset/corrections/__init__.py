"""Corrections: what we answer to the pinned engine, fault by fault.

Each correction is one file with the fault in its docstring and one test that shows the fault on
the stock engine. Reading the list is cheap: WeasyPrint is imported only when the corrections are
installed, so that ``report doctor`` can name them without waiting for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from threading import RLock

from report.typeset.corrections.errors import NoteTooTall, OtherEngine

__all__ = [
    "CORRECTIONS",
    "Correction",
    "NoteTooTall",
    "OtherEngine",
    "corrected_engine",
    "installed_engine",
    "is_for_installed_engine",
]


@dataclass(frozen=True, slots=True)
class Correction:
    """One fault of one engine version, the test that shows it, and the way to install the answer."""

    name: str
    fault: str
    engine: str
    test: str
    install: Callable[[], AbstractContextManager[None]]


@contextmanager
def corrected_engine() -> Iterator[None]:
    """Work with the corrected engine, and put the stock one back afterwards; nesting is a no-op."""
    _INSTALLATION.enter()
    try:
        yield
    finally:
        _INSTALLATION.leave()


def installed_engine() -> str:
    """The version of the engine that is installed, without importing it."""
    return version("weasyprint")


def is_for_installed_engine(correction: Correction) -> bool:
    """Whether the correction was written for the engine that is installed."""
    return correction.engine == installed_engine()


def _correction(name: str, fault: str) -> Correction:
    def install() -> AbstractContextManager[None]:
        installed: AbstractContextManager[None] = import_module(f"{__name__}.{name}").install()
        return installed

    test = f"tests/unit/typeset/corrections/test_{name}.py"
    return Correction(name, fault, "70.0", test, install)


class _Installation:
    """How deep the corrections are entered; the engine is patched for the whole process."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._depth = 0
        self._stack = ExitStack()

    def enter(self) -> None:
        with self._lock:
            if self._depth == 0:
                self._install()
            self._depth += 1

    def leave(self) -> None:
        with self._lock:
            self._depth -= 1
            if self._depth == 0:
                self._stack.close()

    def _install(self) -> None:
        others = [correction for correction in CORRECTIONS if not is_for_installed_engine(correction)]
        if others:
            raise OtherEngine(installed_engine(), tuple(others_.name for others_ in others))
        with ExitStack() as stack:
            for correction in CORRECTIONS:
                stack.enter_context(correction.install())
            self._stack = stack.pop_all()


# In the order in which they are installed: what is remembered of a line is the corrected line.
CORRECTIONS: tuple[Correction, ...] = (
    _correction(
        "notes",
        "In two columns a note may stand on the wrong page, over the text, twice or nowhere.",
    ),
    _correction(
        "note_links",
        "Note calls and notes do not link to each other.",
    ),
    _correction(
        "link_areas",
        "A link on a line of no height, such as a note call, has no place where it can be clicked.",
    ),
    _correction(
        "link_doubles",
        "A link holds a second link for each phrase within it, which no tag in the file knows.",
    ),
    _correction(
        "structure",
        "The tag tree tells of boxes and lines, not of paragraphs, notes, captions and languages.",
    ),
    _correction(
        "line_breaks",
        "Text that fits only without its last space is broken after its first word.",
    ),
    _correction(
        "word_spaces",
        "A justified line is shaped anew with its word spaces cut out, so it is not as wide as it was measured.",
    ),
    _correction(
        "last_spaces",
        "A justified right-to-left line that ended with a space stands that space too far to the left.",
    ),
    _correction(
        "first_lines",
        "In right-to-left text the first line of a paragraph is indented at its end.",
    ),
    _correction(
        "line_memory",
        "The same line is shaped again each time its page or column is laid out.",
    ),
    _correction(
        "column_heads",
        "A block at the head of a column keeps its top margin, so its first line misses the grid.",
    ),
    _correction(
        "column_feet",
        "A margin at the foot of a column takes the room of its last line.",
    ),
    _correction(
        "column_balance",
        "Columns are balanced by rough steps, to a height that is no whole number of lines.",
    ),
    _correction(
        "whole_lines",
        "A block whose height is no whole number of lines throws the lines below it off the grid.",
    ),
    _correction(
        "drawn_words",
        "The words of a drawing are set letter by letter: letters do not join, right-to-left words are reversed.",
    ),
    _correction(
        "text_layer",
        "What is copied is not what was written: divided words, half-spaces, letters and signs read from the right.",
    ),
)

_INSTALLATION = _Installation()
