from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError
from monazite.law.statement import situation

if TYPE_CHECKING:
    from monazite.law.law import Law


def test_words_are_read_in_both_languages_and_many_spellings(law: Law) -> None:
    read = situation(
        {
            "form": "magnet",
            "contains": "neodymium;铁,B, Dy = 2%",
            "from": "中国",
            "to": "united states",
            "via": "HKG,Singapore",
            "content_share": ["CN=0.5%"],
            "end_use": "Disaster relief",
            "military": "NO",
            "on": "2025-06-10",
        },
        law,
    )
    assert dict(read.item.contains or ()) == {
        "Nd": None,
        "Fe": None,
        "B": None,
        "Dy": Decimal("0.02"),
    }
    assert (read.movement.departure, read.movement.destination) == ("CN", "US")
    assert read.movement.via == ("HK", "SG")
    assert dict(read.movement.content_share) == {"CN": Decimal("0.005")}
    assert (read.movement.end_use, read.movement.military) == ("disaster_relief", "no")


def test_a_formula_gives_its_elements_and_a_group_its_kind(law: Law) -> None:
    oxide = situation({"form": "oxide", "contains": "Dy2O3"}, law).item
    assert dict(oxide.contains or ()) == {"Dy": None, "O": None}
    assert situation({"form": "powder", "contains": "graphite"}, law).item.groups == {"GRAPHITE"}


def test_days_default_to_today_and_to_the_day_the_law_was_compiled(law: Law) -> None:
    read = situation({"form": "metal", "from": "CN"}, law)
    assert read.on == law.today("CN")
    assert read.known == law.compiled


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ({"on": "2025-02-30"}, "on", "2025-02-30"),
        ({"known": "yesterday"}, "known", "yesterday"),
        ({"from": "Atlantis"}, "from", "Atlantis"),
        ({"from": "CN", "to": "China"}, "to", "CN"),
        ({"via": "HK,Nowhere"}, "via", "Nowhere"),
        ({"hs": "85051"}, "hs", "85051"),
        ({"hs": "8505-11"}, "hs", "8505-11"),
        ({"form": "magnt"}, "form", "magnt"),
        ({"form": "any"}, "form", "any"),
        ({"control_code": "1C9"}, "control_code", "1C9"),
        ({"technology": "alchemy"}, "technology", "alchemy"),
        ({"contains": "Dz"}, "contains", "Dz"),
        ({"contains": "Dy=1.2"}, "contains", "Dy=1.2"),
        ({"contains": "Dy=-0.1"}, "contains", "Dy=-0.1"),
        ({"contains": "Dy=nan"}, "contains", "Dy=nan"),
        ({"contains": "Dy=much"}, "contains", "Dy=much"),
        ({"contains": "Nd=0.7,Fe=0.7"}, "contains", "Nd=0.7,Fe=0.7"),
        ({"contains": "Dy", "without": "Dy"}, "without", "Dy"),
        ({"content_share": "CN"}, "content_share", "CN"),
        ({"content_share": "CN=2"}, "content_share", "2"),
        ({"owned_by_listed": "60"}, "owned_by_listed", "60"),
        ({"param": "purity"}, "param", "purity"),
        ({"military": "perhaps"}, "military", "perhaps"),
        ({"only": "unknown"}, "only", "unknown"),
        ({"contians": "Dy"}, "contians", "Dy"),
    ],
)
def test_bad_input_names_the_field_and_the_value(
    law: Law, given: dict[str, Any], field: str, value: str
) -> None:
    with pytest.raises(InputError) as caught:
        situation({"form": "metal"} | given, law)
    assert (caught.value.field, caught.value.value) == (field, value)
    assert caught.value.accepted


def test_an_item_must_be_named_by_something(law: Law) -> None:
    with pytest.raises(InputError, match="hs, form, control_code, technology"):
        situation({"from": "CN", "contains": "Dy"}, law)
