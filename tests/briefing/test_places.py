from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.briefing.places import keyed, name_of, places, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief


def test_home_stands_apart_from_everywhere_else(may: Brief) -> None:
    home, elsewhere = places(may)
    assert (home.name, elsewhere.name) == ("China", "Elsewhere")
    law = [group for group in may.law.groups if group.effect != "not_law"]
    assert home.count + elsewhere.count == sum(len(group.lines) for group in law)
    assert len(law) < len(may.law.groups)
    prohibited = dict(elsewhere.groups)["Prohibitions"]
    assert name_of(prohibited[0], "en") == "DR Congo: Cobalt export suspension"
    assert not name_of(dict(home.groups)["Prohibitions"][0], "en").startswith("China")


def test_only_home_where_nothing_else_was_in_force(briefing: Callable[..., Brief]) -> None:
    assert [place.name for place in places(briefing("2010-10"))] == ["China"]


def test_marked_days_are_explained_once(may: Brief) -> None:
    assert keyed(may) == {"rare_earths", "minor"}


def test_what_cannot_be_said_is_one_sentence_for_each_reason(
    briefing: Callable[..., Brief],
) -> None:
    assert unknown(briefing("2025-05")) == []
    ((sentence, sources),) = unknown(briefing("2026-01/02"))
    assert sentence.startswith("Change on the month before; Value, on the month before")
    assert sources == ("rare-earths/2026-01/02", "magnets/2026-01/02/WORLD")
