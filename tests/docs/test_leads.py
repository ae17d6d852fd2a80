"""The commands of the tutorial and of the guide to the inbox work, one after another."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

import monazite
from monazite.cli.main import run

DOCS = Path(__file__).parents[2] / "docs"
TUTORIAL = (DOCS / "tutorial/who-and-what-looks-wrong.md").read_text(encoding="utf-8")
GUIDE = (DOCS / "how-to/work-the-inbox.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r'^```(?P<kind>\w+) title="(?P<title>[^"]+)"\n(?P<text>.*?)^```', re.MULTILINE | re.DOTALL
)
REGIME = Path(monazite.__file__).parent / "regimes" / "CN" / "parties.csv"


def files(text: str) -> dict[str, str]:
    return {one["title"]: one["text"] for one in BLOCK.finditer(text) if one["kind"] == "csv"}


def commands(text: str) -> list[list[str]]:
    blocks = [one["text"] for one in BLOCK.finditer(text) if one["kind"] == "text"]
    return [shlex.split(line)[1:] for block in blocks for line in block.splitlines()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With the files of the tutorial, and standing in it."""
    (tmp_path / "records").mkdir()
    for name, text in files(TUTORIAL).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "declarations.csv").write_text("number\ns3\ns1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def follow(steps: list[list[str]], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Run the commands; what each printed. LEAD is the first lead of rule C10."""
    told = []
    for step in steps:
        words = [str(REGIME) if word.endswith("regimes/CN/parties.csv") else word for word in step]
        if "LEAD" in words:
            run(["watch", "leads", "--inbox", "inbox", "--json"])
            leads = json.loads(capsys.readouterr().out)["leads"]
            name = next(one["lead"] for one in leads if one["rule"] == "C10")
            words[words.index("LEAD")] = name[:12]
        assert run(words) == 0, words
        told.append(capsys.readouterr().out)
    return told


@pytest.mark.slow
def test_the_tutorial_says_what_happens(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = follow(commands(TUTORIAL), capsys)
    _, _, found, not_found, _, owners, leads, _, left, _ = told
    assert "1 party: alert" in found
    assert "1 party: alert" not in not_found
    assert "Birch Metals" in owners
    assert "Cedar Trading" in owners
    assert all(rule in leads for rule in ("C8 ", "C9 ", "C10 "))
    assert "C10 " not in left.split("C10:")[0]
    labels = (folder / "labels.csv").read_text(encoding="utf-8")
    assert "shipment,s3,1,confirmed" in labels
    assert (folder / "owners.svg").stat().st_size > 100


def test_the_guide_to_the_inbox_works(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    follow(commands(GUIDE), capsys)
    assert (folder / "leads.csv").read_text(encoding="utf-8").startswith("rank,lead,state")
    assert (folder / "leads.svg").stat().st_size > 100
    assert "s3,0," in (folder / "labelled.csv").read_text(encoding="utf-8")
