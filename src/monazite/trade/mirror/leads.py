"""Leads: patterns of one code that are worth a look, ranked, each with what else explains it.

Pairs give orphans, ghosts and gaps; a control's date gives gaps on the export side, ways round
through third countries, and new partners. What could not be computed is said as such.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from monazite.trade.mirror import freight
from monazite.trade.mirror.exit_leads import exit_leads
from monazite.trade.mirror.lead import Lead, NotComputed
from monazite.trade.mirror.observations import from_arrow, words
from monazite.trade.mirror.pair_leads import pair_leads
from monazite.trade.mirror.pairs import pairs
from monazite.trade.mirror.way_leads import way_leads

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine
    from monazite.trade.mirror.controls import Control
    from monazite.trade.mirror.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Leads:
    """Leads of one code, the strongest first, and the methods that could not be applied."""

    code: str
    leads: tuple[Lead, ...]
    not_computed: tuple[NotComputed, ...]

    def rows(self) -> list[dict[str, Any]]:
        """The leads as JSON objects, in order."""
        return [lead.document() for lead in self.leads]

    def document(self) -> dict[str, Any]:
        """Both lists as a JSON object."""
        return {
            "code": self.code,
            "leads": self.rows(),
            "not_computed": [one.document() for one in self.not_computed],
        }


def find_leads(
    engine: Engine,
    yearly: ir.Table,
    monthly: ir.Table | None,
    code: str,
    *,
    controls: Sequence[Control] = (),
    evidence: Sequence[Evidence] = (),
) -> Leads:
    """Find and rank the leads of one code.

    Args:
        engine: where the cells live.
        yearly: `flows.cells.cells` of the code and of the years asked for.
        monthly: `flows.cells.monthly_cells` of the code, all its months; None for a store that is
            known to have none.
        code: six digits.
        controls: restrictions of exports with their dates; those of other codes are left out.
        evidence: what is known beside the statistics (`evidence`).
    """
    years = engine.arrow(pairs(yearly.filter(yearly.code == code)))
    own = [one for one in controls if code in one.codes]
    found: list[Lead | NotComputed] = [*pair_leads(years)]
    if not years.num_rows:
        found.append(NotComputed("pairs", None, "no_pairs"))
    if not own:
        found.append(NotComputed("transshipment", None, "no_control"))
        return _ranked(code, found)
    model = freight.fit(from_arrow(years.filter(words(years, "kind") == "matched")))
    monthly = _with_rows(engine, monthly, code)
    compared = years if monthly is None else engine.arrow(pairs(monthly))
    for control in own:
        of_code = replace(control, codes=(code,))
        found += exit_leads(compared, of_code, model)
        found += way_leads(engine, monthly, of_code, code, evidence)
    return _ranked(code, found)


def _with_rows(engine: Engine, monthly: ir.Table | None, code: str) -> ir.Table | None:
    """The months of a code, or None where there are none."""
    if monthly is None:
        return None
    own = monthly.filter(monthly.code == code)
    return own if engine.arrow(own.select("code").limit(1)).num_rows else None


def _ranked(code: str, found: Iterable[Lead | NotComputed]) -> Leads:
    """The leads in order of their scores, with their ranks; equal scores by name."""
    every = list(found)
    leads = [one for one in every if isinstance(one, Lead)]
    leads.sort(key=lambda one: (-one.score, one.kind, one.exporter, one.via or "", one.importer))
    return Leads(
        code=code,
        leads=tuple(replace(lead, rank=rank) for rank, lead in enumerate(leads, start=1)),
        not_computed=tuple(one for one in every if isinstance(one, NotComputed)),
    )
