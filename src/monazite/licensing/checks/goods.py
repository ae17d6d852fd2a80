"""What a line is: its commodity code, composition and control code against one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue import codes
from monazite.law.composition import names
from monazite.law.finding import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.catalogue.codes import Hint
    from monazite.law.ruling import Ruling
    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

_NONE = "none"


def _ruled(context: Context) -> Iterator[tuple[int, Ruling]]:
    return ((r.number - 1, r.ruling) for r in context.rulings if r.ruling is not None)


def unreadable(context: Context) -> Iterator[Finding]:
    """Every field of a line that the law cannot read."""
    for ruling in context.rulings:
        for found in ruling.findings:
            if not context.unread(found.path):
                values = found.values
                yield context.finding(found.code, found.path, **values)


def code_known(context: Context) -> Iterator[Finding]:
    """The commodity code is one of the Harmonized System, to six digits at least."""
    for n, ruling in _ruled(context):
        hs = ruling.situation.item.hs
        if hs and len(hs) < codes.HS_DIGITS:
            yield context.finding("line.hs_short", f"lines[{n}].hs", hs=hs)
        elif hs and codes.describe(hs, "en") is None:
            yield context.finding("line.hs_unknown", f"lines[{n}].hs", hs=hs)


def code_fits_form(context: Context) -> Iterator[Finding]:
    """Goods under the code can have the form."""
    for n, ruling in _ruled(context):
        item, hint = ruling.situation.item, _hint(ruling)
        if hint and item.form and item.form != "other" and item.form not in hint.forms:
            yield context.finding(
                "line.hs_unlike_form",
                f"lines[{n}].hs",
                hs=str(item.hs),
                heading=_Heading(hint),
                form=Term(f"licensing.choice.form.{item.form}"),
            )


def code_fits_composition(context: Context) -> Iterator[Finding]:
    """Goods under the code can hold something of what is stated."""
    for n, ruling in _ruled(context):
        hint = _hint(ruling)
        stated = {s for s, part in ruling.situation.item.contains or () if part != 0}
        if hint and hint.elements and stated and not stated & hint.elements:
            hs, given = str(ruling.situation.item.hs), ", ".join(sorted(stated))
            yield context.finding(
                "line.hs_unlike_composition",
                f"lines[{n}].contains",
                hs=hs,
                heading=_Heading(hint),
                elements=given,
            )


def control_code_fits(context: Context) -> Iterator[Finding]:
    """The entry that the control code names can be the item."""
    for n, ruling in _ruled(context):
        item = ruling.situation.item
        if item.control_code in {None, _NONE}:
            continue
        named = [f for f in ruling.findings if f.atom.item and names(f.atom.item, item)]
        if all(f.matched is False for f in named):
            path = f"lines[{n}].control_code"
            yield context.finding(
                "line.control_code_unlike_item", path, code=str(item.control_code)
            )


def control_code_there(context: Context) -> Iterator[Finding]:
    """A line that needs a licence names the entry it is under."""
    if not context.regime.control_code_asked:
        return
    for n, ruling in _ruled(context):
        given = ruling.situation.item.control_code
        if ruling.outcome != "licence_required" or given not in {None, _NONE}:
            continue
        if entries := _entries(ruling, context.regime.country):
            missing = "line.control_code_missing"
            code = "line.control_code_denied" if given == _NONE else missing
            path = f"lines[{n}].control_code"
            yield context.finding(code, path, codes=", ".join(entries))


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


def _hint(ruling: Ruling) -> Hint | None:
    hs = ruling.situation.item.hs
    return codes.hint(hs) if hs else None


class _Heading:
    """What goods under a code are, in words."""

    def __init__(self, hint: Hint) -> None:
        self._hint = hint

    def said(self, lang: str) -> str:
        """The heading's short name."""
        return self._hint.name_zh if lang == "zh" else self._hint.name_en

    def __repr__(self) -> str:
        return self._hint.prefix


CHECKS = (
    unreadable,
    code_known,
    code_fits_form,
    code_fits_composition,
    control_code_fits,
    control_code_there,
)
