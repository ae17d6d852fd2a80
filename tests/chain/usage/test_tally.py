"""What goods say, counted: cases that a person of the field can write, and sums that agree."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.chain.usage.tally import Amount, tally, together
from monazite.law.statement import READERS
from monazite.licensing.fields import vocabularies
from support.usage import delivery

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/chain/usage.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_what_the_field_says(case: dict[str, Any]) -> None:
    said = case["goods"]
    kg = Decimal(said["kg"]) if "kg" in said else None
    elements, groups = READERS["contains"](said["contains"])
    given = delivery(
        form=said["form"],
        contains=(*(elements or ()), *((group, None) for group in sorted(groups))),
        sector=said["sector"],
        military=said.get("military"),
        licensed_kg=kg,
        released_kg=kg,
    )
    found = tally([given])
    if "why" in case:
        assert {each.why for each in found.uncounted} == {case["why"]}
        assert found.amounts == ()
        assert found.partial == (case["why"] != "nothing")
        return
    by_element = {each.element: each for each in found.amounts}
    wanted = {element: Decimal(tonnes) for element, tonnes in case["tonnes"].items()}
    got = {element: by_element[element].released.quantize(Decimal("1e-8")) for element in wanted}
    assert got == wanted
    assert by_element.keys() - {"REE"} == wanted.keys() - {"REE"}
    for element in wanted.keys() - {"REE"}:
        each = by_element[element]
        assert {name: getattr(each, name) for name in case["called"]} == case["called"]
    assert not found.partial


def test_rare_earths_together_are_the_sum_of_their_oxides() -> None:
    (amount,) = (
        each
        for each in tally([delivery(contains=(("Nd", Decimal("0.27")), ("Dy", Decimal("0.03"))))]).amounts
        if each.element == "REE"
    )  # fmt: skip
    assert float(amount.released) == pytest.approx(0.27 * 1.166377 + 0.03 * 1.147683, abs=1e-12)


def test_a_rare_earth_of_unknown_part_leaves_their_sum_unknown() -> None:
    found = tally([delivery(contains=(("Nd", Decimal("0.27")), ("Dy", None)))])
    assert [each.element for each in found.amounts] == ["Nd"]
    assert {(each.why, each.element) for each in found.uncounted} == {
        ("content", "Dy"),
        ("content", "REE"),
    }


def test_every_sector_of_the_form_has_a_place_in_the_networks() -> None:
    sectors = {"traction", "industrial_motors", "wind", "electronics", "defence", "medical",
               "lighting", "catalysts", "glass", "polishing", "batteries", "tools", "steel",
               "flame_retardants", "ammunition", "optics", "solar", "semiconductors", "chemicals",
               "other"}  # fmt: skip
    for said in vocabularies()["sector"]:
        (first, *_) = tally([delivery(sector=said)]).amounts
        assert first.sector in sectors


def test_sums_by_any_field_hold_all_that_was_counted() -> None:
    found = tally(some(200)).amounts
    for by in ([], ["country"], ["country", "sector"], ["stage", "user", "use"]):
        sums = together(found, by)
        for element in {each.element for each in found}:
            mine = [amounts for key, amounts in sums.items() if key.element == element]
            own = [each for each in found if each.element == element]
            assert sum(licensed for licensed, _ in mine) == sum(each.licensed for each in own)
            assert sum(released for _, released in mine) == sum(each.released for each in own)


def test_sums_do_not_ask_for_the_order_of_rows() -> None:
    rows = some(60)
    turned = random.Random(4).sample(rows, len(rows))
    by = ["country", "sector"]
    assert list(together(tally(rows).amounts, by).items()) == list(
        together(tally(turned).amounts, by).items()
    )


def test_the_largest_comes_first_in_each_element() -> None:
    keys = together(tally(some(80)).amounts, ["country"])
    last: dict[str, Decimal] = {}
    for key, (licensed, _) in keys.items():
        assert licensed <= last.get(key.element, licensed)
        last[key.element] = licensed


def some(count: int) -> list[Any]:
    """Seeded rows of magnets and metals."""
    draw = random.Random(9)
    return [
        delivery(
            row=f"L{n}",
            user=draw.choice("abc"),
            country=draw.choice(["JPN", "DEU", "USA"]),
            sector=draw.choice(["wind", "electronics", ""]),
            contains=draw.choice([
                (("Nd", Decimal("0.3")), ("Dy", Decimal("0.02"))), (("Sm", Decimal("0.25")),),
            ]),
            licensed_kg=Decimal(draw.randrange(10_000)),
            released_kg=Decimal(draw.randrange(5_000)),
        )
        for n in range(count)
    ]  # fmt: skip


def test_an_amount_keeps_its_row() -> None:
    found: tuple[Amount, ...] = tally([delivery(row="CN-L-1/2")]).amounts
    assert {each.row for each in found} == {"CN-L-1/2"}


def test_what_nothing_limits_is_licensed_as_far_as_it_left() -> None:
    found = tally([delivery(licensed_kg=None, released_kg=Decimal(100))])
    assert {each.why for each in found.uncounted} == {"open"}
    assert {each.licensed == each.released > 0 for each in found.amounts} == {True}
    assert not found.partial
