"""Every text finds the message that belongs to it, whatever was put in, taken out, moved or renamed around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from report.localize.matching import match, unused
from report.model.catalog import Catalog, Translation, Unit
from tests.support.catalogs import catalog, message, translated, unit

ISLANDS = "A ferry to the outer islands leaves the old quay at nine each morning"


def standings(translations: Iterable[Translation]) -> list[str]:
    return [one.standing for one in translations]


def words(translations: Iterable[Translation]) -> list[str]:
    return [one.message.translations[0].text if one.message else "" for one in translations]


def is_carried(one: Translation) -> bool:
    """Whether the message was found under another context."""
    return one.message is not None and one.message.context != one.unit.context


def listed(block: str, *items: str) -> list[Unit]:
    return [unit(f"{block}/list/{number}", item) for number, item in enumerate(items, 1)]


def test_the_same_words_in_the_same_context_are_current() -> None:
    [found] = match([unit("islands/paragraph", ISLANDS)], catalog(message("islands/paragraph", ISLANDS, "Eine Fähre")))
    assert (found.standing, is_carried(found), found.previous) == ("current", False, "")


def test_a_fuzzy_message_is_stale_and_an_empty_one_missing() -> None:
    held = catalog(
        message("a/paragraph", "One boat", "Ein Boot", is_fuzzy=True, previous="A boat"),
        message("b/paragraph", "Two", ""),
    )
    one, two = match([unit("a/paragraph", "One boat"), unit("b/paragraph", "Two")], held)
    assert (one.standing, one.previous, two.standing) == ("stale", "A boat", "missing")
    assert two.message, "its comments are kept"


def test_other_words_in_the_same_context_are_stale_and_know_the_earlier_ones() -> None:
    [found] = match([unit("a/title", "Quays")], catalog(message("a/title", "Harbour dues", "Hafengebühren")))
    assert (found.standing, found.previous, is_carried(found)) == ("stale", "Harbour dues", False)


def test_a_message_that_was_never_settled_keeps_the_text_it_was_made_from() -> None:
    held = catalog(message("a/title", "Quays", "Hafengebühren", is_fuzzy=True, previous="Harbour dues"))
    [found] = match([unit("a/title", "Piers")], held)
    assert (found.standing, found.previous) == ("stale", "Harbour dues")


def test_a_text_that_is_changed_back_is_current_again() -> None:
    held = catalog(message("a/title", "Quays", "Hafengebühren", is_fuzzy=True, previous="Harbour dues"))
    assert standings(match([unit("a/title", "Harbour dues")], held)) == ["current"]


def test_a_renamed_block_keeps_its_translations() -> None:
    found = match(listed("isles", "One", "Two"), translated(listed("islands", "One", "Two")))
    assert standings(found) == ["current", "current"]
    assert words(found) == ["T islands/list/1 One", "T islands/list/2 Two"]
    assert all(is_carried(one) for one in found)


def test_a_renamed_block_with_one_word_changed_is_stale_and_keeps_its_translation() -> None:
    [found] = match([unit("isles/paragraph", f"{ISLANDS}.")], translated([unit("islands/paragraph", ISLANDS)]))
    assert (found.standing, found.previous, is_carried(found)) == ("stale", ISLANDS, True)


def test_a_new_item_makes_no_neighbour_stale() -> None:
    found = match(listed("a", "One", "New", "Two", "Three"), translated(listed("a", "One", "Two", "Three")))
    assert standings(found) == ["current", "missing", "current", "current"]


def test_a_new_item_beside_a_changed_one_is_not_taken_for_it() -> None:
    found = match(listed("a", "New", f"{ISLANDS}.", "Two"), translated(listed("a", ISLANDS, "Two")))
    assert standings(found) == ["missing", "stale", "current"]
    assert found[1].previous == ISLANDS


def test_a_deleted_item_leaves_its_message_unused() -> None:
    held = translated(listed("a", "One", "Two", "Three"))
    found = match(listed("a", "One", "Three"), held)
    assert standings(found) == ["current", "current"]
    assert [one.source for one in unused(found, held)] == ["Two"]


def test_a_new_text_does_not_take_a_translation_from_elsewhere() -> None:
    held = translated([unit("a/title", "Notes")])
    found = match([unit("a/title", "Notes"), unit("b/title", "Notes")], held)
    assert standings(found) == ["current", "missing"]


def test_the_same_words_may_be_translated_differently() -> None:
    held = catalog(message("a/title", "Notes", "Noten"), message("b/title", "Notes", "Anmerkungen"))
    found = match([unit("b/title", "Notes"), unit("a/title", "Notes")], held)
    assert words(found) == ["Anmerkungen", "Noten"]


def test_a_text_that_returns_takes_its_message_out_of_the_store() -> None:
    held = catalog(message("a/paragraph", ISLANDS, "Eine Fähre", is_obsolete=True))
    assert standings(match([unit("b/paragraph", ISLANDS)], held)) == ["current"]
    assert not unused([], held)


def test_a_new_text_is_not_taken_for_one_that_was_deleted_long_ago() -> None:
    held = catalog(message("a/list/3", "Harbour dues", "Hafengebühren", is_obsolete=True))
    assert standings(match([unit("a/list/3", "Quays")], held)) == ["missing"]


def test_an_empty_message_does_not_hide_a_translation_of_the_same_words() -> None:
    held = catalog(message("b/paragraph", ISLANDS, ""), message("a/paragraph", ISLANDS, "Eine Fähre"))
    [found] = match([unit("b/paragraph", ISLANDS)], held)
    assert (found.standing, words([found])) == ("current", ["Eine Fähre"])


def test_words_of_the_templates_are_not_taken_for_texts() -> None:
    held = catalog(message("", "Imprint", "Impressum"))
    found = match([unit("imprint", "Imprint")], held)
    assert standings(found) == ["missing"]
    assert not unused(found, held)


def table(rows: Sequence[tuple[str, ...]]) -> list[Unit]:
    return [
        unit(f"ports/table/rows/{row}/{column}", cell)
        for row, cells in enumerate(rows, 1)
        for column, cell in enumerate(cells, 1)
    ]


def ports_catalog(ports: Sequence[str]) -> Catalog:
    """Return a catalog in which every “none” of a table is translated with its row."""
    cells = [cell for port in ports for cell in ((port, port), ("none", f"keine {port}"), ("none", f"keiner {port}"))]
    units = table([(port, "none", "none") for port in ports])
    return catalog(
        *(message(one.context, source, translation) for one, (source, translation) in zip(units, cells, strict=True))
    )


@given(
    st.permutations(["Arle", "Brae", "Crome", "Dorn", "Elm"]), st.sets(st.integers(0, 4)), st.sets(st.integers(0, 4))
)
def test_each_cell_stays_with_its_row(order: list[str], gone: set[int], new: set[int]) -> None:
    rows = []
    for at, port in enumerate(order):
        rows += [(f"New {at}", "some", "more")] if at in new else []
        rows += [] if at in gone else [(port, "none", "none")]
    found = match(table(rows), ports_catalog(sorted(order)))
    for (port, *_), cells in zip(rows, [found[at : at + 3] for at in range(0, len(found), 3)], strict=True):
        if not port.startswith("New"):
            assert words(cells) == [port, f"keine {port}", f"keiner {port}"]


def test_a_cell_that_changes_moves_no_other_cell() -> None:
    cells = [("none",), ("none",), ("none",), ("none",)]
    held = translated(table(cells))
    found = match(table([("some",), ("none",), ("several",), ("none",)]), held)
    assert standings(found) == ["stale", "current", "stale", "current"]
    assert [one.message.context for one in found if one.message] == [one.context for one in held.messages]


@dataclass(frozen=True)
class Item:
    """An item of a list: the words it had, or none if it is new, and those it has."""

    before: str
    now: str


Brief = dict[str, list[Item]]

_VOCABULARY = st.sampled_from(
    [
        "ferry",
        "quay",
        "tide",
        "harbour",
        "pilot",
        "cargo",
        "island",
        "winter",
        "crane",
        "rope",
        "signal",
        "depth",
        "anchor",
    ]
)
_TEXTS = st.lists(_VOCABULARY, min_size=8, max_size=14).map(" ".join)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Brief, Brief]:
    """Return a brief of lists, and the same after edits."""
    numbers = count(1)
    before: Brief = {}
    for block in ("alpha", "beta", "gamma"):
        texts = [f"{draw(_TEXTS)} {next(numbers)}x" for _ in range(draw(st.integers(1, 5)))]
        before[block] = [Item(text, text) for text in texts]
    after = {block: list(items) for block, items in before.items()}
    for _ in range(draw(st.integers(1, 6))):
        block = draw(st.sampled_from(sorted(after)))
        items = after[block]
        at = draw(st.integers(0, max(len(items) - 1, 0)))
        match draw(st.sampled_from(("change", "insert", "delete", "swap", "move", "rename"))):
            case "change" if items and items[at].before == items[at].now:
                items[at] = replace(items[at], now=f"{items[at].now} altogether")
            case "insert":
                items.insert(at, Item("", f"Nothing of the kind {next(numbers)}y"))
            case "delete" if items:
                del items[at]
            case "swap" if len(items) > 1:
                items[at], items[at - 1] = items[at - 1], items[at]
            case "move" if items:
                after[draw(st.sampled_from(sorted(after)))].append(items.pop(at))
            case "rename":
                after[f"{block}-{next(numbers)}"] = after.pop(block)
    return before, after


def units_of(brief: Brief) -> list[Unit]:
    return [one for block, items in brief.items() for one in listed(block, *(item.now for item in items))]


@given(edited())
def test_edits_leave_every_untouched_text_with_its_own_translation(briefs: tuple[Brief, Brief]) -> None:
    before, after = briefs
    held = catalog(*(message(one.context, one.source, f"T {one.source}") for one in units_of(before)))
    found = match(units_of(after), held)
    for item, one in zip([item for items in after.values() for item in items], found, strict=True):
        if item.before == item.now:
            assert (one.standing, words([one])) == ("current", [f"T {item.now}"])
        else:
            assert one.standing != "current"


@given(edited(), st.data())
def test_one_edit_makes_exactly_one_text_stale_or_missing(briefs: tuple[Brief, Brief], data: st.DataObject) -> None:
    units = units_of(briefs[0])
    at = data.draw(st.integers(0, len(units) - 1))
    changed = [*units]
    changed[at] = unit(units[at].context, data.draw(st.sampled_from(("Altogether new", f"{units[at].source} again"))))
    found = match(changed, translated(units))
    assert standings(found) == ["stale" if place == at else "current" for place in range(len(units))]
    assert found[at].previous == units[at].source


def test_the_order_of_the_catalog_means_nothing() -> None:
    units = table([("Arle", "none"), ("Brae", "none"), ("Crome", "none")])
    held = translated(units)
    backwards = replace(held, messages=held.messages[::-1])
    changed = table([("Arle", "none"), ("New", "none"), ("Crome", "none"), ("Brae", "none")])
    assert words(match(changed, held)) == words(match(changed, backwards))
