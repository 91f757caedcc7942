"""The search for the smallest reserve, without an engine."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report.typeset.corrections.note_reserve import Call, Look, NoReserve, guess_reserve, next_reserve

LINE, HEIGHT = 13.0, 700.0

calls = st.lists(st.builds(Call, st.floats(0, HEIGHT - LINE), st.floats(8, 150)), max_size=30)


def need(on_page: list[Call], reserve: float) -> float:
    """What the notes need of the calls that a reserve leaves on the page."""
    return sum(call.note for call in on_page if call.pushed_at >= reserve)


@given(calls)
def test_the_search_ends_with_a_reserve_that_holds_the_notes(on_page: list[Call]) -> None:
    looks: list[Look] = []
    reserve: float | None = 0.0
    while reserve is not None:
        guess = guess_reserve(on_page, 0.0, reserve, LINE)
        looks.append(Look(reserve, need(on_page, reserve), False, LINE, guess))
        try:
            reserve = next_reserve(looks, HEIGHT)
        except NoReserve:
            assert need(on_page, HEIGHT - LINE) > HEIGHT - 2 * LINE
            return
    assert looks[-1].fits
    assert len(looks) < 20


@given(calls)
def test_a_guess_holds_the_notes_of_the_calls_it_leaves(on_page: list[Call]) -> None:
    reserve = guess_reserve(on_page, 0.0, 0.0, LINE)
    assert need(on_page, reserve) <= reserve + 0.01


def test_a_page_without_calls_is_kept_as_it_is() -> None:
    assert next_reserve([Look(0.0, 0.0, False, LINE, 0.0)], HEIGHT) is None
