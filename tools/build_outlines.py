"""Build the packaged outlines of countries that world maps are drawn with.

The source is Natural Earth 1:110m (public domain) as npm `world-atlas` carries it, a TopoJSON
file. Countries are told by ISO3 instead of by UN M49 code or by name alone; two parts that
statistics count with a country are joined to it; Antarctica is left out. Countries too small for
an outline get the point of their seat of government, from the catalogue's `capitals.csv`.
Outlines imply no position on any border.

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
    python tools/build_outlines.py package/countries-110m.json
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent.parent / "src/monazite"
CATALOGUE, OUT = HOME / "catalogue/data", HOME / "charts/data/outlines.json"
NAMED = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
"""Outlines that the source gives no code: as statistics count them."""
LEFT_OUT = {"ATA"}
SAME_PLACE = {"S19"}
"""Places of statistics that lie where another's outline lies."""
GRID = 0.02
"""Degrees to which points are rounded: 2 km, less than the source's own detail."""

Point = tuple[int, int]
Ring = list[int]


def codes() -> dict[str, str]:
    """ISO3 by UN M49 code."""
    with (CATALOGUE / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["m49"]: row["iso3"] for row in csv.DictReader(file)}


def seats() -> dict[str, list[float]]:
    """Longitude and latitude of each country's seat of government."""
    with (CATALOGUE / "capitals.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["iso3"]: [round(float(row["longitude"]), 2), round(float(row["latitude"]), 2)]
            for row in csv.DictReader(file)
            if row["iso3"] not in SAME_PLACE
        }


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Every arc as points of the grid."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * wide + west) / GRID), round((y * high + south) / GRID))
            if point not in points[-1:]:
                points.append(point)
        found.append(points if len(points) > 1 else points * 2)
    return found


def rings(geometry: dict[str, Any]) -> list[list[Ring]]:
    """The polygons of a geometry, each a list of rings of arcs."""
    found: list[list[Ring]] = geometry["arcs"]
    return found if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def joined(polygons: list[list[Ring]], lines: list[list[Point]]) -> list[list[Ring]]:
    """Polygons without holes that touch as one: what two of them share is no border any more."""
    every = [arc for polygon in polygons for ring in polygon for arc in ring]
    kept = [arc for arc in every if ~arc not in every]

    def ends(arc: int) -> tuple[Point, Point]:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        return line[0], line[-1]

    found = []
    while kept:
        ring = [kept.pop(0)]
        while ends(ring[-1])[1] != ends(ring[0])[0]:
            ring.append(next(arc for arc in kept if ends(arc)[0] == ends(ring[-1])[1]))
            kept.remove(ring[-1])
        found.append([ring])
    return found


def outlines(topology: dict[str, Any]) -> dict[str, list[list[Ring]]]:
    """The polygons of every country, by ISO3."""
    iso3 = codes()
    found: dict[str, list[list[Ring]]] = defaultdict(list)
    parts: dict[str, int] = defaultdict(int)
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = NAMED.get(geometry["properties"]["name"]) or iso3[geometry["id"]]
        found[name] += rings(geometry)
        parts[name] += 1
    lines = arcs(topology)
    return {
        name: joined(polygons, lines) if parts[name] > 1 else polygons
        for name, polygons in found.items()
        if name not in LEFT_OUT
    }


def packed(found: dict[str, list[list[Ring]]], lines: list[list[Point]]) -> dict[str, Any]:
    """A TopoJSON topology of the arcs that are still used, with points for what has no outline."""
    used = sorted({
        arc if arc >= 0 else ~arc
        for polygons in found.values()
        for polygon in polygons
        for ring in polygon
        for arc in ring
    })  # fmt: skip
    place = {arc: at for at, arc in enumerate(used)}

    def moved(ring: Ring) -> Ring:
        return [place[arc] if arc >= 0 else ~place[~arc] for arc in ring]

    return {
        "type": "Topology",
        "transform": {"scale": [GRID, GRID], "translate": [0, 0]},
        "arcs": [steps(lines[arc]) for arc in used],
        "objects": {
            "countries": {
                "type": "GeometryCollection",
                "geometries": [
                    {
                        "type": "MultiPolygon",
                        "id": name,
                        "arcs": [[moved(ring) for ring in polygon] for polygon in found[name]],
                    }
                    for name in sorted(found)
                ],
            }
        },
        "places": {name: at for name, at in sorted(seats().items()) if name not in found},
    }


def steps(line: list[Point]) -> list[list[int]]:
    """A line as its first point and the steps from there."""
    before = [(0, 0), *line[:-1]]
    return [[x - x0, y - y0] for (x0, y0), (x, y) in zip(before, line, strict=True)]


def main(source: Path) -> None:
    """Write the outlines, countries sorted by ISO3."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    document = packed(outlines(topology), arcs(topology))
    OUT.write_text(json.dumps(document, separators=(",", ":")) + "\n", encoding="utf-8")
    count = len(document["objects"]["countries"]["geometries"])
    print(f"{OUT.name}: {count} outlines, {len(document['places'])} places without one")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
