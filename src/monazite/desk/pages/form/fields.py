"""A field of the form as a page shows it: label, control, what was typed, what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from monazite.catalogue.texts import say
from monazite.desk.pages.form.findings import Shown
from monazite.desk.pages.form.paths import anchor, join
from monazite.licensing.fields import ALWAYS, Field, choice_label, choices

_WIDTHS = {
    "text": 12, "word": 6, "codes": 6, "choice": 4, "country": 4, "date": 4, "decimal": 4,
    "count": 4, "share": 4, "yes_no": 4,
}  # fmt: skip
_OWN_WIDTHS = {
    ("lines", "contains"): 8, ("lines", "without"): 4, ("lines", "parameters"): 8,
    ("parties", "role"): 4, ("parties", "name"): 8, ("parties", "name_native"): 8,
    ("parties", "contact"): 8, ("end_use", "site_name"): 8, ("end_use", "sector"): 6,
    ("end_use", "military"): 6, ("transport", "port_of_exit"): 4,
    ("transport", "port_of_entry"): 4, ("civil_use", "product"): 12, ("product_tree", "node"): 3,
    ("product_tree", "part"): 9, ("product_tree", "per_parent"): 3, ("product_tree", "unit"): 3,
    ("product_tree", "loss"): 3, ("product_tree", "line"): 3,
    ("onward_sales", "customer"): 4, ("papers", "file"): 4, ("papers", "sha256"): 12,
    ("papers", "party"): 8, ("claims", "paper"): 6, ("claims", "page"): 3, ("claims", "claim"): 3,
}  # fmt: skip
_FACTS = frozenset({("papers", "file"), ("papers", "sha256")})
"""What an upload says: shown, never typed."""
_SHORT_WORD = 60
_NARROW = 4
_MODES = {"decimal": "decimal", "share": "decimal", "count": "numeric"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SAID = {"true": "yes", "false": "no"}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Control:
    """A field ready to be drawn; width: of twelve columns; control: the template that draws it.

    known: its options are answers that the form itself gives.
    """

    path: str
    key: str
    control: str
    label: str
    help: str
    value: str
    limit: int
    width: int
    optional: bool
    unit: str
    mode: str
    options: tuple[Option, ...]
    known: bool
    findings: tuple[Shown, ...]


def control(
    field: Field,
    row: int | None,
    record: Mapping[str, Any],
    findings: Sequence[Shown],
    lang: str,
    known: Sequence[tuple[str, str]] | None = None,
) -> Control:
    """The field with what was typed and what was found at it; known: answers of the form itself."""
    path, value = join(field.section, row, field.name), typed(record.get(field.name))
    return Control(
        path=path,
        key=anchor(path),
        control=_control(field, value) if known is None else "select",
        label=field.label(lang),
        help=field.help(lang),
        value=value,
        limit=field.limit,
        width=_width(field),
        optional=field.asked != ALWAYS,
        unit=say(f"desk.pages.unit.{field.unit}", lang) if field.unit else "",
        mode=_MODES.get(field.type, ""),
        options=_options(field, value, lang, known),
        known=known is not None,
        findings=tuple(findings),
    )


def typed(value: object) -> str:
    """What was typed, as the page types it again: lists with commas, yes and no as words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def _width(field: Field) -> int:
    if own := _OWN_WIDTHS.get((field.section, field.name)):
        return own
    return _NARROW if field.type == "word" and field.limit <= _SHORT_WORD else _WIDTHS[field.type]


def _control(field: Field, value: str) -> str:
    if (field.section, field.name) in _FACTS:
        return "fact"
    if field.type in {"choice", "yes_no"}:
        return "select"
    if field.type == "date":
        # What is no date stays as text: a date control would show it as empty.
        return "date" if not value or _DAY.fullmatch(value) else "word"
    return field.type if field.type in {"text", "country"} else "word"


def _options(
    field: Field, value: str, lang: str, known: Sequence[tuple[str, str]] | None
) -> tuple[Option, ...]:
    offered = _offered(field, lang) if known is None else list(known)
    chosen = _SAID.get(value.casefold(), value) if field.type == "yes_no" else value
    choosable = known is not None or offered
    if choosable and chosen and chosen not in {each for each, _ in offered}:
        # Typed elsewhere: kept, and told by a finding.
        unknown = say("desk.pages.unknown", lang, what=chosen)
        offered.append((chosen, unknown if known is not None else chosen))
    return tuple(Option(each, label, each == chosen) for each, label in offered)


def _offered(field: Field, lang: str) -> list[tuple[str, str]]:
    if field.type == "yes_no":
        return [(each, say(f"desk.pages.{each}", lang)) for each in ("yes", "no")]
    return [(each, choice_label(field, each, lang)) for each in choices(field)]
