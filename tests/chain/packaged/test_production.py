from __future__ import annotations

import pytest

from monazite.chain.packaged.production import counted, remembered, rest, staged, summarised


def concentration(amounts: list[float]) -> float:
    whole = sum(amounts)
    return sum((one / whole) ** 2 for one in amounts)


@pytest.mark.parametrize(
    ("commodity", "year", "expected"),
    [
        ("Rare Earths (REO)", 2018, 0.4632), ("Rare Earths (REO)", 2024, 0.4862),
        ("Gallium", 2018, 0.8925), ("Gallium", 2022, 0.9679), ("Gallium", 2024, 0.9739),
        ("Germanium", 2018, 0.8072), ("Germanium", 2023, 0.8939), ("Germanium", 2024, 0.8726),
        ("Antimony", 2018, 0.3224), ("Antimony", 2022, 0.2754), ("Antimony", 2024, 0.2129),
        ("Tungsten (W)", 2018, 0.6592), ("Tungsten (W)", 2023, 0.6638), ("Tungsten (W)", 2024, 0.6146),
        ("Graphite", 2018, 0.5649), ("Graphite", 2023, 0.5388), ("Graphite", 2024, 0.5861),
    ],
)  # fmt: skip
def test_concentrations_are_those_of_the_table_of_acceptance(
    commodity: str, year: int, expected: float
) -> None:
    made = [one.value for one in counted(commodity, year).values()]
    assert concentration(made) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("commodity", "country", "share"),
    [
        ("Gallium", "CHN", 0.9868), ("Germanium", "CHN", 0.9333), ("Antimony", "CHN", 0.3273),
        ("Antimony", "TJK", 0.1947), ("Antimony", "MMR", 0.1861), ("Antimony", "RUS", 0.1747),
        ("Tungsten (W)", "CHN", 0.7791), ("Graphite", "CHN", 0.7593),
    ],
)  # fmt: skip
def test_top_shares_of_2024_are_those_of_the_table_of_acceptance(
    commodity: str, country: str, share: float
) -> None:
    made = counted(commodity, 2024)
    whole = sum(one.value for one in made.values())
    assert made[country].value / whole == pytest.approx(share, abs=1e-4)


def test_a_country_that_made_none_is_no_maker() -> None:
    assert "UKR" not in counted("Gallium", 2024)
    assert "USA" not in summarised("W", 2024)


def test_kilograms_become_tonnes() -> None:
    assert summarised("Ga", 2024)["CHN"].value == 839
    assert summarised("ALUMINA", 2024)["CHN"].value == 85_500_000


def test_a_world_total_or_other_countries_are_no_country() -> None:
    assert all(len(place) == 3 for place in summarised("Sb", 2024))
    assert "WORLD" not in summarised("Sb", 2024)


def test_an_estimate_of_the_publisher_is_less_sure() -> None:
    mines = counted("Antimony", 2024)
    assert mines["TJK"].confidence == "derived-weak"
    assert mines["CHN"].confidence == "reported"


def test_stages_of_the_energy_agency_are_tonnes_and_leave_zeros_out() -> None:
    refined = staged("GRAPHITE_NATURAL", "refining", 2024)
    assert refined["CHN"].value == pytest.approx(1_794_824)
    assert "DEU" not in refined


def test_masses_beside_shares_are_read_and_shares_without_a_mass_are_not() -> None:
    assert [one.value for one in remembered("Sb", "mining", 2024)["CHN"]] == [60_000]
    assert remembered("Sb", "mining", 2023) == {}


def test_a_year_that_nobody_counted_is_empty() -> None:
    assert counted("Antimony", 1999) == {}
    assert summarised("Sb", 1999) == {}


def test_what_the_energy_agency_puts_together_is_there_where_it_does() -> None:
    others = rest("GRAPHITE_NATURAL", "refining", 2024)
    assert others is not None
    assert others.value == pytest.approx(34_354)
    assert rest("Sb", "mining", 2024) is None
