"""The supply chain of a setting alone, without policies, as a programme and its optimum."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.programme.draft import Draft
from monazite.shock.programme.highs import solve
from monazite.shock.response.network.laying import network

if TYPE_CHECKING:
    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.setting import Setting


class Run(NamedTuple):
    """Where everything stands, and what it comes to."""

    network: Network
    solution: Solution


def run(setting: Setting) -> Run:
    """Lay the network, solve it."""
    draft = Draft()
    laid = network(draft, setting)
    return Run(laid, solve(draft.programme()))
