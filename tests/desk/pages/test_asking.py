"""Which sections and fields a page asks, by the kind of licence."""

from __future__ import annotations

import pytest

from monazite.desk.pages.form.asking import asked, section_asked
from monazite.licensing.fields import sections


@pytest.mark.parametrize("kind", ["single", "general", "voucher", ""])
def test_a_voucher_is_asked_for_no_proof(kind: str) -> None:
    form = {"application": {"regime": "CN", "kind": kind}, "civil_use": {"sold_onward": "yes"}}
    proof = ("product_tree", "onward_sales", "claims")
    assert [section_asked(name, form) for name in proof] == [kind != "voucher"] * 3
    assert section_asked("papers", form)
    field = sections()["civil_use"].fields[0]
    assert asked(field, {}, form) == (kind != "voucher")
