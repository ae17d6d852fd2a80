from __future__ import annotations

import pytest

from monazite.chain.figures import REPORTED, Figure
from monazite.chain.packaged.choice import choose
from monazite.chain.packaged.ladder import Flow, Step, Use
from monazite.chain.packaged.steps import by_product, mine
from monazite.chain.packaged.users import User, apparent, national
from monazite.chain.packaged.ways import onward, selling


def figure(value: float) -> Figure:
    return Figure(value, "t", 2024, "somebody", REPORTED)


def flow(seller: str, buyer: str, amount: float) -> Flow:
    return Flow("GRAPHITE", "mining", seller, buyer, figure(amount))


def test_a_buyer_takes_from_all_who_have_some_to_spare_as_much_as_each_has_of_the_whole() -> None:
    ways = list(selling("GRAPHITE", "mining", {"CHN": 75, "BRA": 25}, {"POL": 8}, ()))
    assert {one.source.country: one.guess for one in ways} == {"CHN": 6, "BRA": 2}


def test_the_united_states_take_from_whom_their_statistics_say() -> None:
    ways = selling("Sb", "refining", {"CHN": 75, "BEL": 5, "VNM": 20}, {"USA": 100}, ())
    found = {one.source.country: one for one in ways}
    assert found["CHN"].guess == pytest.approx(55)
    assert found["BEL"].guess == pytest.approx(12)
    assert found["CHN"].rows == ("us-import-sources/antimony/total-metal-and-oxide/CN",)
    # Printed are 55 + 12 + 8 + 6: what is left is divided among makers that are not printed.
    assert found["VNM"].guess == pytest.approx(19)


def test_members_of_the_union_take_from_whom_the_study_says() -> None:
    ways = selling("Sb", "refining", {"CHN": 60, "BEL": 40}, {"DEU": 100}, ())
    assert {one.source.country: round(one.guess) for one in ways} == {"CHN": 30, "BEL": 21}


def test_nothing_more_goes_where_a_flow_is_known_to_be_all() -> None:
    ways = selling("GRAPHITE", "mining", {"CHN": 75, "BRA": 25}, {"POL": 8}, {("CHN", "POL")})
    assert {(one.source.country, one.target.country) for one in ways} == {("BRA", "POL")}


def ore(*flows: Flow, whole: bool) -> dict[tuple[str, str], float]:
    """Ways of ore: Russia mines 30, China 50, Iran 5; smelters of China take 70, of Vietnam 10."""
    mines = mine("Sb", {one: choose([figure(t)]) for one, t in MINED.items()})
    smelters = Step(
        "Sb",
        "refining",
        {one: choose([figure(t)]) for one, t in SMELTED.items()},
        ("Sb", "mining"),
        {},
        None,
    )
    ways = onward(mines, smelters, {}, 2024, uses=(), flows=flows, whole=whole)
    return {(one.source.country, one.target.country): one.guess for one in ways}


MINED = {"RUS": 30, "CHN": 50, "IRN": 5}
SMELTED = {"CHN": 70, "VNM": 10}


def test_ore_goes_straight_from_who_has_it_to_who_works_it() -> None:
    assert ore(whole=False) == pytest.approx(
        {
            ("RUS", "CHN"): 20 * 30 / 35,
            ("IRN", "CHN"): 20 * 5 / 35,
            ("RUS", "VNM"): 10 * 30 / 35,
            ("IRN", "VNM"): 10 * 5 / 35,
        }
    )


def test_what_a_printed_flow_does_not_show_goes_beside_it_and_not_another_way() -> None:
    shown = Flow("Sb", "mining", "RUS", "CHN", figure(2))
    beside = ore(shown, whole=False)
    # Russia has 28 left, China lacks 18; who has more to spare than Iran gives more.
    assert beside["RUS", "CHN"] == pytest.approx(18 * 28 / 33)
    assert {seller for seller, _ in beside} == {"RUS", "IRN"}
    assert ("RUS", "CHN") not in ore(shown, whole=True)


def test_a_country_that_only_passes_goods_on_is_sent_nothing_by_a_guess() -> None:
    passed = Flow("Sb", "mining", "IRN", "CHN", figure(25))
    assert not any("IRN" in pair for pair in ore(passed, whole=False))


@pytest.mark.parametrize(("rest", "sellers"), [(True, {"RUS", "IRN"}), (False, {"IRN"})])
def test_who_lacks_some_goes_before_a_use_that_only_takes_what_is_left(
    rest: bool, sellers: set[str]
) -> None:
    mines = mine("Sb", {one: choose([figure(20)]) for one in ("RUS", "IRN")})
    smelters = Step(
        "Sb", "refining", {"CHN": choose([figure(30)])}, ("Sb", "mining"), {}, recovery=None
    )
    users = {"RUS": User(20, (), rest=rest)}
    ways = onward(mines, smelters, users, 2024, uses=(), flows=(), whole=False)
    assert {one.source.country for one in ways if one.target.kind == "market"} == sellers


def test_no_way_is_sought_for_a_use_that_is_printed() -> None:
    step = by_product("Ge", "refining", {"CHN": choose([figure(100)])})
    users = {"USA": User(20, (), rest=False), "JPN": User(10, (), rest=False)}
    printed = [Use("Ge", "refining", "USA", "optics", figure(5))]
    ways = list(onward(step, None, users, 2024, uses=printed, flows=(), whole=True))
    used = {one.target.country for one in ways if one.target.kind == "use"}
    assert used == {"JPN"}
    sold = {one.target.country: one.guess for one in ways if one.target.kind == "market"}
    assert sold == {"JPN": pytest.approx(10), "USA": pytest.approx(5 * 0.23)}


def test_a_guess_of_use_is_divided_among_all_sectors() -> None:
    step = by_product("Ge", "refining", {"CHN": choose([figure(100)])})
    ways = onward(
        step, None, {"JPN": User(10, (), rest=False)}, 2024, uses=(), flows=(), whole=True
    )
    used = [one.guess for one in ways if one.target.kind == "use"]
    assert len(used) == 4
    assert sum(used) == pytest.approx(10)


def test_apparent_use_is_what_is_made_and_bought_and_not_sold() -> None:
    mines = mine("GRAPHITE", {"CHN": choose([figure(100)]), "MOZ": choose([figure(30)])})
    flows = [flow("CHN", "POL", 20), flow("MOZ", "CHN", 50), flow("POL", "DEU", 5)]
    found = apparent(mines, None, flows)
    assert {place: one.guess for place, one in found.items()} == {"CHN": 130, "DEU": 5, "POL": 15}
    assert apparent(mines, None, flows, leave={"CHN"}).keys() == {"DEU", "POL"}


@pytest.mark.parametrize(
    ("material", "stage"),
    [
        ("Sb", "refining"),
        ("W", "metal"),
        ("Ga", "metal"),
        ("Ge", "refining"),
        ("GRAPHITE", "refining"),
    ],
)
def test_parts_of_the_worlds_use_add_up(material: str, stage: str) -> None:
    users = national(material, stage, 100, 2024)
    assert sum(one.guess for one in users.values()) == pytest.approx(100)
