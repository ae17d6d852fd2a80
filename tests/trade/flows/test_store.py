from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.flows.slices import current
from monazite.trade.flows.store import RECORD, Store
from monazite.trade.reading.load import load
from support.publishers import baci

if TYPE_CHECKING:
    from pathlib import Path


def test_a_record_says_what_was_read_and_reads_back_as_it_was_written(tmp_path: Path) -> None:
    (one,) = load(baci.write(tmp_path / "baci"), tmp_path / "store").loads
    assert Store(tmp_path / "store").loads() == (one,)
    text = (Store(tmp_path / "store").folder(one.id) / RECORD).read_text("utf-8")
    assert json.loads(text) == json.loads(json.dumps(one.document()))


def test_files_of_a_load_are_asked_by_year(tmp_path: Path) -> None:
    (one,) = load(baci.write(tmp_path / "baci", years=(2021, 2022, 2023)), tmp_path / "store").loads
    store = Store(tmp_path / "store")
    assert [path.parent.name for path in store.files(one.id)] == [
        "year=2021",
        "year=2022",
        "year=2023",
    ]
    assert [path.parent.name for path in store.files(one.id, frozenset({2022}))] == ["year=2022"]


@pytest.mark.parametrize("made", [False, True])
def test_a_folder_without_loads_is_no_store(tmp_path: Path, *, made: bool) -> None:
    if made:
        (tmp_path / "store").mkdir()
    with pytest.raises(InputError) as refused:
        current(Store(tmp_path / "store"))
    assert refused.value.field == "store"


def test_a_load_whose_record_is_damaged_is_named(tmp_path: Path) -> None:
    (one,) = load(baci.write(tmp_path / "baci"), tmp_path / "store").loads
    (Store(tmp_path / "store").folder(one.id) / RECORD).write_text("{}")
    with pytest.raises(InputError, match=one.id) as refused:
        Store(tmp_path / "store").loads()
    assert refused.value.field == "store"


def test_a_load_in_the_making_is_not_seen(tmp_path: Path) -> None:
    load(baci.write(tmp_path / "baci"), tmp_path / "store")
    half = tmp_path / "store" / ".loading-abc"
    half.mkdir()
    (half / RECORD).write_text("{}")
    assert len(Store(tmp_path / "store").loads()) == 1


def test_a_record_that_does_not_say_who_names_its_release_is_the_publishers(
    tmp_path: Path,
) -> None:
    (one,) = load(baci.write(tmp_path / "baci"), tmp_path / "store", vintage="2").loads
    path = Store(tmp_path / "store").folder(one.id) / RECORD
    document = json.loads(path.read_text("utf-8"))
    assert document.pop("release_from") == "caller"
    path.write_text(json.dumps(document))
    assert Store(tmp_path / "store").loads()[0].release_from == "publisher"
