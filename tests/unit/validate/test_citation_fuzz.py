"""Random citations, sound and spoilt: nothing falls over, nothing takes a second, no letter is lost without a finding.

``REPORT_FUZZ_CASES=200000`` tries as many as one likes; the seed makes the same ones every time.
"""

from __future__ import annotations

import re
import time
from random import Random

from report.findings import Mark
from report.locales import Shelf
from report.model.manuscript import ScalarNode, Stretch
from report.validate.kinds import Prose
from report.validate.locator_forms import locator_forms
from report.validate.markdown import read_prose
from tests.support.cases import cases
from tests.support.random_citations import expected_of_text, letters, spoilt_citations

FORMS = locator_forms(Shelf.of(None))

CASES = cases(4000)
SEED = 3


def test_random_citations_are_read_or_reported() -> None:
    rng = Random(SEED)
    sound = 0
    for number in range(CASES):
        source = spoilt_citations(rng)
        node = ScalarNode(source, "text", Mark("a.yaml"), (Stretch(0, 1, 1),))
        begun = time.process_time()
        reading = read_prose(node, Prose(notes=True), FORMS)
        assert time.process_time() - begun < 1, (number, source)
        if not reading.findings:
            sound += 1
            assert re.fullmatch(expected_of_text(reading.text), letters(source)), (number, source)
    assert sound > CASES / 10
