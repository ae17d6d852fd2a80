"""Write the JSON schemas of the shock's results to docs/reference/schemas."""

from __future__ import annotations

import json
from pathlib import Path

from monazite.shock.leverage import documents as leverage
from monazite.shock.results import documents as results

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "schemas"


def main() -> None:
    """Write every schema."""
    for room in (results, leverage):
        for name in room.RESULTS:
            path = FOLDER / f"shock-{name}.json"
            path.write_text(json.dumps(room.schema(name), indent=2) + "\n", encoding="utf-8")
            print(path.relative_to(FOLDER.parents[2]))


if __name__ == "__main__":
    main()
