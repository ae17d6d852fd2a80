"""Materials, capacities and statuses of projects as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import keys, say
from monazite.chain import words

if TYPE_CHECKING:
    from monazite.shock.projects.project import Project


def status(name: str, lang: str) -> str:
    """One of `columns.STATUSES` in words."""
    return say(f"shock.projects.status.{name}", lang)


def material(name: str, lang: str) -> str:
    """One of `columns.MATERIALS` in words."""
    key = f"shock.projects.material.{name}"
    return say(key, lang) if key in keys() else words.material(name, lang)


def capacity(one: Project) -> str:
    """A capacity with its unit; nothing where nobody says."""
    return "" if one.capacity is None else f"{one.capacity:,f} {one.capacity_unit}"
