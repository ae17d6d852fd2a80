"""How a duty stands today where the goods left."""

from __future__ import annotations

from monazite.customs import duties
from monazite.desk.duties.models import Duty
from monazite.law.store import load


def standing(duty: Duty) -> str:
    """A state of `monazite.customs.duties`; days are the regime's."""
    law, regime = load(), duty.declaration.regime
    zone = law.zone(regime)
    reported = duty.reported_at.astimezone(zone).date() if duty.reported_at else None
    ended = duty.ended_at is not None
    return duties.standing(duty.due_on, reported, law.today(regime), ended=ended)
