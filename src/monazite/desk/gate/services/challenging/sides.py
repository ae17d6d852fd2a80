"""Who judges: customs, or the licensing office that was asked what the goods are."""

from __future__ import annotations

import uuid

from monazite.desk.applications.errors import Refused
from monazite.desk.gate.models import Challenge, Declaration, Judgement
from monazite.desk.gate.services.challenging.open import open_at
from monazite.desk.gate.services.held import held
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import Person

CUSTOMS, LICENSING = "customs", "licensing"
EVENTS = {CUSTOMS: "judge", LICENSING: "identify"}
"""Of each side, the event of `monazite.customs.challenge` that its judgement is."""
ACTION = "challenge.sign"
PROPOSED, STANDING, SENT_BACK = "proposed", "standing", "sent_back"


def side_of(person: Person, declaration: Declaration) -> str:
    """For whom the person speaks; they may judge, so they are of one of the two."""
    return CUSTOMS if person.organisation_id in declaration.office_ids() else LICENSING


def identified(challenge: Challenge) -> str:
    """What the licensing office found, with two hands; "" where it was not asked or has not."""
    found = challenge.judgements.filter(by_office=LICENSING, state=STANDING).first()
    return found.finding if found else ""


def to_be_signed(person: Person, judgement_id: uuid.UUID, seen: int | None) -> Judgement:
    """The proposal, of somebody else of the same side and not answered; Refused otherwise.

    Forbidden, as of what nobody may know, where there is none.
    """
    judgement = (
        Judgement.objects.select_related("author", "challenge").filter(pk=judgement_id).first()
    )
    if judgement is None:
        raise Forbidden(ACTION, 404)
    declaration = held(person, judgement.challenge.declaration_id, ACTION, seen)
    if side_of(person, declaration) != judgement.by_office:
        raise Forbidden(ACTION, 403)
    if judgement.state != PROPOSED:
        raise Refused("judgement_closed", number=declaration.number)
    if judgement.author_id == person.pk:
        raise Refused("judgement_own")
    judgement.challenge = open_at(declaration)
    return judgement
