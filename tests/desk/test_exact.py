from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from monazite.desk.applications.models import Application, FiledLine
from monazite.desk.events.append import Who, create
from monazite.desk.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
WHO = Who(None, "cli")
LONGEST = Decimal("999999999999.999999")


@pytest.fixture
def application() -> Application:
    firm = Organisation(kind="exporter", name="A", country="CN")
    now = timezone.now()
    with transaction.atomic():
        create(firm, "made", {}, WHO)
        author = Person.objects.create(email="a@a.example", name="A", organisation=firm)
        made = Application(
            organisation=firm, author=author, created_at=now, changed_at=now, state="draft"
        )
        create(made, "created", {}, WHO)
    return made


def _line(
    application: Application, number: int, quantity: Decimal, mass_kg: Decimal | None = None
) -> None:
    FiledLine.objects.create(
        application=application, number=number, description="x", form="oxide", quantity=quantity,
        unit="kg", mass_kg=mass_kg, value=Decimal("0.01"), currency="CNY",
    )  # fmt: skip


@pytest.mark.parametrize("quantity", [LONGEST, Decimal("0.000001"), Decimal("123456789012.345678")])
def test_a_quantity_comes_back_to_the_last_digit(
    application: Application, quantity: Decimal
) -> None:
    _line(application, 1, quantity, quantity)
    line = FiledLine.objects.get(quantity=quantity)
    assert (line.quantity, line.mass_kg) == (quantity, quantity)
    assert FiledLine.objects.filter(quantity__gt=quantity).count() == 0


def test_missing_is_not_zero(application: Application) -> None:
    _line(application, 1, Decimal(1))
    assert FiledLine.objects.get().mass_kg is None


def test_a_sum_is_exact(application: Application) -> None:
    for number in range(1, 11):
        _line(application, number, Decimal("0.1"))
    _line(application, 11, Decimal("123456789012.345678"))
    total = FiledLine.objects.aggregate(total=Sum("quantity"))["total"]
    assert total == Decimal("123456789013.345678")


@pytest.mark.sqlite
def test_what_is_finer_is_refused_and_not_rounded(application: Application) -> None:
    with pytest.raises(ValueError, match="finer than a millionth"):
        _line(application, 1, Decimal("0.0000001"))
