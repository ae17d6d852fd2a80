"""Exact decimals on both engines: 12 digits before the point and 6 after it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    _Decimals = models.DecimalField[Any, Any]
else:
    _Decimals = models.DecimalField  # takes no parameters when it runs

_PLACES = 6


class ExactDecimalField(_Decimals):
    """A quantity or a value: numeric(18, 6), and on SQLite a whole number of millionths.

    SQLite keeps a decimal column as a binary float of some 15 digits; 999999999999.999999 would
    come back as 1000000000000. Whole numbers are exact there, and so are their sums.
    """

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options of a field
        super().__init__(**{**options, "max_digits": 18, "decimal_places": _PLACES})

    def get_internal_type(self) -> str:
        """A name of its own: Django's converter for decimals on SQLite goes through a float."""
        return "ExactDecimalField"

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The type of the column."""
        return "bigint" if connection.vendor == "sqlite" else "numeric(18, 6)"

    def get_db_prep_value(
        self,
        value: Any,  # noqa: ANN401 - what a caller assigns
        connection: BaseDatabaseWrapper,
        prepared: bool = False,  # noqa: FBT001, FBT002 - Django's signature
    ) -> Any:  # noqa: ANN401 - what the engine is given
        """The value as the engine keeps it; ValueError for a finer one than a millionth."""
        given = value if prepared else self.to_python(value)
        if given is None or hasattr(given, "as_sql") or connection.vendor != "sqlite":
            return given
        millionths = Decimal(given).scaleb(_PLACES)
        if millionths != int(millionths):
            raise ValueError(f"{self.name}: {given} is finer than a millionth")
        return int(millionths)

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:  # noqa: ANN401
        """Kept as it is looked up."""
        return self.get_db_prep_value(value, connection)

    def from_db_value(
        self,
        value: Any,  # noqa: ANN401 - what the engine keeps
        _expression: object,
        connection: BaseDatabaseWrapper,
    ) -> Decimal | None:
        """The decimal again."""
        if value is None or connection.vendor != "sqlite":
            return value  # type: ignore[no-any-return]
        return Decimal(value).scaleb(-_PLACES)
