from __future__ import annotations

import pytest

from monazite.chain.packaged.rows import row
from monazite.errors import InputError


def test_a_flow_is_found_with_its_mass_and_value() -> None:
    found = row("flow/261710/TJK-CHN-2024")
    assert found.fields["mass_t"] == "6060.464"
    assert found.fields["value_usd"] == "18720731"
    assert "BACI" in found.source


def test_a_row_of_a_table_is_found_too() -> None:
    assert row(" owners/REE/refining-MY-AU ").fields["firm"] == "Lynas"


@pytest.mark.parametrize(
    "wanted", ["flow/261710/TJK-TJK-2024", "flow/1/2", "flow/261710/TJK-CHN-1900"]
)
def test_a_flow_that_is_none_is_refused_with_an_example(wanted: str) -> None:
    with pytest.raises(InputError) as refused:
        row(wanted)
    assert refused.value.field == "row"
    assert "TJK-CHN-2024" in refused.value.accepted
