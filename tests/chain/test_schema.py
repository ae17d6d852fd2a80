from __future__ import annotations

import json
from pathlib import Path

import pytest

from monazite.chain.schema import RESULTS, schema

FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "schemas"


@pytest.mark.parametrize("name", RESULTS)
def test_the_schema_in_the_documentation_is_that_of_the_code(name: str) -> None:
    """After a change of a result: tools/build_chain_schemas.py."""
    written = json.loads((FOLDER / f"chain-{name}.json").read_text(encoding="utf-8"))
    assert written == schema(name)


def test_the_documentation_has_no_schema_of_nothing() -> None:
    assert {path.name for path in FOLDER.glob("chain-*.json")} == {
        f"chain-{name}.json" for name in RESULTS
    }
