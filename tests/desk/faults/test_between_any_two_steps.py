"""Whatever fails between any two steps of a service: all of it is done, or nothing."""

from __future__ import annotations

import dataclasses
import io
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.law import load
from support.faults import interrupted, killed_after, raised_after
from support.offices import complete_draft, filed, two_ways
from support.papers import PDF

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.offices import World

    Act = Callable[[], object]
    Prepared = Callable[[World], Act]

pytestmark = pytest.mark.slow  # faults are injected in make test-all


def _new(w: World) -> Act:
    return lambda: services.new(w.preparer, {"lines": [{"description": "Magnet"}]}, "page")


def _save(w: World) -> Act:
    draft = services.new(w.preparer, {}, "page")
    changes = {"lines[0].description": "Magnet", "contract.number": "A-1"}
    return lambda: services.save(w.preparer, draft.pk, changes, 1, "page")


def _import(w: World) -> Act:
    draft = services.new(w.preparer, {}, "page")
    form = {"lines": [{"description": "Magnet"}]}
    return lambda: services.save_form(w.preparer, draft.pk, form, 1, "page")


def _upload(w: World) -> Act:
    draft = services.new(w.preparer, {}, "page")
    return lambda: services.upload(
        w.preparer, draft.pk, "contract.pdf", io.BytesIO(PDF), True, "page"  # noqa: FBT003
    )  # fmt: skip


def _open(w: World) -> Act:
    paper = filed(w).papers.filter(secret=True).first()
    assert paper
    return lambda: services.open_paper(w.signatory, paper.pk, "page")


def _file(w: World) -> Act:
    draft = complete_draft(w)
    return lambda: services.file(w.signatory, draft.pk, draft.version, "page")


def _file_amendment(w: World) -> Act:
    draft = services.amend(w.preparer, filed(w).pk, "page")
    return lambda: services.file(w.signatory, draft.pk, 1, "page")


def _amend(w: World) -> Act:
    now = filed(w)
    return lambda: services.amend(w.preparer, now.pk, "page")


def _split(w: World) -> Act:
    whole = two_ways(w)
    return lambda: services.split(w.preparer, whole.pk, "page")


def _discard(w: World) -> Act:
    draft = services.new(w.preparer, {}, "page")
    return lambda: services.discard(w.preparer, draft.pk, "page")


def _withdraw(w: World) -> Act:
    now = filed(w)
    return lambda: services.withdraw(w.signatory, now.pk, "cancelled", "page")


def _name_reviewer(w: World) -> Act:
    now = filed(w)
    return lambda: services.name_reviewer(w.chief, now.pk, w.reviewer.pk, "page")


def _renew(w: World) -> Act:
    now, law = filed(w), dataclasses.replace(load(), hash="f" * 64)
    return lambda: services.renew_rulings(Application.objects.get(pk=now.pk), law)


SERVICES = {
    each.__name__.strip("_"): each
    for each in (
        _new, _save, _import, _upload, _open, _file, _file_amendment, _amend, _split, _discard,
        _withdraw, _name_reviewer, _renew,
    )
}  # fmt: skip


@pytest.mark.parametrize("name", SERVICES)
def test_an_error_leaves_nothing_and_the_same_key_succeeds_later(
    name: str, w: World, tmp_path: Path
) -> None:
    steps = interrupted(w.preparer, SERVICES[name](w), raised_after, tmp_path)
    assert steps > 4


@pytest.mark.parametrize("name", SERVICES)
def test_a_process_that_dies_leaves_nothing_and_the_same_key_succeeds_later(
    name: str, w: World, tmp_path: Path
) -> None:
    steps = interrupted(w.preparer, SERVICES[name](w), killed_after, tmp_path)
    assert steps > 4
