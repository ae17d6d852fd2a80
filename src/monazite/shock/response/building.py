"""A planner's problem as a programme: the network, what policies add, what limits ask.

Months t, futures s of probability p_s, discount d_t = (1 + discount) ** (-t / 12). Decided at
once, for all futures (first stage): buy, build and offtake of plants (with "chosen", 0 to 1, or
0 or 1), begin of programmes, arrange of finished goods. Decided as a future comes: all else.

    minimise   F + sum_s p_s C_s + weight x CVaR(C)                                (million US$)
    F    = sum_t d_t [ sum_m price_m buy_tm + sum_k (capex_k build_tk + fixed_k chosen_tk)
           + sum_q cost_q begin_tq + sum_f arranging_f arrange_tf ]
    C_s  = sum_t d_t [ sum_u weight_u V_u (lost_stu + cost_u bought_stu)
           + sum_m holding price_m / 12 store_stm + sum_k running_k charged_stk
           + sum_k max(0, floor_k - price_st) bound_tk ]
           + restocking of what stocks lack at the end
    CVaR = min threshold + sum_s p_s max(0, C_s - threshold) / tail
    budget:    F + sum_s p_s (holding and floors of C_s) <= budget
    cap:       arrivals_stgc <= cap x (arrivals and own production)_stg
    service:   owed_stu <= 0
    sharing:   taken_sti - directed_sti <= part of need_i x handed out_stm   (where `shared`)

lost: of a base month's output of user u that is given up for good (`network`); V: value added of
a base month; bound: capacity that is ready under a floor; charged: output beyond it. `network`
says how goods flow, plants work and buyers wait.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.programme.draft import Draft
from monazite.shock.response.checking import checked
from monazite.shock.response.costing import odds, together
from monazite.shock.response.limits.budget import budget
from monazite.shock.response.limits.cap import cap
from monazite.shock.response.limits.service import service
from monazite.shock.response.limits.sharing import sharing
from monazite.shock.response.limits.tail import tail
from monazite.shock.response.network.laying import network
from monazite.shock.response.policies.finished import purchases
from monazite.shock.response.policies.plants import capacity
from monazite.shock.response.policies.stockpile import stockpile
from monazite.shock.response.policies.substitution import substitution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Ints
    from monazite.shock.programme.programme import Programme
    from monazite.shock.response.costing import Costs
    from monazite.shock.response.limits.cap import Cap
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.policies.finished import Purchases
    from monazite.shock.response.policies.plants import Capacity
    from monazite.shock.response.policies.stockpile import Stockpile
    from monazite.shock.response.policies.substitution import Substitution
    from monazite.shock.response.setting import Setting, Way


class Built(NamedTuple):
    """The programme of a setting, and where everything stands in it.

    costs: of all policies; service: rows (S, months, users); deciding: the columns that choose each
    policy.
    """

    setting: Setting
    programme: Programme
    network: Network
    stockpile: Stockpile
    plants: Capacity
    substitution: Substitution
    purchases: Purchases
    costs: Costs
    cap: Cap
    service: Ints
    deciding: Mapping[Way, Ints]


def built(setting: Setting) -> Built:
    """The programme of a setting. InputError for what cannot be, by its place in the setting."""
    draft = Draft()
    laid = network(draft, checked(setting))
    stores = stockpile(draft, setting, laid)
    plants = capacity(draft, setting, laid)
    programmes = substitution(draft, setting, laid)
    bought = purchases(draft, setting, laid)
    costs = together(each.costs for each in (stores, plants, programmes, bought))
    likely = odds(setting)[:, None]
    draft.cost(costs.first, costs.first_value)
    draft.cost(costs.later, likely * costs.later_value)
    budget(draft, setting, costs)
    capped = cap(draft, setting, laid, plants)
    served = service(draft, setting, laid)
    sharing(draft, setting, laid, stores, plants, programmes)
    tail(
        draft,
        setting,
        np.concatenate([laid.cost_column, costs.later], axis=1),
        np.concatenate([laid.cost_value, costs.later_value], axis=1),
    )
    kind = np.array(setting.plants.way, str)
    deciding: dict[Way, Ints] = {
        "stockpile": stores.buy.ravel(),
        "plants": plants.built.size[kind[plants.built.plant] == "plants"],
        "offtake": plants.offtaken.size,
        "recycling": plants.built.size[kind[plants.built.plant] == "recycling"],
        "substitution": programmes.begin.ravel(),
        "finished": bought.arrange.ravel(),
    }
    programme = switched(draft.programme(), deciding, setting.ways)
    return Built(
        setting,
        programme,
        laid,
        stores,
        plants,
        programmes,
        bought,
        costs,
        capped,
        served,
        deciding,
    )


def switched(programme: Programme, deciding: Mapping[Way, Ints], ways: frozenset[Way]) -> Programme:
    """The programme with no other policies than these."""
    upper = programme.upper.copy()
    for way, columns in deciding.items():
        if way not in ways:
            upper[columns] = 0.0
    return replace(programme, upper=upper)
