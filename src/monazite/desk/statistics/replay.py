"""What the events of vintages and exclusions say of their rows: `desk verify` compares them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from monazite.desk.events.prints import plain, text_sha256
from monazite.desk.events.replay import Replay, Told
from monazite.desk.events.verification.values import Broken
from monazite.desk.statistics import cells, counted

_UNSAID: Told = {"signer_id": None, "signed_at": None, "said": text_sha256("")}


def _vintage(told: Told, _kind: str, payload: Mapping[str, Any]) -> Told:
    """What was prepared, and what became of it."""
    return _UNSAID | told | dict(payload)


def _exclusion(told: Told, _kind: str, payload: Mapping[str, Any]) -> Told:
    """What was left out, or counts again."""
    return told | dict(payload)


def _document(stored: str) -> str:
    """A document as events tell it; "" of what is none."""
    try:
        return str(plain(json.loads(stored)))
    except ValueError:
        return ""


def _changed() -> Iterator[Broken]:
    """Vintages whose cells, or what was counted in them, are not those that were prepared."""
    for table, rows in (("cells", cells.every()), ("counted", counted.every())):
        for ident, said, stands in rows:
            if said != stands:
                values = {"kind": "statistics_vintage", "id": ident, "table": table, "key": stands}
                yield Broken("row_changed", values)


_DOCUMENTS = ("excluded", "currencies", "rates", "pooled", "nothing", "waiting")
VINTAGE = Replay(
    (
        "regime", "month", "number", "until", "releases", "cells_sha256", "counted_sha256",
        "rules_hash", "author", "prepared_at", "state", "signer", "signed_at",
    ),
    _vintage,
    {
        **dict.fromkeys(_DOCUMENTS, _document),
        "said": text_sha256,
    },
    whole=_changed,
)  # fmt: skip
EXCLUSION = Replay(("item", "reason", "by", "at", "counts"), _exclusion, {"text": text_sha256})
