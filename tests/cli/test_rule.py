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
