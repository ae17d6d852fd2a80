from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from monazite.errors import InputError
from monazite.law.ruling import rule_on
from monazite.law.statement import situation
from monazite.law.table import rule_table

if TYPE_CHECKING:
    from monazite.law.law import Law

_CHOICES: dict[str, list[str | None]] = {
    "hs": [None, None, "8505111000", "2846901500", "2504101000", "850511", "1001", "8110101000"],
    "form": ["magnet", "oxide", "metal", "alloy", "powder", "component", "compound", None, "technology"],
    "contains": [
        None, "Dy", "Nd,Fe,B", "Nd;Fe;B;Dy=0.02", "Sm,Co", "La", "Ga", "Sb", "W=0.98", "W=0.5,Cu",
        "W,C", "C", "GRAPHITE_NATURAL", "Pb,Nd,Fe,B", "Ho", "Bi=0.9999", "Ga,As", "Xe", "Co", "Ni=0.995",
    ],
    "without": [None, None, "Dy,Tb", "Ho"],
    "only": [None, None, "yes"],
    "param": [None, None, "purity=99.995 %", "purity=99.1%", "particle_size=0.02 mm", "density=18;mass=30 kg", "shape=tube"],
    "technology": [None, None, None, "separation", "recycling"],
    "control_code": [None, None, None, "1C905.b", "3C001", "none"],
    "from": ["CN", "CN", "CN", "JP", "US", "DE", "FR", "CD", "KG", "BR"],
    "to": ["US", "JP", "VN", "FR", "ES", "AR", "KZ", None],
    "via": [None, None, "HK", "CN", "SG,HK"],
    "origin": [None, None, "CN", "AU"],
    "content_share": [None, None, "CN=0.0009", "CN=0.001", "CN=0.2", "CN=0", "JP=0.4"],
    "end_use": [None, None, "civil", "military", "wind turbines", "unknown"],
    "end_user": [None, None, "Anduril Industries", "Acme Motors", "Boeing", "Lockheed Martin Corporation"],
    "military": [None, None, "yes", "no", "unknown"],
    "owned_by_listed": [None, None, "0.49", "0.5", "80%"],
    "known": [None, None, "2025-04-03", "2025-10-08", "2026-01-01"],
}  # fmt: skip


def random_rows(count: int) -> list[dict[str, str | None]]:
    chance = random.Random(20261122)
    start = date(2022, 6, 1)
    rows: list[dict[str, str | None]] = []
    while len(rows) < count:
        row = {name: chance.choice(values) for name, values in _CHOICES.items()}
        row["on"] = (start + timedelta(days=chance.randrange(1800))).isoformat()
        clash = {"Dy", "Ho"} & set(str(row["contains"]).replace("=", ";").split(";"))
        named = row["hs"] or row["form"] or row["technology"] or row["control_code"]
        know_how = row["technology"] is None or row["form"] in {None, "technology"}
        goes = row["from"] != row["to"]
        if named and know_how and goes and not (clash and row["without"]):
            rows.append(row)
    return rows


_SHIPPED = (
    ("magnet", "Nd={:.6f},B=0.01,Dy={:.6f},Fe=0.58", (0.2, 0.38), (0, 0.03), "", (0, 0)),
    ("powder", "W={:.4f}", (0.9, 1), (0, 0), "particle_size={:.4f}um", (1, 120)),
    ("powder", "Mo={:.3f}", (0.94, 1), (0, 0), "particle_size={:.4f} mm", (0.001, 0.12)),
    ("alloy", "W={:.3f},Ni=0.02;Fe={:.3f}", (0.85, 0.93), (0, 0.05), "density={:.1f}", (16.5, 18.6)),
    ("oxide", "Sb={:.4f}", (0.8, 0.8353), (0, 0), "purity={:.2f}%", (98.5, 99.999)),
    ("metal", "Bi={:.4f}", (0.99, 1), (0, 0), "", (0, 0)),
    ("powder", "Al={:.2f},F={:.2f},Xe=0", (0.2, 0.5), (0, 0.4), "", (0, 0)),
)  # fmt: skip


def shipped_rows(count: int) -> list[dict[str, str | None]]:
    """Rows as they are shipped: measured fractions and sizes, few destinations, listed names."""
    chance = random.Random(20261123)
    rows: list[dict[str, str | None]] = []
    for _ in range(count):
        form, contains, first, second, param, size = chance.choice(_SHIPPED)
        day = date(2023, 1, 1) + timedelta(days=chance.randrange(1422))
        rows.append(
            {
                "form": form,
                "contains": contains.format(chance.uniform(*first), chance.uniform(*second)),
                "param": param.format(chance.uniform(*size)) or None,
                "from": "CN",
                "to": chance.choice(["US", "DE", "JP", "TW"]),
                "on": day.isoformat(),
                "end_user": chance.choice(
                    [
                        None,
                        "Osaka Motion 7",
                        "Lockheed Martin",
                        "Lockheed Martin Corporation",
                        "TDK",
                    ]
                ),
                "end_use": chance.choice([None, "civil", "military", "traction motors"]),
                "military": chance.choice([None, "no", "yes", "unknown"]),
            }
        )
    return rows


