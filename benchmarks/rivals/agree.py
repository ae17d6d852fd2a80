"""Our outcomes beside the rival's, line by line, as one JSON object.

`python -m benchmarks.rivals.agree OURS.parquet RIVAL.parquet`
"""

from __future__ import annotations

import json
import sys

import duckdb

_COMPARE = """
SELECT count(*) AS lines,
       count(*) FILTER (o.outcome = r.outcome) AS same,
       count(*) FILTER (o.outcome <> r.outcome AND o.outcome <> 'undetermined') AS determined,
       count(*) FILTER (o.outcome <> r.outcome AND o.outcome = 'undetermined') AS undetermined,
       count(*) FILTER (o.line IS NULL OR r.line IS NULL) AS missing
FROM read_parquet($ours) AS o FULL JOIN read_parquet($rival) AS r USING (line)
"""


def agreement(ours: str, rival: str) -> dict[str, int]:
    """Lines, the same outcome, and disagreements where ours is determined and where it is not."""
    found = duckdb.connect().execute(_COMPARE, {"ours": ours, "rival": rival})
    names = [column[0] for column in found.description or []]
    return dict(zip(names, found.fetchone() or (), strict=True))


if __name__ == "__main__":
    print(json.dumps(agreement(*sys.argv[1:3])))
