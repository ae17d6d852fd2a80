"""Findings as a page shows them: what, where, why, and the way to the field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.pages.form.paths import anchor, spot
from monazite.desk.pages.form.steps import record_of, rows_of, step_of
from monazite.desk.pages.hidden import visible
from monazite.law.finding import ERROR, NOTE, WARNING
from monazite.licensing.fields import sections
from monazite.licensing.findings import Finding

MISSING = "missing"
"""How an error looks where nothing was typed yet: it stands against filing, but nobody erred."""
_LOOKS = (ERROR, MISSING, WARNING, NOTE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in words; where: section, row and field; href: the field in the form.

    look: how it looks: its severity, or missing where nothing was typed yet.
    """

    code: str
    severity: str
    path: str
    message: str
    cure: str
    law: str
    where: str
    href: str
    look: str

    @property
    def stops(self) -> bool:
        """Whether it stands against filing."""
        return self.severity == ERROR


@dataclass(frozen=True, slots=True)
class Group:
    """The findings that look alike: error, missing, warning or note."""

    look: str
    findings: tuple[Shown, ...]

    @property
    def key(self) -> str:
        """The text of how they look."""
        return f"desk.pages.severity.{self.look}"


def shown(finding: Finding, form: dict[str, Any], ident: object, lang: str) -> Shown:
    """The finding in the words of one language, with its link; ident: the application."""
    return Shown(
        code=finding.code,
        severity=finding.severity,
        path=finding.path,
        message=visible(finding.message(lang)),
        cure=visible(finding.cure(lang)),
        law=finding.law_text(lang),
        where=where(finding.path, lang),
        href=link(finding.path, ident),
        look=_look(finding, form),
    )


def _look(finding: Finding, form: dict[str, Any]) -> str:
    """Red is what was said and is wrong; what was never said is still to be filled in."""
    if finding.severity != ERROR:
        return finding.severity
    unsaid = finding.code.endswith(MISSING) or _is_empty(finding.path, form)
    return MISSING if unsaid else ERROR


def _is_empty(path: str, form: dict[str, Any]) -> bool:
    """Whether the path is that of a field, or of a section, in which nothing stands."""
    at = spot(path)
    if not at.field:
        return at.row is None and at.section in sections() and not form.get(at.section)
    if at.row is None:
        return record_of(form, at.section).get(at.field) in (None, "")
    rows = rows_of(form, at.section)
    return at.row < len(rows) and rows[at.row].get(at.field) in (None, "")


def where(path: str, lang: str) -> str:
    """A place in words: "Items, row 3: Quantity"."""
    at = spot(path)
    section = sections().get(at.section)
    if section is None:
        return say("desk.pages.where.form", lang)
    field = section.field(at.field)
    key = f"{'row' if at.row is not None else 'section'}{'_field' if field else ''}"
    return say(
        f"desk.pages.where.{key}",
        lang,
        section=section.title(lang),
        row=(at.row or 0) + 1,
        field=field.label(lang) if field else "",
    )


def link(path: str, ident: object) -> str:
    """The address of a place in the form."""
    at = spot(path)
    url = reverse("form", args=[ident, step_of(at.section)])
    query = "" if at.row is None else f"?row={at.row + 1}"
    return f"{url}{query}#{f'at-{anchor(path)}' if path else 'content'}"


def grouped(findings: Iterable[Shown]) -> tuple[Group, ...]:
    """What is wrong, what is still to be filled in, what will be asked; only what there is."""
    found = tuple(findings)
    return tuple(
        Group(look, those)
        for look in _LOOKS
        if (those := tuple(each for each in found if each.look == look))
    )


def by_step(findings: Iterable[Shown]) -> Counter[tuple[str, str]]:
    """How many of each look in each step."""
    return Counter((step_of(spot(each.path).section), each.look) for each in findings)


def errors(findings: Sequence[Finding]) -> int:
    """How many would bounce the application."""
    return sum(each.severity == ERROR for each in findings)
