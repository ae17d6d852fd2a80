"""The demo's data files, read once: firms, people, papers, forms and stories."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monazite.law.strict_yaml import read

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATA = Path(__file__).parent / "data"


@lru_cache
def data(name: str) -> Any:  # noqa: ANN401 - a document of YAML
    """A file of `demo/data` by its name without `.yaml`; not to be changed by who gets it."""
    return read((_DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def organisations() -> Mapping[str, Mapping[str, str]]:
    """Every organisation of the world by its key, whatever it is."""
    kinds: Mapping[str, Mapping[str, Mapping[str, str]]] = data("organisations")
    return {key: one for group in kinds.values() for key, one in group.items()}
