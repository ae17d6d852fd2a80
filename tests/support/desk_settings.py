"""The site's settings under test: the engine from the environment, quick passwords, own folders."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from support import postgres

os.environ.setdefault("MONAZITE_HOME", tempfile.mkdtemp(prefix="monazite-desk-"))
os.environ["MONAZITE_INSECURE"] = "1"
if os.environ.get("MONAZITE_TEST_ENGINE") == "postgresql":
    postgres.start()  # before the settings read its address, in a worker its own

from monazite.desk.settings import *  # noqa: F403 - settings are read by name
from monazite.desk.settings import DATABASES, HOME

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="monazite-static-"))  # stays empty: nothing is collected
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # looks for what is asked; else every test client lists every file
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: threads and processes share it, and WAL is what runs in an office.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(HOME) / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
