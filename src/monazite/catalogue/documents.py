"""Packaged YAML documents of the catalogue, read once; apart from tables, which need no YAML."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

from monazite.catalogue.tables import DATA


@lru_cache
def document(name: str) -> dict[str, Any]:
    """The mapping in `data/NAME.yaml`."""
    loaded: dict[str, Any] = yaml.load(
        (DATA / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return loaded
