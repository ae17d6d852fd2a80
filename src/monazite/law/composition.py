"""What an item consists of, in three values: elements, groups and the guidance of its code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue import codes
from monazite.catalogue.forms import FORMS
from monazite.catalogue.groups import GROUPS, wider

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from monazite.law.law import Law
    from monazite.law.model import LawItem
    from monazite.law.situation import Item

# Where minor constituents are added to a magnet family; an oxide or an ore has none of them.
_FAMILY_FORMS = frozenset(
    {None, "magnet", "alloy", "powder", "metal", "component", "scrap", "target", "crystal", "other"}
)
# Shapes that say nothing of what the article consists of.
_SHAPES = frozenset({"powder", "crystal", "scrap"})
NON_METALS = frozenset(
    {"H", "B", "C", "N", "O", "F", "Si", "P", "S", "Cl", "As", "Se", "Br", "Te", "I"}
)
RARE_EARTHS = GROUPS["REE"].elements


@dataclass(frozen=True, slots=True)
class Substance:
    """What is known of an item's composition, form and identity before any entry is read."""

    item: Item
    fractions: Mapping[str, Decimal | None]
    open_elements: frozenset[str]
    closed: bool
    groups: frozenset[str]
    form: str | None
    forms: frozenset[str] | None
    present: frozenset[str]
    code_items: frozenset[str]
    rare_earth_technology: bool

    def has(self, symbol: str) -> bool | None:
        """Whether the element is present: yes, no, or unknown (None)."""
        if symbol in self.fractions:
            return self.fractions[symbol] != 0
        if symbol in self.item.without:
            return False
        if symbol in self.present:
            return True
        if self.rare_earth_technology:
            return symbol in RARE_EARTHS
        if symbol in self.open_elements:
            return None
        return False if self.closed else None

    def is_article(self, form: str, required: frozenset[str]) -> bool:
        """Whether a powder, crystal or scrap can be of the article that an entry names.

        "Other shapes of the same article": a powder of an oxide holds oxygen, a powder of a metal
        no second constituent, a powder of a compound some non-metal.
        """
        stated = {s for s, fraction in self.fractions.items() if fraction != 0}
        if self.form not in _SHAPES or not stated:
            return True
        if form == "oxide":
            return "O" in stated
        if form == "compound" and len(required) == 1:
            return bool(stated & NON_METALS)
        return form != "metal" or stated <= required

    def is_group(self, code: str) -> bool | None:
        """Whether the material belongs to a group such as REE, GRAPHITE_NATURAL or DIAMOND."""
        group = GROUPS[code]
        if any(code in wider(named) for named in self.groups):
            return True
        if group.of is None:
            # What has no elements of its own is known by being named.
            if not group.elements:
                return False if self.closed or self.rare_earth_technology else None
            return self._any_element(group.elements)
        carbon = self.has(group.of)
        if carbon is False or self._carbide(group.of):
            return False
        if any(GROUPS[named].of == group.of for named in self.groups):
            # A sibling was named; the wider word leaves the narrower one open.
            return None if any(named in wider(code) for named in self.groups) else False
        return self._by_code(code, carbon)

    def _carbide(self, symbol: str) -> bool:
        """A compound of carbon is no kind of carbon; an ore holds graphite among others."""
        others = {s for s, fraction in self.fractions.items() if fraction != 0} - {symbol}
        return bool(others) and not self.groups and self.form not in {"ore", "concentrate"}

    def _any_element(self, elements: frozenset[str]) -> bool | None:
        answers = {self.has(symbol) for symbol in elements}
        return True if True in answers else None if None in answers else False

    def _by_code(self, code: str, carbon: bool | None) -> bool | None:  # noqa: FBT001 - three values
        hint = codes.hint(self.item.hs) if self.item.hs else None
        if hint is None:
            return None
        kin = {g for g in hint.groups if GROUPS[g].of}
        if any(code in wider(g) for g in kin):
            # The code says which carbon it is once carbon was stated; it never decides alone.
            return True if carbon else None
        # A heading that is no heading of graphite or diamond speaks of neither.
        return None if any(g in wider(code) for g in kin) else False


