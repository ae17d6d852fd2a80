"""What is written without a look is what the rules would have let pass: one answer either way."""

from __future__ import annotations

import random
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.licences import services
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.desk.licences.services import moving
from support.flushing import without_triggers
from support.licences import issued

if TYPE_CHECKING:
    from support.offices import World

pytestmark = pytest.mark.postgresql

GATE = Who(None, "api")
LINES: list[dict[str, Any]] = [
    {"controlled_by": "quantity", "quantity": Decimal(100), "uses_max": None},
    {"controlled_by": "quantity", "quantity": Decimal(100), "uses_max": 3},
    {"controlled_by": "value", "value": Decimal(100), "uses_max": None},
    {"controlled_by": "both", "quantity": Decimal(100), "value": Decimal(90), "uses_max": None},
    {"controlled_by": "open", "uses_max": None},
    {"controlled_by": "quantity", "quantity": Decimal(100), "uses_max": None,
     "sub_period_days": 7, "sub_period_quantity": Decimal(30)},
]  # fmt: skip
STATES: list[dict[str, str]] = [{}, {"suspended_since": "now"}, {"amending_since": "now"}]
AMOUNTS = ["0", "1", "30", "60", "100", "101", "-1", "0.0000001", "1e12", "NaN"]


def told(line: LicenceLine, seed: int) -> list[object]:
    """What a random course of reservations is answered, and where it leaves the line; undone."""
    rng, answers = random.Random(seed), list[object]()
    days = (line.licence.valid_from, line.licence.valid_until)
    with transaction.atomic():
        for n in range(12):
            quantity, value = (Decimal(rng.choice(AMOUNTS)) for _ in range(2))
            day = rng.choice([*days, *days, days[0] - timedelta(1), days[1] + timedelta(1)])
            try:
                services.reserve(line.pk, quantity, value, day, f"m{n % 9}", GATE)
                answers.append("made")
            except Refused as refused:
                answers.append(refused.message("en"))
        now = LicenceLine.objects.get(pk=line.pk)
        answers += [now.reserved_quantity, now.reserved_value, now.uses, now.entries]
        transaction.set_rollback(True)
    return answers


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("granted", LINES)
def test_a_look_changes_no_answer(
    granted: dict[str, Any], state: dict[str, str], w: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    licence = issued(w, **granted)
    with without_triggers():
        columns = dict.fromkeys(state, licence.issued_at)
        Licence.objects.filter(pk=licence.pk).update(**columns, kind="general")
    line = LicenceLine.objects.select_related("licence").get(licence=licence)
    at_once = [told(line, seed) for seed in range(3)]
    monkeypatch.setattr(moving, "enter_unlooked", lambda *_: None)
    assert [told(line, seed) for seed in range(3)] == at_once
    assert any("made" in answers for answers in at_once) is not bool(state)
