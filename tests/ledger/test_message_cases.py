"""The cases of tests/cases/ledger/messages.yaml: what comes in, and the entries that follow."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from monazite.ledger.messages import CUMULATIVE, DELTA, Applied, Message, apply

if TYPE_CHECKING:
    from monazite.ledger.movements import Movement

_FILE = Path(__file__).parents[1] / "cases" / "ledger" / "messages.yaml"
_SENT = re.compile(r"(\w+) #(\d+) ([+=-]\S+) (\S+)")
CHINA = timezone(timedelta(hours=8))
CASES: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))


def message(text: str) -> Message:
    found = _SENT.fullmatch(text)
    assert found is not None, text
    ident, number, amount, instant = found.groups()
    return Message(
        message_id=ident,
        line="L/1",
        declaration="D",
        semantics=CUMULATIVE if amount.startswith("=") else DELTA,
        sequence=int(number),
        as_of=datetime.fromisoformat(instant),
        quantity=Decimal(amount.removeprefix("=")),
        value=Decimal(0),
    )


def written(entry: Movement) -> str:
    return f"{entry.kind} {entry.quantity} {entry.on}{' use' if entry.uses else ''}"


def said(applied: Applied) -> str:
    marks = [name for name in ("replayed", "covered", "owed") if getattr(applied, name)]
    gaps = [f"missing {first}-{last}" for first, last in applied.missing]
    return " ".join([*marks, *gaps, *applied.problems])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case: dict[str, Any]) -> None:
    before: list[Message] = []
    for step in case["reports"]:
        sent = message(step["send"])
        applied = apply(before, sent, CHINA)
        assert [written(entry) for entry in applied.movements] == step["makes"], step
        assert said(applied) == step.get("says", ""), step
        if not (applied.problems or applied.replayed):
            before.append(sent)
