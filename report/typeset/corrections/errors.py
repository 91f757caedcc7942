"""What the corrected engine cannot do."""

from __future__ import annotations


class NoteTooTall(Exception):
    """A note does not fit on a page together with the line that calls it."""

    def __init__(self, page: int, note_id: str) -> None:
        super().__init__(f'page {page}: the note "{note_id}" does not fit below the line of its call')
        self.page = page
        self.note_id = note_id


class OtherEngine(Exception):
    """The installed engine is not the one for which the corrections were written."""

    def __init__(self, installed: str, corrections: tuple[str, ...]) -> None:
        super().__init__(f"WeasyPrint {installed} is installed; not made for it: {', '.join(corrections)}")
        self.installed = installed
        self.corrections = corrections
