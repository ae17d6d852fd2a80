"""Sums of a quarter: whole quarters alone, and nothing that would tell one party's trade."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.usage.documents import HIDDEN, sums_document, sums_rows
from monazite.desk.usage.reporting import of_reader, of_regime
from monazite.desk.usage.window import named, quarter
from monazite.errors import InputError
from monazite.law.store import load
from support.desk_people import organisation, person, verified
from support.released import Office, left, office
from support.usage import small_world

if TYPE_CHECKING:
    from pytest import MonkeyPatch  # noqa: PT013 - the type alone

    from monazite.desk.usage.reporting import Sums

pytestmark = pytest.mark.django_db
ON = date(2026, 8, 14)
QUARTER = "2026-Q3"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    small_world(monkeypatch)


@pytest.fixture(autouse=True)
def today(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(type(load()), "today", lambda _law, _regime: date(2026, 11, 22))


def magnets(made: Office, firm: int, user: str, **said: Any) -> None:
    """Standard magnets of a firm that left for a user."""
    end_user = {"end_user": {"name": user}, "end_use": "motors", "military": "no"}
    goods = {"form": "magnet", "contains": "Nd=0.30,B=0.01,Fe=0.69", "said": end_user}
    left(made, firm, on=ON, **(goods | said))


def sums(made: Office) -> Sums:
    return of_regime(made.author, QUARTER)


def test_what_many_sell_to_many_is_shown() -> None:
    made = office()
    for firm in range(4):
        magnets(made, firm, f"user {firm}", destination="JP", mass=1000)
    (neodymium,) = sums(made).rows
    assert (neodymium.element, neodymium.stage) == ("Nd", "magnet")
    assert neodymium.by_country.parts == {"JPN": (0, 1_200_000_000)}
    assert neodymium.by_sector.parts == {"": (0, 1_200_000_000)}


@pytest.mark.parametrize("parties", [{"firms": 1, "users": 4}, {"firms": 4, "users": 1}])
def test_one_sellers_or_one_users_trade_is_hidden(parties: dict[str, int]) -> None:
    made = office()
    for n in range(4):
        magnets(made, n % parties["firms"], f"user {n % parties['users']}", mass=1000)
    found = sums(made)
    assert found.rows == ()
    assert ("Nd", "magnet") in found.hidden
    assert {row[-1] for row in sums_rows(found)} == {HIDDEN}


def test_one_user_in_other_letters_is_one_user() -> None:
    made = office()
    for firm, user in enumerate(["Example KK", "EXAMPLE KK", "example kk", "Example  KK"]):
        magnets(made, firm, user, mass=1000)
    assert sums(made).rows == ()


def test_a_hidden_country_takes_another_along() -> None:
    made = office()
    for firm in range(4):
        magnets(made, firm, f"user {firm}", destination="JP", mass=3000)
        magnets(made, firm, f"user {firm}", destination="DE", mass=1000)
    magnets(made, 0, "user 0", destination="OM", mass=777)
    told = sums_document(sums(made))
    (row,) = told["rows"]
    by_country = {each["of"]: each["released_t"] for each in row["by_country"]}
    assert by_country == {"JPN": "3.6", "DEU": None, "OMN": None}
    assert Decimal(row["released_t"]) == Decimal("16.777") * Decimal("0.3")
    assert "0.2331" not in str(told)


def test_no_sum_of_rare_earths_tells_the_one_that_is_hidden() -> None:
    made = office()
    for firm in range(4):
        magnets(made, firm, f"user {firm}", destination="JP", mass=1000)
    magnets(made, 0, "user 0", destination="JP", contains="Nd=0.30,Tb=0.02,B=0.01,Fe=0.67")
    found = sums(made)
    assert [each.element for each in found.rows] == ["Nd"]
    assert found.hidden == (("Tb", "magnet"),)


def test_the_days_of_other_quarters_and_other_regimes_are_not_in_it() -> None:
    made = office()
    for firm in range(4):
        magnets(made, firm, f"user {firm}", mass=1000)
    assert of_regime(made.author, "2026-Q2").rows == ()
    for firm in range(4):
        magnets(made, firm, f"user {firm}", mass=1000, regime="US", destination="DE")
    (row,) = sums(made).rows
    assert list(row.by_country.parts) == ["USA"]


def test_an_exporter_reads_its_own_and_an_office_none_of_it() -> None:
    made = office()
    magnets(made, 0, "mine", mass=1000)
    magnets(made, 1, "theirs", mass=1000)
    preparer = person("preparer", at=made.firms[0])
    found = of_reader(preparer, None, None).usage.amounts
    assert {(each.user, each.sector, each.country) for each in found} == {("mine", "", "USA")}
    assert {(each.licensed, each.released) for each in found if each.element == "Nd"} == {
        (Decimal(0), Decimal("0.3"))
    }
    chief = verified(person("chief", at=organisation("agency", duty="licensing")))
    assert of_reader(chief, None, None).usage.amounts == ()


def test_what_said_military_is_for_defence() -> None:
    made = office()
    magnets(made, 0, "mine", said={"end_user": {"name": "mine"}, "military": True})
    found = of_reader(person("preparer", at=made.firms[0]), None, None).usage.amounts
    assert {each.sector for each in found} == {"defence"}


def test_transit_is_no_use_of_ours() -> None:
    made = office()
    for firm in range(4):
        magnets(made, firm, f"user {firm}", mass=1000, series="transit")
    assert sums(made).rows == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_a_quarter_is_whole(text: str, first: date, last: date) -> None:
    found = quarter("CN", text)
    assert (found.first, found.last) == (first, last)
    assert named(found) == (text or QUARTER)


@pytest.mark.parametrize("text", ["2026-Q4", "2027-Q1", "2026-Q5", "2026-3", "Q3", "٢026-Q1"])
def test_what_is_no_quarter_or_not_over_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        quarter("CN", text)
    assert refused.value.field == "quarter"
