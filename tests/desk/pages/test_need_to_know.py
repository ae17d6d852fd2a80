"""Who may not know of an application learns nothing of what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from support.offices import firm, person

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from support.offices import World


@pytest.mark.parametrize("whose", ["own firm", "another firm"])
def test_a_file_of_it_is_not_there(w: World, draft: Application, whose: str) -> None:
    with transaction.atomic():
        own = whose == "own firm"
        reader = (
            person(w.exporter, "organisation_admin")
            if own
            else person(firm("exporter", "Other"), "preparer")
        )
    stranger = Client()
    stranger.force_login(reader)
    paper = draft.papers.first()
    assert paper is not None
    assert stranger.get(reverse("paper", args=[draft.pk, paper.pk])).status_code == 404
