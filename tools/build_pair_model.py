"""Fit the pair model of screening: `python tools/build_pair_model.py LABELLED.csv`.

LABELLED.csv: name_bench of nomenklatura (github.com/opensanctions/nomenklatura, MIT), or another
table with its columns name1, name2, schema, is_match, quality. The pairs are not kept, only trees.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.watch.screening.matching import model
from monazite.watch.screening.matching.clean.making import companies, persons, vessels
from monazite.watch.screening.matching.learning.fitting import (
    CUT,
    FEW,
    MANY,
    fitted,
    table,
    trees,
)
from monazite.watch.screening.matching.learning.folds import f1, folds_of, groups, unseen_scores
from monazite.watch.screening.matching.learning.labelled import labelled
from monazite.watch.screening.matching.learning.pairs import COUNT, SEED, made_up
from monazite.watch.screening.names.views import views

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Kind

DATA = Path(model.__file__).parent / "data"
SOURCE = {
    "labelled": "name_bench of nomenklatura (opensanctions/nomenklatura, 502208c of 2026-08-05)",
    "licence": "MIT, Copyright OpenSanctions; fitted trees alone are kept here",
    "made_up": "Monazite's own makers of names and slips",
    "confidence": "estimate",
    "cut_off": "2026-08-05",
}


def words() -> None:
    """Write how often each word stands in made-up names: `data/words.csv`."""
    named: dict[Kind, list[str]] = {
        "person": [one.text for one in persons(20_000, 7)],
        "company": companies(20_000, 8),
        "vessel": vessels(2_000, 9),
    }
    found: dict[str, float] = {}
    for kind, names in named.items():
        counts: dict[str, int] = {}
        for name in names:
            seen = {token for view in views(name, kind) if view.kind != "han" for token in view[1]}
            for token in seen:
                counts[token] = counts.get(token, 0) + 1
        for token, count in counts.items():
            found[token] = max(found.get(token, 0.0), count / len(names) * 1e4)
    lines = [f"{token},{often:.1f}" for token, often in sorted(found.items()) if often >= 1]
    (DATA / "words.csv").write_text("\n".join(["word,per_10000", *lines, ""]), "utf-8")


def main(path: Path) -> None:
    """Write the words and the model, and say how well it does on pairs it was not fitted to."""
    words()
    pairs = labelled(path)
    known, grown = table(pairs), trees(table(made_up(COUNT, SEED)), MANY)
    fold = folds_of(groups(pairs), 10, SEED)
    scores = unseen_scores(known, grown, fold)
    said = f1(known.same == 1, scores >= CUT)
    made = {
        **SOURCE,
        "labelled_pairs": len(pairs),
        "labelled_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "made_up_seed": SEED,
        "f1_grouped_folds": round(said, 3),
    }
    text = json.dumps(fitted(trees(known, FEW), grown, made), separators=(",", ":"))
    (DATA / "pair_model.json").write_text(text + "\n", "utf-8")
    sys.stdout.write(f"F1 over ten folds that share no name: {said:.3f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
