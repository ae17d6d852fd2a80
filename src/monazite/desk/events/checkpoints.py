"""Sealing: a signed checkpoint over what was committed since the last, inside and outside.

The row is committed first and its copy is written from it: a process killed in between leaves a
row without a copy, which the next round writes. A copy without a row can then only mean that
somebody took the row away, and nothing is sealed over that.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.desk.events import copies
from monazite.desk.events.models import Checkpoint
from monazite.desk.events.seal import Seal, hashed, sealed
from monazite.desk.events.unsealed import unsealed, waiting, watermark

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.desk.events.signing import Signer

EVERY = timedelta(minutes=1)
AT_MOST = 10_000
"""A checkpoint is due after a minute, or sooner when so many events wait."""


def due() -> bool:
    """Whether a checkpoint is due; False where nothing waits for one."""
    last, now = _last(), watermark()
    if last is None or datetime.fromisoformat(last.sealed_at) + EVERY <= timezone.now():
        return waiting(last, now, 1) == 1
    return waiting(last, now, AT_MOST) == AT_MOST


def seal(signer: Signer, root: Path) -> Checkpoint | None:
    """Seal what waits and copy it out; None where nothing waits or another worker was quicker."""
    complete(root)
    try:
        with transaction.atomic():
            row = _sealed(signer, root)
    except IntegrityError:
        return None  # two numbered it alike: the database takes one
    if row:
        copies.write(root, row.number, copies.Copy.of(row))
    return row


def complete(root: Path) -> None:
    """Write the copies that a process which was killed did not, the oldest first."""
    missing = []
    for row in Checkpoint.objects.order_by("-number").iterator():
        if copies.path(root, row.number).exists():
            break
        missing.append(row.number)
    for number in reversed(missing):
        copies.write(root, number, copies.Copy.of(Checkpoint.objects.get(number=number)))


def _sealed(signer: Signer, root: Path) -> Checkpoint | None:
    last, now = _last(), watermark()
    found = sealed(last, unsealed(last, now), now, timezone.now())
    if found is None:
        return None
    if copies.path(root, found.number).exists():
        if Checkpoint.objects.filter(number=found.number).exists():
            return None  # another worker sealed it after we had looked
        raise copies.CopiesDisagree(copies.CopiesDisagree.__doc__)
    text = found.text()
    return Checkpoint.objects.create(
        number=found.number,
        sealed_at=found.sealed_at,
        document=text,
        hash=hashed(text),
        signature=signer.sign(text.encode()),
    )


def _last() -> Seal | None:
    row = Checkpoint.objects.order_by("-number").first()
    return Seal.read(row.document) if row else None
