"""What an item is: its code, composition, name and control code against one another."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue import codes, forms
from monazite.catalogue.elements import SYMBOLS
from monazite.catalogue.groups import GROUPS
from monazite.customs.named import absent
from monazite.customs.rulings import FREE, LICENCE
from monazite.law.composition import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.catalogue.codes import Hint
    from monazite.customs.context import Context
    from monazite.customs.declared import Item
    from monazite.customs.findings import Finding
    from monazite.customs.regime import National, Rules
    from monazite.law.ruling import Ruling
    from monazite.law.situation import Item as Goods

_NONE = "none"
_NOTHING = Decimal(0)


class _Heading:
    """What goods under a code are, in words."""

    def __init__(self, hint: Hint) -> None:
        self._hint = hint

    def said(self, lang: str) -> str:
        """The heading's short name."""
        return self._hint.name_zh if lang == "zh" else self._hint.name_en


class _Form:
    """A form inside a finding."""

    def __init__(self, code: str) -> None:
        self._code = code

    def said(self, lang: str) -> str:
        """Its name."""
        return forms.name(self._code, lang)


def _ruled(context: Context) -> Iterator[tuple[str, Item, Ruling]]:
    for path, item, found in context.each():
        if found.declared is not None:
            yield path, item, found.declared


def composition_stated(context: Context) -> Iterator[Finding]:
    """Goods of a heading that can be controlled say what they consist of."""
    for path, item, ruling in _ruled(context):
        # What was said and cannot be read is said to be unreadable.
        stated = item.contains is not None or ruling.situation.item.composition_stated
        if not stated and not item.technology and ruling.outcome != FREE:
            at = f"{path}.contains"
            if at not in context.unread:
                yield context.finding("composition.not_stated", at)


def code_known(context: Context) -> Iterator[Finding]:
    """The commodity code is one of the Harmonized System, to eight digits at least."""
    for path, item, _ in context.each():
        if item.hs and len(item.hs) <= codes.HS_DIGITS:
            yield context.finding("hs.short", f"{path}.hs", hs=item.hs)
        elif item.hs and codes.describe(item.hs, "en") is None:
            yield context.finding("hs.unknown", f"{path}.hs", hs=item.hs)


def code_fits_form(context: Context) -> Iterator[Finding]:
    """Goods under the code can have the form."""
    for path, item, _ in context.each():
        hint = codes.hint(item.hs) if item.hs else None
        if hint and item.form and item.form != "other" and item.form not in hint.forms:
            form = _Form(item.form)
            yield context.finding(
                "hs.unlike_form", f"{path}.hs", hs=str(item.hs), heading=_Heading(hint), form=form
            )


def code_fits_composition(context: Context) -> Iterator[Finding]:
    """Goods under the code can hold what is stated: of the heading, and of the national code."""
    for path, item, ruling in _ruled(context):
        parts = _parts(ruling.situation.item)
        hint = codes.hint(item.hs) if item.hs else None
        stated = {s for s, part in parts.items() if part != 0}
        if hint and hint.elements and stated and not stated & hint.elements:
            yield context.finding(
                "composition.contradicts_hs",
                f"{path}.contains",
                hs=str(item.hs),
                heading=_Heading(hint),
                elements=", ".join(sorted(stated)),
            )
        yield from _national(context, path, item, parts)


def _national(
    context: Context, path: str, item: Item, parts: dict[str, Decimal | None]
) -> Iterator[Finding]:
    rule = _national_of(item.hs or "", context.rules)
    if rule is None or not parts:
        return
    there = sorted(_above(parts, rule.none_of, rule.over))
    lacks = rule.any_of and not _above(parts, rule.any_of, _NOTHING)
    if there or lacks:
        stated = sorted(s for s, part in parts.items() if part != 0)
        yield context.finding(
            "composition.contradicts_code",
            f"{path}.hs",
            hs=str(item.hs),
            elements=", ".join(there or stated),
            instead=rule.instead,
        )


