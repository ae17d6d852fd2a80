from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from monazite.cli.main import run
from support.declared import declared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ON = ("--on", "2026-11-20")
FIELDS = (
    "mode=sea", "port=Ningbo Beilun", "destination=DE", "exporter_name=Ferry Gate",
    "consignee_name=Rheinwerk", "description=Ferrite rings", "form=magnet", "hs=8505190000",
    "contains=Sr,Fe,O", "only=yes", "quantity=5", "unit=kg", "mass_kg=5", "value=20",
    "currency=USD",
)  # fmt: skip


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Exit code and stdout of `monazite customs check …`."""

    def said(*words: object) -> tuple[int, str]:
        code = run(["customs", "check", *map(str, words), *ON])
        return int(code), capsys.readouterr().out

    return said


def test_fields_are_a_declaration(told: Callable[..., tuple[int, str]]) -> None:
    code, text = told(*FIELDS)
    assert code == 0
    assert text.startswith("1  Clear")
    assert "Item 1: not controlled" in text


def test_without_a_desk_nobody_is_asked_who_exports(
    tmp_path: Path, told: Callable[..., tuple[int, str]]
) -> None:
    pairs = [each.split("=", 1) for each in ("reference=A-1", *FIELDS) if "exporter" not in each]
    rows = ([name for name, _ in pairs], [value for _, value in pairs])
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(tmp_path / "one.xlsx")
    with (tmp_path / "one.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    for name in ("one.csv", "one.xlsx"):
        code, text = told(tmp_path / name)
        assert (code, text.split()[:2]) == (0, ["A-1", "Clear"])


def test_everything_that_stops_it_is_said_with_its_cure(
    told: Callable[..., tuple[int, str]],
) -> None:
    others = (f for f in FIELDS if not f.startswith(("contains", "hs", "only")))
    code, text = told(*others, "contains=Nd=0.3,Fe,B,Dy=0.02", "hs=8505119000")
    assert code == 1
    plain = " ".join(text.split())
    assert "Stopped" in text
    assert "cites none" in plain
    assert "8505111000" in plain
    assert "→ Cite the licence" in plain
    assert max(map(len, text.splitlines())) <= 100


def test_it_is_json_and_chinese(tmp_path: Path, told: Callable[..., tuple[int, str]]) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps(declared("smco"), ensure_ascii=False), encoding="utf-8")
    code, text = told(file, "--json", "--lang", "zh")
    found: dict[str, Any] = json.loads(text)["declarations"][0]
    assert code == 0
    assert (found["reference"], found["on"]) == ("F-2026-001", "2026-11-20")
    assert found["outcome"] == "look"
    [finding] = found["items"][0]["findings"]
    assert finding["code"] == "licence.not_looked_up"
    assert finding["cure"].endswith("。")


def test_a_file_of_several_answers_for_each(
    tmp_path: Path, told: Callable[..., tuple[int, str]]
) -> None:
    names = [field.partition("=")[0] for field in FIELDS]
    row = [field.partition("=")[2] for field in FIELDS]
    bad = ["0" if name == "quantity" else cell for name, cell in zip(names, row, strict=True)]
    lines = [["reference", *names], ["A", *row], ["B", *bad]]
    file = tmp_path / "many.csv"
    file.write_text("\n".join(";".join(line) for line in lines), encoding="utf-8")
    code, text = told(file, "--json")
    assert code == 1
    answers = json.loads(text)["declarations"]
    assert [(a["reference"], a["outcome"]) for a in answers] == [("A", "clear"), ("B", "stop")]


@pytest.mark.parametrize(
    "words", [("nothing.xlsx",), ("nothing.json",), ("hs=1", "form"), ("bushels=3",)]
)
def test_what_cannot_be_used_is_refused(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        run(["customs", "check", *words, "--json"])
    assert caught.value.code == 2
    assert json.loads(capsys.readouterr().out)["error"]["accepted"]
