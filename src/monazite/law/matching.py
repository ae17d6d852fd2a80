"""An item against the entries of the law: which match, which may, which fail for one fact only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.groups import GROUPS
from monazite.law.composition import names, substance
from monazite.law.conditions import (
    FALSE,
    ONE_OF,
    TRUE,
    Condition,
    ask,
    conjunction,
    either,
    settled,
)
from monazite.law.parameters import parameters_met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.law.composition import Substance
    from monazite.law.law import Law
    from monazite.law.model import Atom, LawItem
    from monazite.law.situation import Item

# Materials that every good has, or that the rest of the entry describes.
_ANY_MATERIAL = frozenset(
    {"ALL_GOODS", "ALL_EAR_ITEMS", "ALL_DUAL_USE", "RAW_MINERALS", "MULTIPLE"}
)
# Machines and their parts are known by what they are, not by what they consist of.
_MACHINES = frozenset({"equipment", "component"})


class Match(NamedTuple):
    """An entry that matches, may match (condition), or fails for one fact only (misses = 1)."""

    atom: Atom
    condition: Condition
    misses: int


def profile(law: Law, item: Item) -> tuple[Match, ...]:
    """The entries that an item meets, may meet or nearly meets, whatever its movement."""
    return law.memory.get(("profile", item), lambda: tuple(_matches(law, item)))


def _matches(law: Law, item: Item) -> Iterator[Match]:
    known = substance(law, item)
    seen: dict[str, tuple[Condition, int, bool]] = {}
    for atom in law.atoms:
        if atom.item is None:
            yield Match(atom, TRUE, 0)
            continue
        if atom.item.id not in seen:
            seen[atom.item.id] = _entry(known, atom.item)
        condition, misses, rest_holds = seen[atom.item.id]
        if condition or (misses == 1 and rest_holds):
            yield Match(atom, condition, misses)


def _entry(known: Substance, entry: LawItem) -> tuple[Condition, int, bool]:
    """The entry's condition, how many facts make it false, and whether the rest of it holds."""
    named = names(entry, known.item)
    form = _form(known, entry)
    if named and not _fits(known, entry, form):
        # Whoever names an entry that the stated facts contradict is told so.
        return FALSE, 1, True
    if not form and (_other_kind(known, entry) or not _touches(known, entry)):
        return FALSE, 2, False
    parts = [form, *_materials(known, entry)]
    misses = sum(not part for part in parts)
    if misses > 1 or (misses and not _touches(known, entry)):
        return FALSE, 2, False
    fractions = known.fractions if known.item.composition_stated else {}
    parameters, missed = parameters_met(entry.parameters, dict(known.item.parameters), fractions)
    parts += [parameters, _substance(known, entry), _technology(known, entry)]
    misses = sum(not part for part in parts) + max(missed - 1, 0)
    if misses:
        return FALSE, misses, all(part == TRUE or not part for part in parts)
    if named:
        # Whoever names the entry has classified the item; only a stated fact speaks against it.
        return TRUE, 0, True
    return conjunction(parts), 0, True


def _fits(known: Substance, entry: LawItem, form: Condition) -> bool:
    return bool(form) and all(_materials(known, entry))


def _other_kind(known: Substance, entry: LawItem) -> bool:
    """Know-how is never nearly a material, nor a machine nearly a piece of metal."""
    return known.form == "technology" or _is_machine(entry) or entry.forms == {"technology"}


def _form(known: Substance, entry: LawItem) -> Condition:
    if "any" in entry.forms:
        return TRUE
    if known.form is not None:
        if known.form not in entry.forms:
            return FALSE
        article = entry.form if "alloy" not in entry.forms else "alloy"
        required = frozenset((*entry.requires_all, *entry.requires_any))
        return settled(known.is_article(article, required))
    possible = entry.forms if known.forms is None else entry.forms & known.forms
    if not possible:
        return FALSE
    if known.forms is not None and known.forms <= entry.forms:
        return TRUE
    # Where the code leaves few forms, one of them it is; else it may be any other too.
    kind = "in" if known.forms is None else f"{ONE_OF}{' '.join(sorted(known.forms))}"
    return ask("form", kind, *sorted(possible))


