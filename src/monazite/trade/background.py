"""Packaged production, governance and materials as tables of an engine, as indicators take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from monazite.catalogue.words import vocabulary
from monazite.errors import InputError
from monazite.trade.indicators import governance, keys
from monazite.trade.packaged import tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine


def commodity(word: str) -> str:
    """The commodity of World Mining Data that a name or a symbol stands for.

    Raises:
        InputError: field "material", with the nearest words; a symbol of two commodities (Al is
            aluminium and bauxite) is none.
    """
    rows = tables.materials().select(["commodity", "material"]).to_pylist()
    names = {row["commodity"] for row in rows}
    meant: dict[str, set[str]] = {row["material"]: set() for row in rows}
    for row in rows:
        meant[row["material"]].add(row["commodity"])
    words = [(name, name) for name in names]
    words += [(name.partition(" (")[0], name) for name in names if " (" in name]
    words += [(symbol, found.pop()) for symbol, found in meant.items() if len(found) == 1]
    accepted = "a material such as REE, W or Graphite"
    return vocabulary(accepted, sorted(words)).read(word, "material")


def production_by_code(engine: Engine) -> ir.Table:
    """Mine or refinery production beside every code that one commodity alone is traded under."""
    return keys.production_by_code(engine.table(tables.production(), "production"), _paired(engine))


def production_by_commodity(engine: Engine) -> ir.Table:
    """Mine or refinery production by commodity."""
    return keys.production_by_commodity(engine.table(tables.production(), "production"))


def cells_by_commodity(cells: ir.Table, engine: Engine, wanted: str) -> ir.Table:
    """Cells of a commodity's codes, added up in gross weight under the commodity's name."""
    pairs = _paired(engine)
    return keys.by_commodity(cells, pairs.filter(pairs.commodity == wanted))


def codes_of(wanted: str) -> tuple[str, ...]:
    """The codes whose trade is set against the commodity's production.

    Raises:
        InputError: field "material", where it has no code of its own but shares one with others.
    """
    found = pc.filter(_pairs()["code"], pc.equal(_pairs()["commodity"], wanted)).to_pylist()
    if not found:
        raise InputError("material", wanted, _shared(wanted))
    return tuple(found)


def _shared(wanted: str) -> str:
    """Why a commodity has no code of its own, and what to ask instead."""
    own = [row for row in tables.materials().to_pylist() if row["commodity"] == wanted]
    codes = ", ".join(dict.fromkeys(row["code"] for row in own))
    mixes = sorted({one for row in own for one in row["mixes"].split("|")})
    return (
        f"a material with a code of its own; {wanted} is traded under {codes}, shared with "
        f"{', '.join(mixes)}, so that its trade cannot be told apart: ask for the code"
    )


def governance_table(engine: Engine, six: pa.Table | None = None) -> ir.Table:
    """Political stability by country and year; with the six WGI, their mean too."""
    stability = engine.table(tables.governance(), "political_stability")
    return governance.side_table(stability, None if six is None else engine.table(six))


def _pairs() -> pa.Table:
    """The codes with which GeoPolRisk pairs a commodity: its traded first product."""
    found = tables.materials()
    return found.filter(pc.equal(found["in_geopolrisk"], "yes"))


def _paired(engine: Engine) -> ir.Table:
    return engine.table(_pairs(), "materials")
