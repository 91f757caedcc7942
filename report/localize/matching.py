"""Which message of a catalog belongs to which text: what is current, what is stale, and what has no translation.

A text is known by its words first and by its context second, so that a block that is moved, renumbered or renamed keeps
its translation. The rounds of the search, each over what the rounds before have left:

1. the same words in the same block, as they follow each other;
2. the same words in another block, first in the one that most words of a block are found in;
3. the same words in a message that is out of use, first in one of the same block;
4. earlier words in the same context: a text was changed, and changed back before its translation was;
5. close words in the same block, or in a block that is gone;
6. other words in the same context.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from report.localize.aligning import Placed, align, in_reading_order
from report.localize.differences import Neighbourhood, closeness
from report.model.catalog import Catalog, Message, Translation, Unit, Wanted
from report.model.text import Standing

Blocks = dict[str, list[int]]


def match(units: Sequence[Unit], catalog: Catalog) -> tuple[Translation, ...]:
    """Return for each unit, in their order, what the catalog holds for it."""
    found = match_texts(units, catalog)
    return tuple(
        Translation(unit, message, *standing_of(unit.source, message))
        for unit, message in zip(units, found, strict=True)
    )


def unused(translations: Iterable[Translation], catalog: Catalog) -> tuple[Message, ...]:
    """Return the messages that no unit has taken; those out of use, and words of the templates, are not asked about."""
    taken = {one.message.mark for one in translations if one.message}
    return tuple(one for one in catalog.messages if one.context and not one.is_obsolete and one.mark not in taken)


def standing_of(source: str, message: Message | None) -> tuple[Standing, str]:
    """Return how a message stands to a source text, and the text it was translated from where it is stale."""
    if not message or not message.is_translated:
        return "missing", ""
    if message.source == source:
        return ("stale", message.previous) if message.is_fuzzy else ("current", "")
    origin = message.previous if message.is_fuzzy and message.previous else message.source
    return ("current", "") if origin == source else ("stale", origin)


def match_texts(texts: Sequence[Unit | Wanted], catalog: Catalog) -> tuple[Message | None, ...]:
    """Return for each text the message that belongs to it, if there is one; a message belongs to one text.

    A text without a context, a word of the templates, is known by its words alone.
    """
    search = _Search([Placed(one.context, one.source) for one in texts], catalog.messages)
    search.same_block()
    search.other_blocks(lambda message: not message.is_obsolete)
    search.other_blocks(lambda message: message.is_obsolete)
    search.earlier_words()
    search.close_words()
    search.same_context()
    return tuple(catalog.messages[search.found[at]] if at in search.found else None for at in range(len(texts)))


class _Search:
    """Texts and messages by their places in the two lists; ``found`` leads from one to the other."""

    def __init__(self, texts: Sequence[Placed], messages: Sequence[Message]) -> None:
        self._texts = texts
        self._messages = messages
        self._placed = [Placed(message.context, message.source) for message in messages]
        self._taken: set[int] = set()
        self._waiting: dict[int, int] = {}  # texts whose own message has no translation
        self.found: dict[int, int] = {}

    def same_block(self) -> None:
        """Lay the texts of each block beside its messages."""
        messages = _by_block(self._placed, self._free(lambda message: not message.is_obsolete))
        for block, texts in _by_block(self._texts, range(len(self._texts))).items():
            self._align(texts, messages.get(block, []))
        self._waiting = {at: place for at, place in self.found.items() if not self._messages[place].is_translated}
        for at in self._waiting:
            del self.found[at]

    def other_blocks(self, is_asked: Callable[[Message], bool]) -> None:
        """Lay each block beside those blocks its words are found in: the same first, then by how many they are."""
        texts = _by_block(self._texts, self._lost())
        messages = _by_block(self._placed, self._free(lambda one: one.is_translated and is_asked(one)))
        holders: dict[str, Counter[str]] = defaultdict(Counter)
        for block, places in messages.items():
            for place in places:
                holders[self._messages[place].source][block] += 1
        ranked = []
        for number, (block, own) in enumerate(texts.items()):
            shared = _shared((self._texts[at] for at in own), holders)
            for other, count in shared.items():
                is_alike = _rests(self._texts, own) & _rests(self._placed, messages[other])
                if bool(block) == bool(other):
                    ranked.append((block != other, -count, not is_alike, number, other, block))
        for *_, other, block in sorted(ranked):
            self._align([at for at in texts[block] if at not in self.found], self._untaken(messages[other]))

    def earlier_words(self) -> None:
        """Give a text that was changed and changed back the message that was never settled in between."""
        earlier = {
            Placed(self._messages[place].context, self._messages[place].previous): place
            for place in self._free(lambda message: message.is_fuzzy and message.is_translated)
        }
        self._take((at, earlier[self._texts[at]]) for at in self._lost() if self._texts[at] in earlier)

    def close_words(self) -> None:
        """Pair texts and messages by how close their words are, the closest first; contexts decide among equals."""
        messages = _by_block(self._placed, self._free(lambda message: message.is_translated))
        known = {"", *(_block(text) for text in self._texts)}
        gone = [place for block, places in messages.items() if block not in known for place in places]
        left = self._closest(gone, [at for at in self._open() if self._texts[at].context])
        for block, texts in _by_block(self._texts, self._open()).items():
            left += self._closest(messages.get(block, []), texts)
        self._take((at, place) for *_, at, place in sorted(left))

    def _closest(self, places: Sequence[int], texts: Sequence[int]) -> list[tuple[float, bool, int, int]]:
        """Return texts and messages that are close: how far apart they are, whether it moved, and which they are."""
        near = Neighbourhood([self._placed[place].source for place in places])
        pairs = []
        for at in texts:
            text = self._texts[at]
            for place in (places[number] for number in near.of(text.source)):
                ratio = closeness(self._placed[place].source, text.source)
                if ratio:
                    pairs.append((-ratio, self._placed[place].context != text.context, at, place))
        return pairs

    def same_context(self) -> None:
        """Take the message of the same context, whatever its words; after those, the ones without a translation."""
        for is_translated in (True, False):
            contexts = {
                message.context: place
                for place, message in enumerate(self._messages)
                if place not in self._taken
                and message.context
                and not message.is_obsolete
                and message.is_translated == is_translated
            }
            self._take((at, contexts[way]) for at in self._open() if (way := self._texts[at].context) in contexts)
        self.found |= {at: place for at, place in self._waiting.items() if at not in self.found}

    def _lost(self) -> list[int]:
        """The texts that nothing was found for."""
        return [at for at in range(len(self._texts)) if at not in self.found]

    def _open(self) -> list[int]:
        """The texts that nothing was found for and that have no message of their own, not even an empty one."""
        return [at for at in self._lost() if at not in self._waiting]

    def _free(self, is_asked: Callable[[Message], bool]) -> list[int]:
        return [place for place, one in enumerate(self._messages) if place not in self._taken and is_asked(one)]

    def _untaken(self, places: Iterable[int]) -> list[int]:
        return [place for place in places if place not in self._taken]

    def _align(self, texts: Sequence[int], places: Sequence[int]) -> None:
        pairs = align([self._texts[at] for at in texts], [self._placed[place] for place in places])
        self._take((texts[at], places[place]) for at, place in pairs.items())

    def _take(self, pairs: Iterable[tuple[int, int]]) -> None:
        for at, place in pairs:
            if at not in self.found and place not in self._taken:
                self.found[at] = place
                self._taken.add(place)


def _block(text: Placed) -> str:
    return text.context.partition("/")[0]


def _by_block(texts: Sequence[Placed], places: Iterable[int]) -> Blocks:
    """Return the places of texts by the block they stand in, each block in reading order."""
    blocks: Blocks = defaultdict(list)
    for place in places:
        blocks[_block(texts[place])].append(place)
    return {block: sorted(own, key=lambda at: in_reading_order(texts[at].context)) for block, own in blocks.items()}


def _shared(texts: Iterable[Placed], holders: dict[str, Counter[str]]) -> Counter[str]:
    """Return how many words of these texts each block of messages holds."""
    shared: Counter[str] = Counter()
    for source, count in Counter(text.source for text in texts).items():
        for block, held in holders.get(source, Counter()).items():
            shared[block] += min(count, held)
    return shared


def _rests(texts: Sequence[Placed], places: Iterable[int]) -> set[str]:
    """Return the ways within the block."""
    return {texts[place].context.partition("/")[2] for place in places}
