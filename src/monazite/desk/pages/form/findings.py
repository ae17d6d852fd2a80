"""Findings as a page shows them: what, where, why, and the way to the field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.pages.form.paths import anchor, spot
from monazite.desk.pages.form.steps import page_of, step_of
from monazite.desk.pages.hidden import visible
from monazite.licensing.fields import sections
from monazite.licensing.findings import ERROR, NOTE, WARNING, Finding

_MISSING = "missing"
_LOOKS = (ERROR, _MISSING, WARNING, NOTE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in words; where: section, row and field; href: the field in the form."""

    code: str
    severity: str
    path: str
    message: str
    cure: str
    law: str
    where: str
    href: str

    @property
    def look(self) -> str:
        """How it looks: its severity, or missing where nothing was typed yet."""
        missing = self.severity == ERROR and self.code.endswith(_MISSING)
        return "missing" if missing else self.severity


@dataclass(frozen=True, slots=True)
class Group:
    """The findings that look alike: error, missing, warning or note."""

    look: str
    findings: tuple[Shown, ...]

    @property
    def key(self) -> str:
        """The text of how they look."""
        return f"desk.pages.severity.{self.look}"


def shown(finding: Finding, ident: object, lang: str) -> Shown:
    """The finding in the words of one language, with its link; ident: the application."""
    return Shown(
        code=finding.code,
        severity=finding.severity,
        path=finding.path,
        message=visible(finding.message(lang)),
        cure=visible(finding.cure(lang)),
        law=finding.law,
        where=where(finding.path, lang),
        href=link(finding.path, ident),
    )


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
    query = f"?page={page_of(at.row)}" if page_of(at.row) > 1 else ""
    return f"{url}{query}#{f'at-{anchor(path)}' if path else 'content'}"


def grouped(findings: Iterable[Shown]) -> tuple[Group, ...]:
    """What is wrong, what is still to be filled in, what will be asked; only what there is."""
    found = tuple(findings)
    return tuple(
        Group(look, those)
        for look in _LOOKS
        if (those := tuple(each for each in found if each.look == look))
    )


def by_step(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """How many of each severity in each step."""
    return Counter((step_of(spot(each.path).section), each.severity) for each in findings)


def errors(findings: Sequence[Finding]) -> int:
    """How many would bounce the application."""
    return sum(each.severity == ERROR for each in findings)
