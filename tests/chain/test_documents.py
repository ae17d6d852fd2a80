from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from monazite.chain.chokepoint.suppliers import suppliers
from monazite.chain.companies.company import company
from monazite.chain.documents import (
    COLUMNS,
    document,
    exposure_rows,
    profile_rows,
    standing_rows,
)
from monazite.chain.exposures.exposure import exposure
from monazite.chain.network.nodes import Node
from monazite.chain.profiles import profile_in
from monazite.chain.schema import RESULTS, schema
from monazite.chain.worlds import Gap
from monazite.errors import InputError
from support.chain_magnets import HEAVY, magnets, written

if TYPE_CHECKING:
    from pathlib import Path

FILE = "material,quantity,unit,made_in\nNdFeB-heavy,1,t,JPN\nNdFeB-heavy,1,stone,JPN\n"


def results(tmp_path: Path) -> dict[str, object]:
    found = profile_in(magnets(), "DEU", HEAVY, draws=5)
    return {
        "profile": found,
        "exposure": found.use,
        "chokepoint": found.chokepoints[0],
        "standing": company(magnets(), written(tmp_path, FILE), draws=5),
        "suppliers": suppliers(magnets(), "Dy"),
        "gap": Gap("Dy", "mining", "", "capacity", "no_capacities", filled=False),
    }


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", RESULTS)
def test_every_document_is_json_and_fits_its_schema(name: str, lang: str, tmp_path: Path) -> None:
    found = document(results(tmp_path)[name], lang)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    jsonschema.Draft202012Validator.check_schema(schema(name))
    jsonschema.validate(found, schema(name))


@pytest.mark.parametrize("name", RESULTS)
def test_a_schema_takes_nothing_that_is_not_said(name: str, tmp_path: Path) -> None:
    found = document(results(tmp_path)[name], "en")
    validator = jsonschema.Draft202012Validator(schema(name))
    assert not validator.is_valid(found | {"more": 1})
    for member in found:
        assert not validator.is_valid({key: found[key] for key in found if key != member})


def test_there_is_no_schema_of_another_thing() -> None:
    with pytest.raises(InputError, match="profile"):
        schema("profil")


def test_a_thing_that_is_no_result_has_no_document() -> None:
    with pytest.raises(TypeError, match="set"):
        document({"a": {1}}, "en")


def test_what_has_no_end_is_null_and_a_node_is_an_object() -> None:
    node = Node("Dy", "mining", "CHN", "make")
    assert document({"days": float("inf"), "at": (node, float("nan"))}, "en") == {
        "days": None,
        "at": [
            {"material": "Dy", "stage": "mining", "country": "CHN", "kind": "make", "sector": ""},
            None,
        ],
    }


def of(rows: list[Any], kind: str, stage: str = "") -> dict[str, float]:
    return {row["on"]: row["share"] for row in rows if (row["kind"], row["stage"]) == (kind, stage)}


def test_rows_say_every_share_and_its_sources() -> None:
    found = exposure(magnets(), "DEU", "Dy", draws=5)
    rows = exposure_rows(found)
    assert all(tuple(row) == COLUMNS for row in rows)
    direct = of(rows, "direct")
    assert direct.pop("unknown") == found.direct_unknown
    assert direct == {one.country: one.share for one in found.direct}
    assert of(rows, "ultimate")["CHN"] == pytest.approx(0.975)
    made = of(rows, "made", "refining")
    assert made.pop("unknown") == 0
    assert sum(made.values()) == pytest.approx(1)
    assert {row["on"] for row in rows if row["kind"] == "source"} == {
        one.row for one in found.grounds
    }
    assert [row["amount_t"] for row in rows if row["kind"] == "use"] == [20]
    banded = [row for row in rows if row["kind"] in {"direct", "ultimate"} and row["on"] == "CHN"]
    assert all(row["p5"] <= row["p50"] <= row["p95"] for row in banded)  # type: ignore[operator]


def test_rows_of_a_profile_hold_markets_and_losses_too() -> None:
    found = profile_in(magnets(), "DEU", "Dy", draws=0)
    rows = profile_rows(found)
    assert {row["sector"] for row in rows} == {"sector", "magnet"}
    lost = {row["on"]: row["share"] for row in rows if row["kind"] == "lost_without"}
    assert lost == {one.supplier: one.loss for one in found.chokepoints}


def test_rows_of_an_alloy_and_of_a_company_hold_every_element(tmp_path: Path) -> None:
    alloy = exposure_rows(exposure(magnets(), "DEU", HEAVY, draws=0))
    assert {row["material"] for row in alloy} == {HEAVY, "Nd", "Dy"}
    own = standing_rows(company(magnets(), written(tmp_path, FILE), draws=0))
    assert {row["material"] for row in own} == {"Nd", "Dy"}


def test_of_a_use_that_nobody_knows_no_number_is_said() -> None:
    found = exposure(magnets(), "JPN", "Dy", draws=0)
    said = document(found, "en")
    for name in ("use", "direct_unknown", "unknown", "unowned", "finished", "estimated", "guessed"):
        assert said[name] is None
    assert (said["direct"], said["year"]) == ([], 2024)
    jsonschema.validate(said, schema("exposure"))
    assert [row for row in exposure_rows(found) if row["share"] is not None] == []
    assert {row["amount_t"] for row in exposure_rows(found)} == {None}
