from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from monazite.desk.running.home import enter, enter_made, make
from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_home_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "desk"
    assert make(home)
    secret = (home / "secret").read_text(encoding="ascii")
    assert not make(home)
    assert (home / "secret").read_text(encoding="ascii") == secret
    assert len(secret.strip()) >= 50
    assert mode(home) == 0o700
    assert mode(home / "secret") == 0o600


def test_two_homes_have_two_secrets(tmp_path: Path) -> None:
    for name in "ab":
        make(tmp_path / name)
    assert (tmp_path / "a" / "secret").read_text() != (tmp_path / "b" / "secret").read_text()


def test_a_file_or_a_folder_below_a_file_is_no_home(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for home in (file, file / "below"):
        with pytest.raises(InputError, match="home"):
            make(home)


def test_a_folder_that_init_has_not_made_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="monazite desk init --home"):
        enter_made(tmp_path)


def test_a_process_is_in_one_home(tmp_path: Path) -> None:
    enter(settings.HOME)
    with pytest.raises(RuntimeError, match="one home a process"):
        enter(tmp_path)


_ENTERED = """
import sys
from pathlib import Path
from monazite.desk.running.home import enter, make
home = Path(sys.argv[1])
make(home)
enter(home, demo=sys.argv[2] == "demo", insecure=sys.argv[3] == "plain")
from django.conf import settings
print(settings.DATABASES["default"]["ENGINE"].rpartition(".")[2], settings.DEMO,
      settings.SESSION_COOKIE_SECURE, settings.HOME == home)
"""


@pytest.mark.parametrize(
    ("demo", "transport", "told"),
    [
        ("demo", "plain", "sqlite3 True False True"),
        ("real", "tls", "postgresql False True True"),
    ],
)
def test_a_demo_never_opens_the_real_database(
    tmp_path: Path, demo: str, transport: str, told: str
) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MONAZITE_")}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    env = kept | {"DATABASE_URL": "postgresql://desk@db.example/desk"}
    command = [sys.executable, "-c", _ENTERED, str(tmp_path / "home"), demo, transport]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == told