def _touches(known: Substance, entry: LawItem) -> bool:
    named = (*entry.requires_all, *entry.requires_any)
    return any(known.has(s) for s in named) or any(
        known.is_group(m) for m in entry.materials if m in GROUPS and m not in _ANY_MATERIAL
    )


def _materials(known: Substance, entry: LawItem) -> list[Condition]:
    """Elements and groups of the entry against those of the item."""
    if _is_machine(entry):
        return [_machine(known, entry)]
    return [*_elements(known, entry), *_groups(known, entry)]


def _elements(known: Substance, entry: LawItem) -> Iterator[Condition]:
    for symbol in entry.requires_all:
        yield _present(known, symbol)
    if entry.requires_any:
        yield either(_present(known, symbol) for symbol in entry.requires_any)
    for symbol in entry.excludes:
        has = known.has(symbol)
        yield ask(f"without:{symbol}", "absent") if has is None else settled(not has)
    if entry.exact and known.item.contains is not None:
        named = {s for s, fraction in known.fractions.items() if fraction != 0}
        yield settled(named <= set(entry.requires_all))


def _groups(known: Substance, entry: LawItem) -> Iterator[Condition]:
    # A group in a dual-use limb means the listed items of that group; the ruling reads the list.
    if entry.dual_use_only and not entry.has_composition:
        return
    groups = [m for m in entry.materials if m in GROUPS and m not in _ANY_MATERIAL]
    # Beside a tested composition REE only names the family; a kind of carbon is always meant.
    tested = entry.has_composition
    wanted = [g for g in groups if (GROUPS[g].of and not entry.dual_use_only) or not tested]
    if not wanted and not tested:
        elements = [m for m in entry.materials if m not in GROUPS]
        if elements:
            yield either(_present(known, symbol) for symbol in elements)
    elif wanted and not (tested and len(entry.requires_any) > 1):
        yield either(_group(known, code) for code in wanted)


def _present(known: Substance, symbol: str) -> Condition:
    has = known.has(symbol)
    return ask(f"contains:{symbol}", "present") if has is None else settled(has)


def _group(known: Substance, code: str) -> Condition:
    is_it = known.is_group(code)
    return ask(f"group:{code}", "is") if is_it is None else settled(is_it)


def _is_machine(entry: LawItem) -> bool:
    return (
        not entry.has_composition
        and bool(entry.control_codes)
        and bool(entry.forms & _MACHINES)
        and all(m == "DIAMOND" or (m in GROUPS and not GROUPS[m].of) for m in entry.materials)
    )


def _machine(known: Substance, entry: LawItem) -> Condition:
    """A machine is what its entry describes: named by control code, narrowed by commodity code."""
    item = known.item
    if item.control_code is not None:
        return settled(names(entry, item))
    # A group in an announcement means its listed items; whoever names it names one of them.
    if item.groups.intersection(entry.materials):
        return TRUE
    if item.composition_stated or (item.hs and entry.hs and entry.id not in known.code_items):
        return FALSE
    if item.hs and not entry.hs:
        return FALSE
    return ask("control_code", "is", *entry.control_codes)


def _substance(known: Substance, entry: LawItem) -> Condition:
    """Some entries name one compound; elements alone do not tell it from another."""
    if entry.substance is None:
        return TRUE
    stated = dict(known.item.parameters)
    if "cas" in stated and entry.cas:
        return settled(stated["cas"].text == entry.cas)
    if "substance" in stated:
        return settled(stated["substance"].text.casefold() in entry.substance.casefold())
    if entry.substance_only and entry.id not in known.code_items:
        return FALSE
    return ask("param:substance", "is", entry.substance)


def _technology(known: Substance, entry: LawItem) -> Condition:
    if not entry.technologies:
        return TRUE
    if known.item.technology is not None:
        return settled(known.item.technology in entry.technologies)
    return ask("technology", "in", *sorted(entry.technologies))
