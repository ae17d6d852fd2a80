"""What can be asked of flows: every question is a method that gives one answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

from monazite.errors import InputError
from monazite.trade import asked, background, notes
from monazite.trade.flows.answer import Answer, Note
from monazite.trade.flows.cells import HS_DIGITS, begins, cells, left_out, monthly_cells, sided
from monazite.trade.holdings import holdings
from monazite.trade.indicators.named import named
from monazite.trade.indicators.partners import concentration, world_concentration
from monazite.trade.indicators.table import indicator_table
from monazite.trade.indicators.totals import KEYS, Role
from monazite.trade.indicators.unit_values import unit_values
from monazite.trade.mirror.leads import Leads, find_leads
from monazite.trade.mirror.pairs import pairs
from monazite.trade.mirror.reconcile import reconciled
from monazite.trade.mirror.rerouting import rerouting
from monazite.trade.nomenclature.conversion import conversion, harmonised
from monazite.trade.nomenclature.relations import family
from monazite.trade.origin import origin_table
from monazite.trade.supply import supply, together

if TYPE_CHECKING:
    from pathlib import Path

    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine
    from monazite.trade.mirror.controls import Control
    from monazite.trade.mirror.evidence import Evidence

Codes = str | Iterable[str]
_ROLES: dict[str, Role] = {"importer": "importer", "exporter": "exporter"}
_ANY = ("A", "Q", "M")
Years = int | str | Iterable[int] | None


class Trade:
    """Flows on an engine: every method is one question and gives one `Answer`.

    `folder` is that of the store; None where a server holds the flows. `frequencies` are those that
    may stand among them.
    """

    def __init__(
        self,
        engine: Engine,
        flows: ir.Table,
        *,
        folder: Path | None = None,
        frequencies: Iterable[str] = _ANY,
    ) -> None:
        self.engine = engine
        self.flows = flows
        self.folder = folder
        self._annual_only = set(frequencies) == {"A"}
        self._mixed = "A" in frequencies and not self._annual_only

    def cells(self, codes: Iterable[str] = (), years: Years = None) -> ir.Table:
        """Flows by year, side, exporter, importer and code (`flows.cells.cells`), as Ibis."""
        return cells(
            self.flows, codes=codes, years=asked.years(years), annual_only=self._annual_only
        )

    def codes(self, code: Codes | None = None) -> Answer:
        """What the store holds: codes by source and edition, with their years."""
        rows = self.flows
        if code is not None:
            wanted = asked.codes(code)
            rows = rows.filter(begins(rows.code, wanted))
        return Answer("Codes in the store", holdings(rows), self.engine)

    def rows(
        self,
        code: Codes,
        *,
        importer: str | None = None,
        exporter: str | None = None,
        years: Years = None,
    ) -> Answer:
        """The flow rows behind a figure, each with the file and the row that it was read from."""
        wanted = asked.codes(code)
        found = _only(_only(self._flows(wanted, years), "importer", importer), "exporter", exporter)
        order = ["source", "nomenclature", "code", "period", "exporter", "importer", "file", "row"]
        return self._answer(f"Rows of {', '.join(wanted)}", found.order_by(order), wanted)

    def supply(
        self,
        code: Codes,
        *,
        importer: str | None = None,
        exporter: str | None = None,
        years: Years = None,
        add_codes: bool = False,
    ) -> Answer:
        """Who supplies an importer, or whom an exporter supplies: masses, values, shares, ranks.

        Args:
            code: a commodity code, or several; four digits stand for all codes below.
            importer: a country as code or name; its suppliers are ranked.
            exporter: likewise; alone, its customers are ranked.
            years: a year, years, or "2015:2024"; none for all.
            add_codes: add the codes up, in gross weight, instead of one table each.
        """
        wanted = asked.codes(code)
        table = self.cells(wanted, years)
        of: Role = "exporter" if exporter and not importer else "importer"
        table = _only(table, of, importer or exporter)
        if add_codes:
            table = together(table, "+".join(wanted))
        found = supply(table, of)
        if importer:
            found = _only(found, "exporter", exporter)
        title = f"Supply of {', '.join(wanted)}" + (f" to {importer}" if importer else "")
        return self._of_years(title, found, wanted, years)

    def concentration(
        self,
        code: Codes,
        *,
        by: str = "importer",
        country: str | None = None,
        years: Years = None,
    ) -> Answer:
        """HHI, its bounds and the largest partner: of suppliers, of customers, or of the world.

        Args:
            code: as in `supply`.
            by: importer (its suppliers), exporter (its customers), or world (all exporters).
            country: one country; none for all.
            years: as in `supply`.
        """
        wanted = asked.codes(code)
        table = self.cells(wanted, years)
        if by == "world":
            found = world_concentration(table)
        elif role := _ROLES.get(by):
            found = concentration(table, role)
        else:
            raise InputError("by", by, "importer, exporter or world")
        title = f"Concentration of {', '.join(wanted)} by {by}"
        found = _sorted(_only(found, "country", country))
        return self._of_years(title, found, wanted, years)

    def indicator(
        self,
        name: str,
        code: Codes | None = None,
        *,
        material: str | None = None,
        country: str | None = None,
        years: Years = None,
        governance: pa.Table | None = None,
    ) -> Answer:
        """One indicator of every country, or of one, by code or for a material's traded product.

        Args:
            name: hhi, reliance, geopolrisk … (`indicators.named.NAMED`).
            code: as in `supply`.
            material: instead of codes: the material's codes are added up, in gross weight.
            country: one country; none for all.
            years: as in `supply`.
            governance: `iso3, year, indicator, estimate` of all six WGI, which the EU's formula
                needs; Monazite carries political stability alone.
        """
        one = named(name)
        table, wanted = self._indicators(code, material, years, governance)
        columns = dict.fromkeys((*KEYS, "months", "imports_kg", "exports_kg", *one.columns))
        found = _only(table.select(*columns), "country", country)
        title = f"{one.name} of {', '.join(wanted)}"
        return self._of_years(title, _sorted(found), wanted, years)

    def indicators(
        self,
        code: Codes | None = None,
        *,
        material: str | None = None,
        country: str | None = None,
        years: Years = None,
        governance: pa.Table | None = None,
    ) -> Answer:
        """Every indicator of every country, or of one (`indicators.table.indicator_table`)."""
        table, wanted = self._indicators(code, material, years, governance)
        found = _sorted(_only(table, "country", country))
        return self._of_years(f"Indicators of {', '.join(wanted)}", found, wanted, years)

    def unit_values(self, code: Codes, *, years: Years = None) -> Answer:
        """Unit values of every flow, with robust flags of what lies far from its like."""
        wanted = asked.codes(code)
        rows = self._flows(wanted, years)
        found = pa.concat_tables(unit_values(self.engine, rows), promote_options="permissive")
        table = self.engine.table(found).order_by(["code", "period", "reporter", "partner"])
        return self._answer(f"Unit values of {', '.join(wanted)}", table, wanted)

    def origins(
        self,
        code: Codes,
        *,
        importer: str | None = None,
        years: Years = None,
        production: Mapping[tuple[str, int], float] | None = None,
    ) -> Answer:
        """Where imports first came from, traced back through entrepôts (`origin`).

        Args:
            code: as in `supply`.
            importer: one importer; none for all.
            years: as in `supply`.
            production: kilograms by (ISO3, year) at the stage of the code. Nothing is traced
                through a country whose production is not given; give 0 where it makes none.
        """
        wanted = asked.codes(code)
        cells_now = self.engine.arrow(self.cells(wanted, years))
        found = self.engine.table(origin_table(cells_now, production))
        found = _only(found, "importer", importer)
        order = ["source", "nomenclature", "side", "year", "code", "importer", found.share.desc()]
        title = f"First origins of {', '.join(wanted)}"
        found = found.order_by([*order, "origin", "basis"])
        return self._of_years(title, found, wanted, years)

    def harmonised(self, code: Codes, *, to: str = "HS92", years: Years = None) -> Answer:
        """Flows under the codes of one edition of the Harmonized System (`nomenclature`).

        What cannot be told apart stays under its own code, marked `mixed`; nothing is split.

        Args:
            code: codes of any edition; all codes of their families are read.
            to: the edition: HS92 … HS22.
            years: as in `supply`.
        """
        wanted = asked.codes(code)
        families = {member for one in wanted for member in _family(one[:HS_DIGITS])}
        names = self.engine.arrow(self.flows.select("nomenclature").distinct())
        table = conversion(to, sorted(names["nomenclature"].to_pylist()))
        found = harmonised(
            self.cells(sorted(families), years), self.engine.table(table, f"conversion_{to}")
        )
        order = ["source", "nomenclature", "side", "year", "code", "exporter", "importer"]
        title = f"{', '.join(wanted)} in {to}"
        return self._of_years(title, found.order_by(order), wanted, years)

    def mirror(self, code: Codes, *, years: Years = None, months: bool = False) -> Answer:
        """What exporter and importer say of the same flow, side by side (`mirror.pairs`).

        Args:
            code: as in `supply`.
            years: as in `supply`.
            months: compare month with month instead of year with year.
        """
        wanted = asked.codes(code)
        found = pairs(self._cells(wanted, years, months=months))
        return self._of_both_sides(f"Both sides of {', '.join(wanted)}", found, wanted)

    def reconciled(self, code: Codes, *, years: Years = None) -> Answer:
        """One figure of both sides, the imports less estimated freight (`mirror.reconcile`)."""
        wanted = asked.codes(code)
        found = self.engine.table(reconciled(self.engine, pairs(self.cells(wanted, years))))
        found = found.order_by(["code", "year", "exporter", "importer"])
        return self._of_both_sides(f"Reconciled {', '.join(wanted)}", found, wanted)

    def rerouting(
        self, code: Codes, *, origin: str, target: str, years: Years = None, months: bool = False
    ) -> Answer:
        """What every third country could have passed on (`mirror.rerouting`); the level is told.

        Args:
            code: as in `supply`.
            origin: the country whose goods are sought.
            target: where they are sought.
            years: as in `supply`.
            months: by quarter, from months, instead of by year.
        """
        wanted = asked.codes(code)
        ends = asked.place(origin, "origin").iso3, asked.place(target, "target").iso3
        found = rerouting(self._cells(wanted, years, months=months), *ends)
        return self._of_both_sides(f"Rerouting of {', '.join(wanted)}", found, wanted)

    def leads(
        self,
        code: str,
        *,
        years: Years = None,
        controls: Sequence[Control] = (),
        evidence: Sequence[Evidence] = (),
    ) -> Leads:
        """Patterns of one code worth a look, ranked, each with what else could explain it.

        Args:
            code: a commodity code, of which the first six digits count.
            years: the years whose two sides are compared; months are always read whole.
            controls: restrictions of exports with their dates (`mirror.controls`).
            evidence: what is known beside the statistics (`mirror.evidence`).
        """
        (wanted,) = asked.codes([code])
        hs6 = wanted[:HS_DIGITS]
        if len(hs6) < HS_DIGITS:
            raise InputError("code", code, "a code of six digits or more, such as 282580")
        monthly = None if self._annual_only else monthly_cells(self.flows, codes=[hs6])
        yearly = self.cells([hs6], years)
        return find_leads(self.engine, yearly, monthly, hs6, controls=controls, evidence=evidence)

    def _cells(self, wanted: tuple[str, ...], years: Years, *, months: bool) -> ir.Table:
        if months:
            return monthly_cells(self.flows, codes=wanted, years=asked.years(years))
        return self.cells(wanted, years)

    def _flows(self, wanted: tuple[str, ...], years: Years) -> ir.Table:
        """The flow rows under codes, with the side that said so and who sent to whom."""
        found = sided(self.flows).filter(begins(self.flows.code, wanted))
        chosen = asked.years(years)
        return found.filter(found.year.isin(chosen)) if chosen else found

    def _indicators(
        self,
        code: Codes | None,
        material: str | None,
        years: Years,
        governance: pa.Table | None,
    ) -> tuple[ir.Table, tuple[str, ...]]:
        """The table of indicators of codes or of a material, and the codes it reads."""
        if (code is None) == (material is None):
            raise InputError("material", material, "either codes or a material, and not both")
        governed = background.governance_table(self.engine, governance)
        if material is None:
            wanted = asked.codes(code or ())
            made = background.production_by_code(self.engine)
            return indicator_table(self.cells(wanted, years), made, governed), wanted
        commodity = background.commodity(material)
        wanted = background.codes_of(commodity)
        table = background.cells_by_commodity(self.cells(wanted, years), self.engine, commodity)
        made = background.production_by_commodity(self.engine)
        return indicator_table(table, made, governed), wanted

    def _answer(self, title: str, found: ir.Table, wanted: tuple[str, ...]) -> Answer:
        return Answer(title, found, self.engine, lambda table: self._said(table, wanted))

    def _of_years(
        self, title: str, found: ir.Table, wanted: tuple[str, ...], years: Years
    ) -> Answer:
        """An answer from yearly cells, which may have left months out."""

        def reads(table: pa.Table) -> tuple[Note, ...]:
            return (*self._said(table, wanted), *self._left_out(wanted, years))

        return Answer(title, found, self.engine, reads)

    def _said(self, table: pa.Table, wanted: tuple[str, ...]) -> tuple[Note, ...]:
        return notes.of(table) or notes.empty(table, self.codes(wanted), wanted)

    def _of_both_sides(self, title: str, found: ir.Table, wanted: tuple[str, ...]) -> Answer:
        def reads(table: pa.Table) -> tuple[Note, ...]:
            bases = self.engine.arrow(self.flows.select("basis").distinct())
            return notes.one_sided(bases) or notes.empty(table, self.codes(wanted), wanted)

        return Answer(title, found, self.engine, reads)

    def _left_out(self, wanted: tuple[str, ...], years: Years) -> tuple[Note, ...]:
        """What years and months beside each other leave out, where a store holds both."""
        if not self._mixed:
            return ()
        found = left_out(self.flows, codes=wanted, years=asked.years(years))
        return notes.left_out(self.engine.arrow(found))


def _family(code: str) -> set[str]:
    """The codes of all editions that make one series with a code, and the code itself."""
    return {code, *(member for members in family(code).values() for member in members)}


def _only(table: ir.Table, column: str, country: str | None) -> ir.Table:
    """The rows of one country, as sources count it; all rows without one."""
    if country is None:
        return table
    return table.filter(table[column].isin(asked.place(country, column).counted_as))


def _sorted(table: ir.Table) -> ir.Table:
    """By reading, newest year first."""
    years = table.year.desc()
    return table.order_by(["source", "nomenclature", "side", "code", years, "country"])
