"""The house: who publishes, under which terms, and what it changes about the look."""

from __future__ import annotations

from report.findings import Mark
from report.model.brief import Design, House, Licence
from report.model.manuscript import Node
from report.validate.reader import Reader
from report.validate.shapes import HOUSE
from report.validate.values import Values


def read_house(reader: Reader, node: Node | None) -> House:
    """Read ``content/house.yaml``; what is missing or unsound is empty."""
    values = reader.record(node, HOUSE, Mark("content/house.yaml"))
    return House(
        publisher=values.get("publisher", ""),
        department=values.get("department", ""),
        address=values.get("address", ()),
        contact=values.get("contact", ""),
        series=values.get("series", ""),
        series_number=values.get("series-number", ""),
        licence=_licence(values.get("licence", None)),
        imprint=values.get("imprint", ()),
        design=_design(values),
        mark=values.mark,
    )


def _licence(values: Values | None) -> Licence:
    return Licence(values["name"], values["address"], values["holder"]) if values else Licence("", "", "")


def _design(values: Values) -> Design:
    design: Values | None = values.get("design", None)
    if design is None:
        return Design({}, {}, values.mark)
    return Design(design["faces"], design.get("tokens", {}), design.mark)
