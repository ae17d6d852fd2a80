"""Who does what in a case: the division of responsibilities between authorities, as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.errors import LawDataError
from monazite.law.tables import place, table, unknown_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_FILE = Path(__file__).with_name("agencies.yaml")
_KEYS = frozenset({"en", "zh", "does", "law", "sources", "confidence"})


@dataclass(frozen=True, slots=True)
class Agency:
    """An authority: names, what it does in a case, by which law, and where that is said."""

    code: str
    en: str
    zh: str
    does: Mapping[str, str]
    law: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: str

    def name(self, lang: str) -> str:
        """Its name in the language."""
        return self.zh if lang == "zh" else self.en


@lru_cache(maxsize=1)
def agencies() -> Mapping[str, Agency]:
    """Every authority by its code; LawDataError lists what the file lacks."""
    found = table(_FILE)
    if problems := [p for code, entry in found.items() for p in _problems(code, entry)]:
        raise LawDataError(problems)
    return {code: _agency(code, entry) for code, entry in found.items()}


def _agency(code: str, entry: Mapping[str, Any]) -> Agency:
    return Agency(
        code, entry["en"], entry["zh"], dict(entry["does"]), tuple(entry["law"]),
        tuple(entry["sources"]), entry["confidence"],
    )  # fmt: skip


def _problems(code: str, entry: Mapping[str, Any]) -> Iterator[str]:
    where = f"{place(_FILE)} {code}"
    yield from unknown_keys(entry, _KEYS, where)
    yield from (f"{where}: {key} is missing" for key in sorted(_KEYS - entry.keys()))
    if entry.get("does", {}).keys() != {"en", "zh"}:
        yield f"{where}: does needs en and zh"
