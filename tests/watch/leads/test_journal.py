from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.watch.leads.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[list[bytes]], list[bytes]]


def written(path: Path, count: int = 4) -> Journal:
    journal = Journal(path / "events.jsonl")
    for number in range(count):
        with journal.writing() as writer:
            writer.add([{"number": number, "text": "稀土"}])
    return journal


def test_a_folder_without_events_has_none(tmp_path: Path) -> None:
    assert Journal(tmp_path / "none" / "events.jsonl").events() == []


def test_events_come_back_in_order(tmp_path: Path) -> None:
    assert [each["number"] for each in written(tmp_path).events()] == [0, 1, 2, 3]


def _edited(lines: list[bytes]) -> list[bytes]:
    return [lines[0], lines[1].replace(b'"number": 1', b'"number": 7'), *lines[2:]]


@pytest.mark.parametrize(
    "change",
    [
        _edited,
        lambda lines: lines[1:],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [lines[0], lines[2], lines[1], lines[3]],
        lambda lines: [lines[0], lines[0], *lines[1:]],
        lambda lines: [b"not json\n", *lines],
        lambda lines: [b"[]\n", *lines],
    ],
    ids=["edited", "first gone", "one gone", "swapped", "twice", "no json", "no object"],
)
def test_a_line_that_is_not_as_it_was_written_is_named_and_nothing_is_added(
    tmp_path: Path, change: Change
) -> None:
    journal = written(tmp_path)
    lines = change(journal.path.read_bytes().splitlines(keepends=True))
    journal.path.write_bytes(b"".join(lines))
    with pytest.raises(InputError, match="line"):
        journal.events()
    with pytest.raises(InputError, match="line"), journal.writing() as writer:
        writer.add([{"number": 9}])
    assert journal.path.read_bytes() == b"".join(lines)


def test_a_line_cut_by_a_crash_was_never_there(tmp_path: Path) -> None:
    journal = written(tmp_path)
    with journal.path.open("ab") as file:
        file.write(b'{"number": 4, "bef')
    assert len(journal.events()) == 4
    with journal.writing() as writer:
        assert len(writer.events) == 4
        writer.add([{"number": 5}])
    assert [each["number"] for each in journal.events()] == [0, 1, 2, 3, 5]


def test_nothing_to_add_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    journal = written(tmp_path)
    before = journal.path.read_bytes()
    with journal.writing() as writer:
        writer.add([])
    assert journal.path.read_bytes() == before
