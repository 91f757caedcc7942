"""Frozen text: an edition with its apparatus as plain data, and back.

What is frozen is all that a revision says, in the words and figures in which it printed: the text with its notes,
bibliography and numbers, the history up to it, and every text as written, for translators. What belongs to the house,
to the locale and to the program is not: a thawed edition takes it from the edition as it is now.
"""

from __future__ import annotations

from report.model.frozen.file import Frozen, FrozenFile, Kept, frozen_folder, frozen_path, kept_picture
from report.model.frozen.freezing import as_data, as_json, history_of, text_of, units_of_text
from report.model.frozen.thawing import thaw

__all__ = [
    "Frozen",
    "FrozenFile",
    "Kept",
    "as_data",
    "as_json",
    "frozen_folder",
    "frozen_path",
    "history_of",
    "kept_picture",
    "text_of",
    "thaw",
    "units_of_text",
]
