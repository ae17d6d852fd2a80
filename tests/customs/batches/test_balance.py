from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from monazite.customs.batches.balance import amounts, balance
from monazite.customs.batches.content import content

SYMBOLS = st.sampled_from(["Nd", "Pr", "Dy", "Tb"])
MASSES = st.dictionaries(SYMBOLS, st.decimals("0", "1000", places=6), max_size=4)


def test_one_feed_gives_several_oxides_and_each_element_has_its_yield() -> None:
    feed = {"Nd": Decimal(200), "Dy": Decimal(10)}
    made = balance([feed], [{"Nd": Decimal(190)}, {"Dy": Decimal(9)}])
    assert made.findings == ()
    assert [(row.element, row.recovered) for row in made.rows] == [
        ("Dy", Decimal("0.9000")), ("Nd", Decimal("0.9500")),
    ]  # fmt: skip


def test_an_element_out_of_nothing_is_found_with_its_arithmetic() -> None:
    made = balance([{"Nd": Decimal(10)}], [{"Nd": Decimal(10), "Dy": Decimal("0.5")}])
    (found,) = made.findings
    assert (found.code, found.severity) == ("batch.element_created", "error")
    assert found.values == {"element": "Dy", "in_kg": "0", "out_kg": "0.5", "more_kg": "0.5"}
    assert "0.5 kg of Dy" in found.message("en")
    assert "来源不明" in found.message("zh")


def test_every_element_too_much_is_found_not_the_first() -> None:
    made = balance([{}], [{"Nd": Decimal(1)}, {"Dy": Decimal(1)}])
    assert {each.values["element"] for each in made.findings} == {"Nd", "Dy"}


@given(st.lists(MASSES, min_size=1, max_size=4), st.lists(MASSES, max_size=4))
def test_a_step_is_found_amiss_exactly_where_more_of_an_element_comes_out(
    inputs: list[dict[str, Decimal]], outputs: list[dict[str, Decimal]]
) -> None:
    def total(parts: list[dict[str, Decimal]], symbol: str) -> Decimal:
        return sum((part.get(symbol, Decimal(0)) for part in parts), Decimal(0))

    slack = Decimal("0.000001") * len(inputs)
    created = {
        symbol
        for symbol in ("Nd", "Pr", "Dy", "Tb")
        if total(outputs, symbol) > total(inputs, symbol) + slack
    }
    assert {each.values["element"] for each in balance(inputs, outputs).findings} == created


def test_a_batch_alone_has_mass_and_content_and_no_more_in_it_than_it_weighs() -> None:
    inside = (content("Nd2O3", Decimal(60)), content("Dy2O3", Decimal(50)))
    assert amounts(Decimal(110), inside, "") == ()
    codes = [
        [each.code for each in found]
        for found in (
            amounts(Decimal(100), inside, ""), amounts(Decimal(0), (), ""),
            amounts(Decimal(1), (), "outputs[0]."),
        )
    ]  # fmt: skip
    assert codes == [
        ["batch.content_over_mass"], ["batch.no_mass", "batch.no_content"], ["batch.no_content"],
    ]  # fmt: skip
