"""Two goods in three countries: China and Japan make magnets, of dysprosium that China mostly has."""

from __future__ import annotations

import numpy as np

from monazite.shock.model.model import Good, Makers, Model, Terms, Trade, Users

COUNTRIES = ("CHN", "JPN", "USA")
DY, MAGNET = Good("Dy", "refining"), Good("NdFeB-heavy", "magnet")
_DY_CN, _DY_JP, _CN, _JP, _US = 0, 1, 3, 4, 5


def two_makers() -> Model:
    """China gives 6 of Japan's 8 t of dysprosium; Japan sells 40 t of magnets, China 25, to the USA.

    Dysprosium is worth 300, a magnet 50 US$ a kg: 6 of Japan's 8 t are 36 % of its magnets' worth.
    """
    return Model(
        (DY, MAGNET),
        COUNTRIES,
        ("traction",),
        0,
        Trade(
            np.array([_DY_CN, _CN, _JP]),
            np.array([_DY_JP, _US, _US]),
            np.array([6.0, 25.0, 40.0]),
            np.array([2, 2, 2]),
        ),
        Makers(
            np.array([0, 1, 0, 1]),
            np.full(4, 1.2),
            np.zeros(4, bool),
            Terms(np.array([0, 0, 0, 1, 2]), np.array([_DY_CN, _DY_JP]), np.array([4.0, 8.0])),
            Terms(
                np.arange(5),
                np.array([_DY_CN, _DY_JP, _CN, _JP]),
                np.array([10.0, 2.0, 50.0, 100.0]),
            ),
        ),
        Users(
            np.zeros(3, np.int64),
            np.arange(3),
            np.full(3, 10.0),
            np.full(3, 0.05),
            Terms(np.arange(4), np.array([_CN, _JP, _US]), np.array([25.0, 60.0, 65.0])),
            np.full(3, 0.1),
            np.zeros(3),
        ),
        np.array([300.0, 50.0]),
        np.array([20.0, 40.0]),
    )
