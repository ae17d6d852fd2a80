"""Compile the law data: read every file strictly, check schema and references."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel, ValidationError

from monazite.errors import LawDataError
from monazite.law.commitment_schema import CommitmentEntry
from monazite.law.references import reference_problems
from monazite.law.schema import MeasureEntry, ReadingEntry, RelationEntry
from monazite.law.strict_yaml import read

if TYPE_CHECKING:
    from pathlib import Path

Document = dict[str, Any]


def compile_law(root: Path) -> Document:
    """The law of all regimes as one JSON document; LawDataError lists every problem found."""
    problems: list[str] = []
    document: Document = {
        "meta": _load(root / "meta.yaml", problems),
        "measures": _measures(root, problems),
        "relations": _relations(root, problems),
        "readings": _checked(
            _rows(root / "readings.yaml", "readings", problems),
            ReadingEntry,
            "readings.yaml",
            problems,
        ),
        "commitments": _checked(
            _rows(root / "commitments.yaml", "commitments", problems),
            CommitmentEntry,
            "commitments.yaml",
            problems,
        ),
        "consequences": {
            path.parent.name: _load(path, problems)
            for path in sorted(root.glob("*/consequences.yaml"))
        },
        "parties": _parties(root, problems),
    }
    if not problems:
        problems += reference_problems(document)
    if problems:
        raise LawDataError(problems)
    return document


def _load(path: Path, problems: list[str]) -> Any:  # noqa: ANN401 - checked by its schema after
    try:
        return read(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        problems.append(f"{path.parent.name}/{path.name}: {error}")
        return []


def _rows(path: Path, key: str, problems: list[str]) -> list[Document]:
    document = _load(path, problems)
    rows: list[Document] = document.get(key, []) if isinstance(document, dict) else []
    return rows


def _measures(root: Path, problems: list[str]) -> list[Document]:
    found: list[Document] = []
    for path in sorted(root.glob("*/measures/*.yaml")):
        entry = _load(path, problems)
        if _checked([entry], MeasureEntry, path.name, problems):
            if entry["id"] != path.stem or entry["jurisdiction"] != path.parent.parent.name:
                problems.append(f"{path.name}: its id and jurisdiction are not those of its place")
            found.append(entry)
    return found


def _relations(root: Path, problems: list[str]) -> list[Document]:
    found: list[Document] = []
    for path in sorted(root.glob("*/relations.yaml")):
        rows = _rows(path, "relations", problems)
        name = f"{path.parent.name}/{path.name}"
        found += _checked(rows, RelationEntry, name, problems)
    return found


def _checked(
    rows: list[Document], schema: type[BaseModel], name: str, problems: list[str]
) -> list[Document]:
    good = []
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            where = row.get("id", "") if isinstance(row, dict) else ""
            problems += [
                f"{name} {where} {'/'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()
            ]
        else:
            good.append(row)
    return good


def _parties(root: Path, problems: list[str]) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for path in sorted(root.glob("*/parties.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                if None in row or None in row.values():
                    problems.append(f"{path.parent.name}/{path.name}:{number}: wrong column count")
                else:
                    rows.append(row)
    return rows
