"""Answers of UN Comtrade that were asked for few columns, read because the caller says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.flows.store import Store
from monazite.trade.reading.load import load

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "freqCode,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,netWgt,primaryValue"
)
ROWS = (
    "A,2019,JPN,M,PHL,H5,260400,5000000,300000000",
    "A,2019,JPN,M,W00,H5,260400,9000000,500000000",
)


@pytest.fixture
def few(tmp_path: Path) -> Path:
    file = tmp_path / "few.csv"
    file.write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    return file


def test_few_columns_are_enough_where_the_caller_names_the_publisher(
    few: Path, tmp_path: Path
) -> None:
    (loaded,) = load(few, tmp_path / "store", kind="comtrade", vintage="2024").loads
    assert (loaded.accepted, loaded.set_aside, loaded.reasons) == (1, 1, {"world_total": 1})


def test_nobody_guesses_a_publisher_from_few_columns(few: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="isReported"):
        load(few, tmp_path / "store")
    assert not Store(tmp_path / "store").loads()


def test_a_column_that_is_read_must_be_there(few: Path, tmp_path: Path) -> None:
    few.write_text(few.read_text(encoding="utf-8").replace("flowCode", "flow"), encoding="utf-8")
    with pytest.raises(InputError, match="it lacks flowCode"):
        load(few, tmp_path / "store", kind="comtrade")
