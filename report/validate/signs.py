"""The signs of a language as the rules of prose look for them, from its locale pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from report.locales import Pack
from report.validate.strands import CALL, OTHER

_CAPITALS = "A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω"
_STOPS = ".!?؟"
_CASELESS = frozenset(("arabic", "hebrew", "devanagari", "thai", "cjk", "hangul", "georgian", "armenian"))


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """Quotation marks and stops of a language, made into what the rules of prose look for.

    ``outer`` and ``inner`` are the quotation marks with a space between them; ``partners`` leads from closing signs to
    the opening ones; ``doubled`` are words that may stand twice.
    """

    outer: str
    inner: str
    dash: str
    doubled: frozenset[str]
    partners: dict[str, str]
    paired: re.Pattern[str]
    space_before_stop: re.Pattern[str]
    space_after_opening: re.Pattern[str]
    no_space_after: re.Pattern[str]
    no_space_before: re.Pattern[str]
    _opening: re.Pattern[str]
    _ending: re.Pattern[str]

    def begins_sentence(self, words: str) -> bool:
        """Whether words begin with a capital, or with what comes from elsewhere; a script without case has none."""
        first = words[self._opening.match(words).end() :][:1]  # type: ignore[union-attr]  # it matches nothing, too
        return first in (OTHER, CALL) or ((first.isalnum() or first == "_") and not first.islower())

    def ends_sentence(self, words: str) -> bool:
        """Whether words end with a stop, or with what comes from elsewhere."""
        return self._ending.search(words) is not None


@lru_cache(maxsize=32)
def signs_of(pack: Pack) -> Signs:
    """Return the signs of a locale."""
    opening, closing, inner_opening, inner_closing = pack.quotation_marks
    openers, closers = _class(opening, inner_opening), _class(closing, inner_closing)
    capital = r"[^\W\d_]" if pack.collation.scripts[0] in _CASELESS else f"[{_CAPITALS}]"
    spaced = pack.vocabulary.spaced
    stops = _class(*(sign for sign in ",.;:!?،؛؟)]" if sign not in spaced), *closing, *inner_closing)
    partners = {")": "(", closing: opening}
    if inner_closing != "’":  # which is an apostrophe, too
        partners[inner_closing] = inner_opening
    return Signs(
        outer=f"{opening} {closing}",
        inner=f"{inner_opening} {inner_closing}",
        dash="—" if "—" in spaced else "–",
        doubled=frozenset(pack.vocabulary.doubled),
        partners=partners,
        paired=re.compile(_class(*partners, *partners.values())),
        space_before_stop=re.compile(rf"[ \u00a0](?={stops}(?:\W|$))(?!\.\.\.)"),
        space_after_opening=re.compile(f"(?<={_class('(', '[', opening)}) "),
        no_space_after=re.compile(
            rf"[^\W\d_]{{2,}}{closers[:-1]})]?[{_STOPS}]{closers[:-1]})]?{CALL}*(?={capital}|{_class(opening, '(')})"
            rf"|[^\W\d_][,;:،؛]{closers}?{CALL}*(?=[^\W\d_]|{_class(opening, '(')})"  # this,that
            r"|\)(?=[^\W\d_])"  # (so)that
        ),
        no_space_before=re.compile(rf"[^\W\d_]{{2,}}(?={_class(opening, '(')}[^\W\d_]{{2,}})"),
        _opening=re.compile(f"{openers[:-1]}(…]*"),
        _ending=re.compile(rf"[{_STOPS}:…]{closers[:-1]})]*[{CALL}]*$|{OTHER}$"),
    )


def _class(*signs: str) -> str:
    return "[" + "".join(re.escape(sign) for sign in signs) + "]"
