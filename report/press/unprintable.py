"""What stops a page on its way to the press."""

from __future__ import annotations


class Unprintable(Exception):
    """Something on a page cannot be turned into process colour; the message says what, for a finding.

    ``pixels`` is the size of the picture that it is about, if it is one.
    """

    def __init__(self, what: str, pixels: tuple[int, int] | None = None) -> None:
        super().__init__(what)
        self.pixels = pixels
