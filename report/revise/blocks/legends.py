"""What stands around figures, tables and timelines, and pictures themselves."""

from __future__ import annotations

from dataclasses import replace

from report.model.blocks import Figure, Legend, Picture, Table, Timeline
from report.model.text import Foreign, Text, Words
from report.revise.blocks.parts import PartWeaver
from report.revise.journal import Place
from report.revise.pieces import NOWHERE, in_words

Captioned = Figure | Table | Timeline


class LegendWeaver(PartWeaver):
    """Weaves legends: the caption, which is read first, then what stands below."""

    def picture(self, old: Figure, new: Figure, place: Place) -> None:
        """Write down that a figure has another picture."""
        before, after = (replace(one.picture, standing="current") for one in (old, new))
        if before != after:
            is_redrawn = before.wording != after.wording
            said = (_said_of(before, with_words=is_redrawn), _said_of(after, with_words=is_redrawn))
            self.weaver.journal.thing(f"{new.id}/picture", place.as_part("picture"), old.picture, new.picture, said)

    def caption(self, old: Captioned, new: Captioned, place: Place) -> Text:
        """Return the captions of two blocks as one."""
        return self.weaver.woven(old.legend.caption, new.legend.caption, place.as_part("caption"))

    def around(self, old: Captioned, new: Captioned, caption: Text, place: Place) -> Legend:
        """Return the legends of two blocks as one, below a caption that is woven already."""
        before, after = old.legend, new.legend
        self.thing(f"{new.id}/alternative", before.alternative, after.alternative, place.as_part("alternative-text"))
        self.thing(f"{new.id}/spans", before.spans, after.spans, place)
        source = self.weaver.woven(before.source, after.source, place.as_part("source"))
        credit = self.weaver.woven(before.credit, after.credit, place.as_part("credit"))
        return replace(after, caption=caption, source=source, credit=credit)


def _said_of(picture: Picture, *, with_words: bool) -> Text:
    """Return what tells a picture apart: its file with the digest of its bytes, and the words that are drawn in it.

    File and digest are set apart from a text that is read from the right.
    """
    file = Words(f"{picture.path.rpartition('/')[2]} ({picture.sha256[:8]})", NOWHERE)
    drawn = " · ".join(filter(None, picture.wording)) if with_words else ""
    return Foreign((file,), "", "ltr", NOWHERE), *in_words(f": {drawn}" if drawn else "")
