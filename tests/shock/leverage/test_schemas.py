from __future__ import annotations

import json
from pathlib import Path

import pytest

from monazite.shock.leverage.documents import RESULTS, schema

FOLDER = Path(__file__).parents[3] / "docs" / "reference" / "schemas"


@pytest.mark.parametrize("name", RESULTS)
def test_the_schema_in_the_documentation_is_that_of_the_code(name: str) -> None:
    """After a change of a result: tools/build_shock_schemas.py."""
    assert json.loads((FOLDER / f"shock-{name}.json").read_text(encoding="utf-8")) == schema(name)
