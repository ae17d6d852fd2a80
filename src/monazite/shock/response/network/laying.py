"""The supply chain in all futures, laid into the draft of a programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.response.network.costing import charge, discounts
from monazite.shock.response.network.licensing import licences
from monazite.shock.response.network.making import making
from monazite.shock.response.network.moving import moving
from monazite.shock.response.network.network import Network
from monazite.shock.response.network.replacing import replaceable, replacing
from monazite.shock.response.network.stocking import restocking, stocking
from monazite.shock.response.network.using import using

if TYPE_CHECKING:
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.setting import Setting


def network(draft: Draft, setting: Setting) -> Network:
    """Columns, rows and costs of the supply chain in all futures; its indices in the draft."""
    stock, balance = stocking(draft, setting)
    flow = moving(draft, setting, balance)
    use, owed, demand = using(draft, setting, balance)
    inputs = replaceable(setting)
    replaced, needed, ceded = replacing(draft, setting, inputs, use, balance)
    free, bank, permit = licences(draft, setting, flow)
    short, restock = restocking(draft, setting, stock)
    columns, values = charge(draft, setting, owed, short)
    return Network(
        flow=flow,
        make=making(draft, setting, balance),
        stock=stock,
        use=use,
        owed=owed,
        replaced=replaced,
        free=free,
        bank=bank,
        short=short,
        balance=balance,
        demand=demand,
        needed=needed,
        replacing=ceded,
        permit=permit,
        restock=restock,
        replaceable=inputs,
        discount=discounts(setting),
        cost_column=columns,
        cost_value=values,
    )
