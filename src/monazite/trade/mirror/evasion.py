"""Evasion: whether what partners export and a country does not import grows with its taxes.

Formula B1 (Fisman & Wei, Tax Rates and Tax Evasion, Journal of Political Economy 112, 2004):
gap_k = ln X_k - ln M_k = a + b tax_k + c (average tax on similar products)_k + e, where X_k is
what partners report to send and M_k what the country reports to receive of product k. b > 0 is
consistent with under-reporting, c < 0 with goods declared as lower-taxed kin. Errors are robust
to heteroscedasticity (HC1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.errors import InputError
from monazite.trade.mirror.observations import log_ratio
from monazite.trade.mirror.regression import least_squares

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Words = NDArray[np.str_]

LEAST_PRODUCTS = 30
HEADING_DIGITS = 4
"""Similar products share their first four digits."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coefficient and its robust standard error; taxes are shares, so 3 is 3 % a point."""

    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Evasion:
    """How the gap goes with the tax; coefficients are None with fewer than 30 products.

    `similar` is None too where no product has kin of another tax. `reason` is empty or says why
    there is no answer (too_few_products, one_tax_rate).
    """

    tax: Estimate | None
    similar: Estimate | None
    products: int
    left_out: int
    reason: str


def similar_tax(code: Words, tax: Floats, exported: Floats) -> Floats:
    """The average tax of a product's heading without itself, weighted by what partners export.

    NaN where the heading holds no other product of known weight.
    """
    _, heading = np.unique(code.astype(f"<U{HEADING_DIGITS}"), return_inverse=True)
    weight = np.nan_to_num(exported)
    rest = np.bincount(heading, weight)[heading] - weight
    taxes = np.bincount(heading, weight * tax)[heading] - weight * tax
    alone = rest <= 0
    return np.where(alone, np.nan, taxes / np.where(alone, 1.0, rest))


def evasion_gap(code: Words, exported: Floats, imported: Floats, tax: Floats) -> Evasion:
    """Regress the gap on the tax and on the tax of similar products.

    Args:
        code: product codes, one row each.
        exported: what partners report to send, in USD or kg; NaN if unknown.
        imported: what the country reports to receive, in the same unit.
        tax: tariff and value-added tax as a share of value: 0.2 is 20 %.

    Raises:
        InputError: field "tax" for a rate that is unknown, negative or given in per cent.
    """
    wrong = ~((tax >= 0) & (tax <= _HIGHEST))
    if wrong.any():
        raise InputError("tax", tax[wrong][0], "shares of value, such as 0.2 for 20 %")
    gap, kin = log_ratio(exported, imported), similar_tax(code, tax, exported)
    known = np.isfinite(gap)
    products = int(known.sum())
    if products < LEAST_PRODUCTS:
        return _nothing(products, len(code), "too_few_products")
    if np.ptp(tax[known]) == 0:
        return _nothing(products, len(code), "one_tax_rate")
    with_kin = known & np.isfinite(kin)
    told_apart = with_kin.sum() >= LEAST_PRODUCTS and np.ptp((kin - tax)[with_kin]) > 0
    rows = with_kin if told_apart else known
    columns = [np.ones(rows.sum()), tax[rows], *([kin[rows]] if told_apart else [])]
    fit = least_squares(np.column_stack(columns), gap[rows])
    found = [
        Estimate(float(b), float(se)) for b, se in zip(fit.coefficients, fit.errors, strict=True)
    ]
    used = int(rows.sum())
    return Evasion(found[1], found[2] if told_apart else None, used, len(code) - used, "")


_HIGHEST = 5.0
"""A tax above 500 % is a percentage taken for a share."""


def _nothing(products: int, given: int, reason: str) -> Evasion:
    return Evasion(None, None, products, given - products, reason)
