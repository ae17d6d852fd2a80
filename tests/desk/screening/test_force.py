from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from monazite.desk.screening.force import in_force
from monazite.errors import MonaziteError
from support import site_lists

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = NOW.date()


def test_a_folder_without_lists_has_none_in_force(tmp_path: Path) -> None:
    assert in_force(tmp_path / "none", TODAY, 10) is None
    (tmp_path / ".index").mkdir()
    assert in_force(tmp_path, TODAY, 10) is None


def test_another_version_and_what_is_set_aside_are_another_state(tmp_path: Path) -> None:
    root = tmp_path / "lists"
    site_lists.load(root, ("A One", "", "CN"), now=NOW)
    first = in_force(root, TODAY, 10)
    site_lists.load(root, ("A One", "", "CN"), now=NOW + timedelta(hours=1))
    assert in_force(root, TODAY, 10) == first
    site_lists.load(root, ("A One", "", "CN"), ("B Two", "", "CN"), now=NOW + timedelta(hours=2))
    second = in_force(root, TODAY, 10)
    (root / "suppressions.jsonl").write_text("{}\n", encoding="utf-8")
    third = in_force(root, TODAY, 10)
    hashes = {each.hash for each in (first, second, third) if each is not None}
    assert len(hashes) == 3


def test_a_list_is_stale_after_its_days(tmp_path: Path) -> None:
    root = tmp_path / "lists"
    site_lists.load(root, ("A One", "", "CN"), now=NOW)
    stale = {
        days: found.stale
        for days in (0, 7, 8)
        if (found := in_force(root, TODAY + timedelta(days=days), 10)) is not None
    }
    assert stale == {0: False, 7: False, 8: True}


def test_a_damaged_folder_is_named(tmp_path: Path) -> None:
    root = tmp_path / "lists"
    site_lists.load(root, ("A One", "", "CN"), now=NOW)
    (root / "site" / "current").write_text('{"format": "monazite.list/1"', encoding="utf-8")
    with pytest.raises(MonaziteError, match="current"):
        in_force(root, TODAY, 10)


def test_other_alarms_are_another_state(tmp_path: Path) -> None:
    root = tmp_path / "lists"
    site_lists.load(root, ("A One", "", "CN"), now=NOW)
    one, other = in_force(root, TODAY, 10), in_force(root, TODAY, 300)
    assert one is not None
    assert other is not None
    assert one.hash != other.hash
