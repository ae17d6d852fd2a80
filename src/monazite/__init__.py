"""Monazite: the control tower for strategic minerals under export control."""

from __future__ import annotations

__version__ = "0.1.0"
