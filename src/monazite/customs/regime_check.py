"""Build the values of a regime's table, with every key that is wrong, missing or not known."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from monazite.errors import LawDataError

T = TypeVar("T")
CONFIDENCES = ("found", "memory", "uncertain")
SEVERITIES = ("error", "warning", "note")
_WORDS = {"confidence": CONFIDENCES, "severity": SEVERITIES}


def built(kind: type[T], data: object, where: str) -> T:
    """The value of a kind; LawDataError names every key that cannot be used."""
    reader = _Reader()
    made: T = reader.of(kind, data, where)
    if reader.problems:
        raise LawDataError(reader.problems)
    return made


@lru_cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@dataclass(slots=True)
class _Reader:
    """Reads values by their annotations and gathers what is wrong."""

    problems: list[str] = field(default_factory=list)

    def of(self, kind: Any, data: object, where: str) -> Any:  # noqa: ANN401 - any annotation
        """The value of an annotation; None where it cannot be made."""
        if is_dataclass(kind):
            return self._record(kind, data, where)
        origin = get_origin(kind)
        if origin in {Union, types.UnionType}:
            wanted = next(a for a in get_args(kind) if a is not type(None))
            return None if data is None else self.of(wanted, data, where)
        if origin is tuple:
            return self._several(get_args(kind)[0], data, where)
        if origin is Mapping:
            return self._named(get_args(kind)[1], data, where)
        return self._plain(kind, data, where)

    def _record(self, kind: Any, data: object, where: str) -> Any:  # noqa: ANN401
        if not isinstance(data, dict):
            self.problems.append(f"{where}: not a mapping")
            return None
        known = [each.name for each in fields(kind)]
        self.problems += [f"{where}: {k!r} is no key of it" for k in data if k not in known]
        self.problems += [f"{where}: {k!r} is missing" for k in known if k not in data]
        values = {
            name: self._worded(name, self.of(_hints(kind)[name], data[name], f"{where} {name}"))
            for name in known
            if name in data
        }
        return kind(**values) if len(values) == len(known) else None

    def _worded(self, name: str, value: Any) -> Any:  # noqa: ANN401
        words = _WORDS.get(name)
        if words and value not in words:
            self.problems.append(f"{name}: {value!r} is none of {', '.join(words)}")
        return value

    def _several(self, kind: Any, data: object, where: str) -> tuple[Any, ...]:  # noqa: ANN401
        if not isinstance(data, list):
            self.problems.append(f"{where}: not a list")
            return ()
        return tuple(self.of(kind, each, f"{where}[{n}]") for n, each in enumerate(data))

    def _named(self, kind: Any, data: object, where: str) -> dict[str, Any]:  # noqa: ANN401
        if not isinstance(data, dict):
            self.problems.append(f"{where}: not a mapping")
            return {}
        return {name: self.of(kind, each, f"{where}/{name}") for name, each in data.items()}

    def _plain(self, kind: Any, data: object, where: str) -> Any:  # noqa: ANN401
        if kind is Decimal:
            return self._decimal(data, where)
        if type(data) is not kind:
            self.problems.append(f"{where}: {data!r} is not {kind.__name__}")
        return data

    def _decimal(self, data: object, where: str) -> Decimal | None:
        """Numbers with decimals are written as text: YAML would make floats of them."""
        try:
            if isinstance(data, str | int) and not isinstance(data, bool):
                return Decimal(data)
        except InvalidOperation:
            pass
        self.problems.append(f"{where}: {data!r} is not a number, or not in quotes")
        return None
