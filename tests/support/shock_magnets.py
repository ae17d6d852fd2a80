"""A small world by hand: China makes and sells, Japan makes a little, four countries use."""

from __future__ import annotations

import numpy as np

from monazite.shock.model.model import Good, Makers, Model, Terms, Trade, Users

GOODS = (
    Good("Dy", "refining"),
    Good("Ho", "refining"),
    Good("Ga", "refining"),
    Good("Sb", "intermediate"),
    Good("NdFeB-standard", "magnet"),
    Good("NdFeB-heavy", "magnet"),
)
COUNTRIES = ("CHN", "JPN", "DEU", "USA", "THA", "ROW")
SECTORS = ("traction", "defence", "left")
PARTS = {"CHN": (60.0, 40.0, 0.0), "USA": (15.0, 5.0, 0.0)}
"""Use of a good by sector, t a week, where it is not all of the first."""
SOLD = {"JPN": 20.0, "DEU": 30.0, "USA": 20.0, "ROW": 10.0}
"""What China sells of each good, t a week; Japan makes another 10 and sells half to Germany."""


def magnets(lag: int = 3) -> Model:
    """Every good in the same amounts, so that a test can count on its fingers."""
    rows = [
        (good, COUNTRIES.index(source), COUNTRIES.index(target), amount)
        for good in range(len(GOODS))
        for source, target, amount in (
            *(("CHN", buyer, amount) for buyer, amount in SOLD.items()),
            ("JPN", "DEU", 5.0),
        )
    ]
    rows.sort(key=lambda row: (row[0], row[2]))
    good, source, target, base = (np.array(column) for column in zip(*rows, strict=True))
    count = len(COUNTRIES)
    made = np.array([100.0 + sum(SOLD.values()), 10.0] * len(GOODS))
    market = np.array([n * count + c for n in range(len(GOODS)) for c in (0, 1)])
    return Model(
        GOODS,
        COUNTRIES,
        SECTORS,
        0,
        Trade(good * count + source, good * count + target, base, np.full(len(rows), lag)),
        Makers(
            market % count,
            np.full(len(market), 1.2),
            np.zeros(len(market), bool),
            Terms(np.zeros(len(market) + 1, np.int64), np.zeros(0, np.int64), np.zeros(0)),
            Terms(np.arange(len(market) + 1), market, made),
        ),
        _users(),
        np.full(len(GOODS), 50.0),
        np.full(len(GOODS), 20.0),
    )


def _users() -> Users:
    use = {"JPN": 25.0, "DEU": 35.0, "ROW": 10.0}
    rows = [
        (sector, country, good, amount)
        for sector in range(len(SECTORS))
        for country, name in enumerate(COUNTRIES)
        for good in range(len(GOODS))
        if (amount := PARTS.get(name, (use.get(name, 0.0), 0.0, 0.0))[sector])
    ]
    users = sorted({row[:2] for row in rows})
    start = np.cumsum([0, *(sum(row[:2] == one for row in rows) for one in users)])
    market = np.array([good * len(COUNTRIES) + country for _, country, good, _ in rows])
    return Users(
        np.array([sector for sector, _ in users]),
        np.array([country for _, country in users]),
        np.ones(len(users)),
        np.zeros(len(users)),
        Terms(start, market, np.array([row[3] for row in rows])),
        np.full(len(rows), 0.1),
        np.zeros(len(rows)),
    )
