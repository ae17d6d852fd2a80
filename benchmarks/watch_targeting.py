"""A risk model of the public customs declarations: how often it is wrong, how long it takes.

Trained on 2020, tested on the first quarter of 2021; seconds are of one thread. The declarations
are made up (`shared/data/customs-declarations/SOURCE.md`): the figures measure no smuggling.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import process_time

from benchmarks.measuring import ROOT, Result, python, report, run

_DATA = ROOT.parent / "shared" / "data" / "customs-declarations"
_TRAIN, _TEST = _DATA / "df_syn_train_eng.csv", _DATA / "df_syn_valid_eng.csv"
_SETS = {
    "all columns": ((), 0.08, 0.16),
    "without price": (("Item Price",), 0.10, 0.20),
    "without mass": (("Net Mass",), 0.10, 0.20),
    "without price and mass": (("Item Price", "Net Mass"), 0.15, 0.31),
}
_LEFT = ("Declaration ID", "Critical Fraud")
_LINES = 100_000
_MOST_FIT, _MOST_SCORE = 60.0, 5.0
_CAVEAT = "made-up declarations: no figure here measures smuggling"


def measure() -> list[Result]:
    """Clean rows among the riskiest, beside a plain model; seconds to fit and to score."""
    if not _TRAIN.is_file():
        sys.stderr.write(f"{_DATA} is not there: nothing is measured\n")
        return []
    whole = run(python("-m", "benchmarks.watch_targeting", "--part"), {"OMP_NUM_THREADS": "1"})
    fit, score, *wrong = (float(word) for word in whole.printed.split())
    told = [
        Result("seconds to fit 37,385 rows", fit, "s", _MOST_FIT),
        Result(f"seconds to score {_LINES:,} rows with reasons", score, "s", _MOST_SCORE),
    ]
    figures = iter(wrong)
    for name, (_, five, ten) in _SETS.items():
        for share, target in (("5 %", five), ("10 %", ten)):
            ours, low, high, plain = (next(figures) for _ in range(4))
            told.append(
                Result(
                    f"clean among the riskiest {share}, {name}", ours, "of 1", target,
                    f"plain LightGBM {plain:.3f}",
                    (f"95 % interval {low:.3f} to {high:.3f}; {_CAVEAT}",),
                )
            )  # fmt: skip
    return told


def _part() -> None:
    """What a process of its own measures: seconds, then four figures a budget."""
    from benchmarks.rivals.plain_boosting import risks

    from monazite.watch.targeting import evaluate, load, read, train
    from monazite.watch.targeting.evaluation import at

    table, test = read(_TRAIN), read(_TEST)
    printed = []
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        train(table, "Fraud", "Date", folder, ignore=_LEFT)
        printed.append(process_time() - start)
        printed.append(_scoring(Path(folder)))
        for ignore, *_ in _SETS.values():
            train(table, "Fraud", "Date", folder, ignore=(*_LEFT, *ignore))
            found = evaluate(load(folder), test, "Fraud", budgets=(0.05, 0.1))
            plain = risks(table, test, ignore)
            for one in found.budgets:
                rival = at(found.outcomes, plain, one.budget).precision.value
                ours = one.precision
                printed += [1 - ours.value, 1 - ours.high, 1 - ours.low, 1 - rival]
    print(*printed)


def _scoring(folder: Path) -> float:
    """Seconds of a process that reads, scores and explains so many rows, and writes them."""
    with tempfile.TemporaryDirectory() as place:
        many, out = Path(place) / "many.csv", Path(place) / "out.csv"
        head, *rows = _TEST.read_text(encoding="utf-8").splitlines(keepends=True)
        rows[-1] = rows[-1].rstrip("\n") + "\n"
        times = -(-_LINES // len(rows))
        many.write_text(head + "".join((rows * times)[:_LINES]), encoding="utf-8")
        before = os.times()
        run(python("-m", "monazite", "watch", "score", str(many), "--model", str(folder), "--out",
                   str(out)))  # fmt: skip
        after = os.times()
        return (after.children_user + after.children_system) - (
            before.children_user + before.children_system
        )


if __name__ == "__main__":
    if "--part" in sys.argv:
        _part()
    else:
        report(measure)
