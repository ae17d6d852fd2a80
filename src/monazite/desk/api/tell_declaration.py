"""What the API tells of a declaration: where it stands, what was found, what left."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from monazite.desk.api.shapes.declarations import (
    ActShape,
    CheckedShape,
    DeclarationRowShape,
    DeclarationShape,
    ItemShape,
    LeftShape,
)
from monazite.desk.api.shapes.fault import FindingShape
from monazite.desk.api.shapes.scores import ItemScoreShape, ScoreShape
from monazite.desk.events.prints import plain
from monazite.desk.gate.found import told, told_office
from monazite.desk.gate.models import Act, Declaration, Item, Left
from monazite.desk.gate.risk.shown import newest
from monazite.desk.people.models import AGENCY, Person
from monazite.desk.people.named import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from uuid import UUID

    from monazite.customs.gate import Checked
    from monazite.desk.gate.services.lodging import Lodgement
    from monazite.law.finding import FindingDocument

    Said = Callable[[Iterable[Mapping[str, Any]], str], list[FindingDocument]]

_COLUMNS = (
    "id", "number", "reference", "regime", "day", "state", "destination", "lodged_at", "exit_by",
    "exited_on",
)  # fmt: skip
_WHOLE = ("series", "mode", "port", "arrival")
_ITEM = ("number", "description", "hs", "unit", "currency", "ruling", "outcome")
_SCORE = ("model", "at", "risk", "held")
_AMOUNTS = ("quantity", "mass_kg", "value", "drawn_quantity", "drawn_value")


def row(declaration: Declaration, lang: str) -> DeclarationRowShape:
    """A declaration in a list; its firm and its office must have been read with it."""
    return DeclarationRowShape(**_columns(declaration, lang))


def whole(person: Person, ident: UUID, lang: str) -> DeclarationShape:
    """A declaration as it stands, for somebody who may read it: five reads, six for an office."""
    return _whole(person, _with_all(person).get(pk=ident), lang)


def several(person: Person, idents: Sequence[UUID], lang: str) -> list[DeclarationShape]:
    """Declarations as they stand, in the order of their keys, for somebody who may read them."""
    rows = _with_all(person).filter(pk__in=idents).order_by("pk")
    return [_whole(person, declaration, lang) for declaration in rows]


def _with_all(person: Person) -> QuerySet[Declaration]:
    found = Declaration.objects.select_related("organisation", "office", "successor")
    scores = ("scores",) if _office(person) else ()
    return found.prefetch_related("items__line", "items__left", "acts", *scores)


def _office(person: Person) -> bool:
    """Whether somebody works for an office: only there scores are told."""
    return person.organisation.kind == AGENCY


def _whole(person: Person, declaration: Declaration, lang: str) -> DeclarationShape:
    after = getattr(declaration, "successor", None)
    return DeclarationShape(
        **_told(person, declaration, list(declaration.items.all()), lang),
        acts=[_act(act) for act in sorted(declaration.acts.all(), key=_number)],
        replaced_by=after.pk if after else None,
    )


def anew(person: Person, made: Lodgement, lang: str) -> DeclarationShape:
    """A declaration that was lodged at this moment, without reading it again."""
    return DeclarationShape(
        **_told(person, made.declaration, made.items, lang), acts=[], replaced_by=None
    )


def _told(
    person: Person, declaration: Declaration, items: Sequence[Item], lang: str
) -> dict[str, Any]:
    """Whatever is so from the beginning; how the office aims is told to officials alone."""
    office = _office(person)
    said = told_office if office else told
    return _columns(declaration, lang) | {
        **{name: getattr(declaration, name) for name in _WHOLE},
        "findings": _shaped(said(declaration.findings, lang)),
        "items": [_item(item, said, lang) for item in sorted(items, key=_number)],
        "risk": declaration.risk if office else None,
        "score": _score(declaration, lang) if office else None,
        "replaces": declaration.replaces_id,
    }


def checked(answer: Checked, lang: str) -> CheckedShape:
    """The gate's answer to a pre-check; the score and how the office aims stay with the office."""
    document = answer.told().document(lang)
    del document["risk"]
    return CheckedShape.model_validate(document)


def _columns(declaration: Declaration, lang: str) -> dict[str, Any]:
    return {name: getattr(declaration, name) for name in _COLUMNS} | {
        "version": declaration.event_seq,
        "organisation": named(declaration.organisation, lang),
        "office": named(declaration.office, lang),
    }


def _number(row: Item | Act) -> int:
    return row.number


def _act(act: Act) -> ActShape:
    return ActShape(kind=act.kind, text=act.text, at=act.at)


def _item(item: Item, said: Said, lang: str) -> ItemShape:
    left = getattr(item, "left", None) if item.pk else None
    amounts: dict[str, Any] = {name: str(plain(getattr(item, name))) for name in _AMOUNTS}
    return ItemShape(
        **{name: getattr(item, name) for name in _ITEM},
        **amounts,
        licence=item.licence_number,
        licence_line=item.line.number if item.line else None,
        findings=_shaped(said(item.findings, lang)),
        left=_left(left) if left else None,
    )


def _score(declaration: Declaration, lang: str) -> ScoreShape | None:
    found = newest(declaration.scores.all(), lang)
    if found is None:
        return None
    items = [ItemScoreShape(**asdict(one)) for one in found.items]
    told = {name: getattr(found, name) for name in _SCORE}
    return ScoreShape(**told, items=items, caveats=list(found.caveats))


def _left(left: Left) -> LeftShape:
    second = left.second_quantity
    return LeftShape(
        quantity=str(plain(left.quantity)),
        mass_kg=str(plain(left.mass_kg)),
        second_quantity=None if second is None else str(plain(second)),
        value=str(plain(left.value)),
    )


def _shaped(findings: Sequence[FindingDocument]) -> list[FindingShape]:
    return [FindingShape.model_validate(found) for found in findings]
