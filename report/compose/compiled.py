"""Templates compiled once in a process, for all editions and media that are set in it.

Compiling takes nine tenths of composing a page. What is kept is found by what a template says, so that a template that
is changed is compiled anew.
"""

from __future__ import annotations

from types import CodeType
from typing import TypeVar

from jinja2 import BytecodeCache, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context

T = TypeVar("T")


@pass_context
def unfolded(_context: Context, value: T) -> T:
    """Return what a template prints as it is: a function that asks for the context keeps constants from being folded.

    A filter that is applied to a constant is else applied while compiling, and is that of the first edition.
    """
    return value


class CompiledTemplates(BytecodeCache):
    """Keeps the code of each template file as it was last compiled.

    Environments that share it must not differ in what compiling asks for, and must not fold constants: they have
    ``optimized=False`` and ``finalize=unfolded``.
    """

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if it says what it said."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template in place of what it was."""
        if bucket.code is not None:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)
