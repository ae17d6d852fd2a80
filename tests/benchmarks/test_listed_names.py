from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MADE = """
import json
from benchmarks.made_names import made_names
print(json.dumps([made_names(3000, seed) for seed in (5, 5, 6)]))
"""
ASKED = """
import json
from benchmarks.listed_names import listed, meant, queries
among = listed(2000)
parties = {who: sorted(same) for who, same in meant(among).items()}
print(json.dumps([among.names, queries(among, 200), parties]))
"""


def _told(code: str) -> Any:
    # In a process of its own: here `benchmarks` is the folder of these tests.
    command = (sys.executable, "-c", code)
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def test_made_up_names_are_all_different_and_the_same_for_the_same_seed() -> None:
    names, again, other = _told(MADE)
    assert len({text for text, _ in names}) == 3000
    assert names == again != other
    assert {kind for _, kind in names} == {"person", "company"}
    assert any(not text.isascii() for text, _ in names)


def test_half_of_what_is_asked_is_on_no_list_and_the_other_half_means_a_party() -> None:
    names, asked, parties = _told(ASKED)
    clean = [text for text, _, meant, _ in asked if meant is None]
    assert len(clean) == 100
    assert {text for text, _ in names}.isdisjoint(clean)
    assert all(meant in parties[str(meant)] for _, _, meant, _ in asked if meant is not None)
    assert len({change for *_, change in asked}) > 8
