"""The table of levers, from outside: one draw of gallium and germanium on the plain engine."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.shock.leverage.asking import leverage
from monazite.shock.leverage.reading import lever
from monazite.shock.scenarios.schema import Release
from support.shock_leverage import BAN, middle

if TYPE_CHECKING:
    from monazite.shock.leverage.results import Leverage, LeverRow
    from monazite.shock.leverage.schema import Lever

pytestmark = pytest.mark.usefixtures("_plain")


def row(found: Leverage, other: str, months: int) -> LeverRow:
    (one,) = [x for x in found.rows if (x.other.country, x.months) == (other, months)]
    return one


def test_a_ban_costs_its_target_more_than_others_and_the_seller_its_sales(table: Leverage) -> None:
    target, others = row(table, "USA", 3), row(table, "JPN", 3)
    assert middle(target.holder.unsold) > 0
    assert middle(target.other.lost) >= 0
    assert middle(target.holder.revenue) > middle(others.holder.revenue)


def test_revenue_is_both_effects_together(table: Leverage) -> None:
    for one in table.rows:
        for side in (one.holder, one.other):
            if side.revenue.band is not None:
                parts = middle(side.unsold) - middle(side.price)
                assert middle(side.revenue) == pytest.approx(parts, abs=1e-6)


def test_the_world_is_everybody_else(table: Leverage) -> None:
    """Sales to all add up: what the world does not buy is what its parts do not."""
    named = sum(middle(row(table, name, 3).holder.unsold) for name in ("USA", "JPN"))
    rest = middle(row(table, "WORLD", 3).holder.unsold) - named
    assert (
        middle(row(table, "WORLD", 3).other.lost) >= middle(row(table, "USA", 3).other.lost) - 1e-6
    )
    assert rest < middle(row(table, "USA", 3).holder.unsold)


def test_a_month_is_the_same_however_long_the_run(table: Leverage) -> None:
    shorter = leverage([BAN], destinations=["US"], horizons=(1,), pause=21, draws=1)
    one, same = row(shorter, "USA", 1), row(table, "USA", 1)
    for name in ("unsold", "price", "revenue"):
        found, known = getattr(one.holder, name), getattr(same.holder, name)
        assert middle(found) == pytest.approx(middle(known), rel=1e-6, abs=1e-9)
    assert middle(one.other.lost) == pytest.approx(middle(same.other.lost), abs=1e-6)


def test_nobody_stands_against_itself(table: Leverage) -> None:
    assert {one.other.country for one in table.rows} == {"USA", "JPN", "WORLD"}


def test_a_lever_without_a_figure_is_listed_with_its_reason(table: Leverage) -> None:
    heads = {one.id: one for one in table.levers}
    assert not heads["us-chips"].known
    assert heads["us-chips"].why is not None
    assert {one.lever for one in table.rows} == {BAN}


def test_measures_are_told_with_their_state_on_the_day(table: Leverage) -> None:
    (one,) = next(head for head in table.levers if head.id == BAN).measures
    assert one.measure == "CN-2024-46-P2"
    assert one.state in {"suspended", "in_force", "ambiguous"}


def test_what_is_held_back_is_what_the_target_must_replace(table: Leverage) -> None:
    head = next(head for head in table.levers if head.id == BAN)
    clock = next(one for one in table.clocks if one.other == "USA")
    assert {*head.goods} <= {one.good for one in clock.free.stages} | {"Ge/refining"}
    assert clock.free.month is not None or clock.free.reason in {"never", "unknown"}


def test_a_pause_gives_back_some_of_what_the_ban_keeps(table: Leverage) -> None:
    (one,) = [x for x in table.pauses if (x.other.country, x.months) == ("USA", 3)]
    assert 0 < middle(one.holder.tonnes) < middle(row(table, "USA", 3).holder.unsold)
    known = [one.holder.output, one.holder.revenue, one.other.output]
    assert middle(one.total) == pytest.approx(sum(map(middle, known)), abs=1e-6)
    assert one.both in {0.0, 1.0}


def test_the_head_says_what_was_run_and_every_draw_is_told() -> None:
    told: list[tuple[int, int]] = []
    found = leverage(
        [BAN], destinations=["US"], horizons=(1,), pause=7, draws=1,
        told=lambda done, total: told.append((done, total)),
    )  # fmt: skip
    assert (found.first_day, found.world_year, found.draws) == ("2027-01-01", 2024, 1)
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"levers": ["cn-moon"]}, "lever"),
        ({"levers": []}, "levers"),
        ({"levers": [BAN, BAN]}, "levers"),
        ({"destinations": ["Atlantis"]}, "destinations"),
        ({"horizons": ()}, "horizons"),
        ({"horizons": (0,)}, "horizons"),
        ({"start": date(2027, 1, 2)}, "start"),
        ({"draws": 0}, "draws"),
        ({"draws": 1_000_000}, "draws"),
        ({"pause": 0}, "pause"),
        ({"pause_from": 9999}, "pause_from"),
        ({"seed": -1}, "seed"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_its_field(asked: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as error:
        leverage(**{"levers": [BAN], **asked})  # type: ignore[arg-type]
    assert error.value.field == field


def short(name: str, **changes: object) -> Lever:
    """The ban where nobody has stocks and nothing else does."""
    ban = lever(BAN)
    assert ban.scenario is not None
    knobs = {"user_cover": 1.0, "market_cover": 0.5, "substitution": 0.0, "hoarding": 1.0}
    scenario = ban.scenario.model_copy(update={"assume": knobs, **changes})
    return ban.model_copy(update={"id": name, "scenario": scenario})


def test_where_nobody_has_stocks_a_ban_bites_soon_and_a_release_softens_it() -> None:
    release = {"good": "Ge/refining", "country": "US", "tonnes": 20, "from": "2024-12-10"}
    stock = Release.model_validate({**release, "until": "2025-02-10"})
    told = {"kind": "answer", "on": "own-ban", "holder": "USA"}
    answer = short("own", stockpile=(stock,), announced=()).model_copy(update=told)
    found = leverage([short("own-ban"), answer], horizons=(3,), draws=1)
    harm = next(x for x in found.rows if (x.lever, x.other.country) == ("own-ban", "USA"))
    relief = next(x for x in found.rows if (x.lever, x.other.country) == ("own", "WORLD"))
    assert middle(harm.other.lost) > 0
    assert -middle(harm.other.lost) <= middle(relief.holder.lost) < 0
    assert middle(found.clocks[0].halts) < 13
    assert found.clocks[0].bites_draws == 1
    assert {row.parameter for row in found.assumed if row.confidence == "scenario"} >= {
        "user_cover"
    }
    with pytest.raises(InputError, match="own-ban"):
        leverage([answer], draws=1)


def test_what_a_lever_assumes_is_no_effect_of_it() -> None:
    """Knobs hold with the lever and without it: nothing done changes nothing."""
    idle = short("idle", announced=()).model_copy(update={"measures": ()})
    found = leverage([idle], destinations=["US"], horizons=(3,), draws=1)
    for one in found.rows:
        assert [middle(one.other.lost), middle(one.holder.lost), middle(one.holder.unsold)] == [
            0
        ] * 3


@pytest.mark.slow
def test_all_packaged_levers_run_and_a_stop_of_magnets_bites() -> None:
    found = leverage(draws=1, horizons=(3, 12))
    assert {one.lever for one in found.rows} == {one.id for one in found.levers if one.known}
    bites = {(one.lever, one.other): one.bites.band for one in found.clocks}
    assert bites["cn-magnet-stop", "DEU"] is not None
    answers = [one for one in found.rows if one.lever == "jp-stock-release"]
    assert middle(answers[-1].holder.lost) < 0
    duties = [one for one in found.rows if one.lever == "us-duties-100"]
    assert {one.other.price.reason for one in duties} == {"duty"}
    assert {one.lever for one in found.pauses}.isdisjoint({"jp-stock-release"})
