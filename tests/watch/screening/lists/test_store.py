from __future__ import annotations

import hashlib
import json
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError, MonaziteError
from monazite.watch.screening.lists import staging
from monazite.watch.screening.lists.store import Lists
from support.watch_lists import ALT, EU, MAPPING, NOW, SDN, table, written

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.watch.screening.lists.loading import Loaded

NAMES = [f"Party {number}" for number in range(20)]


@pytest.fixture
def lists(tmp_path: Path) -> Lists:
    """An empty folder of lists; `m.yaml` lies beside it."""
    written(tmp_path, "m.yaml", MAPPING)
    return Lists(tmp_path / "lists")


def load(lists: Lists, text: str, at: datetime = NOW, **more: Any) -> Loaded:
    """Load a table as list `own`."""
    beside = lists.directory.parent
    path = written(beside, "t.csv", text)
    return lists.load([path], "csv", name="own", mapping=beside / "m.yaml", now=at, **more)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*")
            if one.is_file()}  # fmt: skip


def test_a_list_is_held_as_it_was_loaded(lists: Lists) -> None:
    loaded = load(lists, table(NAMES))
    (held,) = lists.held(NOW)
    assert held.used.list == "own"
    assert held.used.version == loaded.version.version
    assert not held.used.stale
    assert [one.names[0].text for one in held.entities()] == NAMES
    assert (loaded.new, loaded.gone, loaded.changed, loaded.old) == (20, 0, 0, "")
    assert held.folder == lists.directory / "own" / held.used.version[:16]


def test_the_version_of_one_file_is_its_sha256(lists: Lists, tmp_path: Path) -> None:
    path = written(tmp_path, "eu.xml", EU)
    loaded = lists.load([path], "eu", now=NOW)
    assert loaded.version.version == hashlib.sha256(EU.encode()).hexdigest()
    assert lists.names() == ("eu",)


def test_a_new_version_counts_what_changed_and_the_old_one_stays(lists: Lists) -> None:
    first = load(lists, table(NAMES))
    later = load(lists, table(["Party Null", *NAMES[1:19], "x", "y"]), NOW + timedelta(days=1))
    # The 20th is renamed, the first too, a 21st is new.
    assert (later.new, later.gone, later.changed) == (1, 0, 2)
    assert later.old == first.version.version
    assert [one.entries for one in lists.versions("own")] == [20, 21]
    found = lists.difference("own", first.version.version[:8], later.version.version)
    assert (found.appeared, found.gone, found.changed) == (("21",), (), ("1", "20"))
    back = lists.difference("own", later.version.version, first.version.version)
    assert (back.appeared, back.gone) == (found.gone, found.appeared)


def test_the_same_files_again_confirm_the_version(lists: Lists) -> None:
    load(lists, table(NAMES))
    later = NOW + timedelta(days=6)
    again = load(lists, table(NAMES), later)
    assert again.again
    assert (again.new, again.gone, again.changed) == (0, 0, 0)
    assert len(lists.versions("own")) == 1
    assert not lists.held(NOW + timedelta(days=13))[0].used.stale


def test_a_list_is_stale_after_its_days(lists: Lists) -> None:
    load(lists, table(NAMES))
    assert [lists.held(NOW + timedelta(days=n))[0].used.stale for n in (0, 7, 8)] == [
        False, False, True,
    ]  # fmt: skip
    load(lists, table(NAMES), stale_after_days=30)
    assert not lists.held(NOW + timedelta(days=30))[0].used.stale


def test_a_stated_day_of_publication_is_what_counts(lists: Lists) -> None:
    load(lists, table(NAMES), published=date(2026, 11, 10))
    (held,) = lists.held(NOW)
    assert held.used.stale
    assert (held.as_of, held.used.published) == (date(2026, 11, 10), date(2026, 11, 10))


def test_a_file_that_says_that_it_is_old_is_told_of(lists: Lists, tmp_path: Path) -> None:
    path = written(tmp_path, "eu.xml", EU)
    assert not lists.load([path], "eu", now=NOW).dated_old
    old = written(tmp_path, "old.xml", EU.replace("2026-11-20", "2024-11-20"))
    loaded = lists.load([old], "eu", now=NOW, name="eu-old")
    assert loaded.dated_old
    assert not lists.held(NOW)[1].used.stale
    stated = date(2024, 11, 20)
    assert not lists.load([old], "eu", now=NOW, name="eu-old", published=stated).dated_old
    assert lists.held(NOW)[1].used.stale


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (table(NAMES)[:-9], "row 20 has"),
        (table(NAMES).replace("party", "partei"), "the columns party"),
        ("ref,party,type\n", "at least one entry"),
        (table(["", ""]), "left out: no_name 2"),
        (table(NAMES[:15]), "15 entries, 20 in the version in force"),
        (table(NAMES).replace("\n1", "\nX1").replace("\n2", "\nX2"), "have an id of this file"),
        (table(NAMES) + "\0", "cut within a letter"),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_the_last_version_in_force(
    lists: Lists, text: str, told: str
) -> None:
    load(lists, table(NAMES))
    before = tree(lists.directory)
    with pytest.raises(InputError, match=told):
        load(lists, text)
    assert tree(lists.directory) == before


