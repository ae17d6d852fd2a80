from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import monazite
from monazite.catalogue.countries import countries
from monazite.chain.figures import SPREAD
from monazite.chain.packaged.csvs import TABLES, row, table
from monazite.chain.stages import STAGES
from monazite.errors import InputError
from monazite.facts import TABLES as FACTS

DATA = Path(monazite.__file__).parent / "chain" / "data"
EVERY = [one for name in TABLES for one in table(name)]


def test_no_two_rows_share_an_id_and_each_begins_with_its_table() -> None:
    assert [key for key, count in Counter(one.id for one in EVERY).items() if count > 1] == []
    assert [one.id for one in EVERY if not one.id.startswith(f"{one.table}/")] == []


def test_every_row_has_a_source_and_a_confidence_that_bands_know() -> None:
    assert {one.confidence for one in EVERY} <= SPREAD.keys()
    assert all(one.source.strip() for one in EVERY)


def test_every_stage_is_one_and_every_place_a_country() -> None:
    for one in EVERY:
        assert one.fields.get("stage", "mining") in STAGES, one.id
        place = one.fields.get("country", "")
        known = countries().keys() | {each.iso3 for each in countries().values()}
        assert place in known | {"", "WORLD", "other"}, one.id


def test_no_row_names_a_place_of_this_machine() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in DATA.iterdir() if path.is_file())
    assert not re.search(r"/work/|/tmp/|/home/|\.\./", text)


def test_no_table_has_the_name_of_a_table_of_facts() -> None:
    # `monazite source` tells by the first word of an id which of them to ask.
    assert set(TABLES) & set(FACTS) == set()


def test_every_table_is_told_of_in_its_source_page() -> None:
    told = (DATA / "SOURCE.md").read_text(encoding="utf-8")
    assert [name for name in TABLES if f"`{name}`" not in told] == []


def test_a_row_is_found_by_its_id() -> None:
    assert row("usgs-world/antimony-CN-2024").fields["quantity"] == "40000"


@pytest.mark.parametrize("wanted", ["nothing/CN", "owners/nothing", "owners", ""])
def test_an_id_that_is_none_is_refused_with_what_would_do(wanted: str) -> None:
    with pytest.raises(InputError) as refused:
        row(wanted)
    assert refused.value.field == "row"
    assert "owners" in refused.value.accepted


def test_a_table_that_is_none_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        table("nothing")
    assert refused.value.field == "table"
