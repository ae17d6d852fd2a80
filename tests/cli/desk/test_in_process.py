"""What the site's commands say, in the site of the tests itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings

from monazite.cli.main import run
from monazite.desk.running.home import make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places(settings: Settings, tmp_path: Path) -> Path:
    """The key, the papers and the checkpoints of one test; a home that was made."""
    make(settings.HOME)
    settings.SIGNING_KEY = tmp_path / "signing.pem"
    settings.CHECKPOINTS_ROOT = tmp_path / "checkpoints"
    settings.PAPERS_ROOT = tmp_path / "papers"
    return tmp_path


@pytest.fixture
def site(told: Callable[..., tuple[int, str]]) -> Callable[..., str]:
    """What a command prints about the site of the tests; it must end well."""

    def said(*words: object) -> str:
        code, text = told(*words, "--home", settings.HOME)
        assert code == 0
        return text

    return said


def test_init_tells_what_it_made_and_what_is_next(site: Callable[..., str]) -> None:
    first = site("init")
    assert "made     the key" in first
    assert "--operator you@example.org" in first
    second = site("init", "--operator", "ops@example.org", "--lang", "zh")
    assert "已存在  检查点签名密钥" in second
    assert "/first-password/" in second
    assert "--operator" not in second


def test_init_as_one_document(site: Callable[..., str]) -> None:
    made: dict[str, Any] = json.loads(site("init", "--operator", "ops@example.org", "--json"))
    assert made["made"] == ["key", "operator"]
    assert made["operator"] == "ops@example.org"


def test_people_are_told_in_words(site: Callable[..., str]) -> None:
    firm = ("organisation", "add", "Firm", "--kind", "exporter", "--country", "China")
    assert site(*firm).startswith("Firm is in: ")
    person = ("person", "add", "lin@example.org", "--name", "Lin", "--organisation", "Firm")
    added = site(*person, "--role", "preparer", "--lang", "zh")
    assert added.startswith("已登记 lin@example.org")
    assert "/first-password/" in added.splitlines()[1]
    assert "signatory" in site("role", "grant", "lin@example.org", "signatory")
    assert (
        "/first-password/"
        in json.loads(site("person", "link", "lin@example.org", "--json"))["link"]
    )


def test_the_proof_says_what_is_sealed_and_what_is_not(
    site: Callable[..., str], told: Callable[..., tuple[int, str]]
) -> None:
    code, text = told("verify", "--home", settings.HOME)
    assert (code, text.startswith("NOTHING TO VERIFY")) == (1, True)
    assert "No checkpoint yet" in text
    site("init", "--operator", "ops@example.org")
    text = site("verify")
    assert text.startswith("WHOLE")
    assert "1 aggregates" in text
    found = json.loads(site("verify", "--json"))
    assert found["whole"]
    assert found["after"] == found["events"] == 4


def test_a_backup_says_what_it_holds_and_is_not_restored_over_a_site(
    site: Callable[..., str], places: Path, refused: Callable[..., dict[str, str]]
) -> None:
    site("init", "--operator", "ops@example.org")
    assert "tables" in site("backup", places / "a.backup")
    assert json.loads(site("backup", places / "b.backup", "--with-keys", "--json"))["with_keys"]
    error = refused("restore", places / "a.backup", "--home", settings.HOME)
    assert "holds a site that is in use" in error["accepted"]


def test_a_home_has_a_name(refused: Callable[..., dict[str, str]]) -> None:
    assert refused("verify", "--home", " ")["field"] == "home"


def test_serve_is_told_where_it_must_not(capsys: pytest.CaptureFixture[str]) -> None:
    everywhere = "0.0.0.0"  # noqa: S104 - what must be refused
    for words, field in ((("--host", everywhere), "host"), (("--workers", "0"), "workers")):
        with pytest.raises(SystemExit) as caught:
            run(["desk", "serve", "--home", str(settings.HOME), *words])
        assert caught.value.code == 2
        assert capsys.readouterr().err.startswith(field)


def test_a_missing_module_that_the_extra_does_not_bring_is_our_defect(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without(name: str) -> Callable[..., None]:
        def fail(*_: object, **__: object) -> None:
            raise ModuleNotFoundError(name=name)

        return fail

    monkeypatch.setattr("monazite.desk.running.home.enter_made", without("gunicorn.app"))
    with pytest.raises(SystemExit) as caught:
        run(["desk", "verify", "--home", str(settings.HOME)])
    assert caught.value.code == 1
    monkeypatch.setattr("monazite.desk.running.home.enter_made", without("monazite.nothing"))
    with pytest.raises(ModuleNotFoundError):
        run(["desk", "verify", "--home", str(settings.HOME)])