def test_fewer_entries_are_accepted_where_that_is_said(lists: Lists) -> None:
    load(lists, table(NAMES))
    assert load(lists, table(NAMES[:16])).gone == 4
    assert load(lists, table(NAMES[:2]), accept_fewer=True).gone == 14


def test_names_are_counted_and_their_loss_is_refused(lists: Lists, tmp_path: Path) -> None:
    rows = "".join(f"{number},Party {number},Other {number}\n" for number in range(20))
    path = written(tmp_path, "n.csv", f"id,name,aliases\n{rows}")
    first = lists.load([path], "csv", now=NOW)
    assert (first.names_new, first.names_gone) == (40, 0)
    fewer = rows.replace("Other 7", "").replace("Other 8", "Another 8")
    path.write_text(f"id,name,aliases\n{fewer}")
    later = lists.load([path], "csv", now=NOW)
    assert (later.new, later.gone, later.changed) == (0, 0, 2)
    assert (later.names_new, later.names_gone) == (1, 2)
    before = tree(lists.directory)
    bare = "".join(f"{number},Party {number},\n" for number in range(20))
    path.write_text(f"id,name,aliases\n{bare}")
    with pytest.raises(InputError, match="20 names, 39 in the version in force"):
        lists.load([path], "csv", now=NOW)
    assert tree(lists.directory) == before
    lost = lists.load([path], "csv", now=NOW, accept_fewer=True)
    assert (lost.gone, lost.names_gone) == (0, 19)


def test_a_version_that_was_held_before_is_checked_too(lists: Lists, tmp_path: Path) -> None:
    sdn, alt = (written(tmp_path, name, text) for name, text in (("s", SDN), ("a", ALT)))
    assert lists.load([sdn], "ofac", now=NOW).without == ("ALT.CSV", "ADD.CSV")
    assert lists.load([sdn, alt], "ofac", now=NOW).without == ("ADD.CSV",)
    with pytest.raises(InputError, match=r"ALT\.CSV beside the others"):
        lists.load([sdn], "ofac", now=NOW)
    assert lists.held(NOW)[0].used.version == lists.versions("ofac")[1].version
    assert lists.load([sdn], "ofac", now=NOW, accept_fewer=True).names_gone == 3


def test_the_same_file_twice_is_refused(lists: Lists, tmp_path: Path) -> None:
    paths = [written(tmp_path, name, SDN) for name in ("one.csv", "two.csv")]
    with pytest.raises(InputError, match=r"holds the same as .*one\.csv") as caught:
        lists.load(paths, "ofac", now=NOW)
    assert (caught.value.field, caught.value.value) == ("list", str(paths[1]))


@pytest.mark.parametrize(("days", "stale"), [(7, False), (8, True)])
def test_a_loading_says_whether_it_is_stale_already(lists: Lists, days: int, stale: bool) -> None:
    published = (NOW - timedelta(days=days)).date()
    loaded = load(lists, table(NAMES), published=published)
    assert (loaded.stale, loaded.age_days) == (stale, days)
    assert lists.held(NOW)[0].used.stale is stale


def test_a_damaged_version_is_mended_by_its_files(lists: Lists) -> None:
    loaded = load(lists, table(NAMES))
    entries = lists.directory / "own" / loaded.version.version[:16] / "entries.parquet"
    entries.write_bytes(entries.read_bytes()[:100])
    load(lists, table(NAMES))
    assert len(list(lists.held(NOW)[0].entities())) == len(NAMES)


def test_a_refused_first_loading_leaves_nothing(lists: Lists) -> None:
    with pytest.raises(InputError):
        load(lists, "ref,party,type\n")
    assert tree(lists.directory) == {}
    assert lists.names() == ()
    assert lists.held(NOW) == ()


def test_a_loading_that_is_killed_leaves_the_last_version(
    lists: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(lists, table(NAMES))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(staging, "table", killed)
        with pytest.raises(KeyboardInterrupt):
            load(lists, table([*NAMES, "another"]))
    assert lists.held(NOW)[0].used.version == first.version.version
    assert load(lists, table([*NAMES, "another"])).new == 1
    assert not list((lists.directory / "own").glob(".part*"))


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"kind": "gazette"}, "as"),
        ({"name": "Upper"}, "name"),
        ({"name": "../x"}, "name"),
        ({"published": date(2026, 11, 24)}, "published"),
        ({"stale_after_days": 0}, "stale_after"),
        ({"kind": "regime", "name": "own"}, "as"),
    ],
)
def test_arguments_that_cannot_be_used_name_their_field(
    lists: Lists, arguments: dict[str, Any], field: str
) -> None:
    load(lists, table(NAMES))
    path = lists.directory.parent / "t.csv"
    asked: dict[str, Any] = {"kind": "csv", "mapping": lists.directory.parent / "m.yaml"}
    asked |= arguments
    with pytest.raises(InputError) as caught:
        lists.load([path], now=NOW, **asked)
    assert caught.value.field == field


