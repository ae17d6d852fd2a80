"""The site's commands as a person calls them: each in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from monazite.desk.running.serve import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

OPERATOR = ("--operator", "ops@example.org")
_SCRIPT = "from monazite.cli.main import run; raise SystemExit(run())"


def command(*words: object) -> list[str]:
    return [sys.executable, "-c", _SCRIPT, "desk", *map(str, words)]


def clean() -> dict[str, str]:
    """The environment without what the tests' own site is told by."""
    own = ("MONAZITE_", "DJANGO_", "DATABASE_URL")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)}


def called(*words: object, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words), capture_output=True, text=True, check=False, env=clean() | variables
    )


def document(*words: object) -> dict[str, Any]:
    done = called(*words, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@contextmanager
def running(*words: object) -> Iterator[subprocess.Popen[str]]:
    """A command that goes on until it is told to end, as by Ctrl-C."""
    with subprocess.Popen(
        command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=clean()
    ) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


def answered(address: str) -> int:
    """The status of a page, as soon as somebody answers."""
    for _ in range(300):
        try:
            with urlopen(address) as answer:  # noqa: S310 - our own server
                return int(answer.status)
        except HTTPError as error:
            return error.code
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} never answered")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as `init` makes it."""
    folder = tmp_path_factory.mktemp("site") / "desk"
    made = document("init", "--home", folder, *OPERATOR)
    assert made["made"] == ["home", "key", "database", "operator"]
    assert made["link"].startswith("http://127.0.0.1:8000/first-password/")
    return folder


def test_init_is_safe_to_run_again(home: Path) -> None:
    secret = (home / "secret").read_bytes()
    done = called("init", "--home", home, "--lang", "zh")
    assert done.returncode == 0
    assert "已存在" in done.stdout
    assert "已创建" not in done.stdout
    assert (home / "secret").read_bytes() == secret


def test_init_says_what_is_next(tmp_path: Path) -> None:
    done = called("init", "--home", tmp_path / "desk")
    assert done.stdout.count("made ") == 3
    assert "--operator you@example.org" in done.stdout
    assert "monazite desk serve" in done.stdout
    assert "monazite desk worker" in done.stdout


def test_what_needs_a_site_names_the_remedy_where_there_is_none(tmp_path: Path) -> None:
    for words in (["serve"], ["worker"], ["verify"], ["person", "link", "a@example.org"]):
        done = called(*words, "--home", tmp_path / "none")
        assert done.returncode == 2
        assert f"monazite desk init --home {tmp_path / 'none'}" in done.stderr
        assert not (tmp_path / "none").exists()


def test_an_unfinished_site_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s" * 50)
    done = called(
        "serve", "--home", tmp_path, "--insecure", "--port", free_port("127.0.0.1", 18100)
    )
    assert done.returncode == 2
    assert "migrations are missing" in done.stderr
    assert f"monazite desk init --home {tmp_path}" in done.stderr


@pytest.mark.slow
def test_plain_http_is_never_open_to_others(home: Path) -> None:
    everywhere = "0.0.0.0"  # noqa: S104 - what must be refused
    for words, variables in ((["--insecure"], {}), ([], {"MONAZITE_DEMO": "1"})):
        done = called("serve", "--home", home, "--host", everywhere, *words, **variables)
        assert done.returncode == 2
        assert "loopback alone" in done.stderr


@pytest.mark.slow
def test_a_site_is_served_until_it_is_told_to_end(home: Path) -> None:
    port = free_port("127.0.0.1", 18200)
    with running("serve", "--home", home, "--insecure", "--port", port) as process:
        assert answered(f"http://127.0.0.1:{port}/sign-in/") == 200
        assert answered(f"http://127.0.0.1:{port}/static/pages/desk.css") == 200
        # One-click sign-in is the demo's alone.
        assert answered(f"http://127.0.0.1:{port}/demo/sign-in/") in {403, 404}
    assert process.returncode == 0


