from __future__ import annotations

from datetime import date

from monazite.watch.patterns.records import Application, Licence, Records, Shipment
from monazite.watch.patterns.trading import trading

AS_OF = date(2026, 6, 30)
RECORDS = Records(
    AS_OF,
    shipments=(
        Shipment("1", date(2026, 1, 1), "E", "U", consignee="K"),
        Shipment("2", date(2026, 7, 1), "E", "LATER"),
        Shipment("3", date(2020, 1, 1), "E", "LONG AGO"),
        Shipment("4", date(2026, 2, 1), "E", "E"),
    ),
    licences=(Licence("1", "E", "U", "Sb", None, date(2026, 3, 1)),),
    applications=(Application("1", date(2026, 4, 1), "E", "V", "Sb"),),
)


def test_every_party_of_a_record_trades_from_the_day_on_and_until_that_of_the_records() -> None:
    found = trading(RECORDS, date(2025, 1, 1))
    assert set(found) == {"E", "U", "K", "V"}
    assert found["U"].evidence == ["shipment:1", "licence:1"]
    assert (found["E"].first, found["E"].last) == (date(2026, 1, 1), date(2026, 4, 1))


def test_who_is_named_twice_in_a_record_has_it_once() -> None:
    assert trading(RECORDS, date(2025, 1, 1))["E"].evidence.count("shipment:4") == 1
