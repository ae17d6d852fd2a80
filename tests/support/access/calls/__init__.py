"""The services that stand behind the actions, each called as a page or the API would.

A module here has CALLS: action → function of the person and the thing. Add one for each new room.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

from monazite.desk.people.models import Person

Call = Callable[[Person, Any], object]


def calls() -> dict[str, Call]:
    """Every module's, joined."""
    found: dict[str, Call] = {}
    for module in pkgutil.iter_modules(__path__):
        found |= importlib.import_module(f"{__name__}.{module.name}").CALLS
    return found
