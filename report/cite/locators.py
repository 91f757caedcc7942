"""Places in works as the apparatus prints them: “13”, “S. 13–20”, “vol. 2, 5”."""

from __future__ import annotations

import re

from report.cite import rich
from report.cite.rich import RichText, nothing, term, text
from report.cite.setting import Setting
from report.model.text import Locator

_SEVERAL = re.compile(r"[–,&]|\bff?\.")


def set_locator(locator: Locator, setting: Setting) -> RichText:
    """Return a locator, each of its parts with the word of the language for its kind.

    A form may write volume and page as “4:243” (CMOS 17, 14.116), where the language gives pages no word.
    """
    if not locator:
        return nothing()
    kinds = [part.kind for part in locator]
    if setting.form.volume_and_page == "colon" and kinds == ["volume", "page"] and not label_of("page", setting):
        return text(":".join(setting.digits(part.numbers) for part in locator))
    return rich.joined(rich.COMMA, [one_part(part.kind, part.numbers, setting) for part in locator])


def one_part(kind: str, numbers: str, setting: Setting) -> RichText:
    """Return one place; the word for its kind may be empty, as for pages in English, and is tied to the number.

    Only an en dash is a range: a hyphen is part of a number (“12-3”).
    """
    written = setting.digits(numbers.replace("–", setting.pack.punctuation.range))
    label = label_of(kind, setting, is_many=_SEVERAL.search(numbers) is not None)
    return text(term(label), rich.NO_BREAK, written) if label else text(written)


def label_of(kind: str, setting: Setting, *, is_many: bool = False) -> str:
    """Return the word of the language for a kind of place, for one or for several; it may be empty."""
    words = setting.pack.locators.get(kind)
    if words is None:
        return ""
    return words.label.many if is_many else words.label.one