@pytest.mark.slow
def test_people_are_let_in_and_the_record_is_whole(home: Path) -> None:
    firm = "Willow Harbour Magnets"
    made = document(
        "organisation", "add", firm, "--kind", "exporter", "--country", "CN", "--home", home
    )
    assert made["name"] == firm
    person = document(
        "person", "add", "lin@example.org", "--name", "Lin", "--organisation", made["id"],
        "--role", "preparer", "--home", home,
    )  # fmt: skip
    assert "/first-password/" in person["link"]
    document("role", "grant", "lin@example.org", "signatory", "--home", home)
    assert (
        "/first-password/" in document("person", "link", "lin@example.org", "--home", home)["link"]
    )
    proof = document("verify", "--home", home)
    assert proof["whole"]
    assert proof["aggregates"] == 2
    assert "WHOLE" in called("verify", "--home", home).stdout
    assert "完整" in called("verify", "--home", home, "--lang", "zh").stdout


@pytest.mark.slow
def test_a_site_is_backed_up_and_made_again_elsewhere(home: Path, tmp_path: Path) -> None:
    file, copy = tmp_path / "desk.backup", tmp_path / "copy"
    written = document("backup", file, "--home", home)
    assert written["path"] == str(file)
    assert written["size"] == file.stat().st_size
    assert "Written:" in called("backup", tmp_path / "two.backup", "--home", home).stdout
    assert document("restore", file, "--home", copy)["whole"]
    assert (
        document("verify", "--home", copy)["aggregates"]
        == document("verify", "--home", home)["aggregates"]
    )
    again = called("restore", file, "--home", copy)
    assert again.returncode == 2
    assert "holds a site that is in use" in again.stderr
    assert called("verify", "--home", copy).returncode == 0


def test_a_restore_that_fails_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    file, new, used = tmp_path / "no.backup", tmp_path / "new", tmp_path / "used"
    file.write_bytes(b"no backup")
    used.mkdir()
    (used / "notes.txt").write_text("mine")
    for home in (new, used):
        assert called("restore", file, "--home", home).returncode == 2
    assert not new.exists()
    assert [path.name for path in used.iterdir()] == ["notes.txt"]


@pytest.mark.slow
def test_what_is_broken_ends_with_one(home: Path, tmp_path: Path) -> None:
    file, copy = tmp_path / "desk.backup", tmp_path / "copy"
    called("backup", file, "--home", home)
    called("restore", file, "--home", copy)
    with closing(sqlite3.connect(copy / "desk.sqlite3")) as database:
        for (trigger,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute("UPDATE events_event SET payload = '{}' WHERE seq = 2")
        database.commit()
    done = called("verify", "--home", copy)
    assert done.returncode == 1
    assert done.stdout.startswith("BROKEN")
    assert "event 2" in done.stdout


def test_a_wrong_role_is_answered_with_the_right_ones(home: Path) -> None:
    done = called("role", "grant", "ops@example.org", "chief", "--home", home, "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["accepted"] == "operator"


def test_without_the_extra_one_sentence_says_what_to_install(tmp_path: Path) -> None:
    hidden = "import sys; sys.modules['django'] = None; sys.modules['gunicorn'] = None;" + _SCRIPT
    for words in (["init"], ["serve"], ["demo"], ["worker"], ["verify"]):
        done = subprocess.run(
            [sys.executable, "-c", hidden, "desk", *words, "--home", tmp_path],
            capture_output=True, text=True, check=False, env=clean(),
        )  # fmt: skip
        assert done.returncode == 1
        assert "pip install 'monazite[desk]'" in done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_the_demo_is_made_looked_at_and_forgotten(tmp_path: Path) -> None:
    done = subprocess.run(
        command("demo", "--once", "--lang", "zh"),
        capture_output=True, text=True, check=False,
        env=clean() | {"TMPDIR": str(tmp_path), "DATABASE_URL": "postgresql://nowhere/none"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "首页已应答" in done.stdout
    assert "Lin Qing (demo)" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_demo_that_is_kept_is_served_again_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    assert called("demo", "--once", "--home", folder).returncode == 0
    again = called("demo", "--once", "--home", folder)
    assert again.returncode == 0
    assert "Making a world" not in again.stdout
    assert document("verify", "--home", folder)["after"] < 20


def test_the_demo_leaves_a_real_site_alone(home: Path) -> None:
    done = called("demo", "--once", "--home", home)
    assert done.returncode == 2
    assert "this one is a site's" in done.stderr
