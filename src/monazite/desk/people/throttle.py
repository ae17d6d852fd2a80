"""Guessing is slowed down: each failure lengthens the wait of its account and of its address.

A try is counted before the guess is looked at, by one conditional UPDATE; eight threads at once get
no more guesses than one. What is counted does not say whether the account exists.
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from monazite.desk.people.models import Attempt
from monazite.errors import MonaziteError

LONGEST = timedelta(minutes=15)
"""No wait is longer: an attacker must not keep an owner out for a day."""
FORGOTTEN = timedelta(hours=24)
"""After so long without a try the count begins anew."""
_CONTESTED = 20
_IPV6_SITE = 64
_UNSAID = secrets.token_bytes(32)


@dataclass(frozen=True, slots=True)
class Counter:
    """What is counted and how many tries it has without waiting."""

    key: str
    free: int


class TooMany(MonaziteError):  # noqa: N818 - the answer's name
    """Too many failures; until: when the next try is looked at."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__(f"too many failures; try again at {until:%H:%M:%S} UTC")


def account(name: str) -> Counter:
    """The counter of an account, by what was typed: it may not exist."""
    return Counter("account:" + hashlib.sha256(name.encode(errors="replace")).hexdigest(), 5)


def code(person_id: object) -> Counter:
    """The counter of somebody's second factor."""
    return Counter(f"code:{person_id}", 5)


def address(request: HttpRequest) -> Counter:
    """The counter of where the request comes from: an office behind one address has many tries."""
    return Counter(f"address:{_network(_remote(request))}", 30)


def verification(request: HttpRequest) -> Counter:
    """The counter of who looks up licences without signing in, by where they come from."""
    return Counter(f"verify:{_network(_remote(request))}", 60)


def teller(request: HttpRequest) -> Counter:
    """The counter of who tells of a violation: no address can be read off its key.

    It is salted with what this process made up and never wrote down; each process counts apart.
    """
    where = _network(_remote(request)).encode()
    return Counter("teller:" + hashlib.blake2b(where, key=_UNSAID, digest_size=16).hexdigest(), 20)


def take(*counters: Counter) -> None:
    """Count one try in each; TooMany where one of them must wait."""
    now = timezone.now()
    waits = [until for counter in counters if (until := _take(counter, now)) is not None]
    if waits:
        raise TooMany(max(waits))


def succeed(own: Counter, *shared: Counter) -> None:
    """The guess was right: its own count ends, shared ones lose this try alone."""
    Attempt.objects.filter(key=own.key).delete()
    forgive(*shared)


def forgive(*shared: Counter) -> None:
    """The try was right: each loses it alone, whatever failed before."""
    keys = [counter.key for counter in shared]
    Attempt.objects.filter(key__in=keys, failures__gt=0).update(failures=F("failures") - 1)


def forget() -> int:
    """Delete the counts that no longer slow anybody down; how many there were."""
    deleted, _ = Attempt.objects.filter(last_at__lt=timezone.now() - FORGOTTEN).delete()
    return deleted


def wait_after(failures: int, free: int) -> timedelta:
    """How long the next try waits: nothing at first, then 2, 4, 8 … seconds up to 15 minutes."""
    over = failures - free
    if over < 0:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(over + 1, 20)), LONGEST)


def _take(counter: Counter, now: datetime) -> datetime | None:
    for _ in range(_CONTESTED):
        with transaction.atomic():
            row, made = Attempt.objects.get_or_create(
                key=counter.key, defaults={"failures": 1, "last_at": now}
            )
        if made:
            return None
        failures = 0 if now - row.last_at > FORGOTTEN else row.failures
        until = row.last_at + wait_after(failures, counter.free)
        if until > now:
            return until
        same = Attempt.objects.filter(key=row.key, failures=row.failures, last_at=row.last_at)
        if same.update(failures=failures + 1, last_at=now):
            return None
    return now + timedelta(seconds=1)


def _remote(request: HttpRequest) -> str:
    """The caller's address: as the nearest trusted proxy wrote it, the rest could be made up."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
    proxies: int = settings.PROXIES
    if not proxies or len(forwarded) < proxies:
        return direct
    return forwarded[-proxies].strip() or direct


def _network(text: str) -> str:
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return "unknown"
    if found.version == 4:  # noqa: PLR2004 - IP's version
        return str(found)
    return str(ipaddress.ip_network((found, _IPV6_SITE), strict=False))
