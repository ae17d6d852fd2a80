from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from monazite.watch.patterns.books import Mass, books_of, fullest, lowest, total
from monazite.watch.patterns.records import Licence, Records, Shipment

DAY = date(2026, 6, 30)


def licence(mass: str | None, granted: date, until: date | None) -> Licence:
    kg = None if mass is None else Decimal(mass)
    return Licence("L", "X", "U", "Dy", kg, granted, until)


def counted(one: Licence, *shipments: Shipment) -> Decimal:
    books = books_of(Records(DAY, licences=(one,), shipments=shipments), DAY)
    return total(books["U", "Dy"].licensed)


def moved(kg: str, sender: str = "X", to: str = "U", days: int = 100, by: str = "L") -> Shipment:
    day = DAY - timedelta(days)
    return Shipment(f"s{days}", day, sender, to, "Dy", mass_kg=Decimal(kg), licence=by)


def test_a_licence_counts_whole_while_it_runs() -> None:
    running = licence("100", DAY - timedelta(200), DAY + timedelta(100))
    assert counted(running, moved("10")) == 100
    assert counted(licence("100", DAY, None)) == 100


def test_of_one_that_ended_counts_what_was_shipped_where_anybody_says() -> None:
    ended = licence("100", DAY - timedelta(200), DAY - timedelta(10))
    assert counted(ended, moved("10")) == 10
    assert counted(ended, moved("130")) == 100
    assert counted(ended, moved("10", by="")) == 100
    assert counted(ended) == 100


def test_of_one_for_years_counts_a_year() -> None:
    assert counted(licence("300", DAY, DAY + timedelta(3 * 365))) == 100


def test_a_licence_without_a_mass_is_left_out() -> None:
    books = books_of(Records(DAY, licences=(licence(None, DAY, None),)), DAY)
    assert ("U", "Dy") not in books


@pytest.mark.parametrize(("days", "kg"), [(10, 5), (100, 9), (1000, 14)])
def test_the_fullest_window_holds_most(days: int, kg: int) -> None:
    masses = [
        Mass(DAY - timedelta(before), Decimal(mass), "")
        for before, mass in ((900, 5), (300, 4), (290, 0), (250, 5))
    ]
    assert total(fullest(masses, timedelta(days))) == kg
    assert fullest([], timedelta(days)) == []


def test_stock_goes_below_nothing_where_more_left_than_came() -> None:
    came, went = moved("100"), moved("130", "U", "Z", 50)
    records = Records(DAY, shipments=(came, went))
    assert lowest(books_of(records, DAY)["U", "Dy"]) == -30
    same_day = (moved("100"), moved("100", "U", "Z", 100))
    assert lowest(books_of(Records(DAY, shipments=same_day), DAY)["U", "Dy"]) == 0
