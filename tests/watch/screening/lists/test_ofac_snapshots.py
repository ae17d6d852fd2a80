"""OFAC's own files, as the facts beside the repository keep two old snapshots of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from monazite.watch.screening.lists.store import Lists
from support.watch_lists import NOW

SCREENING = Path(__file__).parents[5] / "shared/data/screening"


def files(snapshot: str) -> list[Path]:
    """The three tables of a snapshot; skips where they are not."""
    found = sorted(SCREENING.glob(f"ofac_{snapshot}_*.csv"))
    if not found:
        pytest.skip(f"{SCREENING} is missing")
    return found


@pytest.mark.shared
def test_a_whole_snapshot_is_read(tmp_path: Path) -> None:
    loaded = Lists(tmp_path).load(files("bench"), "ofac", now=NOW)
    # As SOURCE.md counts them: all aliases join.
    assert (loaded.version.entries, loaded.version.left_out["orphan"]) == (8976, 0)
    (held,) = Lists(tmp_path).held(NOW)
    kinds = Counter(held.entries.name_kinds())
    assert kinds["alias"] + kinds["former"] == pytest.approx(11_910, rel=0.01)
    assert Counter(held.entries.kinds())["vessel"] > 400


@pytest.mark.shared
def test_tables_of_two_days_are_told_of(tmp_path: Path) -> None:
    loaded = Lists(tmp_path).load(files("static"), "ofac", now=NOW)
    # 7,698 of its 17,091 aliases belong to no entry (SOURCE.md), and many addresses.
    assert loaded.version.left_out["orphan"] > 7_698
