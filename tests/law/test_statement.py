from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError
from monazite.law.ruling import rule_on
from monazite.law.statement import READERS, situation

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
        ({"qqqq": "Dy"}, "qqqq", "Dy"),
        ({"param": "purity=99.99%;purity=90%"}, "param", "purity"),
        ({"param": "foo=bar"}, "param", "foo"),
        ({"param": "Purity=99.99%"}, "param", "Purity"),
        ({"param": "mass_fraction=0.9"}, "param", "mass_fraction"),
        ({"param": "purity=99.99kg"}, "param", "purity=99.99kg"),
        ({"param": "purity=abc"}, "param", "purity=abc"),
        ({"param": "purity=0.9999"}, "param", "purity=0.9999"),
        ({"param": "purity=1"}, "param", "purity=1"),
        ({"param": "purity=100.1%"}, "param", "purity=100.1%"),
        ({"param": "purity=-1%"}, "param", "purity=-1%"),
        ({"param": "purity=99x98 %"}, "param", "purity=99x98 %"),
        ({"param": "hf_zr_ratio=0.1%"}, "param", "hf_zr_ratio=0.1%"),
        ({"param": "min_dimensions=120 mm"}, "param", "min_dimensions=120 mm"),
        ({"param": "isotope_engineered=maybe"}, "param", "isotope_engineered=maybe"),
        ({"content_share": "CN=0.7;JP=0.7"}, "content_share", "CN=0.7;JP=0.7"),
        ({"content_share": "CN=0.1;China=0.2"}, "content_share", "CN"),
        ({"known": "2026-11-23"}, "known", "2026-11-23"),
        ({"control_code": "1C999"}, "control_code", "1C999"),
        ({"technology": "separation"}, "technology", "separation"),
        ({"form": "oxide", "without": "O"}, "without", "O"),
        ({"end_use": "militray"}, "end_use", "militray"),
        ({"end_use": "weapon of mass destruction"}, "end_use", "weapon of mass destruction"),
        ({"end_user": "x" * 501}, "end_user", "x" * 40 + "…"),
        ({"exporter": "x" * 501}, "exporter", "x" * 40 + "…"),
        ({"end_use": "x" * 501}, "end_use", "x" * 40 + "…"),
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
    with pytest.raises(
        InputError, match=r"^hs: one of hs, form, control_code, technology is needed$"
    ):
        situation({"from": "CN", "contains": "Dy"}, law)


def accepted(law: Law, **given: str) -> str:
    with pytest.raises(InputError) as caught:
        situation({"form": "metal", **given}, law)
    return caught.value.accepted


def test_an_error_names_what_is_nearest_and_never_an_empty_list(law: Law) -> None:
    assert "did you mean 'purity'" in accepted(law, param="Purity=99.99%")
    assert "such as purity=99.99%" in accepted(law, param="qqqq=1")
    assert "'military'" in accepted(law, end_use="militray")
    assert "give none if the item is under no entry" in accepted(law, control_code="1C999")
    assert "'1C9" in accepted(law, control_code="1C999")
    assert accepted(law, qqqq="1") == f"a field such as {', '.join(READERS)}"
    assert accepted(law, known="2026-11-23").startswith("a day up to 2026-11-22")
    assert "given twice" in accepted(law, param="purity=99.99%;purity=90%")


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("0.9999", "99.99 %, 99.99 or 0.9999 %"),
        ("0.005", "0.5 % or 0.005 %"),
        ("1", "100 %, 100 or 1 %"),
    ],
)
def test_a_bare_share_of_one_at_most_is_told_both_ways(law: Law, text: str, ways: str) -> None:
    assert accepted(law, param=f"purity={text}") == f"{ways}, whichever is meant"


@pytest.mark.parametrize(
    "text",
    [
        "purity=99.99", "purity=0", "purity=0.9999 fraction", "elongation=120 %", "diameter=4 inch",
        "diameter=130 mm", "substance=P507", "cas=603-33-8", "hf_zr_ratio=0.001", "shape=sheet",
        "isotope_engineered=true", "min_dimensions=130x130x60 mm", "microwave_frequency=915 MHz",
        "infiltrated_with=none", "purity=99 %;mass=1 kg",
    ],
)  # fmt: skip
def test_what_an_entry_can_be_compared_with_is_read(law: Law, text: str) -> None:
    read = dict(situation({"form": "metal", "param": text}, law).item.parameters)
    assert {f"{name}={given.text}" for name, given in read.items()} == set(text.split(";"))


@pytest.mark.parametrize("code", ["none", "1C905", "1C905.b", "1C905.b.1", "1C902.a"])
def test_a_code_above_or_inside_an_entry_is_read(law: Law, code: str) -> None:
    assert situation({"control_code": code}, law).item.control_code == code


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("军事", "military"), ("军用", "military"), ("军事用途", "military"), ("Military use", "military"),
        ("民用", "civil"), ("civilian end use", "civil"), ("non-military", "civil"), ("非军事用途", "civil"),
        ("weapons of mass destruction", "wmd"), ("导弹部件", "missile parts"), ("use", "use"),
        ("memory of 256 layers or more", "memory_ge_256_layers"), ("不明", "unknown"),
        ("missile guidance", "unknown"), ("ministry of defence", "unknown"), ("核电站", "unknown"),
        ("国防科研", "unknown"), ("nuclear reactor", "unknown"), ("核心部件", "核心部件"),
        ("wind turbines", "wind turbines"), ("民用船", "民用船"),
    ],
)  # fmt: skip
def test_a_use_in_words_is_known_open_or_kept(law: Law, text: str, use: str) -> None:
    assert situation({"form": "metal", "end_use": text}, law).movement.end_use == use


def test_a_use_that_speaks_of_war_is_not_presumed_civil(law: Law) -> None:
    given = {"form": "metal", "contains": "Dy", "from": "CN", "to": "US", "on": "2025-06-10"}
    presumed = rule_on(law, situation({**given, "end_use": "lamps"}, law)).presumed
    asserted = rule_on(law, situation({**given, "end_use": "missile guidance"}, law)).presumed
    assert presumed - asserted == {"end_use"}


def test_know_how_may_be_named_as_a_form(law: Law) -> None:
    read = situation({"form": "technology", "technology": "separation"}, law)
    assert read.item.technology == "separation"
