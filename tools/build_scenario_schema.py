"""Write the JSON schema of a shock's scenario to docs/reference/schemas."""

from __future__ import annotations

import json
from pathlib import Path

from monazite.shock.scenarios.reading import schema

FILE = Path(__file__).parents[1] / "docs" / "reference" / "schemas" / "shock-scenario.json"


def main() -> None:
    """Write it."""
    FILE.write_text(json.dumps(schema(), indent=2) + "\n", encoding="utf-8")
    print(FILE.relative_to(FILE.parents[3]))


if __name__ == "__main__":
    main()
