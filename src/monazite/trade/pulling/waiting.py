"""How long to wait before asking again: what the server says, else longer each time."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS = re.compile(r"[Tt]ry again in ([0-9]+) second")
_CLOCK = re.compile(r"replenished in (?:([0-9]+)\.)?([0-9]{2}):([0-9]{2}):([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Manner:
    """How patiently a server is asked.

    Attributes:
        attempts: how often without one byte of progress between.
        first_wait_s: the first wait; each further one is twice as long.
        longest_wait_s: no wait is longer; a server that asks for more is asked another day.
        timeout_s: how long a silent connection is kept.
        max_bytes: no file is longer.
        sleep: what waits.
    """

    attempts: int = 5
    first_wait_s: float = 1.0
    longest_wait_s: float = 120.0
    timeout_s: float = 60.0
    max_bytes: int = 20 * 2**30
    sleep: Callable[[float], None] = time.sleep

    def wait_s(self, tried: int) -> float:
        """The wait after so many attempts in vain."""
        return min(self.first_wait_s * 2.0 ** (tried - 1), self.longest_wait_s)


def asked_wait_s(retry_after: str | None, body: str) -> float | None:
    """The wait that a server asks for, by header (seconds or a date) or in words; None if none."""
    if retry_after and retry_after.strip().isdecimal():
        return float(retry_after)
    if retry_after:
        try:
            until = parsedate_to_datetime(retry_after)
        except ValueError:
            return None
        # A date without a zone is UTC by the standard's own examples.
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max((until - datetime.now(UTC)).total_seconds(), 0.0)
    return _in_words(body)


def _in_words(body: str) -> float | None:
    if said := _SECONDS.search(body):
        return float(said[1])
    if said := _CLOCK.search(body):
        days, hours, minutes, seconds = (int(part or 0) for part in said.groups())
        return float(((days * 24 + hours) * 60 + minutes) * 60 + seconds)
    return None
