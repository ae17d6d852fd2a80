"""`monazite rule --manifest`: many lines ruled, bad ones reported, results written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from monazite.cli.output import BAD_INPUT, console, print_json
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pyarrow as pa

    from monazite.law.table import BadRow, RuledTable

_SHOWN = 20


def rule_manifest(
    path: Path, out: Path | None, given: Mapping[str, object], *, as_json: bool
) -> None:
    """Rule every line of a file; ends with exit code 2 where a line could not be read."""
    from monazite.law.manifest import read_manifest, write_table
    from monazite.law.store import load
    from monazite.law.table import rule_table

    manifest = read_manifest(path)
    table = _with_options(manifest.table, given)
    with _progress(quiet=as_json) as advance:
        ruled = rule_table(table, load(), lines=manifest.lines, progress=advance)
    bad = sorted((*manifest.broken, *ruled.bad), key=lambda b: b.line)
    result = ruled.with_columns_of(table)
    findings = out.with_suffix(f".findings{out.suffix}") if out else None
    if out is not None and findings is not None:
        write_table(result, out)
        write_table(ruled.findings, findings)
    summary = _summary(ruled, bad, out, findings)
    if as_json:
        print_json(summary if out else {**summary, "rows": _rows(result)})
    else:
        _show(summary, bad, result if out is None else None)
    if bad:
        sys.exit(BAD_INPUT)


def _with_options(table: pa.Table, given: Mapping[str, object]) -> pa.Table:
    """The manifest with the options given beside it as columns of one value."""
    import pyarrow as pa

    for name, value in given.items():
        if value is None:
            continue
        if name in table.column_names:
            raise InputError(name, value, "accepted: the option or the column, not both")
        text = ";".join(map(str, value)) if isinstance(value, list) else str(value)
        table = table.append_column(name, pa.array([text] * table.num_rows, pa.string()))
    return table


def _summary(
    ruled: RuledTable, bad: list[BadRow], out: Path | None, findings: Path | None
) -> dict[str, Any]:
    import pyarrow.compute as pc

    counts = pc.value_counts(ruled.lines.column("outcome").drop_null()).to_pylist()
    return {
        "lines": ruled.lines.num_rows + len(bad),
        "ruled": ruled.lines.num_rows,
        "distinct_rulings": ruled.rulings,
        "outcomes": {c["values"]: c["counts"] for c in sorted(counts, key=lambda c: -c["counts"])},
        "rejected": [{"line": b.line, **b.error.document()} for b in bad],
        "out": str(out) if out else None,
        "findings": str(findings) if findings else None,
    }


def _rows(result: pa.Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = result.to_pylist()
    return rows


def _show(summary: dict[str, Any], bad: list[BadRow], result: pa.Table | None) -> None:
    from rich.table import Table

    drawn = console()
    chart = Table("outcome", "lines", "", box=None, title="Outcomes", title_justify="left")
    most = max(summary["outcomes"].values(), default=1)
    for outcome, count in summary["outcomes"].items():
        chart.add_row(outcome, f"{count:,}", "█" * max(1, round(30 * count / most)))
    drawn.print(chart)
    drawn.print(f"{summary['ruled']:,} lines ruled, {len(bad):,} rejected")
    if result is not None:
        lines = Table("line", "outcome", "possible", "questions", box=None)
        for row in _rows(result.slice(0, _SHOWN)):
            lines.add_row(str(row["line"]), row["outcome"], row["possible"], row["questions"])
        drawn.print(lines)
        drawn.print("Write the whole table with --out FILE.csv, .xlsx or .parquet")
    else:
        drawn.print(f"outcomes: {summary['out']}\nfindings: {summary['findings']}")
    for one in bad:
        sys.stderr.write(
            f"line {one.line}: {one.error.field}: cannot use {one.error.value!r}; "
            f"accepted: {one.error.accepted}\n"
        )


class _progress:  # noqa: N801 - read as a word in `with`
    """A progress bar on stderr where a person looks at it."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet or not sys.stderr.isatty()
        self._bar: Any = None

    def __enter__(self) -> Any:  # noqa: ANN401 - a callable or None
        if self._quiet:
            return None
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        task = self._bar.add_task("ruling", total=None)
        return lambda done, total: self._bar.update(task, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
