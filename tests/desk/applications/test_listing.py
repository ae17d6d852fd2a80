from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monazite.desk.applications import services
from monazite.desk.applications.listing import Wanted, listed
from monazite.desk.applications.models import Application
from monazite.errors import InputError
from support.offices import filed

if TYPE_CHECKING:
    from support.offices import World


def drafts(w: World, count: int) -> list[Application]:
    return [
        services.new(w.preparer, {"lines": [{"description": f"Magnet {n}"}]}, "page")
        for n in range(count)
    ]


def titles(w: World, wanted: Wanted) -> list[str]:
    return [item.title for item in listed(w.preparer, wanted).items]


def test_pages_follow_one_another_newest_first(w: World) -> None:
    made = drafts(w, 5)
    first = listed(w.preparer, size=2)
    second = listed(w.preparer, cursor=first.following, size=2)
    third = listed(w.preparer, cursor=second.following, size=2)
    seen = [item.pk for page in (first, second, third) for item in page.items]
    assert seen == [each.pk for each in reversed(made)]
    assert third.following == ""


def test_rows_added_meanwhile_neither_repeat_nor_hide_others(w: World) -> None:
    made = drafts(w, 4)
    first = listed(w.preparer, size=2)
    drafts(w, 3)
    second = listed(w.preparer, cursor=first.following, size=2)
    assert [item.pk for item in second.items] == [made[1].pk, made[0].pk]


def test_rows_of_one_moment_are_told_apart(w: World) -> None:
    one = drafts(w, 1)[0]
    for _ in range(4):
        copy = Application(organisation=one.organisation, author=one.author, state="draft",
                           created_at=one.created_at, changed_at=one.created_at)  # fmt: skip
        copy.save(force_insert=True)
    first = listed(w.preparer, size=3)
    second = listed(w.preparer, cursor=first.following, size=3)
    assert len({item.pk for item in (*first.items, *second.items)}) == 5


def test_filters_and_search(w: World) -> None:
    drafts(w, 2)
    now = filed(w)
    assert titles(w, Wanted(state="submitted")) == [now.title]
    assert titles(w, Wanted(destination="jp")) == [now.title]
    assert titles(w, Wanted(text="magnet 1")) == ["Magnet 1"]
    assert titles(w, Wanted(text=str(now.reference).lower())) == [now.title]
    assert titles(w, Wanted(text=str(now.reference)[:9])) == [now.title]
    assert titles(w, Wanted(text="100%")) == []
    assert titles(w, Wanted(text="' | %")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("magnets sint", True), ("SINTERED", True), ("ｓｉｎｔ", True), ("nets", False),
        ("磁体", True), ("铁硼磁", True), ("铁", True), ("钕磁", False), ("n42sh", True),
        ("example jap", True), ("sintered ferrite", False), ("日本", True), ("a':* | b", False),
    ],
)  # fmt: skip
def test_words_are_found_by_how_they_begin(w: World, text: str, found: bool) -> None:
    party = {"role": "end_user", "name": "Example Motors Japan", "name_native": "日本電機"}
    line = {"description": "Sintered magnets: NdFeB钕铁硼磁体, N42SH"}
    services.new(w.preparer, {"parties": [party], "lines": [line]}, "page")
    assert bool(listed(w.preparer, Wanted(text=text)).items) is found


def test_nobody_lists_what_they_may_not_know_of(w: World) -> None:
    drafts(w, 2)
    now = filed(w)
    assert listed(w.stranger).items == ()
    assert [item.pk for item in listed(w.intake_officer).items] == [now.pk]


@pytest.mark.parametrize(
    "cursor",
    ["x", "é", "====", base64.urlsafe_b64encode(b"2026-01-01|1").decode(),
     base64.urlsafe_b64encode(b"2026-01-01T00:00:00|00000000-0000-0000-0000-000000000000").decode()],
)  # fmt: skip
def test_a_cursor_of_ones_own_is_refused(w: World, cursor: str) -> None:
    with pytest.raises(InputError, match="cursor"):
        listed(w.preparer, cursor=cursor)


def test_unknown_states_and_sizes_are_refused(w: World) -> None:
    with pytest.raises(InputError, match="state"):
        listed(w.preparer, Wanted(state="lost"))
    with pytest.raises(InputError, match="size"):
        listed(w.preparer, size=0)


def test_a_page_takes_the_same_few_queries_whatever_its_length(w: World) -> None:
    counts = []
    for _ in range(2):
        drafts(w, 10)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = listed(w.preparer)
            assert all(item.organisation.name for item in page.items)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 2
