"""The contact of a house is an e-mail address or a page, and a link on it leads there."""

from dataclasses import replace

import pytest

from tests.support.apparatus import edition_of, rules


@pytest.mark.parametrize(
    ("contact", "leads_to"),
    [("desk@example.org", "mailto:desk@example.org"), ("https://example.org/desk", "https://example.org/desk")],
)
def test_the_contact_can_be_followed(contact: str, leads_to: str) -> None:
    house = edition_of(["Words."], "en-GB", rules()).brief.house
    assert replace(house, contact=contact).contact_address == leads_to
