"""10,000 parties screened against 100,000 and 1,000,000 names, from a name typed to an answer.

Processor seconds of one thread. The list is loaded, indexed and calibrated by one process, as
`monazite watch load` and the first `monazite watch screen` do it, and screened by another. Half of
the parties are names of the list, perturbed; half are clean. The rivals get fewer of them, in the
same run: rapidfuzz, which compares a name with every other, and the matcher of nomenklatura, where
it is installed, on the names that this index gives it.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.listed_names import listed, meant, queries
from benchmarks.measuring import Result, python, report, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.listed_names import Listed, Query

_QUERIES, _OF_RIVALS, _TOP, _ALARMS = 10_000, 100, 10, 10.0
_SIZES = (100_000, 1_000_000)
_MOST_SECONDS = {100_000: 15.0, 1_000_000: 40.0}
_MOST_GB = {100_000: 0.6, 1_000_000: 1.5}
_NOW, _ON = datetime(2026, 11, 1, tzinfo=UTC), date(2026, 11, 1)
_ONE = {"OMP_NUM_THREADS": "1"}
_LIST = "benchmark"


def measure() -> list[Result]:
    """For each size: seconds to get ready and to screen, memory, and what was found."""
    return [result for size in _SIZES for result in _of(size)]


def _of(size: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as directory:
        ready = _part("--ready", size, directory)[0]
        done, gb = _part("--screen", size, directory)
        rivals = _part("--rivals", size, directory)[0] if size == min(_SIZES) else {}
    name = f"{size:,} names"
    found = (
        f"{done['alerts']:.1%} of perturbed names alert; of {done['first']:.1%} the party meant "
        f"comes first; of 1,000 clean ones, made up as the list's are, {1000 * done['clean']:.1f} "
        f"alert where {_ALARMS:g} are accepted"
    )
    told = [_compared(rival, done) for rival in rivals.values()]
    return [
        Result(
            f"{name}: index and calibration", ready["made"], "s", None, "",
            (f"{ready['loaded']:.1f} s to load the list before",),
        ),
        Result(
            f"{name}: {_QUERIES:,} screened", done["seconds"], "s", _MOST_SECONDS[size],
            "; ".join(told), (f"{_QUERIES / done['seconds']:,.0f} a second", found),
        ),
        Result(f"{name}: opening", done["opened"], "s"),
        Result(f"{name}: memory", gb, "GB", _MOST_GB[size]),
    ]  # fmt: skip


def _compared(rival: dict[str, Any], own: dict[str, Any]) -> str:
    """A rival's time for a party as a multiple of ours, and how often it was right."""
    if "seconds" not in rival:
        return str(rival["told"])
    times = rival["seconds"] / _OF_RIVALS / (own["seconds"] / _QUERIES)
    return f"{rival['told']} {times:,.1f} times as long, {rival['first']:.0%} first"


def _part(name: str, size: int, directory: str) -> tuple[dict[str, Any], float]:
    done = run(python("-m", "benchmarks.watch_screening", name, str(size), directory), _ONE)
    return json.loads(done.printed), done.peak_gb


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def _ready(size: int, directory: Path) -> dict[str, float]:
    """The list loaded, indexed and calibrated."""
    from monazite.watch.screening.lists.store import Lists
    from monazite.watch.screening.screener import Screener

    among = listed(size)
    table = directory / "names.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = zip(among.owners, among.names, strict=True)
        csv.writer(file).writerows(
            [("id", "name", "kind"), *((owner, one.text, one.kind) for owner, one in rows)]
        )
    del among
    loaded, _ = _timed(lambda: Lists(directory).load([table], "csv", now=_NOW, name=_LIST))
    made, _ = _timed(lambda: Screener.open(directory, now=_NOW, alarms=_ALARMS))
    return {"loaded": loaded, "made": made}


def _screen(size: int, directory: Path) -> dict[str, Any]:
    """The parties screened, and how many of them are answered as they should be."""
    from monazite.watch.screening.party import Asked
    from monazite.watch.screening.screener import Screener

    asked, same = _asked(size)
    parties = [Asked((one.text,), one.kind) for one in asked]
    opened, screener = _timed(lambda: Screener.open(directory, now=_NOW, alarms=_ALARMS, top=_TOP))
    list(screener.screen_many(parties[:200], _ON))
    seconds, answers = _timed(lambda: list(screener.screen_many(parties, _ON)))
    first, alerts, clean = [], [], []
    for one, answer in zip(asked, answers, strict=True):
        if one.meant is None:
            clean.append(answer.result == "alert")
            continue
        right = [hit for hit in answer.hits if int(hit.entity) in same[one.meant]]
        alerts.append(any(hit.alert for hit in right))
        first.append(bool(answer.hits) and answer.hits[0] in right)
    shares = {
        name: sum(hits) / len(hits)
        for name, hits in (("first", first), ("alerts", alerts), ("clean", clean))
    }
    return {"opened": opened, "seconds": seconds, **shares}


def _rivals(size: int, _directory: Path) -> dict[str, dict[str, Any]]:
    """The same parties, fewer of them, by others."""
    from benchmarks.rivals import every_name, logic_v2

    among = listed(size)
    asked = [one for one in queries(among, _QUERIES) if one.meant is not None][:_OF_RIVALS]
    every = every_name.Matcher(among.names)
    rivals = {"rapidfuzz": _by("rapidfuzz, every name:", every, among, asked)}
    if logic_v2.installed():
        told = "nomenklatura logic-v2 on 10 candidates:"
        rivals["nomenklatura"] = _by(told, logic_v2.Matcher(among), among, asked)
    else:
        rivals["nomenklatura"] = {"told": "nomenklatura is not installed"}
    return rivals


def _by(
    told: str, matcher: Callable[[Query], int | None], among: Listed, asked: Sequence[Query]
) -> dict[str, Any]:
    """Seconds of another's matcher, and how often the best name is one of the party meant."""
    seconds, names = _timed(lambda: [matcher(one) for one in asked])
    same = meant(among)
    right = [
        name is not None and one.meant is not None and among.owners[name] in same[one.meant]
        for one, name in zip(asked, names, strict=True)
    ]
    return {"told": told, "seconds": seconds, "first": sum(right) / len(right)}


def _asked(size: int) -> tuple[list[Query], dict[int, set[int]]]:
    among = listed(size)
    return queries(among, _QUERIES), meant(among)


_PARTS = {"--ready": _ready, "--screen": _screen, "--rivals": _rivals}

if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in _PARTS:
        print(json.dumps(_PARTS[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))))
    else:
        report(measure)
