"""What the events of vintages and exclusions say of their rows: `desk verify` compares them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from monazite.desk.events.prints import plain, text_sha256
from monazite.desk.events.replay import Replay, Told
from monazite.desk.events.verification.values import Broken
from monazite.desk.statistics.cells import every

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
    """Vintages whose cells are not those that were prepared."""
    for ident, said, stands in every():
        if said != stands:
            values = {"kind": "statistics_vintage", "id": ident, "table": "cells", "key": stands}
            yield Broken("row_changed", values)


VINTAGE = Replay(
    (
        "regime", "month", "number", "until", "releases", "cells_sha256", "rules_hash", "author",
        "prepared_at", "state", "signer", "signed_at",
    ),
    _vintage,
    {
        **dict.fromkeys(("excluded", "currencies", "rates", "pooled", "nothing"), _document),
        "said": text_sha256,
    },
    whole=_changed,
)  # fmt: skip
EXCLUSION = Replay(("item", "reason", "by", "at", "counts"), _exclusion, {"text": text_sha256})
