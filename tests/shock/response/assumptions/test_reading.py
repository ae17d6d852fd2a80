from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from monazite.chain.figures import SPREAD
from monazite.chain.stages import MAGNET, MINING, REFINING
from monazite.errors import InputError
from monazite.shock.response.assumptions import reading
from monazite.shock.response.assumptions.assumptions import line
from monazite.shock.response.assumptions.reading import AssumptionsError, packaged, parse

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (reading._HERE / "2026.yaml").read_text(encoding="utf-8")


def changed(change: Callable[[dict[str, Any]], None]) -> str:
    document = yaml.safe_load(TEXT)
    change(document)
    return yaml.safe_dump(document, allow_unicode=True)


def problems(change: Callable[[dict[str, Any]], None]) -> dict[str, str]:
    with pytest.raises(AssumptionsError) as told:
        parse(changed(change))
    return {one.field: one.accepted for one in told.value.problems}


def test_every_number_has_a_source_a_confidence_and_a_term() -> None:
    found = packaged()
    lines = (*found.plants, *found.recycling, *found.floors)
    parts = [found.finished, found.stores, found.money]
    parts += [one.numbers for one in lines]
    parts += [one.numbers for one in found.programmes]
    for part in parts:
        for name, number in part.items():
            assert number.source
            assert number.confidence in SPREAD
            assert found.terms[name].what.en != found.terms[name].what.zh
    used = {name for part in parts for name in part}
    assert used == set(found.terms)


def test_lead_times_are_those_that_are_known_of_stages() -> None:
    found = packaged()
    for lines, stage, material, least, most in (
        (found.plants, MINING, "REE-light", 84, 144),
        (found.plants, REFINING, "Nd", 24, 48),
        (found.plants, MAGNET, "NdFeB-heavy", 24, 36),
        (found.recycling, REFINING, "Nd", 12, 18),
    ):
        told = line(lines, stage, material)
        assert told is not None
        assert least <= told.value("build") + told.value("permit") <= most


def test_the_entry_that_names_a_material_holds_before_the_one_for_any() -> None:
    found = packaged()
    gallium, any_ = line(found.plants, REFINING, "Ga"), line(found.plants, REFINING, "Dy")
    assert gallium is not None
    assert gallium.materials == ("Ga",)
    assert any_ is not None
    assert any_.materials == ("*",)
    assert line(found.floors, MAGNET, "Nd") is None


def test_the_same_content_has_the_same_digest() -> None:
    assert parse(changed(lambda _: None)).digest == packaged().digest
    other = parse(changed(lambda d: d["money"]["discount"].update(value=0.07)))
    assert other.digest != packaged().digest


def test_every_problem_is_said_with_its_path() -> None:
    def spoil(document: dict[str, Any]) -> None:
        document["money"]["discount"]["value"] = 1.5
        document["stores"]["premium"]["value"] = -0.1
        document["plants"][0]["stage"] = "mines"
        document["plants"][1]["capex"]["confidence"] = "sure"
        document["programmes"][0]["sector"] = "cars"
        document["recycling"][0]["build"]["value"] = "soon"
        del document["finished"]["lost"]
        document["oops"] = 1

    assert problems(spoil).keys() == {
        "money.discount.value", "stores.premium.value", "plants[0].stage",
        "plants[1].capex.confidence", "programmes[0].sector", "recycling[0].build.value",
        "finished.lost", "oops",
    }  # fmt: skip


def test_an_unknown_set_and_no_yaml_are_refused() -> None:
    with pytest.raises(InputError) as told:
        packaged("1999")
    assert "2026" in told.value.accepted
    with pytest.raises(AssumptionsError):
        parse("plants: [")
