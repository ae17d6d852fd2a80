"""A post without its line: what it takes along, lets go and brings home."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from monazite.customs.offline import snapshot as carried
from monazite.customs.offline.envelope import opened
from monazite.customs.offline.journal import Exit, Journal
from monazite.customs.offline.releasing import check, release
from monazite.customs.regime import rules
from monazite.desk.events.signing import PublicKeys
from monazite.desk.offline.services import Wanted, take_snapshot
from monazite.desk.offline.services.taking import file_of
from monazite.law.store import load

if TYPE_CHECKING:
    from datetime import datetime

    from monazite.desk.offline.models import Snapshot
    from support.at_gate import Gate

ZERO = Decimal(0)


def taken(
    g: Gate, quantity: str = "300", post: str = "Erenhot road", *, value: str = "0", uses: int = 0
) -> Snapshot:
    """A snapshot of the licence's one line, for a day."""
    wanted = Wanted(g.licence.number, 1, Decimal(quantity), Decimal(value), uses)
    return take_snapshot(g.officer, post, 24, [wanted], "page")


def given(snapshot: Snapshot) -> carried.Snapshot:
    """What the post reads from its file."""
    keys = PublicKeys.read((settings.SIGNING_KEY.parent / "public.pem").read_bytes())
    return carried.read(opened(file_of(snapshot), keys.signer))


def document(g: Gate, quantity: int, **changes: Any) -> dict[str, Any]:
    """A declaration of so many kilograms that names its exporter."""
    said = g.document(item_quantity=str(quantity), item_mass_kg=str(quantity), **changes)
    return said | {"exporter": {"name": g.w.exporter.name, "identifier": g.w.exporter.identifier}}


def let_go(
    snapshot: Snapshot, exits: list[Exit], said: dict[str, Any], at: datetime | None = None
) -> Exit:
    """As `monazite customs offline move` does it."""
    now, post = at or timezone.now(), given(snapshot)
    answer = check(post, exits, said, now, load(), rules("CN"))
    assert answer.outcome != "stop", [f.code for f in answer.whole().all_findings()]
    made = release(post, exits, said, answer, now, "Officer Li")
    exits.append(made)
    return made


def home(snapshot: Snapshot, exits: list[Exit], **other: Any) -> bytes:
    """The file that is brought back."""
    post = given(snapshot)
    head = exits[-1].hash() if exits else post.genesis()
    made = Journal(post.ident, head, timezone.now(), closed=True, exits=tuple(exits))
    return replace(made, **other).data()
