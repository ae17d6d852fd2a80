"""What the reader of two sides must know beforehand: mixed codes, entrepôts, ores."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"
ORE_PREFIXES = ("26", "2530")
"""Headings whose tonnes may be wet or dry: ores and concentrates, and minerals n.e.s."""


@lru_cache
def mixed_codes() -> dict[str, Any]:
    """Six-digit codes that mix materials, each with what it mixes (symbols; en, zh)."""
    return _document("mixed_codes")


@lru_cache
def entrepots() -> dict[str, Any]:
    """Places (ISO3) through which goods pass to others, each with the reason (en, zh)."""
    return _document("entrepots")


def _document(name: str) -> dict[str, Any]:
    text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
