"""What the balance moved, as a sentence and as a JSON object."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say
from monazite.chain.stages import USE
from monazite.chain.words import country, material, sector, stage

if TYPE_CHECKING:
    from monazite.chain.balance.residuals import Residual
    from monazite.chain.network.nodes import Node


_WHOLE = 1000
"""From here on parts of a tonne or of a kilogram are not said; a tonne has as many kilograms."""


def told(residual: Residual, lang: str) -> str:
    """The move as a sentence in the language, amounts in t, or in kg below a tonne."""
    source = residual.source
    small = max(residual.before, residual.after) < 1
    unit, scale = ("kilograms", _WHOLE) if small else ("tonnes", 1)
    before, after = (
        say(f"chain.residual.{unit}", lang, amount=_amount(scale * tonnes))
        for tonnes in (residual.before, residual.after)
    )
    return say(
        f"chain.residual.{residual.what}",
        lang,
        source="" if source is None else place(source, lang),
        target=place(residual.target, lang),
        before=before,
        after=after,
        size=f"{residual.size:+.1f}",
    )


def place(node: Node, lang: str) -> str:
    """A node in words: who it is, where, and of which material."""
    at = sector(node.sector, lang) if node.kind == USE else stage(node.stage, lang)
    return say(
        f"chain.place.{node.kind}",
        lang,
        country=country(node.country, lang),
        material=material(node.material, lang),
        at=at,
    )


def _amount(mass: float) -> str:
    return f"{mass:,.0f}" if mass >= _WHOLE else f"{Decimal(f'{mass:.3g}'):f}"


def document(residual: Residual) -> dict[str, Any]:
    """The move as one JSON object; masses in t, size in standard deviations."""
    return {
        "what": residual.what,
        "source": None if residual.source is None else residual.source._asdict(),
        "target": residual.target._asdict(),
        "before_t": residual.before,
        "after_t": residual.after,
        "size": residual.size,
        "rows": list(residual.rows),
    }
