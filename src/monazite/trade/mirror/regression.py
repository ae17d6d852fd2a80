"""Regressions of a few columns: least squares with robust errors, and Tukey's bisquare.

Pure functions of float arrays. `least_squares` gives White's standard errors (HC1); `bisquare`
is iteratively reweighted from a median start with tuning constant 4.685 (95 % efficiency under
the normal law) and the scale 1.4826 median |e| (Huber & Ronchetti, Robust Statistics, 2009, ch. 7).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.trade.indicators.robust import SIGMA_OF_MAD, TUNING

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

NORMAL_95 = 1.959964
_STEPS, _CLOSE = 50, 1e-8


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients with their covariance, residuals, their scale, and the weight of each row."""

    coefficients: Floats
    covariance: Floats
    residuals: Floats
    scale: float
    weights: Floats

    @property
    def errors(self) -> Floats:
        """Standard errors of the coefficients."""
        return np.sqrt(np.diag(self.covariance))

    def predict(self, design: Floats) -> tuple[Floats, Floats]:
        """The expected response of each row, and its standard error."""
        spread = np.einsum("ij,jk,ik->i", design, self.covariance, design)
        return design @ self.coefficients, np.sqrt(np.maximum(spread, 0.0))


def mad_scale(values: Floats) -> float:
    """The standard deviation of a normal law with the values' median absolute deviation."""
    return float(SIGMA_OF_MAD * np.median(np.abs(values - np.median(values))))


def residual_scale(residuals: Floats) -> float:
    """The standard deviation of a normal law around zero with the residuals' median size."""
    return float(SIGMA_OF_MAD * np.median(np.abs(residuals)))


def least_squares(design: Floats, response: Floats, weights: Floats | None = None) -> Fit:
    """Weighted least squares with the sandwich covariance HC1."""
    weights = np.ones(len(response)) if weights is None else weights
    bread = np.linalg.pinv(design.T @ (design * weights[:, None]))
    coefficients = bread @ (design.T @ (weights * response))
    residuals = response - design @ coefficients
    meat = design * (weights * residuals)[:, None]
    rows, columns = design.shape
    covariance = bread @ (meat.T @ meat) @ bread * rows / max(rows - columns, 1)
    scale = float(np.sqrt(np.sum(weights * residuals**2) / np.sum(weights)))
    return Fit(coefficients, covariance, residuals, scale, weights)


def bisquare(design: Floats, response: Floats, weights: Floats | None = None) -> Fit:
    """Tukey's bisquare; `weights` are those that rows have beforehand."""
    given = np.ones(len(response)) if weights is None else weights
    fit = _median_start(design, response, given)
    for _ in range(_STEPS):
        scale = max(residual_scale(fit.residuals), _CLOSE)
        before = fit.coefficients
        fit = least_squares(design, response, given * tukey(fit.residuals / scale))
        if np.max(np.abs(fit.coefficients - before)) < _CLOSE:
            break
    scale = residual_scale(fit.residuals)
    covariance = _bisquare_covariance(design, fit.residuals, max(scale, _CLOSE), given)
    return Fit(fit.coefficients, covariance, fit.residuals, scale, fit.weights)


def _bisquare_covariance(design: Floats, residuals: Floats, scale: float, given: Floats) -> Floats:
    """The sandwich of an M-estimate: its bread is the slope of psi, not the weight of a row."""
    u = residuals / scale
    inside = np.minimum(np.abs(u) / TUNING, 1.0) ** 2
    slope = (1.0 - inside) * (1.0 - 5.0 * inside)
    bread = np.linalg.pinv(design.T @ (design * (given * slope)[:, None]))
    meat = design * (given * scale * u * tukey(u))[:, None]
    rows, columns = design.shape
    found: Floats = bread @ (meat.T @ meat) @ bread * rows / max(rows - columns, 1)
    return found


def tukey(standardised: Floats) -> Floats:
    """The bisquare weight of residuals that were divided by their scale; 0 beyond 4.685."""
    inside = 1.0 - np.minimum(np.abs(standardised) / TUNING, 1.0) ** 2
    return inside**2


def _median_start(design: Floats, response: Floats, given: Floats) -> Fit:
    """Least absolute deviations by reweighting: outliers do not choose where to start."""
    fit = least_squares(design, response, given)
    for _ in range(_STEPS):
        floor = max(1e-4 * fit.scale, _CLOSE)
        before = fit.coefficients
        weights = given / np.maximum(np.abs(fit.residuals), floor)
        fit = least_squares(design, response, weights)
        if np.max(np.abs(fit.coefficients - before)) < _CLOSE:
            break
    return fit