@pytest.mark.slow
@pytest.mark.parametrize("rows", [random_rows(1500), shipped_rows(1500)], ids=["any", "shipped"])
def test_a_table_answers_as_single_rulings_do(rows: list[dict[str, str | None]], law: Law) -> None:
    table = pa.Table.from_pylist(rows, schema=pa.schema([(n, pa.string()) for n in rows[0]]))
    ruled = rule_table(table, law)
    assert ruled.bad == ()
    findings: dict[int, list[dict[str, Any]]] = {}
    for finding in ruled.findings.to_pylist():
        findings.setdefault(finding["ruling"], []).append(finding)
    for row, line in zip(rows, ruled.lines.to_pylist(), strict=True):
        ruling = rule_on(law, situation(row, law))
        assert line["outcome"] == ruling.outcome, row
        assert line["possible"] == ";".join(ruling.possible), row
        assert line["confidence"] == ruling.confidence, row
        assert line["readings"] == ";".join(r.name for r in ruling.readings), row
        assert line["questions"] == ";".join(
            sorted(q.fact for q in ruling.questions if q.needed)
        ), row
        assert sorted(_key(f) for f in findings.get(line["ruling"], [])) == sorted(
            _key_of(f) for f in ruling.findings
        ), row


def _key(row: dict[str, Any]) -> str:
    return json.dumps(
        [row["measure"], row["limb"], row["item"], row["matched"], row["near"], row["status"]]
    )


def _key_of(finding: Any) -> str:
    atom = finding.atom
    item = atom.item.id if atom.item else None
    return json.dumps(
        [atom.measure.id, atom.limb_id, item, finding.matched, finding.near, finding.status.state]
    )


def test_every_bad_row_is_reported_with_its_line_and_the_rest_is_ruled(law: Law) -> None:
    table = pa.table(
        {
            "form": ["magnet", "magnt", "metal", "metal", None, "metal"],
            "contains": ["Sm,Co", "Sm,Co", "Ga=1.5", "Ga", None, "Dy"],
            "without": [None, None, None, None, None, "Dy"],
            "from": ["CN"] * 6,
            "to": ["US", "US", "US", "CN", "US", "US"],
            "on": ["2025-06-10"] * 6,
        }
    )
    ruled = rule_table(table, law)
    assert ruled.lines.column("line").to_pylist() == [2]
    assert ruled.lines.column("outcome").to_pylist() == ["licence_required"]
    assert [(b.line, b.error.field) for b in ruled.bad] == [
        (3, "form"), (4, "contains"), (5, "to"), (6, "hs"), (7, "without"),
    ]  # fmt: skip


def test_a_row_reports_each_of_its_faults(law: Law) -> None:
    table = pa.table(
        {
            "form": ["metal", "oxide", "magnt", "metal", "metal"],
            "from": ["CN", "CN", "Atlantis", "CN", "CN"],
            "to": ["US", "CN", "US", "US", "US"],
            "without": [None, "O", None, None, None],
            "technology": [None, None, None, "separation", None],
            "param": [
                "purity=99.99kg",
                None,
                "purity=abc",
                "purity=99.99%",
                "purity=99%;purity=9%",
            ],
        }
    )
    ruled = rule_table(table, law)
    assert sorted((b.line, b.error.field) for b in ruled.bad) == [
        (2, "param"), (3, "to"), (3, "without"), (4, "form"), (4, "from"), (4, "param"),
        (5, "technology"), (6, "param"),
    ]  # fmt: skip
    assert ruled.lines.num_rows == 0


def test_an_empty_manifest_is_refused(law: Law) -> None:
    with pytest.raises(InputError, match="at least one line"):
        rule_table(pa.table({"form": pa.array([], pa.string())}), law)


def test_columns_of_numbers_and_days_are_read_as_people_mean_them(law: Law) -> None:
    table = pa.table(
        {
            "hs": pa.array([2805301200.0, 2805301200.0]),
            "form": pa.array(["metal", "metal"]).dictionary_encode(),
            "contains": ["Dy", "Dy"],
            "from": ["CN", "CN"],
            "to": ["JP", "JP"],
            "on": pa.array([date(2025, 4, 3), date(2025, 4, 4)]),
        }
    )
    outcomes = rule_table(table, law).lines.column("outcome").to_pylist()
    assert outcomes == ["ordinary_licence", "licence_required"]


def test_progress_is_told(law: Law) -> None:
    told: list[tuple[int, int]] = []
    table = pa.table({"form": ["metal"], "contains": ["Ga"], "from": ["CN"], "to": ["US"]})
    rule_table(table, law, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 1)]


def test_cells_of_numbers_are_told_apart_where_they_read_differently(law: Law) -> None:
    cells = [
        "Nd=0.3,Dy=0.7", "Nd=0.31,Dy=0.7", "Nd=0.3,Nd=0.9", "Nd=30%,Dy=0.02", "Nd=3e-1,Dy=0.02",
        "Nd=0.2,Dy=0.02", "Nd=0.2,Dy=0", "Nd=0.2,Dy", "Nd=1.2", "Nd=0.2,Xx=0.1", "Nd=0.2,,Dy=0.03",
        "Nd=12345", "Dy2O3=0.5", "GRAPHITE=0.9", "Nd=0.21,Xx=0.3", " , ",
    ]  # fmt: skip
    table = pa.table({"contains": cells, "form": ["metal"] * len(cells)})
    ruled = rule_table(table, law)
    wrong: dict[int, InputError] = {}
    for line, cell in enumerate(cells, 2):
        try:
            situation({"contains": cell, "form": "metal"}, law)
        except InputError as error:
            wrong[line] = error
    assert {b.line: b.error.document() for b in ruled.bad} == {
        line: error.document() for line, error in wrong.items()
    }
    assert len(wrong) == 5


def test_a_notebook_rules_a_table_with_the_packaged_law() -> None:
    table = pa.table(
        {"form": ["metal"], "contains": ["Ga"], "from": ["CN"], "to": ["US"], "on": ["2025-06-10"]}
    )
    assert rule_table(table).lines.column("outcome").to_pylist() == ["refused_in_principle"]
