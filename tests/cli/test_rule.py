from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from monazite.law.store import load

if TYPE_CHECKING:
    from pathlib import Path

MAGNET = "rule --hs 8505111000 --form magnet --contains Nd,Fe,B,Dy=0.02 --from CN --to US --on 2025-06-10"
KEYS = {
    "outcome", "possible", "presumes", "confidence", "readings", "findings", "questions",
    "documents", "clock", "law_hash", "on", "known",
}  # fmt: skip
FINDING_KEYS = {
    "measure", "limb", "item", "matched", "near", "legal", "status", "effect", "reference",
    "source", "confidence", "carried_from",
}  # fmt: skip


def said(capsys: pytest.CaptureFixture[str], words: str | list[str]) -> Any:
    arguments = words.split() if isinstance(words, str) else words
    run([*arguments, "--json"])
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], words: str | list[str]) -> tuple[Any, Any]:
    arguments = words.split() if isinstance(words, str) else words
    with pytest.raises(SystemExit) as ended:
        run([*arguments, "--json"])
    return ended.value.code, json.loads(capsys.readouterr().out)["error"]


def test_the_document_has_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    ruling = said(capsys, MAGNET)
    assert set(ruling) >= KEYS
    assert set(ruling["findings"][0]) >= FINDING_KEYS
    assert ruling["outcome"] == "licence_required"
    assert ruling["possible"] == ["licence_required"]
    assert ruling["clock"]["days"] == 45
    assert "end_user_certificate" in [d["id"] for d in ruling["documents"]]
    assert {"reading", "outcome", "because", "source"} <= set(ruling["readings"][0])


def test_an_undetermined_ruling_asks_and_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    ruling = said(capsys, "rule --form magnet --contains Nd,Fe,B --from CN --to US --on 2025-06-10")
    assert ruling["outcome"] == "undetermined"
    assert ruling["possible"] == ["licence_required", "not_controlled"]
    needed = {q["fact"]: q["decides"] for q in ruling["questions"] if q["needed"]}
    assert needed == {
        "contains:Dy": {"yes": "licence_required", "no": "undetermined"},
        "contains:Tb": {"yes": "licence_required", "no": "undetermined"},
    }


def test_the_words_come_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    ruling = said(capsys, f"{MAGNET} --lang zh")
    assert ruling["findings"][0]["subject"] == "含镝的钕铁硼永磁材料"


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("rule --form magnet --on 2025-02-30", "on", "2025-02-30"),
        ("rule --form magnet --to Atlantis", "to", "Atlantis"),
        ("rule --hs 850511100", "hs", "850511100"),
        ("rule --form magnet --contains Dy=1.5", "contains", "Dy=1.5"),
        ("rule --contains Dy", "hs", ""),
        ("rule --manifest none.csv", "manifest", "none.csv"),
        ("rule --form magnet --lang fr", "lang", ""),
        ("rule --colour red", "--colour", ""),
        ("ruel", "command", ""),
    ],
)
def test_bad_input_is_one_json_object_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], words: str, field: str, value: str
) -> None:
    code, error = refused(capsys, words)
    assert code == 2
    assert (error["field"].lstrip("-"), error["value"]) == (field.lstrip("-"), value)
    assert error["accepted"]


def test_without_json_the_message_goes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["rule", "--form", "magnt"])
    printed = capsys.readouterr()
    assert (ended.value.code, printed.out) == (2, "")
    assert "form" in printed.err
    assert "magnet" in printed.err


