"""Who gets which kind, where the table names fewer causes than the form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from monazite.licensing.checks.kind import cause, exporter_barred
from monazite.licensing.context import Context
from monazite.licensing.reading import read
from monazite.licensing.record import Record
from monazite.licensing.regime import regime
from support.forms import TODAY, changed, good_form

if TYPE_CHECKING:
    from monazite.law.law import Law


def _context(law: Law, record: Record | None = None, **typed: str) -> Context:
    changes = {f"application.{name}": text for name, text in typed.items()}
    return Context(read(changed(good_form(), changes)), regime("CN"), TODAY, law, (), record=record)


def test_a_cause_that_the_table_does_not_name_is_refused(law: Law) -> None:
    context = _context(law, kind="voucher", voucher_case="exhibition")
    voucher = replace(context.regime.kinds["voucher"], cases=("return_after_repair",))
    narrow = replace(context, regime=replace(context.regime, kinds={"voucher": voucher}))
    assert [f.code for f in cause(context)] == []
    assert [f.code for f in cause(narrow)] == ["kind.voucher_case_unnamed"]


def test_a_penalty_bars_for_five_years_to_the_day(law: Law) -> None:
    for day, codes in (
        (date(2021, 11, 22), []),
        (date(2021, 11, 23), ["kind.barred_by_penalty"]),
        (date(2026, 11, 1), ["kind.barred_by_penalty"]),
    ):
        context = _context(law, Record(penalised_on=(day,)), kind="general")
        assert [f.code for f in exporter_barred(context)] == codes


def test_nobody_is_barred_from_a_single_licence(law: Law) -> None:
    record = Record(convicted=True, penalised_on=(TODAY,), listed_parent=True)
    assert not list(exporter_barred(_context(law, record)))
    assert len(list(exporter_barred(_context(law, record, kind="voucher")))) == 3


def test_what_is_not_known_bars_nobody(law: Law) -> None:
    assert not list(exporter_barred(_context(law, Record(), kind="general")))
    assert not list(exporter_barred(_context(law, None, kind="general")))
