"""Which questions matter: a field that another answer has made moot is not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.desk.pages.form.steps import record_of, rows_of
from monazite.licensing.fields import asked as fields_asked
from monazite.licensing.fields import sections

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.licensing.fields import Field

_ABROAD = frozenset({"importer", "consignee", "intermediate", "end_user", "ultimate_end_user"})
_YES = frozenset({"yes", "true", "1", "是"})
Row = dict[str, Any]


def asked(field: Field, row: Row, form: Row) -> bool:
    """Whether an answer matters; one that is typed already is always shown."""
    if row.get(field.name) not in (None, ""):
        return True
    if not field.asked_of(_kind(form)):
        return False
    rule = _MATTERS.get((field.section, field.name))
    return rule is None or rule(row)


def section_asked(section: str, form: Row) -> bool:
    """Whether a section is asked at all; one in which something is typed always is."""
    if any(rows_of(form, section)) or any(record_of(form, section).values()):
        return True
    if not fields_asked(sections()[section], _kind(form)):
        return False
    return section != "onward_sales" or _says_yes(record_of(form, "civil_use"), "sold_onward")


def _kind(form: Row) -> str:
    """The kind of licence that is chosen; nothing while none is."""
    return _text(record_of(form, "application"), "kind")


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return value.strip().casefold() if isinstance(value, str) else ""


def _says_yes(row: Row, name: str) -> bool:
    return row.get(name) is True or _text(row, name) in _YES


def _filled(name: str) -> Callable[[Row], bool]:
    return lambda row: bool(_text(row, name))


def _never(_: Row) -> bool:
    """An upload says it, nobody types it."""
    return False


_MATTERS: dict[tuple[str, str], Callable[[Row], bool]] = {
    ("lines", "technology"): lambda row: _text(row, "form") == "technology",
    ("lines", "mass_kg"): lambda row: _text(row, "unit") == "piece",
    ("lines", "only"): _filled("contains"),
    ("lines", "without"): lambda row: bool(_text(row, "contains")) and not _says_yes(row, "only"),
    ("parties", "owned_by_listed"): lambda row: _text(row, "role") in _ABROAD,
    ("papers", "file"): _never,
    ("papers", "sha256"): _never,
    ("papers", "signed_on"): _filled("signed_by"),
    ("papers", "signatory_role"): _filled("signed_by"),
    ("papers", "translation_of"): lambda row: _text(row, "language") == "zh",
    ("papers", "government"): lambda row: _text(row, "kind") == "end_user_certificate",
}
