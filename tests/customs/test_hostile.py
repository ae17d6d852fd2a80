"""Whatever is sent is answered: no document and no fact makes an exception of the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.customs import fields, reading
from monazite.customs.gate import OUTCOMES, check_read
from monazite.customs.regime import rules
from monazite.law.store import load
from support.declared import declared, facts

if TYPE_CHECKING:
    from monazite.law.law import Law

NAMES = ("smco", "ndfeb", "ferrite", "graphite", "ferroalloy", "parcel")
KNOWN = {
    "licences": {"smco": {}, "graphite": {"reasons": ["suspended"]}},
    "recent": [{"times": 3, "on": "2026-11-18", "state": "held", "mode": "courier", "value": "9"}],
    "risk": 3,
}
PATHS = (
    *fields.TOP,
    *(f"{role}.{name}" for role in fields.PARTIES for name in fields.PARTY),
    *(f"items[0].{name}" for name in (*fields.ITEM, "draws")),
    *fields.PARTIES,
    "items",
)
WORDS = st.sampled_from([
    "0", "-1", "1e9", "１２", "CN", "SG", "Nd", "Dy=1.1", "Dy=0.02;;", "REE", "GRAPHITE", "none", "yes",
    "no", "2026-11-20", "0000-00-00", "85", "8505111000", "piece", "=", "purity=0", "\x00", "\u202e",
    "military", "unknown", "N42SH 镝", "CNY", "air", "Ningbo", "CN-L-2026-000001", "x" * 2000,
])  # fmt: skip
VALUES = st.one_of(
    WORDS, st.text(max_size=20), st.none(), st.booleans(), st.integers(), st.floats(),
    st.lists(WORDS, max_size=3), st.dictionaries(st.text(max_size=3), WORDS, max_size=2),
)  # fmt: skip
LAW = load()


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NAMES), st.dictionaries(st.sampled_from(PATHS), VALUES, max_size=4))
def test_every_declaration_is_answered(name: str, changes: dict[str, Any]) -> None:
    document = declared(name)
    # A party before its fields: what stands in its place may be no party.
    for path, value in sorted(changes.items(), key=lambda pair: -len(pair[0])):
        try:
            document = _changed(document, path, value)
        except (TypeError, IndexError, KeyError, AttributeError):
            continue
    read = reading.read(document)
    checked = check_read(read, facts(KNOWN), LAW, rules("CN"))
    assert checked.outcome in OUTCOMES
    assert len(checked.items) == len(read.declaration.items)
    errors = [f for f in checked.all_findings() if f.severity == "error"]
    assert (checked.outcome == "stop") is bool(errors)
    assert {f.path for f in read.findings} <= {f.path for f in checked.all_findings()}
    for lang in ("en", "zh"):
        assert checked.document(lang)["outcome"] == checked.outcome


def _changed(document: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    into: Any = document
    *way, last = path.replace("[0]", ".0").split(".")
    for part in way:
        into = into[int(part)] if part == "0" else into.setdefault(part, {})
    into[last] = value
    return document


@pytest.mark.parametrize("regime", ["CN", "generic"])
@pytest.mark.parametrize("name", NAMES)
def test_every_regime_answers(name: str, regime: str, law: Law) -> None:
    checked = check_read(reading.read(declared(name)), facts(KNOWN), law, rules(regime))
    assert checked.outcome in OUTCOMES
