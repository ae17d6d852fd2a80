"""What people do to applications: one function is one transaction, with its event."""

from __future__ import annotations

from monazite.desk.applications.services.amending import amend
from monazite.desk.applications.services.ending import discard, withdraw
from monazite.desk.applications.services.filing import file
from monazite.desk.applications.services.new import new
from monazite.desk.applications.services.papers import (
    add_paper,
    open_paper,
    receive,
    take_away,
    upload,
)
from monazite.desk.applications.services.renewing import renew_all, renew_rulings
from monazite.desk.applications.services.reviewers import name_reviewer
from monazite.desk.applications.services.saving import (
    Saved,
    add_row,
    move_row,
    remove_row,
    save,
    save_form,
)
from monazite.desk.applications.services.secrets import open_secrets
from monazite.desk.applications.services.splitting import split

__all__ = [
    "Saved", "add_paper", "add_row", "amend", "discard", "file", "move_row", "name_reviewer",
    "new", "open_paper", "open_secrets", "receive", "remove_row", "renew_all", "renew_rulings",
    "save", "save_form", "split", "take_away", "upload", "withdraw",
]  # fmt: skip
