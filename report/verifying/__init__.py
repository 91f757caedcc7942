"""Finished files to the proof of what they are: which edition, and whether each is as it was made and published.

What a file says of itself (``said``) and its seal (``report.seal``) are read from its plain bytes, so neither a spoilt
file nor a hostile one can do harm there. Its digest is looked for in the manifests that were written with the releases
(``manifests``), the sources inside it are compared with their own (``inside``), and if that is wished it is made again
by a process of its own and compared byte by byte (``rebuilding``); ``reasons`` says why another file came out.
"""

from __future__ import annotations

from report.verifying.verdict import STATUSES, Answer, Wish
from report.verifying.verify import verify

__all__ = ["STATUSES", "Answer", "Wish", "verify"]
