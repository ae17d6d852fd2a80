"""What the reader of two sides must know beforehand: mixed codes, entrepôts, areas n.e.s."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from monazite.catalogue.countries import countries

DATA = Path(__file__).parent / "data"
ORE_PREFIXES = ("26", "2530")
"""Headings whose tonnes may be wet or dry: ores and concentrates, and minerals n.e.s."""
_OF_ONE_PLACE = frozenset({"XO", "XK", "QO", "XA", "XB", "XU"})
"""Codes from the range left to users that still name one place.

Other Asia n.e.s. (mostly Taiwan's trade), Kosovo, the Channel Islands, Czechoslovakia,
Belgium-Luxembourg and the Southern African Customs Union.
"""


@lru_cache
def mixed_codes() -> dict[str, Any]:
    """Six-digit codes that mix materials, each with what it mixes (symbols; en, zh)."""
    return _document("mixed_codes")


@lru_cache
def entrepots() -> dict[str, Any]:
    """Places (ISO3) through which goods pass to others, each with the reason (en, zh)."""
    return _document("entrepots")


@lru_cache
def unspecified() -> frozenset[str]:
    """ISO3 of the areas not elsewhere specified, and of bunkers and free zones.

    Statistics book trade under them where a partner is unknown or kept confidential.
    """
    return frozenset(each.iso3 for iso2, each in countries().items() if _for_users(iso2))


def _for_users(iso2: str) -> bool:
    """Whether a code lies in the ranges that ISO 3166 leaves to users, and means no one place."""
    left = iso2 in {"AA", "ZZ"} or iso2[0] == "X" or (iso2[0] == "Q" and iso2[1] >= "M")
    return left and iso2 not in _OF_ONE_PLACE


def _document(name: str) -> dict[str, Any]:
    text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
