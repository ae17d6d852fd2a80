"""What is printed on the two notices of a challenge: the documents that are fingerprinted.

Made once, when the challenge is issued and when its judgement is signed: what was said then is
printed years later as it was. Quantities and values are text, so that every reader hashes the same
bytes. Nothing internal is in them: neither a risk nor what a colleague wrote.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from monazite.customs.challenge import CONTROLLED
from monazite.customs.regime import Rules, rules
from monazite.desk.events.canonical import canonical
from monazite.desk.events.prints import plain
from monazite.desk.gate.models import Challenge, Declaration, Item, Judgement
from monazite.desk.people.models import Organisation, Person

CHALLENGE_FORMAT, RESULT_FORMAT = "monazite-challenge-notice-1", "monazite-challenge-result-1"
_GOODS = (
    "number", "hs", "description", "form", "contains", "control_code", "quantity", "unit",
    "value", "currency", "licence_number", "claim",
)  # fmt: skip


def notice(challenge: Challenge) -> dict[str, Any]:
    """What the declarant is told when goods are challenged: of a row that is whole but for it."""
    declaration = challenge.declaration
    known = rules(declaration.regime)
    return {
        "format": CHALLENGE_FORMAT,
        **_head(challenge),
        "issued_at": plain(challenge.issued_at),
        "grounds": list(challenge.grounds),
        "text": challenge.text,
        "answer_days": known.challenge.answer_days,
        "answer_by": plain(challenge.answer_by),
        "papers": list(known.challenge.papers),
        "law": _law(known),
        "signed": [_signature(challenge.issued_by, challenge.issued_at)],
    }


def result(judgement: Judgement, state: str) -> dict[str, Any]:
    """What the declarant is told of customs' judgement; state: of the declaration after it."""
    challenge = judgement.challenge
    known = rules(challenge.declaration.regime)
    return {
        "format": RESULT_FORMAT,
        **_head(challenge),
        "issued_at": plain(challenge.issued_at),
        "finding": judgement.finding,
        "disposal": judgement.disposal,
        "grounds": list(judgement.grounds),
        "text": judgement.text,
        "state": state,
        "identified_by": _identified_by(challenge),
        "law": [*_law(known), *_disposal_law(known, judgement)],
        "signed": [
            _signature(judgement.author, judgement.proposed_at),
            _signature(judgement.signer, judgement.signed_at),
        ],
    }


def fingerprint(document: dict[str, Any]) -> str:
    """SHA-256 of the document's canonical JSON."""
    return hashlib.sha256(canonical(document).encode(errors="surrogatepass")).hexdigest()


def number_of(challenge: Challenge) -> str:
    """The number by which papers name a challenge: the declaration's and its own."""
    return f"{challenge.declaration.number}/{challenge.number}"


def goods(declaration: Declaration, numbers: Iterable[int]) -> list[Item]:
    """The items of those numbers, in their order."""
    return list(declaration.items.filter(number__in=list(numbers)).order_by("number"))


def _head(challenge: Challenge) -> dict[str, Any]:
    declaration = challenge.declaration
    return {
        "number": number_of(challenge),
        "declaration": declaration.number,
        "reference": declaration.reference,
        "regime": declaration.regime,
        "port": declaration.port,
        "destination": declaration.destination,
        "office": _names(declaration.office),
        "exporter": _names(declaration.organisation)
        | {"identifier": declaration.organisation.identifier},
        "declarant": declaration.lodged_by.name,
        "goods": [_goods(item) for item in goods(declaration, challenge.items)],
    }


def _goods(item: Item) -> dict[str, Any]:
    return {name: plain(getattr(item, name)) for name in _GOODS}


def _names(organisation: Organisation) -> dict[str, str]:
    return {"name": organisation.name, "name_native": organisation.name_native}


def _law(known: Rules) -> list[str]:
    """The texts that a challenge and an identification rest on, each once."""
    return list(dict.fromkeys([known.challenge.law, known.challenge.identification]))


def _disposal_law(known: Rules, judgement: Judgement) -> list[str]:
    if judgement.finding != CONTROLLED:
        return []
    found = known.challenge.disposals[judgement.disposal]
    return [found] if found not in _law(known) else []


def _identified_by(challenge: Challenge) -> dict[str, str] | None:
    asked = getattr(challenge, "identification", None)
    return _names(asked.office) if asked else None


def _signature(person: Person | None, at: object) -> dict[str, object]:
    if person is None:
        raise ValueError("nobody has signed")
    office = person.organisation
    return {
        "name": person.name,
        **{f"office_{k}": v for k, v in _names(office).items()},
        "at": plain(at),
    }