def _national_of(hs: str, rules: Rules) -> National | None:
    """The rule of the longest national code that the code is under."""
    known = (hs[:length] for length in range(len(hs), codes.HS_DIGITS, -1))
    return next((rules.national[code] for code in known if code in rules.national), None)


def _above(
    parts: dict[str, Decimal | None], materials: tuple[str, ...], over: Decimal
) -> frozenset[str]:
    """The elements of some materials that are there, together above a fraction where it is said."""
    wanted = frozenset().union(*(_elements(code) for code in materials))
    there = {s: part for s, part in parts.items() if s in wanted and part != 0}
    total = sum(part for part in there.values() if part is not None)
    unsaid = any(part is None for part in there.values())
    return frozenset(there) if total > over or unsaid else frozenset()


@lru_cache(maxsize=64)
def _elements(material: str) -> frozenset[str]:
    return frozenset({material}) if material in SYMBOLS else GROUPS[material].elements


def name_fits_composition(context: Context) -> Iterator[Finding]:
    """What the description calls the goods is in them."""
    for path, item, ruling in _ruled(context):
        parts = _parts(ruling.situation.item)
        if parts and item.description:
            lacking = absent(item.description, frozenset(s for s, p in parts.items() if p != 0))
            if lacking:
                elements = ", ".join(sorted(lacking))
                at = f"{path}.description"
                yield context.finding("composition.contradicts_name", at, elements=elements)


def grade_fits_composition(context: Context) -> Iterator[Finding]:
    """Letters of a high grade seldom go without the elements that make it: a prior only."""
    for path, item, ruling in _ruled(context):
        goods = ruling.situation.item
        parts = _parts(goods)
        if "Nd" not in parts:
            continue
        for grade in context.rules.grades:
            elements = frozenset(grade.elements)
            found = _pattern(grade.letters).search(
                f"{item.description or ''} {item.parameters or ''}"
            )
            said_absent = goods.only or elements <= goods.without | {
                s for s, p in parts.items() if p == 0
            }
            there = any(parts.get(s, _NOTHING) != 0 for s in elements)
            if found and said_absent and not there:
                at = f"{path}.contains"
                values = {"grade": found[0], "elements": ", ".join(sorted(elements))}
                yield context.resting(grade.law, "composition.grade_unlikely", at, **values)


@lru_cache(maxsize=8)
def _pattern(letters: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9])[NG]?\d{{2}}(?:{'|'.join(letters)})(?![A-Za-z0-9])")


def control_code(context: Context) -> Iterator[Finding]:
    """The control code can be the item's, and is there where a licence is needed."""
    for path, item, ruling in _ruled(context):
        at = f"{path}.control_code"
        given = item.control_code
        if given != ruling.situation.item.control_code:
            # No list carries it: that is said by itself.
            continue
        if given not in {None, _NONE}:
            goods = ruling.situation.item
            named = [f for f in ruling.findings if f.atom.item and names(f.atom.item, goods)]
            if all(f.matched is False for f in named):
                yield context.finding("control_code.unlike_item", at, code=str(given))
            continue
        asked = context.rules.control_code_asked and ruling.outcome == LICENCE
        if entries := asked and _entries(ruling, context.rules.country):
            code = "control_code.denied" if given == _NONE else "control_code.missing"
            yield context.finding(code, at, codes=", ".join(entries))


def _entries(ruling: Ruling, country: str | None) -> list[str]:
    """The control codes of the entries in force that the outcome stands on."""
    found = (
        code
        for f in ruling.findings
        if f.sets and f.matched and f.status.state == "in_force" and f.atom.item
        if f.atom.measure.jurisdiction == country
        for code in f.atom.item.control_codes
    )
    return list(dict.fromkeys(found))


def _parts(item: Goods) -> dict[str, Decimal | None]:
    return dict(item.contains or ())


CHECKS = (
    composition_stated,
    code_known,
    code_fits_form,
    code_fits_composition,
    name_fits_composition,
    grade_fits_composition,
    control_code,
)
