"""The index of names: building it, 10,000 queries, and how often the party meant is among 50 names.

Processor seconds of one thread; building and searching are processes of their own, and what builds
counts views of names in. The rival is the usual one: cosines of runs of three letters, weighed by
how rare they are, by the same product of matrices.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.listed_names import listed, meant, queries
from benchmarks.measuring import Result, Run, python, report, run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.listed_names import Query

    from monazite.watch.screening.index.forms import Forms

_QUERIES, _TOP, _VERSIONS = 10_000, 50, {"listed": "benchmark"}
_SIZES = (100_000, 1_000_000)
_MOST_BUILD = {100_000: 10.0, 1_000_000: 90.0}
_MOST_SEARCH = {100_000: 0.8, 1_000_000: 9.7}
_MOST_GB = {100_000: 0.6, 1_000_000: 1.5}
_MOST_MISSED = {100_000: 0.005, 1_000_000: None}
_ONE = {"OMP_NUM_THREADS": "1"}
_RIVAL = 100_000


def measure() -> list[Result]:
    """For each size: seconds to build and to search, memory, and the share missed."""
    with tempfile.TemporaryDirectory() as directory:
        return [result for size in _SIZES for result in _of(size, directory)]


def _of(size: int, directory: str) -> list[Result]:
    build, built = _told(_part("--build", size, directory))
    search, found = _told(_part("--search", size, directory))
    rival = ""
    if size == _RIVAL:
        _, other = _told(_part("--rival", size, directory))
        rival = (
            f"runs of three letters: {other['seconds'] / found['seconds']:.1f} times as long, "
            f"{other['missed']:.2%} missed"
        )
    name = f"{size:,} names"
    return [
        Result(f"{name}: build", built["seconds"], "s", _MOST_BUILD[size], "", (built["told"],)),
        Result(f"{name}: memory to build", build.peak_gb, "GB"),
        Result(
            f"{name}: {_QUERIES:,} searched", found["seconds"], "s", _MOST_SEARCH[size], rival,
            (found["told"],),
        ),
        Result(f"{name}: missed among {_TOP}", found["missed"], "", _MOST_MISSED[size]),
        Result(f"{name}: memory to search", search.peak_gb, "GB", _MOST_GB[size]),
    ]  # fmt: skip


def _part(name: str, size: int, directory: str) -> Run:
    return run(python("-m", "benchmarks.watch_blocking", name, str(size), directory), _ONE)


def _told(done: Run) -> tuple[Run, dict[str, Any]]:
    return done, json.loads(done.printed)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def _build(size: int, directory: Path) -> dict[str, Any]:
    """An index of so many names, views and all."""
    from monazite.watch.screening.index.index import build
    from monazite.watch.screening.index.store import save
    from monazite.watch.screening.names.views import views_of_many

    among = listed(size)
    texts, kinds = [name.text for name in among.names], [name.kind for name in among.names]
    seconds, index = _timed(lambda: build(views_of_many(texts, kinds), among.owners))
    save(index, directory, _VERSIONS)
    told = f"{among.source}; {index.forms.rows:,} views, {len(index.postings.row):,} postings"
    return {"seconds": seconds, "told": told}


def _search(size: int, directory: Path) -> dict[str, Any]:
    """The queries in the index that was kept."""
    from monazite.watch.screening.index.store import opened

    among = listed(size)
    asked = queries(among, _QUERIES)
    same = meant(among)
    del among
    index = opened(directory, _VERSIONS)
    if index is None:
        raise RuntimeError("the index was not kept")
    index.search(_forms(asked[:100]), _TOP)
    views, forms = _timed(lambda: _forms(asked))
    seconds, found = _timed(lambda: index.search(forms, _TOP))
    parties = [index.owner[found.of(n).name].tolist() for n in range(len(asked))]
    told = f"{_QUERIES / seconds:,.0f} a second; {views:.2f} s for their views before"
    return {"seconds": seconds, "missed": _missed(asked, parties, same), "told": told}


def _rival(size: int, _directory: Path) -> dict[str, Any]:
    """The same queries by runs of three letters."""
    from benchmarks.rivals.three_letters import ThreeLetters

    among = listed(size)
    asked = queries(among, _QUERIES)
    rival = ThreeLetters([name.text for name in among.names])
    seconds, found = _timed(lambda: rival.search([query.text for query in asked], _TOP))
    parties = [[among.owners[name] for name in names] for names in found]
    return {"seconds": seconds, "missed": _missed(asked, parties, meant(among)), "told": ""}


def _forms(asked: Sequence[Query]) -> Forms:
    from monazite.watch.screening.index.forms import forms_of
    from monazite.watch.screening.names.views import views_of_many

    return forms_of(views_of_many([one.text for one in asked], [one.kind for one in asked]))


def _missed(
    asked: Sequence[Query], parties: Sequence[Sequence[int]], same: Mapping[int, set[int]]
) -> float:
    """The share of perturbed names whose party, or one of the same name, was not found."""
    pairs = [(one.meant, found) for one, found in zip(asked, parties, strict=True)]
    missed = [same[who].isdisjoint(found) for who, found in pairs if who is not None]
    return sum(missed) / len(missed)


_PARTS = {"--build": _build, "--search": _search, "--rival": _rival}

if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in _PARTS:
        print(json.dumps(_PARTS[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))))
    else:
        report(measure)
