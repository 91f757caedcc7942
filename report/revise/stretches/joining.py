"""Changes joined that an editor would mark as one: close together, with the signs beside them, or a whole sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.revise.stretches.stretch import Stretch
from report.revise.tokens import words_in

_JOINED = 4  # words: the most that stand between two replacements that are one
_MANY = 3  # places: from so many a sentence may be replaced as one


def with_signs(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield stretches; signs and spaces beside a change that look as it looks, and otherwise before, go with it."""
    for at, stretch in enumerate(stretches):
        if not stretch.is_same:
            yield stretch
            continue
        count = len(stretch.new)
        first = _restyled_signs(stretch, range(count)) if at else 0
        last = _restyled_signs(stretch, range(count - 1, first - 1, -1)) if at + 1 < len(stretches) else 0
        for start, end in ((0, first), (first, count - last), (count - last, count)):
            yield Stretch(stretch.old[start:end], stretch.new[start:end], is_same=(start, end) == (first, count - last))


def _restyled_signs(stretch: Stretch, places: Iterable[int]) -> int:
    """Return how many tokens, from one end on, are no words and look otherwise than before."""
    count = 0
    for at in places:
        old, new = stretch.old[at], stretch.new[at]
        if new.is_word or new.is_call or old.look == new.look:
            break
        count += 1
    return count


def joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Join changes that stand so close together that they are one."""
    made: list[Stretch] = []
    for stretch in stretches:
        if (
            len(made) >= 2
            and not stretch.is_same
            and made[-1].is_same
            and not made[-2].is_same
            and _belong_together(made[-2], made[-1], stretch)
        ):
            gap, before = made.pop(), made.pop()
            made.append(_one((before, gap, stretch)))
        else:
            made.append(stretch)
    return made


def _belong_together(before: Stretch, gap: Stretch, after: Stretch) -> bool:
    if any(token.is_call or token.ends_sentence for token in gap.new):
        return False
    words = words_in(gap.new)
    if not words and all(token.is_space for token in gap.new):
        return True
    return (before.replaces or after.replaces) and words <= min(before.size, after.size, _JOINED)


def by_sentence(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield sentences of which little is left as one replacement, all else as it is."""
    sentence: list[Stretch] = []
    for part in _cut_at_ends(stretches):
        sentence.append(part)
        if part.is_same and part.new and (part.new[-1].ends_sentence or part.new[-1].is_call):
            yield from _whole_or_parts(sentence)
            sentence = []
    yield from _whole_or_parts(sentence)


def _cut_at_ends(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Cut what stayed after each end of a sentence, and around the calls of notes."""
    for stretch in stretches:
        if not stretch.is_same:
            yield stretch
            continue
        start = 0
        for at, token in enumerate(stretch.new, start=1):
            if token.ends_sentence or token.is_call:
                yield Stretch(stretch.old[start:at], stretch.new[start:at], is_same=True)
                start = at
        if start < len(stretch.new):
            yield Stretch(stretch.old[start:], stretch.new[start:], is_same=True)


def _whole_or_parts(sentence: Sequence[Stretch]) -> Sequence[Stretch]:
    places = [at for at, part in enumerate(sentence) if not part.is_same]
    if len(places) < _MANY:
        return sentence
    changed = sum(words_in(part.old) + words_in(part.new) for part in sentence if not part.is_same)
    total = sum(words_in(part.old) + words_in(part.new) for part in sentence)
    if 2 * changed <= total:
        return sentence
    first, last = places[0], places[-1]
    return (*sentence[:first], _one(sentence[first : last + 1]), *sentence[last + 1 :])


def _one(parts: Sequence[Stretch]) -> Stretch:
    old = tuple(token for part in parts for token in part.old)
    return Stretch(old, tuple(token for part in parts for token in part.new), is_same=False)
