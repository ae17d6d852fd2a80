"""Editions of the Harmonized System: what a code was and became, and what can be summed."""

from __future__ import annotations

from monazite.trade.nomenclature.conversion import conversion, harmonised
from monazite.trade.nomenclature.relations import Relation, family, related, vintages_of

__all__ = ["Relation", "conversion", "family", "harmonised", "related", "vintages_of"]
