"""What two sides' statistics say of ways and gaps, as leads of the inbox: rules B2 to B8.

The figures are those of `trade.mirror`; here each pattern gets its rule: law, authority, least
score. A lead of countries says nothing of firms: its level stands among its figures.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.words import unknown
from monazite.watch.leads.lead import Reason
from monazite.watch.patterns.found import Found, NotComputed
from monazite.watch.patterns.rulebook import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import Any

    from monazite.trade.mirror import lead as mirror
    from monazite.trade.mirror.anomaly import Cell
    from monazite.trade.mirror.leads import Leads
    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.rule import Rule, RuleOn

_FOLDER = Path(__file__).with_name("flows")
_RULE_OF = {
    "export_gap": "B2", "gap": "B4", "orphan": "B5", "ghost": "B5", "transshipment": "B7",
    "new_partner": "B7",
}  # fmt: skip
"""By kind of a mirror lead."""
_RULE_BY_METHOD = {"pairs": "B5", "export_gap": "B2", "transshipment": "B7"}
_HALF_KG = 10_000.0
"""A mass that counts half of one without end."""
_COUNTRIES_OVERSTATE = 0.3
"""What a bound at the level of countries counts of one that is known to have happened."""


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    """B2 to B8 by id."""
    return read(_FOLDER)


def chosen(ids: Collection[str] | None) -> tuple[Rule, ...]:
    """The rules of these ids, all without any; InputError for an id that no rule has."""
    for wanted in ids or ():
        if wanted not in rules():
            raise unknown("rule", wanted, ", ".join(rules()), rules())
    return tuple(rule for rule in rules().values() if ids is None or rule.id in ids)


def trade_leads(
    leads: Leads,
    rerouted: Iterable[Mapping[str, Any]] = (),
    cells: Iterable[Cell] = (),
    surges: Iterable[Mapping[str, Any]] = (),
    *,
    on: date,
    only: Collection[str] | None = None,
    settings: Mapping[str, Mapping[str, str]] | None = None,
) -> Found:
    """The leads of one code, by rule, the best first, and what could not be computed.

    Args:
        leads: of the code (`trade.mirror.leads`, or `Trade.leads`).
        rerouted: rows of `Trade.rerouting` since a control, each with `origin` and `target`.
        cells: of (exporter, code) by `trade.mirror.anomaly.risk_index`.
        surges: rows of `trade.mirror.surge.surges`, each with `importer`.
        on: the day of the law and of the parameters.
        only: ids of rules, all without any.
        settings: id → parameter → the caller's value.
    """
    own = settings or {}
    bound = tuple(rule.on(on, own.get(rule.id)) for rule in chosen(only))
    by_id = {rule.id: rule for rule in bound}
    found = [*_mirrored(leads.leads, by_id), *_rerouted(rerouted, by_id.get("B6"))]
    found += [*_unexplained(cells, by_id.get("B3")), *_surges(surges, by_id.get("B8"))]
    order = list(by_id)
    found.sort(key=lambda lead: (order.index(lead.rule), -lead.score, lead.subject))
    return Found(
        tuple(replace(lead, room="trade") for lead in found),
        tuple(_not_computed(leads, by_id)),
        bound,
    )


def _mirrored(found: Iterable[mirror.Lead], by_id: Mapping[str, RuleOn]) -> Iterator[Lead]:
    """Leads whose kind has a rule that was asked for and whose score reaches its least."""
    for each in found:
        rule = by_id.get(_RULE_OF[each.kind])
        if rule is None or each.score < rule.number("least_score"):
            continue
        way = ">".join(end for end in (each.exporter, each.via, each.importer) if end)
        told = {"level": each.level, "period": each.period, **each.figures}
        reasons = [Reason(code, told if at == 0 else {}) for at, code in enumerate(each.reasons)]
        flow = f"flow:{way}:{each.code}:{each.period}"
        sources = (f"source:{source}" for source in each.sources)
        yield rule.lead(
            [each.code, way, each.kind],
            each.score,
            reasons,
            each.other_explanations,
            [flow, *sources],
            *_days(each.period),
        )


def _rerouted(rows: Iterable[Mapping[str, Any]], rule: RuleOn | None) -> Iterator[Lead]:
    """B6: third countries that could have passed on most of what they sent, over all periods."""
    sums: dict[tuple[str, str, str, str], list[Mapping[str, Any]]] = {}
    for row in rows if rule else ():
        if row["rerouted_kg"] is not None:
            key = (row["code"], row["origin"], row["third"], row["target"])
            sums.setdefault(key, []).append(row)
    for (code, *way), own in sorted(sums.items()):
        passed = float(sum(row["rerouted_kg"] for row in own))
        out = float(sum(row["mass_out_kg"] for row in own))
        enough = rule is not None and passed >= rule.number("least_kg")
        if rule is None or not enough or passed / out < rule.number("least_share"):
            continue
        times = sorted(str(row.get("quarter", row["year"])) for row in own)
        told = {
            "level": own[0]["level"], "period": f"{times[0]}..{times[-1]}",
            "passed_on_at_most_kg": passed, "share_of_mass_out": passed / out,
        }  # fmt: skip
        yield rule.lead(
            [code, ">".join(way), "rerouting"],
            _COUNTRIES_OVERSTATE * passed / out * passed / (passed + _HALF_KG),
            [Reason("could_have_passed_on", told)],
            ["aggregation_level", "origin_not_consignment", "processing", "new_demand", "stocks"],
            [f"flow:{'>'.join(way)}:{code}:{time}" for time in times],
        )


def _unexplained(cells: Iterable[Cell], rule: RuleOn | None) -> Iterator[Lead]:
    """B3: cells whose index lies above the least; half a score at the least itself."""
    for cell in cells if rule else ():
        if rule is not None and cell.index >= rule.number("least_index"):
            told = {"index": cell.index, "gap_ln": cell.gap, "rows": cell.rows}
            yield rule.lead(
                [*cell.key, "anomaly"],
                1 - exp(-cell.index / rule.number("least_index") * 0.7),
                [Reason("gap_not_explained", told)],
                ["origin_not_consignment", "stocks", "wet_dry_tonnes"],
                [f"flow:{'>'.join(cell.key)}"],
            )


def _surges(rows: Iterable[Mapping[str, Any]], rule: RuleOn | None) -> Iterator[Lead]:
    """B8: what the surveillance rule says yes to, the more the volume rose, the higher."""
    for row in rows if rule else ():
        score = row["volume_change"] / (1 + row["volume_change"]) if row["surge"] else 0.0
        if rule is None or not row["surge"] or score < rule.number("least_score"):
            continue
        names = ("volume_change", "price_change", "weekly_eur")
        yield rule.lead(
            [row["code"], f"{row['exporter']}>{row['importer']}", "surge"],
            score,
            [Reason("volume_up_price_down", {name: row[name] for name in names})],
            ["new_demand", "cheaper_grade", "currency", "stocks"],
            [f"flow:{row['exporter']}>{row['importer']}:{row['code']}"],
        )


def _not_computed(leads: Leads, by_id: Mapping[str, RuleOn]) -> Iterator[NotComputed]:
    for one in leads.not_computed:
        rule = by_id.get(_RULE_BY_METHOD[one.method])
        if rule is not None:
            subject = [leads.code, *([one.control] if one.control else [])]
            yield rule.cannot(one.reason, subject)


def _days(period: str) -> tuple[date | None, date | None]:
    """The first and the last day of a period: a day and on, a year, or years."""
    first, _, last = period.partition("..")
    if len(first) > len("2024"):
        return date.fromisoformat(first), None
    return date(int(first), 1, 1), date(int(last or first), 12, 31)
