"""The risk model in force, as the worker holds it between two looks at its folder."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.desk.gate.risk.table import COLUMNS
from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.watch.targeting.model import Model

_LOG = logging.getLogger("monazite.desk.risk")
_CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Held:
    """A model and the name of its version."""

    version: str
    model: Model


class Holder:
    """Loads the model of a folder when another comes into force.

    What cannot be used is said once in the log, tried again at every look, and the last good model
    stays. Without the file `current` there is none.
    """

    def __init__(self) -> None:
        self._held: Held | None = None
        self._from: Path | None = None
        self._said = ""

    def look(self, folder: Path) -> Held | None:
        """The model in force; None where there is none, or never was one that can be used."""
        if folder != self._from:
            self._held, self._from, self._said = None, folder, ""
        version = _named(folder)
        if version is None:
            self._held = None
        elif self._held is None or self._held.version != version:
            self._load(folder, version)
        return self._held

    def _load(self, folder: Path, version: str) -> None:
        try:
            self._held = Held(version, _loaded(folder, version))
        except Exception as error:  # noqa: BLE001 - whatever its files hold, the worker goes on
            if version != self._said:
                stays = self._held.version if self._held else "none"
                _LOG.warning("model %s is not used, %s stays: %s", version, stays, error)
            self._said = version


def _named(folder: Path) -> str | None:
    """The version that `current` names."""
    try:
        return (folder / _CURRENT).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def _loaded(folder: Path, version: str) -> Model:
    """The model; InputError where it was learned from columns that declarations here lack."""
    # LightGBM takes seconds: only who has a model to load waits for it.
    from monazite.watch.targeting.store import load  # noqa: PLC0415

    model = load(folder, version)
    missing = [name for name in model.schema.needed() if name not in COLUMNS]
    if missing:
        raise InputError(
            "model", f"a column {', '.join(missing)}",
            "a model of the table that `monazite desk declarations` writes",
        )  # fmt: skip
    return model
