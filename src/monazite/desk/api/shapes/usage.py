"""Usage maps as they come out, and which one is asked for."""

from __future__ import annotations

from pydantic import Field

from monazite.desk.api.shapes.base import QueryShape, Shape

_DAY = "^(2[01][0-9]{2}-[0-9]{2}-[0-9]{2})?$"


class UsageUseShape(Shape):
    """What one user takes for one use, t of contained element; decimals as text.

    element: a network's name (Dy, REE for all rare earths as oxides, GRAPHITE); country: ISO3;
    sector: of the networks, empty where unsaid; user, use: as licences and declarations say.
    """

    element: str
    stage: str
    country: str
    sector: str
    user: str
    use: str
    licensed_t: str
    released_t: str


class UsageUncountedShape(Shape):
    """Goods that are not in the map, and why: form, mass, content, nothing or open.

    row: the licence line or declared item; element: whose content nobody says; open: the line has
    no limit, so that what left counts as licensed.
    """

    row: str
    why: str
    element: str
    licensed_kg: str | None
    released_kg: str | None


class UsageDifferenceShape(Shape):
    """The map beside the statistics of a year, t a year; sector empty for all of a country's.

    share: of the use that passed a maker of your country, by statistics alone; share_seen: with
    what was released in their place; null where statistics know no such use.
    """

    element: str
    country: str
    sector: str
    licensed: float
    released: float
    statistical: float | None
    share: float | None
    share_seen: float | None
    unknown: float | None
    unknown_seen: float | None


class UsageMapShape(Shape):
    """What the licences and exits that you may read say of users and uses.

    partial: goods of these materials could not be counted; year: of the statistical map.
    """

    format: str
    regime: str
    first: str
    last: str
    partial: bool
    rows: list[UsageUseShape]
    uncounted: list[UsageUncountedShape]
    year: int
    differences: list[UsageDifferenceShape]


class UsagePartShape(Shape):
    """A country (ISO3) or a sector; null is hidden: it would tell one party's trade."""

    of: str
    licensed_t: str | None
    released_t: str | None


class UsageSummedShape(Shape):
    """An element at one stage, t of contained element."""

    element: str
    stage: str
    licensed_t: str
    released_t: str
    by_country: list[UsagePartShape]
    by_sector: list[UsagePartShape]


class UsageHiddenShape(Shape):
    """An element and stage of which nothing may be shown."""

    element: str
    stage: str


class UsageSumsShape(Shape):
    """Everybody's sums of a quarter, which tell no firm's trade and no user's."""

    format: str
    regime: str
    quarter: str
    rows: list[UsageSummedShape]
    hidden: list[UsageHiddenShape]


class UsageQuery(QueryShape):
    """Which days."""

    first: str = Field(
        "", pattern=_DAY,
        description="From this day on; a year before `last` where it is not said.",
    )  # fmt: skip
    last: str = Field(
        "", pattern=_DAY,
        description="Up to this day; today where it is not said.",
    )  # fmt: skip


class UsageSumsQuery(QueryShape):
    """Which quarter."""

    quarter: str = Field(
        "", pattern="^(2[0-9]{3}-Q[1-4])?$",
        description="Such as 2026-Q3; the last that is over where it is not said.",
    )  # fmt: skip
