from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from monazite.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

NAME = "seven-rare-earths-2025-04"
WRONG = [
    (("run", NAME, "--draws", "0"), "draws", "1,048,576"),
    (("run", NAME, "--weeks", "0"), "weeks", "1,040"),
    (("run", NAME, "--materials", "Foo"), "materials", "magnets"),
    (("run", NAME, "--materials", ","), "materials", "magnets"),
    (("run", NAME, "--draws", "1", "--seed", "-1"), "seed", "0"),
    (("run", "seven-rare-earth"), "scenario", NAME),
    (("run", "nowhere.yaml"), "scenario", "YAML"),
    (("compare", NAME, NAME, "--draws", "0"), "draws", "1,048,576"),
    (("validate", "--draws", "0"), "draws", "1,048,576"),
    (("calibrate", "--seed", "-1"), "seed", "0"),
]


def complaint(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command says that ends with exit code 2."""
    with pytest.raises(SystemExit) as caught:
        run(["shock", *words])
    assert caught.value.code == 2
    return "".join(capsys.readouterr())


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("words", "field", "accepted"), WRONG)
def test_what_cannot_be_is_said_in_the_readers_language(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], field: str, accepted: str
) -> None:
    english = complaint(capsys, *words)
    chinese = complaint(capsys, *words, "--lang", "zh")
    for said in (english, chinese):
        assert said.startswith(field)
        assert accepted in said
    assert english.isascii()
    # Beside names and numbers nothing of the English is left.
    for word in ("accepted", "whole number", "some of", "one of", "such as", "or the", "did you"):
        assert word not in chinese


@pytest.mark.parametrize("words", [("--json",), ("--json", "--lang", "zh")])
def test_a_file_that_is_no_yaml_is_said_by_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text("id: wrong\nscope: [Dy\nweeks: 3\n", encoding="utf-8")
    (one,) = json.loads(complaint(capsys, "run", str(path), *words))["problems"]
    assert (one["code"], one["value"]) == ("syntax", "weeks: 3")
    assert ("3 行" if "zh" in words else "line 3") in one["wrong"]
