"""The eleven notes of the shipped brief, and the bibliography, as the house prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.desk import Desk
from report.order import Order
from report.production import Prepared, prepare
from tests.support.apparatus import all_folded, bibliography_of, notes_of

PROJECT = Path(__file__).resolve().parents[3]

NOTES = """\
Andreeva, *Russia and Iran in the Great Game. Travelogues and Orientalism*, 2007, 13.
Belopolsky, *Russia and the Challengers. Russian Alignment with China, Iran and Iraq in the Unipolar Era*, 2009, 1.
Warnaar, *Iranian Foreign Policy during Ahmadinejad. Ideology and Actions*, 2013, 64.
Farhi, *Why Rohani*, 2013.
Tabaar, *Iran’s Russian Turn. The Start of a New Alliance*, 2015.
*Ibid.*
Kozhanov, *Understanding the Revitalization of Russian-Iranian Relations*, 2015, 10.
Sharafedin and Francis, *Iran’s Revolutionary Guards Reap Economic Rewards in Syria*, 2017.
Kozhanov, *Understanding the Revitalization of Russian-Iranian Relations*, 2015, 12.
*Ibid.*
Borshchevskaya, *How Russia Views the Iran Nuclear Talks*, 2015.
""".splitlines()

REFERENCES = """\
Andreeva, Elena. *Russia and Iran in the Great Game: Travelogues and Orientalism.* London: Routledge, 2007.
Belopolsky, Helen. *Russia and the Challengers: Russian Alignment with China, Iran and Iraq in the Unipolar Era.* \
Basingstoke: Palgrave Macmillan, 2009.
Borshchevskaya, Anna. *How Russia Views the Iran Nuclear Talks.* Washington Institute for Near East Policy, 2015.
Farhi, Farideh. *Why Rohani.* 2013.
Kozhanov, Nikolay. *Understanding the Revitalization of Russian-Iranian Relations.* \
Moscow: Carnegie Moscow Center, 2015.
Sharafedin, Bozorgmehr, and Ellen Francis. “Iran’s Revolutionary Guards Reap Economic Rewards in Syria”. \
Reuters, 19 January 2017.
Tabaar, Mohammad Ayatollahi. “Iran’s Russian Turn: The Start of a New Alliance”. *Foreign Affairs*, 2015.
Warnaar, Maaike. *Iranian Foreign Policy during Ahmadinejad: Ideology and Actions.* \
New York: Palgrave Macmillan, 2013.
""".splitlines()


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return prepare(Order(PROJECT, "iran-russia-nexus", "en-GB", ()), Desk())


def test_the_eleven_notes_print_as_the_fact_sheet_has_them(prepared: Prepared) -> None:
    assert notes_of(prepared.apparatus) == all_folded(NOTES)


def test_the_bibliography_lists_every_source_in_full_and_in_order(prepared: Prepared) -> None:
    assert bibliography_of(prepared.apparatus) == all_folded(REFERENCES)
