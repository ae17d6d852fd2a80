from __future__ import annotations

import pytest

from monazite.errors import InputError
from monazite.trade.pulling.asking import codes_of, flows_of, periods_of, reporters_of


def test_codes_are_six_digits_each_once_in_order() -> None:
    assert codes_of(["2846.90", "280530", "284690"]) == ("280530", "284690")


@pytest.mark.parametrize("codes", [["2846"], ["28469010"], ["rare earths"], ["28469０"], [""], []])
def test_other_codes_are_refused_by_name(codes: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        codes_of(codes)
    assert refused.value.field == "codes"


def test_reporters_have_the_numbers_of_comtrade() -> None:
    assert reporters_of(["China", "USA", "FR", "IND", "156"]) == ("156", "251", "699", "842")
    assert reporters_of(["Afghanistan"]) == ("4",)
    assert reporters_of([]) == ()


def test_an_unknown_reporter_is_refused_by_name() -> None:
    with pytest.raises(InputError) as refused:
        reporters_of(["Atlantis"])
    assert refused.value.field == "reporters"


def test_flows_are_those_of_the_flow_table() -> None:
    assert flows_of(["re-import", "export", "import", "re-export", "export"]) == (
        "M",
        "RM",
        "RX",
        "X",
    )


@pytest.mark.parametrize("flows", [["X"], ["exports"], []])
def test_other_flows_are_refused_by_name(flows: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        flows_of(flows)
    assert refused.value.field == "flows"


def test_years_and_months_have_a_frequency() -> None:
    assert periods_of([2023, "2021", "2023"]) == ("A", ("2021", "2023"))
    assert periods_of(["2023-12", "2023-01"]) == ("M", ("202301", "202312"))


@pytest.mark.parametrize(
    "periods", [[2023, "2023-05"], ["2023-Q1"], ["2023-01/02"], ["2022-07..2023-06"], []]
)
def test_periods_that_comtrade_does_not_have_are_refused(periods: list[str | int]) -> None:
    with pytest.raises(InputError) as refused:
        periods_of(periods)
    assert refused.value.field == "periods"


def test_a_period_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(InputError) as refused:
        periods_of(["soon"])
    assert refused.value.field == "periods"
