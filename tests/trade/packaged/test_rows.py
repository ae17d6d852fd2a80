from __future__ import annotations

import pytest

from monazite.errors import InputError
from monazite.trade.packaged.rows import row


def test_a_figure_is_followed_to_its_document() -> None:
    assert row("production/Antimony/CHN-2024").document() == {
        "id": "production/Antimony/CHN-2024",
        "table": "production",
        "fields": {
            "commodity": "Antimony", "iso3": "CHN", "year": "2024",
            "quantity": "46223", "unit": "t", "basis": "reported",
        },
        "source": "World Mining Data 2026, BMF Austria",
        "confidence": "reported",
        "note": "",
    }  # fmt: skip


def test_a_total_likewise() -> None:
    found = row(" production-totals/Tungsten (W)-2022 ")
    assert found.fields["quantity"] == "85926"
    assert found.fields["coverage"].startswith("1.0001")


def test_a_governance_row_says_of_which_revision_it_is() -> None:
    found = row("governance/CHN-2023")
    assert found.fields["revision"] == "2025"
    assert "2023 and later have a new method" in found.note
    assert found.source.endswith("CC BY 4.0")


def test_a_commodity_may_have_commas_and_brackets() -> None:
    assert row("production/Salt (rock, brines, marine)/USA-2020").fields["basis"] == "estimated"


@pytest.mark.parametrize(
    "row_id",
    [
        "production/Gallium/FRA-2024",
        "production/Gallium",
        "production-totals/CHN-2024",
        "governance/S19-2022",
        "governance/Gallium/CHN-2022",
        "gallium/2024-08/WORLD",
        "",
    ],
)
def test_an_unknown_figure_is_told_how_ids_look(row_id: str) -> None:
    with pytest.raises(InputError) as caught:
        row(row_id)
    assert caught.value.field == "row"
    assert "governance/CHN-2022" in caught.value.accepted
