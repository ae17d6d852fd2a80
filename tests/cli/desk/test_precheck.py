from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli import desk_check
from monazite.licensing import sheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ON = ("--on", "2026-11-23")


def test_what_may_be_filed_ends_with_zero(
    form: Any, as_json: Callable[[Any], Path], told: Callable[..., tuple[int, str]]
) -> None:
    code, text = told("precheck", as_json(form), *ON)
    assert code == 0
    assert text.startswith("NOTHING STANDS AGAINST FILING IT")
    assert "0 errors" in text


def test_what_would_come_back_ends_with_one_and_says_what_to_do(
    form: Any, as_json: Callable[[Any], Path], told: Callable[..., tuple[int, str]]
) -> None:
    form["application"]["months"] = "24"
    code, text = told("precheck", as_json(form), *ON)
    assert code == 1
    assert text.startswith("IT WOULD COME BACK")
    assert "1 error " in text
    assert "art. 15" in text
    assert "→ Ask for 12 months or fewer" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 100


def test_it_speaks_chinese(
    form: Any, as_json: Callable[[Any], Path], told: Callable[..., tuple[int, str]]
) -> None:
    form["application"]["months"] = "24"
    code, text = told("precheck", as_json(form), *ON, "--lang", "zh")
    assert code == 1
    assert "会被退回" in text
    assert "1 项错误" in text


def test_one_document_holds_all_of_it(
    form: Any, as_json: Callable[[Any], Path], told: Callable[..., tuple[int, str]]
) -> None:
    form["application"]["months"] = "24"
    code, text = told("precheck", as_json(form), *ON, "--json")
    found = json.loads(text)
    assert code == 1
    assert found["on"] == "2026-11-23"
    assert not found["may_be_filed"]
    assert found["counts"]["error"] == 1
    error = next(one for one in found["findings"] if one["severity"] == "error")
    assert error["code"] == "kind.months_over"
    assert error["path"] == "application.months"
    assert all(error[key] for key in ("law", "message", "cure"))
    assert found["lines"] == [{"line": 1, "outcome": "licence_required"}]


def test_a_workbook_gives_the_findings_of_its_json(
    form: Any,
    as_json: Callable[[Any], Path],
    tmp_path: Path,
    told: Callable[..., tuple[int, str]],
) -> None:
    form["application"]["months"] = "24"
    form["lines"][0]["quantity"] = "much"
    book = tmp_path / "form.XLSX"
    book.write_bytes(sheets.write_xlsx(form, "zh"))
    assert told("precheck", book, *ON, "--json") == told("precheck", as_json(form), *ON, "--json")


def test_papers_are_looked_for_by_their_names(
    form: Any,
    as_json: Callable[[Any], Path],
    papers: Path,
    told: Callable[..., tuple[int, str]],
) -> None:
    for row in form["papers"]:
        row.pop("sha256")
    file = as_json(form)
    assert told("precheck", file, *ON, "--papers", papers)[0] == 0
    (papers / "contract.pdf").unlink()
    code, text = told("precheck", file, *ON, "--papers", papers, "--json")
    assert code == 1
    paths = [one["path"] for one in json.loads(text)["findings"] if one["severity"] == "error"]
    assert len(paths) == 1
    assert paths[0].startswith("papers[1].")


def test_files_that_the_form_does_not_name_are_one_sentence(
    form: Any,
    as_json: Callable[[Any], Path],
    papers: Path,
    told: Callable[..., tuple[int, str]],
) -> None:
    file = as_json(form)
    assert "does not name" not in told("precheck", file, *ON, "--papers", papers)[1]
    for number in range(317):
        (papers / f"a{number:03}.txt").write_text(str(number))
    code, text = told("precheck", file, *ON, "--papers", papers)
    assert code == 0
    said = " ".join(text.split())
    assert "317 files that the form does not name: a000.txt, a001.txt, a002.txt …" in said
    found = json.loads(told("precheck", file, *ON, "--papers", papers, "--json")[1])
    assert len(found["files_unnamed"]) == 317


def test_the_rules_of_another_regime_can_be_asked_for(
    form: Any, as_json: Callable[[Any], Path], told: Callable[..., tuple[int, str]]
) -> None:
    form["application"]["months"] = "24"
    _, text = told("precheck", as_json(form), *ON, "--regime", "generic", "--json")
    assert "kind.months_over" not in {one["code"] for one in json.loads(text)["findings"]}


def test_without_a_day_it_is_today(
    form: Any, as_json: Callable[[Any], Path], told: Callable[..., tuple[int, str]]
) -> None:
    _, text = told("precheck", as_json(form), "--json")
    assert json.loads(text)["on"] >= "2026-11-22"


@pytest.mark.parametrize(
    ("name", "content", "field"),
    [
        ("form.txt", b"", "file"),
        ("form.json", b"{", "form"),
        ("form.json", b"[1, 2]", "form"),
        ("form.xlsx", b"PK no workbook", "file"),
    ],
)
def test_a_file_that_is_no_form_is_refused(
    name: str,
    content: bytes,
    field: str,
    tmp_path: Path,
    refused: Callable[..., dict[str, str]],
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refused("precheck", path)["field"] == field


def test_a_missing_file_a_huge_one_and_no_folder_are_refused(
    form: Any,
    as_json: Callable[[Any], Path],
    tmp_path: Path,
    refused: Callable[..., dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "can be read" in refused("precheck", tmp_path / "none.json")["accepted"]
    file = as_json(form)
    assert refused("precheck", file, "--papers", tmp_path / "none")["field"] == "papers"
    assert refused("precheck", file, "--on", "2026-02-30")["field"] == "on"
    monkeypatch.setattr(desk_check, "_BYTES_MAX", 10)
    assert "at most" in refused("precheck", file)["accepted"]


def test_the_template_is_an_empty_form(
    tmp_path: Path, told: Callable[..., tuple[int, str]], refused: Callable[..., dict[str, str]]
) -> None:
    path = tmp_path / "form.xlsx"
    assert told("template", path, "--lang", "zh") == (0, f"已写入：{path}\n")
    code, _ = told("precheck", path, *ON)
    assert code == 1
    assert "not taken" in refused("template", path)["accepted"]
    assert ".xlsx" in refused("template", tmp_path / "form.ods")["accepted"]
    assert "can be written" in refused("template", tmp_path / "no" / "form.xlsx")["accepted"]
    assert json.loads(told("template", tmp_path / "two.xlsx", "--json")[1])["file"].endswith(
        "two.xlsx"
    )


def test_the_check_needs_nothing_of_the_site(form: Any, as_json: Callable[[Any], Path]) -> None:
    """Neither Django nor anything else of the extra is imported, and nothing heavy for JSON."""
    code = (
        "import sys; from monazite.cli.main import run; run(sys.argv[1:]);"
        "heavy = {'django', 'ninja', 'rules', 'openpyxl', 'numpy', 'pydantic'} & set(sys.modules);"
        "print(sorted(heavy))"
    )
    words = ["desk", "precheck", str(as_json(form)), *ON]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