def substance(law: Law, item: Item) -> Substance:
    """Gather what the statement, the family, the control code and the commodity code say."""
    form = item.form or ("technology" if item.technology else None)
    fractions = dict(item.contains or ())
    if form == "oxide":
        fractions.setdefault("O", None)
    named = _named_by_control_code(law, item)
    guided = _guided_by_code(law, item)
    stated = item.composition_stated
    technology = form == "technology" and bool(item.technology) and not stated
    return Substance(
        item=item,
        fractions=fractions,
        open_elements=_open_elements(law, item, form, frozenset(fractions), (*named, *guided)),
        closed=stated or bool(named) or _known_code(item, guided),
        groups=item.groups,
        form=form,
        forms=_forms(item, named, guided) if form is None else None,
        present=_kinds_of(item) if stated else _common(named),
        code_items=frozenset(i.id for i in guided),
        rare_earth_technology=technology and not named,
    )


def _open_elements(
    law: Law,
    item: Item,
    form: str | None,
    present: frozenset[str],
    candidates: tuple[LawItem, ...],
) -> frozenset[str]:
    """Elements of which the statement leaves it open whether they are there."""
    if item.only:
        return frozenset()
    if item.composition_stated:
        minors = [m for family, m in law.minor_elements.items() if family <= present]
        in_groups = (GROUPS[g].elements for g in item.groups if GROUPS[g].of is None)
        loose = frozenset().union(*in_groups)
        return loose.union(*minors) if form in _FAMILY_FORMS else loose
    hint = codes.hint(item.hs) if item.hs else None
    hinted = (
        hint.elements.union(*(GROUPS[g].elements for g in hint.groups)) if hint else frozenset()
    )
    return hinted.union(*(_elements(i) for i in candidates))


def _kinds_of(item: Item) -> frozenset[str]:
    """The elements that the named groups are kinds of: graphite is carbon."""
    return frozenset(of for g in item.groups if (of := GROUPS[g].of))


def _elements(item: LawItem) -> frozenset[str]:
    named = {*item.requires_all, *item.requires_any}
    return frozenset(named).union(*(GROUPS[m].elements for m in item.materials if m in GROUPS))


def _common(named: tuple[LawItem, ...]) -> frozenset[str]:
    """What every entry under the control code requires."""
    return (
        frozenset.intersection(*(frozenset(i.requires_all) for i in named))
        if named
        else frozenset()
    )


def _known_code(item: Item, guided: tuple[LawItem, ...]) -> bool:
    return bool(item.hs) and (bool(guided) or codes.hint(item.hs or "") is not None)


def _forms(
    item: Item, named: tuple[LawItem, ...], guided: tuple[LawItem, ...]
) -> frozenset[str] | None:
    """The forms that remain possible where none was stated; None for all."""
    if named:
        return frozenset().union(*(i.forms for i in named))
    hint = codes.hint(item.hs) if item.hs else None
    if not guided and hint is None:
        # Goods with a code may be anything but know-how.
        return frozenset(FORMS) - {"technology", "any"} if item.hs else None
    listed = frozenset().union(*(i.forms for i in guided))
    # The heading narrows what the entries that list the code allow; it never empties it.
    return (listed & hint.forms or listed or hint.forms) if hint else listed


def _named_by_control_code(law: Law, item: Item) -> tuple[LawItem, ...]:
    if item.control_code is None:
        return ()
    return tuple(a.item for a in law.atoms if a.item and names(a.item, item))


def _guided_by_code(law: Law, item: Item) -> tuple[LawItem, ...]:
    if item.hs is None:
        return ()
    code = item.hs
    return tuple(a.item for a in law.atoms if a.item and any(alike(code, c) for c in a.item.hs))


def names(entry: LawItem, item: Item) -> bool:
    """Whether the item's control code names the entry, one above it or one inside it."""
    given = item.control_code
    if given is None or entry.jurisdiction != item.control_list:
        return False
    return any(related(given, code) for code in entry.control_codes)


def related(code: str, other: str) -> bool:
    """Whether two control codes are the same, or one is a paragraph of the other."""
    return f"{code}.".startswith(f"{other}.") or f"{other}.".startswith(f"{code}.")


def alike(code: str, reference: str) -> bool:
    """Whether two commodity codes are the same, or one lies inside the other."""
    return code.startswith(reference) or reference.startswith(code)
