"""Small stores of flows for the commands of trade, loaded once from files as publishers make them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from support.publishers.comtrade import as_csv, record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

NUMBERS = {"CHN": 156, "JPN": 392, "KOR": 410, "DEU": 276, "USA": 842}
"""Comtrade's numbers of the countries in these files."""


def said(
    reporter: str, direction: str, partner: str, year: int, code: str, kg: float | None, usd: float
) -> dict[str, Any]:
    """What one reporter says of one flow in one year, as a record of Comtrade."""
    return record(
        reporterCode=NUMBERS[reporter], reporterISO=reporter, partnerCode=NUMBERS[partner],
        partnerISO=partner, flowCode=direction, flowDesc={"X": "Export", "M": "Import"}[direction],
        refYear=year, refPeriodId=year * 10000 + 101, period=str(year), cmdCode=code, netWgt=kg,
        primaryValue=usd, fobvalue=usd if direction == "X" else None,
        cifvalue=usd if direction == "M" else None,
    )  # fmt: skip


def records() -> Iterable[dict[str, Any]]:
    """Four years of 284690 with every kind of pair: China tells all but what Japan saw in 2025."""
    for year in (2022, 2023, 2024, 2025):
        yield said("CHN", "X", "DEU", year, "284690", 4000.5 + year, 90_000)
        yield said("DEU", "M", "CHN", year, "284690", 4100.25 + year, 99_000)
        if year < 2025:
            yield said("CHN", "X", "JPN", year, "284690", 9000, 300_000)
            yield said("CHN", "X", "KOR", year, "284690", 2500, 50_000)
        yield said("JPN", "M", "CHN", year, "284690", 9500.125, 350_000)
        yield said("USA", "X", "JPN", year, "284690", 700, 40_000)
        yield said("KOR", "M", "JPN", year, "284690", 50, 2_000)
    yield said("CHN", "X", "JPN", 2023, "850511", None, 1_000)
    # Rows that are no flows: the world's total, an unknown country, a mass below nothing.
    yield {**said("CHN", "X", "JPN", 2022, "284690", 1, 1), "partnerCode": 0, "partnerISO": "W00"}
    yield {
        **said("CHN", "X", "JPN", 2022, "850511", 1, 1),
        "partnerCode": 99999,
        "partnerISO": "Q?",
    }
    yield said("CHN", "X", "KOR", 2022, "850511", -5, 1)


@pytest.fixture(scope="session")
def comtrade_csv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file as the publisher's site makes it."""
    path = tmp_path_factory.mktemp("comtrade") / "TradeData_11_20_2025_10_30_9.csv"
    path.write_bytes(as_csv(records()))
    return path


@pytest.fixture(scope="session")
def sides(comtrade_csv: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which both sides speak of 284690."""
    from monazite.trade.reading.load import load  # noqa: PLC0415 - only who asks pays for it

    store = tmp_path_factory.mktemp("sides")
    load(comtrade_csv, store, vintage="2025-11-20")
    return store


@pytest.fixture
def group() -> str:
    """The group of commands that a folder of tests is about."""
    return "trade"


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], group: str) -> Callable[..., str]:
    """What the command prints on stdout; it must end well."""

    def print_of(*words: object) -> str:
        assert run([group, *map(str, words)]) == 0
        return capsys.readouterr().out

    return print_of


@pytest.fixture
def document(told: Callable[..., str]) -> Callable[..., dict[str, Any]]:
    """The JSON document of the command."""

    def document_of(*words: object) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(told(*words, "--json"))
        return found

    return document_of


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str], group: str) -> Callable[..., dict[str, str]]:
    """The error of input that cannot be used: exit code 2, and one JSON object."""

    def error_of(*words: object) -> dict[str, str]:
        with pytest.raises(SystemExit) as caught:
            run([group, *map(str, words), "--json"])
        assert caught.value.code == 2
        found: dict[str, str] = json.loads(capsys.readouterr().out)["error"]
        return found

    return error_of
