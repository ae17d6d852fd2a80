from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from monazite.cli.main import run
from monazite.shock.leverage.documents import schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Asked = list[tuple[Any, dict[str, Any]]]
    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]

NAMES = ("geneva-2025-05", "geneva-2025-05-wide")


def test_both_sides_the_gives_and_the_promises_are_said(told: Told, asked: Asked) -> None:
    text = " ".join(told("compare", *NAMES).split())
    assert "“In the wide reading”, within 12 months, million US$. China: value added 0" in text
    assert "“In the wide reading” less “In the narrow reading”" in text
    assert "for United States; the sides read this differently" in text
    assert "in no number: nobody has measured it" in text
    assert "COM-2025-05-12-GENEVA-CN" in text
    assert "A commitment is never law" in text
    assert "L(h) =" in text
    assert asked[0][0] == list(NAMES)


@pytest.mark.usefixtures("asked")
def test_what_each_giver_brings_stands_in_its_rows(told: Told) -> None:
    text = " ".join(told("compare", *NAMES).split())
    assert "All of it China 0 0 0 0 +40 +200 +400 +560" in text
    assert "United States +52 +260 +520 +728 −30 −30 −30 −30" in text


@pytest.mark.usefixtures("asked")
def test_the_document_keeps_its_schema(document: Document) -> None:
    jsonschema.validate(document("compare", *NAMES), schema("packages"))


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("lang", "title"), [("en", "In the wide reading"), ("zh", "广义解读")])
def test_the_picture_is_drawn(told: Told, tmp_path: Path, lang: str, title: str) -> None:
    path = tmp_path / "a.svg"
    told("compare", *NAMES, "--chart", path, "--lang", lang)
    assert title in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("asked")
def test_files_are_written(told: Told, tmp_path: Path) -> None:
    paths = {kind: tmp_path / f"a.{kind}" for kind in ("csv", "parquet", "netcdf", "xlsx")}
    told("compare", *NAMES, *(word for kind in paths for word in (f"--{kind}", paths[kind])))
    assert all(path.stat().st_size for path in paths.values())


def test_a_package_named_twice_is_one(told: Told, asked: Asked) -> None:
    told("compare", NAMES[0], NAMES[0])
    assert asked[0][0] == [NAMES[0]]


def test_an_unknown_package_names_the_nearest(refused: Refused, asked: Asked) -> None:
    found = refused("compare", "geneva-2025")
    assert found["field"] == "package"
    assert "geneva-2025-05" in found["accepted"]
    assert not asked


def test_a_file_that_is_not_there_and_too_many_packages_are_refused(
    refused: Refused, asked: Asked, tmp_path: Path
) -> None:
    assert refused("compare", tmp_path / "none.yaml")["field"] == "package"
    five = [*NAMES, "london-2025-06", "busan-2025-11", "lift-all-for-all"]
    assert refused("compare", *five)["field"] == "packages"
    assert not asked


def test_every_problem_of_a_file_is_said_with_its_path(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "id: mine\ntitle: {en: Mine, zh: 自拟}\nsummary: {en: a, zh: b}\nsources: [me]\n"
        "agreed: 2027-01-01\ngives:\n"
        "  - {side: US, lever: cn-no-61, does: lift, from: 2027-01-01}\n"
        "  - {side: US, lever: us-chips, does: pause, from: 2027-01-01}\n",
        encoding="utf-8",
    )
    with pytest.raises(SystemExit) as caught:
        run(["leverage", "compare", str(path)])
    assert caught.value.code == 2
    lines = capsys.readouterr().err.splitlines()
    assert all(line.startswith(f"{path}: gives[") for line in lines)
    assert len(lines) == 2


_TORN = (
    "id: mine\ntitle: {en: Mine, zh: 自拟}\nagreed: 2027-01-01\ngives:\n"
    "  - {side: CN, lever: cn-no-16, does: suspend, from: 2027-02-01, until: 2027-01-20}\n"
)


def test_a_torn_file_is_told_once_with_its_levers_and_the_page_of_packages(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(_TORN, encoding="utf-8")
    with pytest.raises(SystemExit):
        run(["leverage", "compare", str(path)])
    text = capsys.readouterr().err
    assert "sources: nothing is said" in text
    assert "Weigh a package" in text
    assert "reference of scenarios" not in text
    assert "gives[0].until: 2027-01-20 lies before 2027-02-01" in text
    assert "gives[0].lever: nobody has a lever cn-no-16" in text


def test_the_document_of_a_refusal_names_the_file(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(_TORN, encoding="utf-8")
    assert refused("compare", path)["file"] == str(path)


def test_what_is_near_stands_in_chinese_punctuation(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    lines = _TORN.replace("cn-no-16", "us-chips").replace(", until: 2027-01-20", "")
    more = "summary: {en: a, zh: b}\nsources: [me]\ngives:"
    path.write_text(lines.replace("gives:", more), encoding="utf-8")
    with pytest.raises(SystemExit):
        run(["leverage", "compare", str(path), "--lang", "zh"])
    text = capsys.readouterr().err
    assert "、cn-" in text
    assert ", cn-" not in text


def test_choices_stand_in_chinese_punctuation(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(_TORN.replace("suspend", "fly"), encoding="utf-8")
    with pytest.raises(SystemExit):
        run(["leverage", "compare", str(path), "--lang", "zh"])
    assert "suspend、lift、pause、licence、add" in capsys.readouterr().err
