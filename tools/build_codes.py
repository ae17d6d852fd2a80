"""Build the packaged tree of the Harmonized System, down to six digits.

The source is the open data set datasets/harmonized-system (PDDL), its file harmonized-system.csv,
which holds HS 2022 (heading 8549, electronic waste, came with that vintage and tells it apart).

    python tools/build_codes.py harmonized-system.csv
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/monazite/catalogue/data/hs.csv"
COLUMNS = ("vintage", "code", "description", "parent")
VINTAGE, MARK = "HS2022", "8549"


def main(source: Path) -> None:
    """Write the tree, sorted by code, every code as text."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        found = {row["hscode"]: row for row in csv.DictReader(file) if row["hscode"].isdecimal()}
    if MARK not in found:
        raise SystemExit(f"{source} is not {VINTAGE}: it has no heading {MARK}")
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for code, row in sorted(found.items()):
            parent = row["parent"] if row["parent"].isdecimal() else ""
            writer.writerow((VINTAGE, code, row["description"].strip(), parent))
    print(f"{OUT.name}: {len(found)} codes of {VINTAGE}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
