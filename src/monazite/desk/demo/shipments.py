"""Shipments of the demo that draw on no licence: each is a story of its own at the gate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from monazite.desk.demo.gate import ACTS
from monazite.desk.demo.people import People
from monazite.desk.demo.shipping import Shipping


def tell(story: Mapping[str, Any], people: People) -> Iterator[int]:
    """Let its steps happen; before each, how many working days ago it was."""
    for said in story["steps"]:
        yield int(said["ago"])
        ACTS[said["do"]](Shipping(people.persons[said["by"]], said, people, None, story["mark"]))
