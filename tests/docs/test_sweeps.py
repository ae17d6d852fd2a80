from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from monazite.shock.results.documents import schema
from monazite.shock.sweeps.columns import UNITS
from monazite.shock.sweeps.plan import BLOCK
from monazite.shock.sweeps.reading import names, read
from monazite.shock.sweeps.schema import File, Sample, Vary
from monazite.shock.sweeps.spec import MOST, MOST_VARIATIONS
from monazite.shock.sweeps.store.manifest import FORMAT, Manifest

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "how-to/sweep-many-scenarios.md").read_text(encoding="utf-8")
STORE = (DOCS / "reference/sweep-store.md").read_text(encoding="utf-8")


def test_the_spec_of_the_guide_is_read() -> None:
    (text,) = re.findall(r"```yaml title=\"speed\.yaml\"\n(.*?)```", GUIDE, re.DOTALL)
    found = read(text, Path())
    assert (len(found.points), found.scenarios) == (10, 640)


def test_the_guide_names_every_packaged_sweep() -> None:
    assert [name for name in names() if f"`{name}`" not in GUIDE] == []


@pytest.mark.parametrize("part", [File, Vary, Sample])
def test_the_reference_has_every_key_of_a_spec(part: type[File]) -> None:
    keys = [field.alias or name for name, field in part.model_fields.items()]
    assert [key for key in keys if not re.search(rf"\b{key}\b", STORE)] == []


def test_the_reference_has_every_member_of_the_manifest_and_every_column() -> None:
    for name in (*(field.name for field in fields(Manifest)), *UNITS):
        assert re.search(rf"`{name}\b", STORE), name
    assert all(unit in STORE for unit in UNITS.values())
    assert f"`{FORMAT}`" in STORE
    assert f"blocks of {BLOCK}" in STORE
    assert f"{MOST_VARIATIONS:,} variations and {MOST:,} scenarios" in STORE


def test_the_schema_is_the_one_that_is_published() -> None:
    published = (DOCS / "reference/schemas/shock-swept.json").read_text(encoding="utf-8")
    assert json.loads(published) == schema("swept")
