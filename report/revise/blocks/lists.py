"""Lists, timelines and recommendations woven, entry by entry."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from report import locales
from report.model.blocks import ListBlock, ListItem, Recommendation, Recommendations, Timeline, TimelineEntry
from report.model.locale import Pack
from report.model.text import Text
from report.revise.blocks.parts import PartWeaver, one_of
from report.revise.journal import Place
from report.revise.pieces import in_words
from report.revise.weaving import Alone, Weaver

_SAME_DATE = 0.5  # of the likeness of two entries of a timeline


class ListWeaver(PartWeaver):
    """Weaves blocks that are rows of texts."""

    def __init__(self, weaver: Weaver, pack: Pack) -> None:
        """Bind the weaver of texts, and the pack by which dates are said."""
        super().__init__(weaver)
        self._pack = pack

    def woven(self, old: ListBlock, new: ListBlock, place: Place, path: str) -> ListBlock:
        """Return two lists as one; ``path`` is that of their items."""
        self.thing(f"{path}/numbered", old.numbered, new.numbered, place)
        items: list[ListItem] = []
        for before, after in self.pairs(old.items, new.items, self._like_items):
            items.append(self._item(before, after, place, f"{path}/{len(items) + 1}"))
        return replace(new, items=tuple(items))

    def entries(self, old: Timeline, new: Timeline, place: Place) -> tuple[TimelineEntry, ...]:
        """Return the entries of two timelines as one row."""
        made: list[TimelineEntry] = []
        for before, after in self.pairs(old.entries, new.entries, self._like_entries):
            path = f"{new.id}/{len(made) + 1}"
            entry, side = one_of(before, after)
            here = replace(place, part="timeline-entry", mark=after.mark if after else place.mark)
            if before and after:
                said = self._dated(before), self._dated(after)
                self.weaver.journal.thing(f"{path}/date", here, before.date, after.date, said)
                made.append(replace(after, label=self.weaver.woven(before.label, after.label, here)))
                continue
            number = self.row(side, (in_words(self._dated(entry)), entry.label), here, path)
            made.append(replace(entry, label=self.weaver.whole(entry.label, side, number, place.section)))
        return tuple(made)

    def recommendations(self, old: Recommendations, new: Recommendations, place: Place) -> tuple[Recommendation, ...]:
        """Return the recommendations of two blocks as one row."""
        made: list[Recommendation] = []
        for before, after in self.pairs(old.items, new.items, self._like_recommendations):
            path = f"{new.id}/{len(made) + 1}"
            item, side = one_of(before, after)
            here = replace(place, part="recommendation", mark=after.mark if after else place.mark)
            if before and after:
                addressee = self.weaver.woven(before.addressee, after.addressee, here)
                made.append(replace(after, addressee=addressee, text=self.weaver.woven(before.text, after.text, here)))
                continue
            number = self.row(side, (item.addressee, item.text), here, path)
            addressee = self.weaver.whole(item.addressee, side, number, place.section)
            text = self.weaver.whole(item.text, side, number, place.section)
            made.append(replace(item, addressee=addressee, text=text))
        return tuple(made)

    def _item(self, old: ListItem | None, new: ListItem | None, place: Place, path: str) -> ListItem:
        if old and new:
            here = replace(place, part="list-item", mark=new.mark)
            text = self.weaver.woven(old.text, new.text, here)
            below = (old.sublist, new.sublist)
            if below[0] and below[1]:
                return replace(new, text=text, sublist=self.woven(below[0], below[1], here, path))
            if not below[0] and not below[1]:
                return replace(new, text=text)
            empty = replace(cast(ListBlock, below[0] or below[1]), items=())
            return replace(new, text=text, sublist=self.woven(below[0] or empty, below[1] or empty, here, path))
        item, side = one_of(old, new)
        here = replace(place, part="list-item", mark=new.mark if new else place.mark)
        return self._alone_item(item, side, self.row(side, _texts_of_item(item), here, path), place.section, path)

    def _alone_item(self, item: ListItem, side: Alone, number: int, section: str, path: str) -> ListItem:
        self.weaver.journal.fates[path] = side
        text = self.weaver.whole(item.text, side, number, section)
        if not item.sublist:
            return replace(item, text=text)
        inner = tuple(
            self._alone_item(one, side, number, section, f"{path}/{at}")
            for at, one in enumerate(item.sublist.items, start=1)
        )
        return replace(item, text=text, sublist=replace(item.sublist, items=inner))

    def _like_items(self, old: ListItem, new: ListItem) -> float:
        return self.like(_texts_of_item(old), _texts_of_item(new))

    def _like_entries(self, old: TimelineEntry, new: TimelineEntry) -> float:
        of_words = self.like((old.label,), (new.label,))
        return _SAME_DATE * (old.date == new.date) + (1 - _SAME_DATE) * of_words

    def _like_recommendations(self, old: Recommendation, new: Recommendation) -> float:
        of_words = self.like((old.addressee, old.text), (new.addressee, new.text))
        return (self.like((old.addressee,), (new.addressee,)) + of_words) / 2 if old.addressee else of_words

    def _dated(self, entry: TimelineEntry) -> str:
        return locales.timeline_date(entry.date, self._pack)


def _texts_of_item(item: ListItem) -> tuple[Text, ...]:
    below = tuple(text for one in item.sublist.items for text in _texts_of_item(one)) if item.sublist else ()
    return (item.text, *below)
