"""Where the supply chain stands in a programme: indices of its columns and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints


class Network(NamedTuple):
    """Indices in the draft by future (S), month (T) and what they are of.

    Columns. flow: t that leave on each row of trade, (S, T, R); make: activity of makers, bounded
    by what is available, (S, T, J); stock: t in each market at the month's end, at most what it
    held before, (S, T, M); use: activity of users, what is caught up by overtime included,
    (S, T, U); owed: output that is still waited for at the month's end, (S, T, U); replaced: t of
    the inputs in `replaceable` that another grade stands in for, (S, T, N); free, bank: t of the
    licensed rows that need no licence, and t licensed and not shipped, (S, T, L); short: t that
    stocks lack at the end, (S, M).

    Rows. balance: what stays or leaves a market counts plus, what comes counts minus, at most what
    was there, (S, T, M): what nobody takes is let go; demand: use and what is still owed, equal to
    what is wanted, (S, T, U): what serves buyers in the place of use is added with plus;
    needed: replaced at most what use needs, (S, T, N); replacing: replaced at most what gives way
    by itself, (S, T, N): what a programme replaces is added with minus; permit: t shipped under
    licence and banked, at most t licensed, (S, T, L); restock: (S, M).

    replaceable: rows of users' inputs that may be replaced, sorted. discount: of a month's money,
    (T,). cost_column, cost_value: the columns of a future that cost, and million US$ discounted for
    each unit of them before the future's probability, (S, n).
    """

    flow: Ints
    make: Ints
    stock: Ints
    use: Ints
    owed: Ints
    replaced: Ints
    free: Ints
    bank: Ints
    short: Ints
    balance: Ints
    demand: Ints
    needed: Ints
    replacing: Ints
    permit: Ints
    restock: Ints
    replaceable: Ints
    discount: Floats
    cost_column: Ints
    cost_value: Floats
