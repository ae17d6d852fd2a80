"""Forms as files for the commands of the desk, and what its commands print."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from monazite.desk.demo.forms import form_of
from support import desk_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

desk_site.ready()
DAY = date(2026, 11, 23)
STORY = {"form": "motor_magnets"}


@pytest.fixture
def form() -> dict[str, Any]:
    """An application that may be filed on DAY."""
    return form_of(STORY, 1, DAY)[0]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with the papers that the form names, one of them in a folder below."""
    folder = tmp_path / "papers"
    (folder / "below").mkdir(parents=True)
    for number, (name, content) in enumerate(form_of(STORY, 1, DAY)[1].items()):
        (folder / ("below" if number == 0 else ".") / name).write_bytes(content)
    return folder


@pytest.fixture
def as_json(tmp_path: Path) -> Callable[[Any], Path]:
    """A form as a file."""

    def written(form: Any) -> Path:
        path = tmp_path / "form.json"
        path.write_text(json.dumps(form, ensure_ascii=False), encoding="utf-8")
        return path

    return written


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Exit code and stdout of `monazite desk …`."""

    def said(*words: object) -> tuple[int, str]:
        code = run(["desk", *map(str, words)])
        return int(code), capsys.readouterr().out

    return said


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., dict[str, str]]:
    """The error of input that cannot be used: exit code 2, and one JSON object."""

    def error_of(*words: object) -> dict[str, str]:
        with pytest.raises(SystemExit) as caught:
            run(["desk", *map(str, words), "--json"])
        assert caught.value.code == 2
        found: dict[str, str] = json.loads(capsys.readouterr().out)["error"]
        return found

    return error_of
