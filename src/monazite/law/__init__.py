"""Dated measures → rulings: may this leave, for whom, on that day, and why?"""

from __future__ import annotations

from monazite.law.ruling import Finding, Ruling, rule
from monazite.law.situation import Item, Movement, Situation
from monazite.law.store import load

__all__ = ["Finding", "Item", "Movement", "Ruling", "Situation", "load", "rule"]