def test_a_manifest_is_ruled_bad_rows_and_all(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    manifest = tmp_path / "m.csv"
    manifest.write_text(
        "invoice,form,contains,to\nA,metal,Ga,US\nB,metl,Ga,US\nC,metal\nD,oxide,La,US\n",
        encoding="utf-8",
    )
    out = tmp_path / "o.csv"
    words = f"rule --manifest {manifest} --out {out} --from CN --on 2025-06-10 --json".split()
    with pytest.raises(SystemExit) as ended:
        run(words)
    summary = json.loads(capsys.readouterr().out)
    assert ended.value.code == 2
    assert [(r["line"], r["field"]) for r in summary["rejected"]] == [(3, "form"), (4, "row")]
    assert summary["outcomes"] == {"refused_in_principle": 1, "ordinary_licence": 1}
    assert out.read_text(encoding="utf-8").splitlines()[1].endswith('"A"')
    assert (tmp_path / "o.findings.csv").exists()


def test_a_manifest_is_shown_without_out(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    manifest = tmp_path / "m.csv"
    manifest.write_text("form,contains,from,to,on\nmetal,Ga,CN,US,2025-06-10\n", encoding="utf-8")
    run(["rule", "--manifest", str(manifest)])
    assert "refused_in_principle" in capsys.readouterr().out
    run(["rule", "--manifest", str(manifest), "--json"])
    assert json.loads(capsys.readouterr().out)["rows"][0]["line"] == 2


def written(folder: Path, content: str, name: str = "m.csv") -> Path:
    manifest = folder / name
    manifest.write_text(content, encoding="utf-8")
    return manifest


def test_a_parameter_given_twice_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    words = "rule --form oxide --contains Sb --param purity=99.99% --param purity=90%"
    code, error = refused(capsys, words)
    assert (code, error["field"], error["value"]) == (2, "param", "purity")


def test_a_file_in_which_every_row_is_ragged_reports_each(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    manifest = written(tmp_path, "form,to\nmetal\noxide,US,x\n")
    with pytest.raises(SystemExit) as ended:
        run(["rule", "--manifest", str(manifest), "--out", str(tmp_path / "o.csv")])
    assert ended.value.code == 2
    assert [line[:6] for line in capsys.readouterr().err.splitlines()] == ["line 2", "line 3"]
    with pytest.raises(SystemExit):
        run(["rule", "--manifest", str(manifest), "--json"])
    summary = json.loads(capsys.readouterr().out)
    assert (summary["lines"], summary["ruled"]) == (2, 0)
    assert [one["line"] for one in summary["rejected"]] == [2, 3]
    assert [p.name for p in tmp_path.iterdir()] == ["m.csv"]


def test_a_line_with_two_faults_is_one_line_and_told_twice(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    manifest = written(tmp_path, "form,param,from,to\nmetl,purity=abc,CN,US\nmetal,,CN,US\n")
    with pytest.raises(SystemExit):
        run(["rule", "--manifest", str(manifest), "--on", "2025-06-10"])
    printed = capsys.readouterr()
    assert "1 line ruled, 1 rejected" in printed.out
    assert [line.split(":")[1].strip() for line in printed.err.splitlines()] == ["form", "param"]


def test_the_manifest_as_out_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    manifest = written(tmp_path, "form\nmetal\n")
    assert refused(capsys, f"rule --manifest {manifest} --out {manifest}")[1]["field"] == "out"
    assert manifest.read_text(encoding="utf-8") == "form\nmetal\n"


def test_the_screen_of_a_manifest_is_chinese_where_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    manifest = written(tmp_path, "form,contains,to\nmetal,Ga,US\nmetl,Ga,US\n")
    words = f"rule --manifest {manifest} --from CN --on 2025-06-10 --lang zh".split()
    with pytest.raises(SystemExit):
        run(words)
    printed = capsys.readouterr()
    assert "原则上不予许可" in printed.out
    assert "已裁定1行，拒收1行" in printed.out
    assert printed.err.startswith("第3行：form：无法使用“metl”")
    with pytest.raises(SystemExit):
        run([*words, "--out", str(tmp_path / "o.csv")])
    assert f"结论：{tmp_path}" in capsys.readouterr().out.replace("\n", "")


@pytest.mark.parametrize("said", [["--lang", "zh"], ["--lang=zh"]])
def test_what_cannot_be_used_is_said_in_chinese(
    capsys: pytest.CaptureFixture[str], said: list[str]
) -> None:
    with pytest.raises(SystemExit):
        run(["rule", "--form", "magnt", *said])
    first, second = capsys.readouterr().err.splitlines()
    assert first == "form：无法使用“magnt”"
    assert second.startswith("  可接受的值：")


def test_what_was_not_given_is_asked_for_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["rule", "--contains", "Dy"])
    said = "hs: one of hs, form, control_code, technology is needed\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("json_", [[], ["--json"]])
@pytest.mark.parametrize(
    "given",
    [
        ["--end-user", "\x1b[31mred\x9b2J"],
        ["--end-use", "\x1b]0;lamps\x07\x7f"],
        ["--param", "shape=\x1b[2Jtube\x9b"],
        ["--form", "\x1b[2Jmagnet\x9b"],
    ],
)
def test_no_control_character_from_outside_reaches_the_terminal(
    capsys: pytest.CaptureFixture[str], given: list[str], json_: list[str]
) -> None:
    words = [*MAGNET.split(), *given, *json_]
    if "--form" in given:
        with pytest.raises(SystemExit):
            run(words)
    else:
        run(words)
    printed = capsys.readouterr()
    shown = (printed.out + printed.err).replace("\n", "")
    assert [c for c in shown if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0] == []


def test_an_option_beside_a_column_of_its_name_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    manifest = tmp_path / "m.csv"
    manifest.write_text("form\nmetal\n", encoding="utf-8")
    assert refused(capsys, f"rule --manifest {manifest} --form oxide")[1]["field"] == "form"


def test_help_lists_every_command_without_importing_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["--help"])
    printed = capsys.readouterr().out
    assert all(name in printed for name in ("rule", "law", "trade", "brief", "source"))
    run(["--version"])
    assert capsys.readouterr().out.startswith("monazite ")


def test_one_ruling_loads_no_heavy_library() -> None:
    # The schema is loaded where the law is compiled; here it is in the cache.
    load()
    script = (
        "import sys; from monazite.cli.main import run; "
        f"run({MAGNET.split()!r} + ['--json']); "
        "heavy = {'numpy', 'pyarrow', 'altair', 'rich', 'openpyxl', 'monazite.law.schema'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
