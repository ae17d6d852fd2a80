"""Rows of trade that need a licence: what is free, what is granted and kept for later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.setting import Setting


def licences(draft: Draft, setting: Setting, flow: Ints) -> tuple[Ints, Ints, Ints]:
    """What leaves without licence, licences kept at the month's end, t, and the rows; (S, T, L).

    What leaves beyond the free part takes a licence of this month or an earlier one; that licences
    run out after some months is left out.
    """
    needs_none = np.stack([future.free for future in setting.futures])
    granted = np.stack([future.permit for future in setting.futures])
    shape = granted.shape
    free = draft.columns("free", shape, upper=needs_none)
    bank = draft.columns("bank", shape)
    permit = draft.rows("permit", shape, upper=granted)
    draft.add(permit, flow[:, :, setting.world.licensed], 1.0)
    draft.add(permit, free, -1.0)
    draft.add(permit, bank, 1.0)
    draft.add(permit[:, 1:], bank[:, :-1], -1.0)
    # What was free and did not leave must not be kept as if it were licensed.
    shipped = draft.rows("free", shape, upper=0.0)
    draft.add(shipped, free, 1.0)
    draft.add(shipped, flow[:, :, setting.world.licensed], -1.0)
    return free, bank, permit
