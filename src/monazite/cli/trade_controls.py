"""The dates from which a code is controlled: from the option, or from the measures of the law.

Trade knows no law; this is where the two meet.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from monazite.catalogue import codes
from monazite.catalogue.countries import country, describe
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from monazite.law.law import Law
    from monazite.law.model import Atom, LawItem
    from monazite.trade.mirror.controls import Control

_RESTRICTS = ("prohibited", "refused_in_principle", "licence_required", "quota")
_ANY_FORM = "any"


def given(code: str, day: str, by: str | None, target: str | None) -> tuple[Control, ...]:
    """The control that the caller names; InputError on the option that cannot be read."""
    from monazite.trade.mirror.controls import Control

    try:
        first = date.fromisoformat(day)
    except ValueError:
        raise InputError("control", day, "the first day of the control, YYYY-MM-DD") from None
    if by is None:
        raise InputError("by", None, "with --control, --by COUNTRY: who controls its exports")
    exporter = describe(country(by, "by")).iso3
    to = describe(country(target, "target")).iso3 if target else None
    return (Control(f"{exporter} {day}", (_six(code),), exporter, to, first),)


def of_law(code: str) -> tuple[Control, ...]:
    """The controls that measures in the law put on a code, the earliest first.

    A measure counts where one of its items lists the code, or names no code but a material that
    goods under the code are made of. What only continues an earlier measure, and what never came
    into operation, is no new date.
    """
    from monazite.law.store import load
    from monazite.trade.mirror.controls import Control

    law = load()
    hs6 = _six(code)
    listed = _listed(law, hs6)
    first: dict[tuple[str, str, str | None], date] = {}
    for atom in law.atoms:
        materials = listed.get(atom.measure.jurisdiction, frozenset())
        if _continued(atom) or not _meant(atom, hs6, materials) or not _restricts(law, atom):
            continue
        for exporter, target in _ends(atom):
            key = (atom.measure.id, exporter, target)
            first[key] = min(first.get(key, date.max), _start(atom))
    found = (
        Control(measure, (hs6,), exporter, target, day)
        for (measure, exporter, target), day in first.items()
    )
    return tuple(sorted(found, key=lambda one: (one.date, one.name, one.target or "")))


def _six(code: str) -> str:
    digits = codes.commodity_code(code, "code")[: codes.HS_DIGITS]
    if len(digits) < codes.HS_DIGITS:
        raise InputError("code", code, "a commodity code of six digits or more, such as 282580")
    return digits


def _continued(atom: Atom) -> bool:
    return atom.item is not None and atom.item.continues is not None


def _restricts(law: Law, atom: Atom) -> bool:
    """Whether the atom is law that restricts exports and was in operation on some day."""
    from monazite.law.status import state_of

    if atom.effect not in _RESTRICTS or atom.rank is None or atom.start is None:
        return False
    return state_of(law, atom.measure, atom.start, atom.end, law.compiled, law.compiled).operated


def _meant(atom: Atom, hs6: str, listed: frozenset[str]) -> bool:
    """Whether the item lists the code, or in default of codes a material that it is made of.

    `listed` are the materials for which a measure of the same jurisdiction lists the code.
    """
    item = atom.item
    if item is None or item.hs:
        return item is not None and _lists(item, hs6)
    if item.form == _ANY_FORM:
        # "Gallium dual-use items": whatever of the material another measure lists.
        return item.dual_use_only and not listed.isdisjoint(item.materials)
    hint = codes.hint(hs6)
    if hint is None or not item.materials or item.parameters is not None:
        return False
    return set(item.materials) <= hint.elements and not item.forms.isdisjoint(hint.forms)


def _lists(item: LawItem, hs6: str) -> bool:
    return any(one.startswith(hs6) or hs6.startswith(one) for one in item.hs)


def _listed(law: Law, hs6: str) -> dict[str, frozenset[str]]:
    """By jurisdiction, the materials of the items that list the code."""
    found: dict[str, frozenset[str]] = {}
    for atom in law.atoms:
        if atom.item is not None and _lists(atom.item, hs6):
            its = atom.measure.jurisdiction
            found[its] = found.get(its, frozenset()) | frozenset(atom.item.materials)
    return found


def _ends(atom: Atom) -> Iterator[tuple[str, str | None]]:
    """Whose exports, and to whom: every destination by name, or none where it is all of them."""
    exporters = atom.departures.countries if atom.departures.mode == "only" else frozenset()
    targets: Iterable[str | None] = (None,)
    if atom.destinations.mode == "only":
        targets = sorted(describe(one).iso3 for one in atom.destinations.countries)
    for exporter in sorted(exporters):
        for target in targets:
            yield describe(exporter).iso3, target


def _start(atom: Atom) -> date:
    return atom.start or date.max
