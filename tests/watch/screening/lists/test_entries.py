from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.screening.entity import Entity, Identifier, Name
from monazite.watch.screening.lists.encoding import digest
from monazite.watch.screening.lists.entries import Entries
from monazite.watch.screening.lists.staging import staged
from support.watch_lists import FTM, lines, read, written

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = Entity(
    "it", "1", "company", (Name("First"), Name("第二", "alias"), Name("old", "former")),
    ("CN", "HK"), ("1999-01",), (Identifier("uscc", "X", "CN"), Identifier("lei", "Y")),
    ("here", "there"), ("P1", "P2"), date(2020, 1, 2), date(2021, 1, 2), date(2020, 6, 1),
    date(2020, 7, 1), "https://x", "a note",
)  # fmt: skip
BARE = Entity("it", "2", "other", (Name("Alone"),))
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
entities = st.builds(
    Entity,
    list=st.just("it"),
    id=words,
    kind=st.sampled_from(["person", "company", "vessel", "aircraft", "other"]),
    names=st.lists(
        st.builds(Name, words, st.sampled_from(["primary", "alias", "weak", "former"])),
        min_size=1, max_size=4,
    ).map(tuple),
    countries=st.lists(words, max_size=2).map(tuple),
    identifiers=st.lists(st.builds(Identifier, words, words), max_size=2).map(tuple),
    listed_from=st.none() | st.dates(),
    note=st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)  # fmt: skip


@given(st.lists(entities, max_size=4, unique_by=lambda one: one.id))
def test_what_goes_in_comes_out(many: list[Entity]) -> None:
    entries = Entries.of("it", many)
    assert list(entries) == many
    assert [entries[number] for number in range(len(entries))] == many


def test_columns_stand_beside_each_other(tmp_path: Path) -> None:
    staged([WHOLE, BARE], tmp_path)
    for entries in (Entries.of("it", [WHOLE, BARE]), Entries("it", tmp_path / "entries.parquet")):
        assert entries.texts() == ["First", "第二", "old", "Alone"]
        assert entries.owners().tolist() == [0, 0, 0, 1]
        assert entries.name_kinds() == ["primary", "alias", "former", "primary"]
        assert entries.kinds() == ["company", "other"]
        assert (entries.ids(), entries.row("2"), entries.row("3")) == (["1", "2"], 1, None)
        assert (entries[0], entries[1]) == (WHOLE, BARE)
        assert list(entries) == [WHOLE, BARE]
        assert entries.digest(0) == digest(WHOLE).hex()


def test_a_digest_is_of_what_is_said_not_of_its_order() -> None:
    turned = replace(
        WHOLE, names=(WHOLE.names[0], *WHOLE.names[:0:-1]), countries=WHOLE.countries[::-1],
        identifiers=WHOLE.identifiers[::-1], addresses=WHOLE.addresses[::-1], list="other", id="9",
    )  # fmt: skip
    assert digest(turned) == digest(WHOLE)
    others = [
        replace(WHOLE, **{field: getattr(BARE, field)})
        for field in ("kind", "names", "countries", "dates", "identifiers", "addresses",
                      "programmes", "listed_from", "listed_until", "paused_from", "paused_until",
                      "source", "note")
    ]  # fmt: skip
    others.append(replace(WHOLE, names=(*WHOLE.names[1:], WHOLE.names[0])))
    assert len({digest(one) for one in (WHOLE, *others)}) == len(others) + 1


@pytest.mark.slow
def test_many_entries_are_written_in_batches(tmp_path: Path) -> None:
    told: list[int] = []
    many = [replace(BARE, id=str(number)) for number in range(45_000)]
    made = staged(iter(many), tmp_path, told.append)
    entries = Entries("it", tmp_path / "entries.parquet")
    assert (len(entries), made.names, told) == (45_000, 45_000, [20_000, 40_000, 45_000])
    assert entries[44_999] == many[-1]


def test_entities_of_a_reader_come_out_of_the_store(tmp_path: Path) -> None:
    found = read("opensanctions", written(tmp_path, "e.json", lines(FTM)))
    assert list(Entries.of("it", found)) == found
