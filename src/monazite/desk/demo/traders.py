"""Ordinary trade of the demo from a table of firms: declared, and gone a working day later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from monazite.desk.demo.data import data

Story = Mapping[str, Any]
_OFFICERS = ("hai", "chu")
_LEAST, _STEP, _SPREAD = 2400, 389, 2600
"""Kilograms of a shipment: no two firms send the same, and none sends most of it."""


def stories() -> tuple[Story, ...]:
    """A story of every firm, as those of `shipments.yaml` are told."""
    return tuple(
        {"mark": firm["mark"], "steps": [*_steps(place, firm)]}
        for place, firm in enumerate(data("traders")["firms"])
    )


def _steps(place: int, firm: Story) -> Iterator[Story]:
    number = 0
    for at in data("traders")["rounds"]:
        ago = int(at) - place % 2
        # All of a day is declared before any of it leaves: a story never goes back in time.
        numbers = [str(number + n) for n in range(1, len(firm["to"]) + 1)]
        for ref, country in zip(numbers, firm["to"], strict=True):
            number += 1
            put = _put(firm["goods"], country, place + 5 * number)
            yield {"do": "lodge", "ago": ago, "by": firm["by"], "ref": ref, "put": put}
        for ref in numbers:
            yield {"do": "exit", "ago": ago - 1, "by": _OFFICERS[place % 2], "ref": ref}


def _put(goods: Sequence[str], country: str, seed: int) -> Story:
    receiver = data("traders")["receivers"][country]
    return {
        "series": "export", "mode": "sea", "port": "Ningbo Beilun",
        "destination": country, "arrival": country,
        "end_use": "Sold to the end user named here.", "military": False,
        "end_user": {"name": receiver["name"], "country": country}, "consignee": receiver,
        "items": [_item(data("traders")["goods"][name], seed + n) for n, name in enumerate(goods)],
    }  # fmt: skip


def _item(good: Story, seed: int) -> Story:
    mass = _LEAST + seed * _STEP % _SPREAD
    said = {name: value for name, value in good.items() if name != "usd_kg"}
    return said | {
        "only": True, "origin": "CN", "quantity": str(mass), "unit": "kg", "mass_kg": str(mass),
        "value": str(mass * int(good["usd_kg"])), "currency": "USD",
    }  # fmt: skip
