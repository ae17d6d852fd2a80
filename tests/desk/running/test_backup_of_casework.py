from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from monazite.desk.running.backup import backup
from support import desk_process
from support.cases import offices, waited
from support.deciding import decided, proposed
from support.records import seal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

RESTORED = """
import sys
from monazite.desk.running.restore import restore
from monazite.desk.running.verify import verify
assert restore(Path(sys.argv[1])).whole
assert verify().whole
from monazite.desk.cases import models
names = [name for name in models.__all__ if getattr(models, name).objects.exists()]
from monazite.desk.cases.models import Case
from monazite.desk.cases.services import take_in, renew_clocks
print(*names, Case.objects.filter(due_index__isnull=False).count(), renew_clocks())
"""


def test_every_row_of_casework_comes_through(home: Path) -> None:
    w = offices()
    for story in (waited, decided, proposed):
        story(w)
    seal()
    made = backup(home / "a.tar.gz")
    database = None if connection.vendor == "sqlite" else desk_process.fresh_database("casework")
    told = desk_process.run(home / "again", RESTORED, made.path, database=database)
    *names, running, counted = told.split()
    assert set(names) >= {
        "Case", "Task", "Routing", "Screening", "Question", "Answer", "Hold", "Release",
        "Referral", "HandBack", "Advice", "Settlement", "Decision", "Reconsideration", "Note",
    }  # fmt: skip
    assert (running, counted) == ("1", "0")
