"""The matcher of nomenklatura, logic-v2, on candidates that our index gives it.

It keeps names by the id of their entity, so every entity here has one of its own.
"""

from __future__ import annotations

from importlib.util import find_spec
from itertools import count
from typing import TYPE_CHECKING, Any

from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.index.index import build
from monazite.watch.screening.names.views import views, views_of_many

if TYPE_CHECKING:
    from benchmarks.listed_names import Listed, Query

_CANDIDATES = 10
_SCHEMA = {"person": "Person", "company": "Company"}


def installed() -> bool:
    """Whether it can be compared with."""
    return find_spec("nomenklatura") is not None


class Matcher:
    """An index of the names, and its matcher with its own defaults."""

    def __init__(self, among: Listed) -> None:
        from nomenklatura.matching import get_algorithm

        self.names = among.names
        kinds = [name.kind for name in among.names]
        seen = views_of_many([name.text for name in among.names], kinds)
        self.index = build(seen, among.owners)
        self.matcher: Any = get_algorithm("logic-v2")
        self.config = self.matcher.default_config()
        self.ids = count()

    def __call__(self, asked: Query) -> int | None:
        """The number of the candidate with the highest score."""
        found = self.index.search(forms_of([views(asked.text, asked.kind)]), _CANDIDATES)
        one = self._entity(asked.text, asked.kind)
        scored = [
            (self.matcher.compare(one, self._entity(*self.names[name]), self.config).score, -name)
            for name in found.name.tolist()
        ]
        return -max(scored)[1] if scored else None

    def _entity(self, text: str, kind: str) -> Any:
        from followthemoney import model

        schema = _SCHEMA.get(kind, "LegalEntity")
        properties = {"name": [text]}
        return model.get_proxy(
            {"id": f"e{next(self.ids)}", "schema": schema, "properties": properties}
        )
