"""The second factor: a time-based code (RFC 6238) of a device, or a recovery code, each once."""

from __future__ import annotations

import hashlib
import secrets
import time

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk.events.append import record
from monazite.desk.people import throttle
from monazite.desk.people.models import Person, RecoveryCode
from monazite.desk.people.services.acting import allow, fresh, of, who
from monazite.desk.people.services.tokens import revoke_all

CODES = 10
_DIGITS = 6
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
_GROUPS, _GROUP = 4, 4


def device(person: Person) -> TOTPDevice | None:
    """The person's confirmed device."""
    return TOTPDevice.objects.filter(user=person, confirmed=True).order_by("-pk").first()


def begin(person: Person) -> TOTPDevice:
    """The device that waits for its first code; the same one until it is confirmed."""
    waiting = TOTPDevice.objects.filter(user=person, confirmed=False).order_by("-pk").first()
    return waiting or TOTPDevice.objects.create(user=person, name="totp", confirmed=False)


def confirm(person: Person, code: str) -> tuple[TOTPDevice, tuple[str, ...]] | None:
    """Take the waiting device for the person's own, with its recovery codes, shown this once.

    None where the code is not right. Raises throttle.TooMany.
    """
    throttle.take(throttle.code(person.pk))
    waiting = begin(person)
    with transaction.atomic():
        organisation = fresh(person.organisation_id)
        if not _right(waiting, code):
            return None
        TOTPDevice.objects.filter(user=person).exclude(pk=waiting.pk).delete()
        TOTPDevice.objects.filter(pk=waiting.pk).update(confirmed=True)
        codes = _new_codes(person)
        payload = {"person": str(person.pk)}
        record(organisation, "factor.enrolled", payload, who(person, "page"))
    throttle.succeed(throttle.code(person.pk))
    waiting.confirmed = True
    return waiting, codes


def verify(person: Person, code: str) -> TOTPDevice | None:
    """The person's device where the code is right, and now used up. Raises throttle.TooMany."""
    own = device(person)
    if own is None:
        return None
    throttle.take(throttle.code(person.pk))
    if not (_right(own, code) or _recovers(person, code)):
        return None
    throttle.succeed(throttle.code(person.pk))
    return own


def reset(by: Person | None, via: str, person: Person) -> None:
    """Forget a lost device and its codes: the person enrols another at the next sign-in.

    Sessions and tokens end with it: whoever found the device goes on with none of them.
    """
    with transaction.atomic():
        organisation = fresh(person.organisation_id)
        found = of(organisation, person)
        allow(by, via, "factor.reset", found)
        TOTPDevice.objects.filter(user=found).delete()
        RecoveryCode.objects.filter(person=found).delete()
        Person.objects.filter(pk=found.pk).update(session_round=F("session_round") + 1)
        record(organisation, "factor.reset", {"person": str(found.pk)}, who(by, via))
        revoke_all(organisation, found, who(by, via))


def _right(own: TOTPDevice, code: str) -> bool:
    """Whether it is the code of now or of one step beside it, later than the last one used."""
    digits = code.replace(" ", "")
    if not (len(digits) == _DIGITS and digits.isascii() and digits.isdecimal()):
        return False
    totp = TOTP(own.bin_key, own.step, own.t0, own.digits, own.drift)
    totp.time = time.time()
    if not totp.verify(int(digits), own.tolerance, own.last_t + 1):
        return False
    # Conditional, so that of two requests with one code only the first is right.
    same = TOTPDevice.objects.filter(pk=own.pk, last_t=own.last_t)
    return bool(same.update(last_t=totp.t(), last_used_at=timezone.now()))


def _recovers(person: Person, code: str) -> bool:
    unused = RecoveryCode.objects.filter(
        person=person, sha256=_sha256(_plain(code)), used_at__isnull=True
    )
    if not unused.exists():
        return False
    with transaction.atomic():
        organisation = fresh(person.organisation_id)
        if not unused.update(used_at=timezone.now()):
            return False
        payload = {"person": str(person.pk)}
        record(organisation, "factor.recovered", payload, who(person, "page"))
    return True


def _new_codes(person: Person) -> tuple[str, ...]:
    RecoveryCode.objects.filter(person=person).delete()
    now = timezone.now()
    codes = tuple(_code() for _ in range(CODES))
    RecoveryCode.objects.bulk_create(
        RecoveryCode(person=person, sha256=_sha256(_plain(code)), made_at=now) for code in codes
    )
    return codes


def _code() -> str:
    """Sixteen letters: some 79 bits, so that a fast hash keeps them."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def _plain(code: str) -> str:
    return "".join(code.split()).replace("-", "").lower()[:64]


def _sha256(code: str) -> str:
    return hashlib.sha256(code.encode(errors="replace")).hexdigest()
