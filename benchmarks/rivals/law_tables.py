"""The law as plain tables for a join: what a company's own database would hold of it.

Only what manifests of goods with a stated composition that leave China can meet: no technology,
no machines, and no parameter that the manifests never state (an entry that tests one stays open).
`python -m benchmarks.rivals.law_tables FOLDER`
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from monazite.catalogue.groups import GROUPS, wider
from monazite.law import load
from monazite.law.canonical import Folds
from monazite.law.composition import NON_METALS
from monazite.law.model import OUTCOME_OF_EFFECT, OUTCOMES, RANK
from monazite.law.parties import _LEGAL_FORMS as LEGAL_FORMS
from monazite.law.parties import normal
from monazite.law.status import AMBIGUOUS, IN_FORCE, SUSPENDED, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Atom, LawItem

_COUNTRY = "CN"
_CARBON = tuple(code for code, group in GROUPS.items() if group.of)
_RARE_EARTHS = GROUPS["REE"].elements
_END = timedelta(days=365000)
Row = dict[str, Any]


def tables(law: Law) -> dict[str, list[Row]]:
    """Every table by name."""
    atoms = [a for a in law.atoms if a.rank is not None and _reaches(a)]
    items = list({a.item.id: a.item for a in atoms if a.item}.values())
    bits = {s: 1 << n for n, s in enumerate(sorted(_tested(items)), 1)}
    leaves = list({repr(leaf): leaf for item in items for leaf in _leaves(item)[0]}.values())
    spans = _spans(law)
    return {
        "outcome": [{"rank": n, "outcome": outcome} for n, outcome in enumerate(OUTCOMES)],
        "element": [{"word": s, "bit": bit} for s, bit in bits.items()],
        "carbon": list(_carbon()),
        "minor": list(_minor(law, bits)),
        "leaf": [_leaf(n, leaf) for n, leaf in enumerate(leaves)],
        "item": [_item(item, bits, leaves) for item in items],
        "form": [{"item": i.id, "form": form} for i in items for form in i.forms],
        "atom": [_atom(a) for a in atoms],
        "reach": list(_reach(law, atoms)),
        "destination": [
            {"atom": a.index, "country": c} for a in atoms for c in a.destinations.countries
        ],
        "span": [{"span": n, "first": first, "last": last} for n, (first, last) in spans.items()],
        "effect": [row for a in atoms for row in _effects(law, a, spans)],
        "non_metal": [{"word": symbol} for symbol in sorted(NON_METALS)],
        "legal_form": [{"word": word} for word in sorted(LEGAL_FORMS)],
        "party": [
            {"measure": p.measure, "name": " ".join(normal(p.name)), "listed_from": p.listed_from}
            for p in law.parties
        ],
    }


def _reaches(atom: Atom) -> bool:
    item = atom.item
    if not atom.departures.includes(_COUNTRY) or (atom.test and "knows_helps" in repr(atom.test)):
        return False
    if item is None:
        return True
    machine = {"component", "equipment"} & item.forms and not item.has_composition
    return item.forms != {"technology"} and not machine


def _tested(items: Iterable[LawItem]) -> set[str]:
    named = {s for i in items for s in (*i.requires_all, *i.requires_any, *i.materials)}
    return {*(named - GROUPS.keys()), *_RARE_EARTHS, *NON_METALS}


def _mask(symbols: Iterable[str], bits: dict[str, int]) -> int:
    return sum(bits[s] for s in set(symbols))


def _carbon() -> Iterator[Row]:
    """What naming a kind of carbon says: it is these kinds, and may be those."""
    bits = {code: 1 << n for n, code in enumerate(_CARBON)}
    for code in _CARBON:
        yield {
            "word": code,
            "is_it": sum(bits.get(c, 0) for c in wider(code)),
            "may_be": sum(bits[c] for c in _CARBON if code in wider(c)[1:]),
        }


def _minor(law: Law, bits: dict[str, int]) -> Iterator[Row]:
    for family, minors in law.minor_elements.items():
        yield {"family": _mask(family, bits), "minors": _mask(minors, bits)}


def _leaves(item: LawItem) -> tuple[list[Row], bool]:
    """The comparisons that must all hold, and whether there are others that nobody states."""
    tests = (item.parameters or {}).get("all", []) if item.parameters else []
    plain = [t for t in tests if isinstance(t.get("value"), int | float)]
    open_ = len(plain) < len(tests) or bool(item.parameters and "any" in item.parameters)
    return plain, open_ or item.substance is not None


def _leaf(number: int, leaf: Row) -> Row:
    return {
        "bit": 1 << number,
        "fraction_of": leaf.get("element") if leaf["name"] == "mass_fraction" else None,
        "name": leaf["name"],
        "op": leaf["op"],
        "bound": float(leaf["value"]),
    }


def _item(item: LawItem, bits: dict[str, int], leaves: list[Row]) -> Row:
    asked, open_ = _leaves(item)
    carbon = [m for m in item.materials if m in _CARBON and not item.dual_use_only]
    bare = not item.has_composition and not item.dual_use_only and not carbon
    materials = _materials(item) if bare else set()
    return {
        "item": item.id,
        "needs_all": _mask(item.requires_all, bits),
        "needs_any": _mask(item.requires_any or materials, bits),
        "exact": item.exact,
        "carbon": sum(1 << _CARBON.index(m) for m in carbon),
        "leaves": sum(1 << leaves.index(leaf) for leaf in asked),
        "open": open_,
        "never": item.substance_only,
        "article": item.form if not {"any", "alloy"} & item.forms else None,
        "required": _mask((*item.requires_all, *item.requires_any), bits),
        "single": len({*item.requires_all, *item.requires_any}) == 1,
    }


def _materials(item: LawItem) -> set[str]:
    """The elements of which one will do; none where any good will."""
    in_groups = (GROUPS[m].elements for m in item.materials if m in GROUPS)
    return {m for m in item.materials if m not in GROUPS}.union(*in_groups)


def _atom(atom: Atom) -> Row:
    test = repr(atom.test)
    return {
        "atom": atom.index,
        "item": atom.item.id if atom.item else None,
        "measure": atom.measure.id,
        "anywhere": atom.destinations.mode == "all",
        "dual_use": _needs_dual_use(atom),
        "listed": "party_listed" in test,
        "military": "end_user_military" in test,
        "end_uses": sorted(_end_uses(atom.test)),
    }


def _needs_dual_use(atom: Atom) -> bool:
    item = atom.item
    return item is not None and (item.dual_use_only or "ALL_DUAL_USE" in item.materials)


def _end_uses(tree: Any) -> set[str]:  # noqa: ANN401 - a nested test
    if tree is None:
        return set()
    if tree.get("fact") == "end_use":
        return set(tree["value"])
    return {use for part in (*tree.get("all", ()), *tree.get("any", ())) for use in _end_uses(part)}


def _reach(law: Law, atoms: list[Atom]) -> Iterator[Row]:
    """Which entries of the dual-use lists each limb on dual-use items means."""
    listed = [(a, a.item) for a in atoms if a.index in law.dual_use and a.item]
    for atom in atoms:
        if not _needs_dual_use(atom) or atom.item is None:
            continue
        groups = GROUPS.keys() & set(atom.item.materials)
        inside = {code for code in GROUPS if groups.intersection(wider(code))}
        meant = inside or set(atom.item.materials)
        for other, item in listed:
            if "ALL_DUAL_USE" in meant or meant & set(item.materials):
                yield {"atom": atom.index, "listed_atom": other.index}


def _spans(law: Law) -> dict[int, tuple[date, date]]:
    """The spans of days in which nothing of the law changes."""
    edges = Folds(law)._days  # noqa: SLF001 - the same edges, so that only the join is compared
    ends = [*edges[1:], edges[-1] + _END]
    return {
        n: (first, after - timedelta(days=1))
        for n, (first, after) in enumerate(zip(edges, ends, strict=True))
    }


def _effects(law: Law, atom: Atom, spans: dict[int, tuple[date, date]]) -> Iterator[Row]:
    """What an atom does in each span: surely, or under one of two readings."""
    residual = atom.measure.residual_effect
    left = RANK[OUTCOME_OF_EFFECT[residual]] if residual else None
    for number, (first, _) in spans.items():
        state = state_of(law, atom.measure, atom.start, atom.end, first, law.compiled).state
        if state in {IN_FORCE, AMBIGUOUS}:
            yield _effect(atom, number, atom.rank, certain=state == IN_FORCE)
        if left is not None and state in {SUSPENDED, AMBIGUOUS}:
            yield _effect(atom, number, left, certain=True)


def _effect(atom: Atom, span: int, rank: int | None, *, certain: bool) -> Row:
    return {"atom": atom.index, "span": span, "rank": rank, "certain": certain}


def main() -> None:
    """Write one Parquet file a table."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables(load()).items():
        pq.write_table(pa.Table.from_pylist(rows), folder / f"{name}.parquet")


if __name__ == "__main__":
    main()
