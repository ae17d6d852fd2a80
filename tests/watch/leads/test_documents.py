from __future__ import annotations

import json
from decimal import Decimal

import pytest

from monazite.watch.leads.documents import document, lead_of
from monazite.watch.leads.lead import Reason
from support.watch_leads import lead


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Decimal(1200), 1200),
        (Decimal("0.36"), 0.36),
        (Decimal("0.1234567890123456789012"), "0.1234567890123456789012"),
        (0.5, 0.5),
        ("Dy", "Dy"),
        (None, None),
    ],
)
def test_a_figure_keeps_every_digit(value: Decimal | float | str | None, told: object) -> None:
    made = lead(reasons=(Reason("undeclared", {"found_pct": value}),))
    assert document(made)["reasons"][0]["figures"] == {"found_pct": told}


def test_a_document_is_json_and_comes_back() -> None:
    assert lead_of(json.loads(json.dumps(document(lead())))) == lead()
