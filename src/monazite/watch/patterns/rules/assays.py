"""C10: what a laboratory found in a shipment is not what was declared.

z = (found - declared) / sqrt(error² + rounding²) of each element; a gap counts where z and the
share itself are large enough, so that traces and rounding are no lead. A second laboratory that
finds what was declared, or custody that was broken, halves the score.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from math import prod, sqrt
from typing import TYPE_CHECKING

from monazite.watch.leads.lead import Reason
from monazite.watch.patterns.origins import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.found import NotComputed
    from monazite.watch.patterns.records import Assay, Records
    from monazite.watch.patterns.rule import RuleOn

_WEIGHTS = {
    "undeclared": 0.7,
    "less_declared": 0.55,
    "other_main_element": 0.6,
    "more_declared": 0.2,
    "origin_unlike": 0.15,
}
_OTHERWISE = {
    "undeclared": ("impurity", "blended_scrap"),
    "less_declared": ("sampling", "blended_scrap"),
    "other_main_element": ("sample_mixed_up",),
    "more_declared": ("sampling",),
    "origin_unlike": ("origin_varies",),
}
_UNLIKE = 0.8
"""A pattern that is less like that of any known ore of the claimed origin is told."""
_HALF = 0.5


def find(records: Records, rule: RuleOn) -> Iterator[Lead | NotComputed]:
    """One lead for each shipment whose assays say so."""
    by_shipment: dict[str, list[Assay]] = defaultdict(list)
    for assay in records.assays:
        if assay.day <= records.as_of:
            by_shipment[assay.shipment].append(assay)
    for shipment, assays in sorted(by_shipment.items()):
        stated = [assay for assay in assays if assay.declared]
        if not stated:
            yield rule.cannot("nothing_declared", [shipment], assays=len(assays))
            continue
        yield from _origins_unknown(stated, rule)
        lead = _lead(shipment, stated, rule)
        if lead:
            yield lead


def _lead(shipment: str, assays: Sequence[Assay], rule: RuleOn) -> Lead | None:
    """The lead of a shipment; None where its assays say too little."""
    by_assay = [(assay, tuple(_reasons(assay, rule))) for assay in assays]
    telling = [(assay, own) for assay, own in by_assay if own]
    score = max((_score(assay, own) for assay, own in telling), default=0.0)
    differ = any(not own and _sound(assay) for assay, own in by_assay)
    score *= _HALF if differ else 1.0
    if not telling or score < rule.number("least_score"):
        return None
    reasons = {_key(reason): reason for _, own in telling for reason in own}
    otherwise = [
        code for reason in reasons.values() for code in _OTHERWISE[reason.code]
    ] + ["laboratory_error"]  # fmt: skip
    broken = any(assay.custody == "broken" for assay, _ in telling)
    otherwise += ["sample_mixed_up"] if broken else []
    otherwise += ["laboratories_differ"] if differ else []
    days = [assay.day for assay in assays]
    return rule.lead(
        [shipment],
        score,
        reasons.values(),
        dict.fromkeys(otherwise),
        [f"shipment:{shipment}", *(f"assay:{assay.id}" for assay, _ in telling)],
        min(days),
        max(days),
    )


def _key(reason: Reason) -> tuple[str, str]:
    return reason.code, str(reason.figures.get("element", ""))


def _sound(assay: Assay) -> bool:
    return assay.custody != "broken"


def _score(assay: Assay, reasons: Iterable[Reason]) -> float:
    """Each kind of reason closes its share of what is open; broken custody halves it."""
    codes = {reason.code for reason in reasons}
    if codes <= {"origin_unlike"}:
        return 0.0
    score = 1 - prod(1 - _WEIGHTS[code] for code in codes)
    return score if _sound(assay) else score * _HALF


def _reasons(assay: Assay, rule: RuleOn) -> Iterator[Reason]:
    controlled = rule.words("controlled")
    least, least_z = rule.exact("least_share"), rule.number("least_z")
    for element in sorted(assay.found.keys() | assay.declared.keys()):
        found = assay.found.get(element)
        declared = assay.declared.get(element, Decimal())
        if found is None or element not in controlled or abs(found - declared) < least:
            continue
        z = _z(assay, element, rule)
        if abs(z) >= least_z:
            yield Reason(_code(assay, element, z), _told(element, declared, found, z))
    yield from _main(assay, least_z, rule)
    alike = likeness(assay.found, assay.origin)
    if alike is not None and alike.share < _UNLIKE:
        share = round(alike.share, 3)
        yield Reason("origin_unlike", {"origin": assay.origin, "share": share, "ore": alike.ore})


def _code(assay: Assay, element: str, z: float) -> str:
    if z < 0:
        return "more_declared"
    return "less_declared" if assay.declared.get(element) else "undeclared"


def _told(
    element: str, declared: Decimal, found: Decimal, z: float
) -> dict[str, Decimal | float | str]:
    return {
        "element": element, "declared_pct": declared * 100, "found_pct": found * 100,
        "z": round(z, 1),
    }  # fmt: skip


def _main(assay: Assay, least_z: float, rule: RuleOn) -> Iterator[Reason]:
    """The element that is most of it, where another one was declared to be."""
    declared = max(assay.declared, key=lambda each: (assay.declared[each], each))
    found = max(assay.found, key=lambda each: (assay.found[each], each), default="")
    if not found or found == declared or declared not in assay.found:
        return
    more = assay.found[found] - assay.found[declared]
    if float(more) / _error(assay, found, rule) >= least_z:
        yield Reason("other_main_element", {"declared": declared, "element": found})


def _z(assay: Assay, element: str, rule: RuleOn) -> float:
    """The gap between found and declared in errors of the laboratory and of the rounding."""
    declared = assay.declared.get(element, Decimal())
    apart = float(assay.found[element] - declared)
    return apart / sqrt(_error(assay, element, rule) ** 2 + _rounding(declared) ** 2)


def _rounding(declared: Decimal) -> float:
    """Half of the last digit that is declared."""
    exponent = declared.as_tuple().exponent
    return 10.0**exponent / 2 if declared and isinstance(exponent, int) else 0.0


def _error(assay: Assay, element: str, rule: RuleOn) -> float:
    """The laboratory's own error; where it states none, a share of what it found."""
    stated = assay.errors.get(element)
    if stated:
        return float(stated)
    return rule.number("relative_error") * max(float(assay.found[element]), 1e-4)


def _origins_unknown(assays: Iterable[Assay], rule: RuleOn) -> Iterator[NotComputed]:
    for origin in sorted({each.origin for each in assays if each.origin}):
        held = [each for each in assays if each.origin == origin]
        if all(likeness(each.found, origin) is None for each in held):
            yield rule.cannot("origin_unknown", [held[0].shipment], origin=origin)
