"""The specimen's bitmap is the one its script draws."""

from __future__ import annotations

import io

from PIL import Image

from tests.support.draw_quay import PICTURE, draw
from tests.support.findings import ROOT


def test_the_committed_picture_is_the_one_drawn() -> None:
    drawn, kept = Image.open(io.BytesIO(draw())), Image.open(ROOT / PICTURE)
    assert drawn.tobytes() == kept.tobytes()
