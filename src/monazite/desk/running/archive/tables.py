"""Rows as lines of JSON, the same from every engine: exact decimals, bytes and moments."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection, models
from django.db.migrations.recorder import MigrationRecorder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from django.apps.registry import Apps

    Model = type[models.Model]

_MADE_BY_MIGRATIONS = {"contenttypes", "auth"}
_PASSING = {"sessions"}
SECRET = {"otp_totp"}
"""Second factors: whoever has these rows can sign in as the officers, so they go with the keys."""

_WRITE: dict[str, Callable[[Any], object]] = {
    "BinaryField": lambda value: base64.b64encode(bytes(value)).decode(),
    "ExactDecimalField": str,
    "UUIDField": str,
    "DateTimeField": lambda value: value.isoformat(),
    "DateField": lambda value: value.isoformat(),
}
_READ: dict[str, Callable[[Any], object]] = {
    "BinaryField": lambda value: base64.b64decode(value, validate=True),
    "ExactDecimalField": Decimal,
    "UUIDField": uuid.UUID,
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
}


def kept(*, secret: bool, registry: Apps = apps) -> dict[str, Model]:
    """The models that a backup holds, by label; secret: second factors too.

    registry: the site's models, or those of an earlier state of it.
    """
    left = _MADE_BY_MIGRATIONS | _PASSING | (set() if secret else SECRET)
    return {
        model._meta.label_lower: model  # noqa: SLF001 - Django's own name
        for model in registry.get_models(include_auto_created=True)
        if model._meta.app_label not in left and model._meta.managed  # noqa: SLF001
    }


def migrations() -> list[str]:
    """The migrations that the database has seen."""
    return sorted(".".join(key) for key in MigrationRecorder(connection).applied_migrations())


def lines(model: Model) -> Iterator[bytes]:
    """The names of a table's columns, then each row, by key."""
    fields = _fields(model)
    names = [field.attname for field in fields]
    yield _line(names)
    rows = model._base_manager.order_by("pk").values_list(*names)  # noqa: SLF001
    writers = [_WRITE.get(_type(field)) for field in fields]
    for row in rows.iterator(chunk_size=2000):
        yield _line(
            [
                write(value) if write and value is not None else value
                for write, value in zip(writers, row, strict=True)
            ]
        )


def objects(model: Model, written: Iterable[bytes]) -> Iterator[models.Model]:
    """The rows of a table's lines; ValueError where a line is none of this table.

    The first line names the columns: an earlier state of a model may have them in another order.
    """
    readers = {field.attname: _READ.get(_type(field)) for field in _fields(model)}
    names: list[str] = []
    for number, line in enumerate(written):
        values = json.loads(line)
        expected = names or readers
        if not isinstance(values, list) or len(values) != len(expected):
            raise ValueError(f"line {number + 1} is not of this table")
        if number:
            yield model(**_values(names, readers, values))
        elif set(map(str, values)) == readers.keys():
            names = values
        else:
            raise ValueError("line 1 is not of this table")


def _values(
    names: list[str], readers: Mapping[str, Callable[[Any], object] | None], values: list[Any]
) -> dict[str, object]:
    return {
        name: read(value) if (read := readers[name]) and value is not None else value
        for name, value in zip(names, values, strict=True)
    }


def _fields(model: Model) -> list[Any]:
    return list(model._meta.concrete_fields)  # noqa: SLF001


def _type(field: Any) -> str:  # noqa: ANN401 - Django's fields in general
    while field.is_relation:
        field = field.target_field
    return str(field.get_internal_type())


def _line(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
