"""Substitution programmes in cases that are worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.response_by_hand import NEED, by_hand, limits, programme, solved


def test_a_programme_replaces_its_part_once_it_is_ready() -> None:
    """Half of the magnets from month 2 on; stopped in months 1 to 6: 250 of 600 are saved for 5."""
    made, found = solved(by_hand(12, range(1, 7), programmes=programme()))
    assert found.values[made.substitution.done][:, 0] == pytest.approx([0, 0] + [1] * 10)
    assert found.objective == pytest.approx(350 + 5)


def test_half_a_programme_replaces_half_of_its_part() -> None:
    given = by_hand(12, range(1, 7), programmes=programme(), limits=limits(budget=2.5))
    _, found = solved(given)
    assert found.objective == pytest.approx(475 + 2.5)
    _, whole = solved(replace(given, whole=True))
    assert whole.objective == pytest.approx(600)


def test_a_programme_adds_to_what_gives_way_by_itself() -> None:
    given = by_hand(12, range(1, 7), programmes=programme())
    world = given.world._replace(replaced=given.world.replaced + 0.2 * NEED)
    _, found = solved(replace(given, world=world))
    assert found.objective == pytest.approx(600 - 6 * 20 - 250 + 5)


def test_no_more_is_replaced_than_is_used() -> None:
    """Nine tenths give way by themselves: a fifth of the programme is enough, from month 2 on."""
    given = by_hand(12, range(1, 7), programmes=programme())
    world = given.world._replace(replaced=given.world.replaced + 0.9 * NEED)
    _, found = solved(replace(given, world=world))
    assert found.objective == pytest.approx(10 + 0.2 * 5)
