"""Trees, their calibration and their reasons."""

from __future__ import annotations
