"""Outlines of the world's countries, and a point for each that is too small for one.

From Natural Earth (public domain), see `data/SOURCE.md`; they imply no position on any border.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache
def _document() -> dict[str, Any]:
    text = (files("monazite.charts") / "data/outlines.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def outlined() -> frozenset[str]:
    """ISO3 of every country that has an outline."""
    countries = _document()["objects"]["countries"]["geometries"]
    return frozenset(country["id"] for country in countries)


def places() -> Mapping[str, tuple[float, float]]:
    """Longitude and latitude of what has no outline, by ISO3."""
    return {iso3: (at[0], at[1]) for iso3, at in _document()["places"].items()}


def topology(properties: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The outlines as TopoJSON with properties by ISO3; its object is "countries".

    A country without properties is left out.
    """
    document = _document()
    countries = [
        {**country, "properties": properties[country["id"]]}
        for country in document["objects"]["countries"]["geometries"]
        if country["id"] in properties
    ]
    collection = {"type": "GeometryCollection", "geometries": countries}
    return {
        "type": "Topology",
        "transform": document["transform"],
        "arcs": document["arcs"],
        "objects": {"countries": collection},
    }
