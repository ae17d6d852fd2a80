"""The packaged words of the briefing that are lists rather than sentences."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

_DATA = resources.files("monazite.briefing").joinpath("data")


@cache
def document(name: str) -> Any:  # noqa: ANN401  # YAML
    """The document `data/NAME.yaml`."""
    return yaml.load(
        _DATA.joinpath(f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
