"""A step curve with its band: the share that still waits after so many days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.desk.pages.pictures.axes import Mark, Plane

if TYPE_CHECKING:
    from monazite.licensing.figures.waiting import Curve, Point

_QUARTERS = (0, 0.25, 0.5, 0.75, 1)


@dataclass(frozen=True, slots=True)
class Steps:
    """The plane, the curve and the band as SVG paths; half: where one half is reached."""

    plane: Plane
    x_marks: tuple[Mark, ...]
    y_marks: tuple[Mark, ...]
    line: str
    band: str
    half: Mark | None


def steps(curve: Curve) -> Steps:
    """The picture of a curve that has points."""
    plane = Plane(max(curve.points[-1].day, 1), 1)
    median = curve.quartiles[1]
    return Steps(
        plane,
        plane.x_marks(),
        tuple(Mark(plane.y(share), f"{share:.0%}") for share in _QUARTERS),
        _line(plane, curve.points),
        _band(plane, curve.points),
        None if median is None else Mark(plane.x(median), str(median)),
    )


def _line(plane: Plane, points: tuple[Point, ...]) -> str:
    parts = [f"M{plane.x(0)} {plane.y(1)}"]
    parts += [f"H{plane.x(point.day)}V{plane.y(point.waiting)}" for point in points]
    return "".join(parts)


def _band(plane: Plane, points: tuple[Point, ...]) -> str:
    """Along the upper bound and back along the lower one; "" where no point has bounds."""
    known = [(p.day, p.low, p.high) for p in points if p.low is not None and p.high is not None]
    if not known:
        return ""
    out = [f"M{plane.x(known[0][0])} {plane.y(known[0][2])}"]
    out += [f"H{plane.x(day)}V{plane.y(high)}" for day, _, high in known[1:]]
    out.append(f"V{plane.y(known[-1][1])}")
    back = zip(reversed(known[1:]), reversed(known[:-1]), strict=True)
    out += [f"H{plane.x(day)}V{plane.y(before[1])}" for (day, _, _), before in back]
    return "".join([*out, "Z"])
