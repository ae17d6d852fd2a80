"""Forms of applications for tests: one that reads without a finding, and any that one may type."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from monazite.catalogue.words import LANGS
from monazite.licensing.fields import Field, Section, choices, sections
from monazite.licensing.sheets import names

TYPED = {
    "word": "Nordlicht",
    "text": "Rotors\nfor servo motors",
    "country": "JP",
    "date": "2026-12-01",
    "decimal": "1250.5",
    "count": "12",
    "share": "0.3",
    "yes_no": "no",
    "codes": "1, 2",
}
"""Something that reads well, by type."""


def typed(field: Field) -> str:
    """Something that reads well in the field."""
    if field.of == "country":
        return "KR"
    return choices(field)[0] if field.type == "choice" else TYPED[field.type]


def complete() -> dict[str, Any]:
    """A form with every field filled in, lists with two rows."""
    return {name: _filled(section) for name, section in sections().items()}


def _filled(section: Section) -> Any:
    record = {field.name: typed(field) for field in section.fields}
    return [record, dict(record)] if section.many else record


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["1,5", "\u202e", "2026-12-01", "JP", "\x00", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
"""Any JSON, and what Python has beyond it."""


def _record(section: Section, leaf: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional=dict.fromkeys((f.name for f in section.fields), leaf))


def any_form() -> st.SearchStrategy[dict[str, Any]]:
    """A form of the known sections and fields with anything in them, and strange ones beside."""
    known = {
        name: (st.lists(_record(section, ANYTHING) | ANYTHING, max_size=3) | ANYTHING)
        if section.many
        else _record(section, ANYTHING) | ANYTHING
        for name, section in sections().items()
    }
    return st.builds(
        lambda strange, form: {**strange, **form},
        st.dictionaries(st.text(max_size=8), ANYTHING, max_size=2),
        st.fixed_dictionaries({}, optional=known),
    )


# What no database keeps is refused before a form is kept: NUL and half characters.
_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40
)


def _entry(field: Field) -> st.SearchStrategy[str]:
    labels = {label for lang in LANGS for label in names.offered(field, lang).values()}
    free = _TEXT.filter(lambda text: text not in labels)
    offered = list(names.offered(field, "en"))
    return st.sampled_from(offered) | free if offered else free


def _said(section: Section) -> st.SearchStrategy[dict[str, str]]:
    entries = {field.name: _entry(field) for field in section.fields} | {"colour": _TEXT}
    return st.fixed_dictionaries({}, optional=entries)


def kept_form() -> st.SearchStrategy[dict[str, Any]]:
    """A form as a workbook holds it: known sections that say something, text in every field."""
    known = {
        name: st.lists(_said(section), min_size=1, max_size=4).filter(lambda rows: bool(rows[-1]))
        if section.many
        else _said(section).filter(bool)
        for name, section in sections().items()
    }
    return st.fixed_dictionaries({}, optional=known)