@pytest.mark.parametrize("name", ["none.csv", ".", "empty.csv"])
def test_a_file_that_is_none_is_named(lists: Lists, tmp_path: Path, name: str) -> None:
    written(tmp_path, "empty.csv", "")
    with pytest.raises(InputError) as caught:
        lists.load([tmp_path / name], "eu", now=NOW)
    assert caught.value.field == "list"


def test_lists_are_asked_for_as_they_were(lists: Lists, tmp_path: Path) -> None:
    lists.load([written(tmp_path, "eu.xml", EU)], "eu", now=NOW)
    first = load(lists, table(NAMES), NOW + timedelta(days=1))
    last = load(lists, table([*NAMES, "new"]), NOW + timedelta(days=3))
    later = NOW + timedelta(days=4)
    assert [one.used.list for one in lists.held_as(NOW.date(), later)] == ["eu"]
    then = {one.used.list: one.used.version for one in lists.held_as(date(2026, 11, 25), later)}
    assert then == {"eu": lists.versions("eu")[0].version, "own": first.version.version}
    by_version = lists.held_as(first.version.version[:10], later)
    assert {one.used.list: one.used.version for one in by_version} == then
    assert {one.used.version for one in lists.held(later)} == {
        then["eu"], last.version.version,
    }  # fmt: skip
    for since in (date(2026, 11, 22), "ffff", "abcdef0123"):
        with pytest.raises(InputError, match="own"):
            lists.held_as(since, later)


def test_unknown_lists_and_versions_are_named(lists: Lists) -> None:
    load(lists, table(NAMES))
    with pytest.raises(InputError, match="own"):
        lists.versions("ofac")
    with pytest.raises(InputError, match="first signs"):
        lists.difference("own", "000000", "111111")


def test_what_others_keep_in_the_folder_is_no_list(lists: Lists) -> None:
    load(lists, table(NAMES))
    hidden = lists.directory / ".index"
    hidden.mkdir()
    (hidden / "current").write_text("{}")
    assert lists.names() == ("own",)


def test_damage_is_a_defect_that_is_told(lists: Lists) -> None:
    loaded = load(lists, table(NAMES))
    folder = lists.directory / "own" / loaded.version.version[:16]
    entries = folder / "entries.parquet"
    entries.write_bytes(entries.read_bytes()[:100])
    with pytest.raises(MonaziteError, match="load the list's files again"):
        list(lists.held(NOW)[0].entities())
    entries.unlink()
    with pytest.raises(InputError, match="load its files again"):
        lists.held(NOW)
    current = lists.directory / "own" / "current"
    current.write_text(json.dumps({"loadings": []}))
    with pytest.raises(MonaziteError, match="damaged"):
        lists.held(NOW)


def test_rows_that_say_the_same_are_one_and_others_are_refused(
    lists: Lists, tmp_path: Path
) -> None:
    head = "list,entity_name,name_zh,country,listed_from,last_day,source,note\n"
    row = "control,Alder Ores,,GB,2025-01-01,,https://x,{}\n"
    path = written(tmp_path, "own.csv", head + row.format("") * 2)
    assert lists.load([path], "regime", now=NOW).version.entries == 1
    path = written(tmp_path, "own.csv", head + row.format("") + row.format("other"))
    with pytest.raises(InputError, match="rows of this one differ"):
        lists.load([path], "regime", now=NOW, name="other")


def test_what_an_older_reader_made_is_made_anew(lists: Lists) -> None:
    folder = lists.directory / "own" / load(lists, table(NAMES)).version.version[:16]
    version = json.loads((folder / "version.json").read_text())
    (folder / "version.json").write_text(json.dumps(version | {"reader": 0}))
    assert load(lists, table(NAMES)).version.reader == version["reader"]
    assert len(lists.held(NOW)[0].entries) == len(NAMES)
    assert [one.name for one in folder.parent.iterdir() if one.is_dir()] == [folder.name]


def test_what_a_killed_loading_left_is_swept(lists: Lists) -> None:
    load(lists, table(NAMES))
    left = lists.directory / "own" / ".part-killed"
    left.mkdir()
    (left / "entries.parquet").write_bytes(b"half")
    load(lists, table([*NAMES, "x"]))
    assert not left.exists()


def test_a_place_that_takes_no_files_is_named(tmp_path: Path) -> None:
    place = written(tmp_path, "lists", "no folder")
    with pytest.raises(InputError, match="can be written") as caught:
        Lists(place).load([written(tmp_path, "eu.xml", EU)], "eu", now=NOW)
    assert caught.value.field == "lists"
    with pytest.raises(InputError, match="at least one file"):
        Lists(tmp_path).load([], "eu", now=NOW)
