"""The worker scores what may leave, and holds what the gate then wants somebody to look at."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from monazite.catalogue.texts import LANGS
from monazite.customs.regime import rules
from monazite.desk import sql
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.gate.models import Declaration, Score
from monazite.desk.gate.prints import FIELDS, scores_told
from monazite.desk.gate.risk.held_model import Held, Holder
from monazite.desk.gate.risk.table import columns, rows
from monazite.desk.gate.services.challenging.analysing import checked_again
from monazite.desk.gate.services.checking import under
from monazite.desk.gate.services.composing import exit_by
from monazite.desk.gate.services.held import SCORED
from monazite.desk.gate.services.stepping import step

if TYPE_CHECKING:
    import uuid

_LOG = logging.getLogger("monazite.desk.worker")
MOST = 500
"""Declarations that the model is asked about at once."""
_TURN_S = 20.0
"""For how long scoring goes on, so that the worker's other jobs have their turn."""
_WORKER = Who(None, "worker")
_HIGH = "risk.high"
_CLEARED, _HOLD = "cleared", "hold"
_LOOKED = ("clear", "judge_free")
"""What an officer does who has looked and lets it go."""
_WAITING = (
    "SELECT d.id FROM gate_declaration d WHERE d.state IN ('cleared', 'held') AND NOT EXISTS"
    " (SELECT 1 FROM gate_score s WHERE s.declaration_id = d.id AND s.model = %s)"
    " ORDER BY d.risk IS NOT NULL, d.lodged_at, d.id LIMIT %s"
)
"""Those that nobody scored come first; states as text, for the index of these few rows alone."""
_AROUND = (OperationalError, InterfaceError, OSError)
"""Faults of what lies around (database and files), which are no declaration's own."""
_HOLDER = Holder()


class PassedOver:
    """The declarations that a version of the model could not score, each said once in the log.

    Kept for as long as the process lasts and no other version comes into force.
    """

    def __init__(self) -> None:
        self._version = ""
        self._idents: set[uuid.UUID] = set()

    def of(self, version: str) -> set[uuid.UUID]:
        """Keys of those that this version is not asked about again."""
        if version != self._version:
            self._version, self._idents = version, set()
        return self._idents

    def add(self, row: Declaration, version: str, error: Exception) -> None:
        """Ask this version about it no more."""
        self.of(version).add(row.pk)
        told = "declaration %s is passed over, model %s cannot score it: %s"
        _LOG.warning(told, row.number, version, error, exc_info=error)


_PASSED = PassedOver()


class Risk(NamedTuple):
    """What the model said of a declaration; whole: 0 to 100; by_item: as `Score` keeps it."""

    whole: int
    by_item: dict[str, dict[str, Any]]


def score_waiting() -> int:
    """How many declarations were scored: those that may leave or are held, by the model in force.

    None without a model. What changed meanwhile is left to the next turn; what this version cannot
    score is passed over, so that it keeps nobody else waiting. Faults of database and files are
    raised: the turn is over, and the next one begins where it stood.
    """
    held = _HOLDER.look(Path(settings.MODEL_ROOT))
    end, done = time.monotonic() + _TURN_S, 0
    while held is not None:
        batch = waiting(held.version)
        done += scored(batch, held)
        if len(batch) < MOST or time.monotonic() >= end:
            break
    return done


def waiting(version: str) -> list[Declaration]:
    """Declarations that a version of the model has not scored and can, at most MOST."""
    passed = _PASSED.of(version)
    keys = [sql.key(key) for (key,) in sql.rows(_WAITING, [version, MOST + len(passed)])]
    idents = [key for key in keys if key not in passed][:MOST]
    found = {row.pk: row for row in _read(idents)}
    return [found[ident] for ident in idents if ident in found]


def _read(idents: Sequence[uuid.UUID]) -> QuerySet[Declaration]:
    """With all that the table and the gate's check read."""
    found = Declaration.objects.filter(pk__in=idents).annotate(scored=Count("scores"))
    return found.select_related("office", "replaces").prefetch_related("items")


def scored(batch: Sequence[Declaration], held: Held) -> int:
    """How many of a batch were scored; one that fails is passed over, and the others go on."""
    done = 0
    for row, risk in _asked(batch, held):
        try:
            done += kept(row, risk, held.version)
        except _AROUND:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it holds, the others are scored
            _PASSED.add(row, held.version, error)
    return done


def _asked(batch: Sequence[Declaration], held: Held) -> list[tuple[Declaration, Risk]]:
    """The risks of a batch; where the model refuses it, of each that it takes by itself."""
    try:
        return list(risks(batch, held))
    except _AROUND:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one of them holds, the others are scored
        if len(batch) == 1:
            _PASSED.add(batch[0], held.version, error)
            return []
    return [found for row in batch for found in _asked([row], held)]


def risks(batch: Sequence[Declaration], held: Held) -> Iterator[tuple[Declaration, Risk]]:
    """Each declaration with its risk; the model is asked once."""
    if not batch:
        return
    scores = held.model.score(columns(list(rows(batch))))
    reasons = {lang: scores.reasons(lang) for lang in LANGS}
    said = iter(
        {"risk": f"{risk:.4f}", "reasons": {lang: reasons[lang][at] for lang in LANGS}}
        for at, risk in enumerate(scores.risks.tolist())
    )
    for row in batch:
        numbers = sorted(item.number for item in row.items.all())
        by_item = {str(number): next(said) for number in numbers}
        yield row, Risk(of_whole(by_item), by_item)


def of_whole(by_item: Mapping[str, Mapping[str, Any]]) -> int:
    """The riskiest item's, from 0 to 100, half to even."""
    most = max(Decimal(one["risk"]) for one in by_item.values())
    return int((most * 100).quantize(Decimal(1), ROUND_HALF_EVEN))


def kept(row: Declaration, risk: Risk, version: str) -> bool:
    """Whether it was written: not where the declaration went on since it was read."""
    try:
        _keep(row, risk, version)
    except ChangedMeanwhile:
        return False
    return True


@transaction.atomic
def _keep(row: Declaration, risk: Risk, version: str) -> None:
    """The score with its event, and the hold with it, so that nothing leaves in between."""
    row.risk = risk.whole
    score = Score(
        declaration=row, number=_before(row) + 1, at=timezone.now(), model=version,
        risk=risk.whole, by_item=risk.by_item, held=_to_be_held(row),
    )  # fmt: skip
    told = {FIELDS: {"risk": risk.whole}, ROWS: scores_told(score), "model": version}
    record(row, SCORED, told, _WORKER, risk=risk.whole)
    score.save(force_insert=True)
    if score.held:
        _hold(row)


def _before(row: Declaration) -> int:
    """How many scores it had when it was read."""
    count: int = row.scored  # type: ignore[attr-defined]  # annotated by `_read`
    return count


def _to_be_held(row: Declaration) -> bool:
    """Whether the gate, asked again, wants somebody to look because of the risk.

    Not where an officer has looked and cleared it: a newer model is no new fact.
    """
    if row.state != _CLEARED or (row.risk or 0) < rules(row.regime).risk.look:
        return False
    if row.acts.filter(kind__in=_LOOKED, by__isnull=False).exists():
        return False
    return any(found.code == _HIGH for found in checked_again(row).all_findings())


def _hold(row: Declaration) -> None:
    """As the gate holds by itself: no officer did it, and the declarant is told no reason."""
    at = under(row.regime)
    items = tuple(row.items.select_related("line__licence"))
    step(row, _HOLD, _WORKER, cleared_at=None, exit_by=exit_by(items, at.day, at.rules))
