"""The addresses of the desk, and the rival of a clearance: a reserve of one statement.

Middleware, token, the reading of the body and the writing of the answer are the site's own.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from benchmarks.desk_ledger import BARE
from django.db import connection
from django.http import HttpRequest  # noqa: TC002 - ninja reads the annotations

from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.base import Shape

if TYPE_CHECKING:
    from django.urls import URLPattern, URLResolver


class Asked(Shape):
    """How much of which line."""

    line: str
    quantity: str


class Answered(Shape):
    """Whether it was set aside."""

    reserved: bool


@operation("POST", "/bare-reserve", Answered, action="declaration.lodge", own_key=True)
def bare_reserve(request: HttpRequest, body: Asked) -> Answered:  # noqa: ARG001 - as ninja calls it
    """Set it aside where it fits."""
    asked = Decimal(body.quantity)
    with connection.cursor() as cursor:
        cursor.execute(BARE, [asked, UUID(body.line), asked])
        return Answered(reserved=cursor.rowcount == 1)


from monazite.desk.urls import urlpatterns as _own  # noqa: E402 - it reads which operations there are

urlpatterns: list[URLPattern | URLResolver] = list(_own)
