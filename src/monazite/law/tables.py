"""YAML tables of rules: read strictly, every problem named with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from monazite.errors import LawDataError
from monazite.law.strict_yaml import read

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

Table = dict[str, Any]


def table(path: Path) -> Table:
    """The mapping in a YAML file; LawDataError names the file and the line that cannot be read."""
    try:
        found = read(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise LawDataError([f"{place(path)}: {error}"]) from None
    if not isinstance(found, dict):
        raise LawDataError([f"{place(path)}: not a mapping"])
    return found


def place(path: Path) -> str:
    """A file as problems name it: its folder and name."""
    return f"{path.parent.name}/{path.name}"


def unknown_keys(given: Mapping[str, Any], known: Collection[str], where: str) -> list[str]:
    """A problem for each key that nothing reads."""
    return [f"{where}: {key!r} is no key of it" for key in given if key not in known]
