from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from monazite import shock
from monazite.catalogue.texts import LANGS
from monazite.errors import InputError
from monazite.shock.response.ask import Ask
from monazite.shock.response.setting_of import setting
from monazite.shock.response.world.futures import CALM
from monazite.shock.scenarios.reading import packaged

if TYPE_CHECKING:
    from monazite.shock.response.results import Response

ANTIMONY = packaged("us-ban-2024-12")


def ask(**other: Any) -> Ask:
    usual: dict[str, Any] = {
        "countries": ("US",), "futures": ((ANTIMONY, 0.5),), "budget_musd": 200.0, "months": 18,
        "draws": 0,
    }  # fmt: skip
    return Ask(**{**usual, **other})


@cache
def antimony(budget: float, draws: int = 0) -> Response:
    return shock.respond(ask(budget_musd=budget, draws=draws))


def test_a_response_says_what_was_asked_and_what_it_rests_on() -> None:
    found = antimony(200.0)
    assert (found.scenario, found.countries, found.scope) == ("us-ban-2024-12", ("USA",), ("Sb",))
    assert (found.first, found.months, found.budget_musd) == ("2024-11", 18, 200.0)
    assert [(one.future, one.probability) for one in found.futures] == [
        ("us-ban-2024-12", 0.5),
        (CALM, 0.5),
    ]
    assert all(one.title.keys() == set(LANGS) for one in found.futures)
    named = {one.parameter for one in found.assumed} | {one.table for one in found.assumed}
    assert {"capex", "growth", "substitution", "shock-value-added"} <= named
    assert found.simulated == ()
    assert all(note.keys() == set(LANGS) and all(note.values()) for note in found.notes)
    assert any("round" in note["en"] for note in found.notes)


def test_more_money_never_loses_more() -> None:
    spent = [antimony(budget) for budget in (0.0, 20.0, 200.0)]
    assert spent[0].spent_musd == pytest.approx(0.0, abs=1e-9)
    assert spent[0].plan == ()
    for less, more in pairwise(spent):
        assert more.budget_musd is not None
        assert more.spent_musd <= more.budget_musd + 1e-6
        assert more.expected_musd <= less.expected_musd + 1e-6
    assert spent[0].expected_without_musd == pytest.approx(spent[0].expected_musd)


def test_the_plan_is_followed_in_as_many_draws_as_are_asked_for() -> None:
    (found,) = antimony(200.0, draws=2).simulated
    assert found.draws == 2
    assert found.without_musd.p5 <= found.without_musd.p95
    course = [one for one in antimony(200.0).course if one.future == found.future]
    assert found.planned_with_musd == pytest.approx(sum(one.with_musd for one in course))


def test_progress_tells_the_stages_in_their_order() -> None:
    seen: list[str] = []
    shock.respond(ask(), lambda stage, *_: seen.append(stage))
    order = list(dict.fromkeys(seen))
    assert order[0] == "world"
    assert order.index("building") < order.index("solving") < order.index("regret")


def test_a_use_that_the_planner_does_not_have_is_refused_with_those_it_has() -> None:
    with pytest.raises(InputError) as told:
        setting(ask(serve={"traction": 3}))
    assert told.value.field == "serve"
    assert "flame_retardants" in told.value.accepted


def test_a_country_that_the_model_does_not_have_is_refused() -> None:
    with pytest.raises(InputError) as told:
        setting(ask(countries=("FJ",)))
    assert told.value.field == "for"


def test_what_must_be_served_and_from_when_the_cap_holds_reach_the_limits() -> None:
    found = setting(
        ask(serve={"flame_retardants": 5}, cap=0.65, cap_from=date(2025, 2, 1), tail_weight=0.5)
    )
    model = found.world.model
    assert [model.sectors[model.users.sector[user]] for user in found.limits.service] == [
        "flame_retardants"
    ]
    assert found.limits.service_until.tolist() == [5]
    assert (found.limits.cap, found.limits.cap_from, found.limits.tail_weight) == (0.65, 3, 0.5)


def test_time_to_prepare_puts_the_shock_later() -> None:
    early = setting(ask(first=date(2024, 5, 1), months=24))
    late = setting(ask(months=18))
    shocks = [next(f for f in one.futures if f.name != CALM) for one in (early, late)]
    first = [int((one.permit + one.free).sum(axis=1).argmin()) for one in shocks]
    assert first[0] >= first[1]
    assert early.horizon.first == date(2024, 5, 1)
