"""Page labels: what viewers call the pages is what their folios say (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from typing import Any

import pydyf

from report import locales
from report.model.locale import Pack


def label_pages(pdf: Any, pack: Pack) -> None:
    """Label the pages of the engine's file by their folios.

    The numbers of a file are written in European digits, roman numerals or Latin letters. Folios in other digits are
    prefixes, a page each, which viewers show as they are.
    """
    folios = [locales.in_digits(str(number), pack) for number in range(1, len(pdf.page_references) + 1)]
    numbers = pydyf.Array()
    if all(map(str.isascii, folios)):
        numbers += [0, pydyf.Dictionary({"S": "/D"})]
    else:
        for index, folio in enumerate(folios):
            numbers += [index, pydyf.Dictionary({"P": pydyf.String(folio)})]
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbers})
