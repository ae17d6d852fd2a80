"""What the gate finds in a declaration, in words: by item, with the cure, the law and the field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from monazite.customs.where import field
from monazite.desk.gate.found import told, told_office
from monazite.desk.pages.hidden import visible
from monazite.law.finding import ERROR, SEVERITIES, FindingDocument

MISSING = "missing"
_NAMED = "field.missing"
"""Its own words name the field."""
_ITEM = re.compile(r"items\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Said:
    """One finding; where: its field in words, href: in the form; "" where it stands at none."""

    code: str
    look: str
    where: str
    message: str
    cure: str
    law: str
    href: str

    @property
    def tone(self) -> str:
        """Its colour: what was not said yet is no mistake."""
        return MISSING if self.code == _NAMED else self.look


@dataclass(frozen=True, slots=True)
class Group:
    """What was found in one item, or in the whole (number 0); look: of the gravest."""

    number: int
    look: str
    findings: tuple[Said, ...]


def groups(findings: Iterable[FindingDocument], lang: str) -> tuple[Group, ...]:
    """The whole first, then item by item; in each the gravest first."""
    by_item: dict[int, list[Said]] = {}
    for finding in findings:
        by_item.setdefault(item_of(finding["path"]), []).append(said(finding, lang))
    return tuple(_group(number, by_item[number]) for number in sorted(by_item))


def _group(number: int, found: Sequence[Said]) -> Group:
    ordered = sorted(found, key=lambda each: SEVERITIES.index(each.look))
    return Group(number, ordered[0].look, tuple(ordered))


def item_of(path: str) -> int:
    """The number of the item that a path stands in, 0 for the whole."""
    matched = _ITEM.match(path)
    return int(matched[1]) + 1 if matched else 0


def readable(
    kept: Iterable[Mapping[str, Any]], lang: str, *, official: bool
) -> list[FindingDocument]:
    """Findings that a declaration keeps, as far as the reader is told them."""
    return told_office(kept, lang) if official else told(kept, lang)


def said(finding: FindingDocument, lang: str) -> Said:
    """A finding that is in words already."""
    return Said(
        code=finding["code"],
        look=finding["severity"],
        where="" if finding["code"] == _NAMED else visible(field(finding["path"], lang)),
        message=visible(finding["message"]),
        cure=visible(finding["cure"]),
        law=finding["law_text"],
        href=_href(finding["path"]),
    )


def _href(path: str) -> str:
    """`items[0].quantity` stands at `#at-items-0-quantity`."""
    return "#at-" + re.sub(r"[\[\].]+", "-", path).strip("-") if path else ""


def count(groups: Iterable[Group], severity: str) -> int:
    """How many of them are so grave."""
    return sum(each.look == severity for group in groups for each in group.findings)


def errors(groups: Iterable[Group]) -> int:
    """How many of them stop the shipment."""
    return count(groups, ERROR)
