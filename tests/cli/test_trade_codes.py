from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.catalogue import texts
from monazite.cli.trade_codes import document as of_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]


def test_what_the_packaged_store_holds(told: Told, document: Document) -> None:
    rows = document("codes")["rows"]
    assert {"284690", "280530", "260400"} <= {row["code"] for row in rows}
    assert all(row["first_year"] <= row["last_year"] for row in rows)
    text = told("codes")
    assert "250410" in text
    assert "BACI" in text
    assert "natural graphite" in text
    assert "more; --csv FILE for all" in text


def test_a_code_with_its_relatives_in_other_editions(told: Told, document: Document) -> None:
    found = document("codes", "811292")
    assert found["rows"] == []
    of_2002 = [one for one in found["relations"] if one["to_vintage"] == "HS02"]
    assert {one["kind"] for one in of_2002} == {"n:n"}
    assert "811292" in found["one_series"]["HS22"]
    text = told("codes", "811292")
    assert "The store holds nothing under this code." in text
    assert "n:n  split and mixed, cannot be told apart" in text
    assert "For one series take, in each edition: HS92" in text
    assert "add up" not in text


def test_a_code_that_goes_on_as_itself(told: Told) -> None:
    text = told("codes", "284690", "--lang", "zh")
    assert text.count("货物相同") == 7
    assert "稀土金属" in text


def test_a_heading_has_no_relatives_of_its_own(told: Told, document: Document) -> None:
    assert document("codes", "2846")["relations"] == []
    assert {row["code"] for row in document("codes", "2846")["rows"]} == {"284610", "284690"}
    assert "are not held here" in told("codes", "2846")


def test_national_lines_are_read_as_their_six_digits() -> None:
    assert of_code("8505111000")["relations"] == of_code("850511")["relations"]


def test_the_holdings_as_csv_and_sql(told: Told, sides: Path) -> None:
    one_year = next(line for line in told("codes", "--store", sides).splitlines() if "8505" in line)
    assert "  2023  " in one_year
    lines = told("codes", "--store", sides, "--csv", "-").splitlines()
    assert len(lines) == 3
    assert "SELECT" in told("codes", "--store", sides, "--sql", "clickhouse")


def test_bad_input_names_its_field(refused: Callable[..., dict[str, str]]) -> None:
    assert refused("codes", "28x")["field"] == "code"


def test_every_relation_has_its_words() -> None:
    kinds = ("same", "merged", "split", "mixed", "not_covered")
    assert {f"flows.relation.{kind}" for kind in kinds} <= texts.keys()
