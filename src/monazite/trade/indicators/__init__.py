"""Indicators of concentration, reliance and risk: pure functions of numbers, and Ibis over cells.

Side tables that the expressions take (float64 and strings, so that any engine can hold them):

- production: `code, iso3, year, mass_kg` (`keys.production_by_code`,
  `keys.production_by_commodity`).
  A row with iso3 `ROW` is the rest of the world, spread over countries that are not named.
- governance: `iso3, year, pv, wgi` (`governance.side_table`), estimates from about −2.5 to 2.5.

Nothing that is missing is zero: a value that cannot be computed is NULL (NaN among numbers)
beside a reason code (`reasons`), and a coverage share says how much of the whole was known.
"""

from __future__ import annotations
