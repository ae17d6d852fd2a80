"""Write the JSON schemas of the chain's results to docs/reference/schemas."""

from __future__ import annotations

import json
from pathlib import Path

from monazite.chain.schema import RESULTS, schema

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "schemas"


def text(name: str) -> str:
    """The schema of one kind of result as it stands in its file."""
    return json.dumps(schema(name), indent=2) + "\n"


def main() -> None:
    """Write every schema."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in RESULTS:
        path = FOLDER / f"chain-{name}.json"
        path.write_text(text(name), encoding="utf-8")
        print(path.relative_to(FOLDER.parents[2]))


if __name__ == "__main__":
    main()
