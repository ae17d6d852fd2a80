"""Answers that a field takes from the form itself: a party, a paper, an item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from monazite.desk.pages.form.fields import typed
from monazite.desk.pages.form.steps import rows_of
from monazite.desk.pages.hidden import visible
from monazite.licensing.fields import Field

Answer = tuple[str, str]
Form = dict[str, Any]
_LONGEST = 60


def known(field: Field, form: Form, row: int | None) -> tuple[Answer, ...] | None:
    """The answers with what each is shown as; None where the field takes none from the form."""
    found = _OF.get((field.section, field.name))
    return None if found is None else found(form, row)


def _papers(form: Form, _: int | None) -> tuple[Answer, ...]:
    rows = rows_of(form, "papers")
    return tuple((typed(row["label"]), _called(row)) for row in rows if row.get("label"))


def _other_papers(form: Form, row: int | None) -> tuple[Answer, ...]:
    own = rows_of(form, "papers")[row or 0].get("label")
    return tuple(each for each in _papers(form, row) if each[0] != typed(own))


def _called(row: dict[str, Any]) -> str:
    label, file = (visible(typed(row.get(name)))[:_LONGEST] for name in ("label", "file"))
    return f"{label} · {file}" if file else label


def _parties(form: Form, _: int | None) -> tuple[Answer, ...]:
    names = (typed(row.get("name")) for row in rows_of(form, "parties"))
    return tuple((name, visible(name)[:_LONGEST]) for name in dict.fromkeys(names) if name)


def _lines(form: Form, _: int | None) -> tuple[Answer, ...]:
    return tuple(
        (str(number), f"{number} · {visible(typed(row.get('description')))[:_LONGEST]}")
        for number, row in enumerate(rows_of(form, "lines"), 1)
    )


_OF: dict[tuple[str, str], Callable[[Form, int | None], tuple[Answer, ...]]] = {
    ("papers", "translation_of"): _other_papers,
    ("papers", "party"): _parties,
    ("claims", "paper"): _papers,
    ("product_tree", "line"): _lines,
}
