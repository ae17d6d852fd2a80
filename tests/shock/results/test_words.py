"""What is said of an outcome."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.catalogue.texts import keys
from monazite.shock.results.of_run import outcome
from monazite.shock.results.table import UNITS
from monazite.shock.results.words import quantity, remarks
from support.shock_cases import case, short_of_stocks


def _nobody(_: int) -> None:
    """Nobody is told."""


FOUND = outcome(case("quota"), short_of_stocks(), 1, 7, _nobody)
FAMILY = "shock.results.quantity."


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_run_says_the_hash_of_its_parameters(lang: str) -> None:
    for draws in (1, 2, 5000):
        said = list(remarks(replace(FOUND, draws=draws), lang))
        assert FOUND.parameters_hash in said[0]
        assert ("5,000" in said[0]) == (draws == 5000)


def test_what_is_not_fitted_is_named_and_what_is_fitted_is_not() -> None:
    drawn, tables = list(remarks(FOUND, "zh"))[-2:]
    assert FOUND.assumed[0].what["zh"] in drawn
    assert "shock-value-added，凭记忆" in tables
    fitted = replace(FOUND, assumed=tuple(row for row in FOUND.assumed if row.table))
    assert "fitted on nothing" not in " ".join(remarks(fitted, "en"))


def test_the_year_of_the_flows_is_said() -> None:
    assert "as in 2024" in " ".join(remarks(FOUND, "en"))


def test_few_draws_and_the_plain_engine_are_told() -> None:
    some = replace(FOUND, draws=20, engine="reference")
    plain, few = list(remarks(some, "en"))[1:3]
    assert "pip install" in plain
    assert "20 draws" in few


def test_quantities_have_names_and_no_name_is_there_for_nothing() -> None:
    assert {key.removeprefix(FAMILY) for key in keys() if key.startswith(FAMILY)} == set(UNITS)
    assert len({quantity(name, "zh") for name in UNITS}) == len(UNITS)
