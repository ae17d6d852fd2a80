"""An answer about shocks leaves: on the screen, as JSON, and as the files that were asked for."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.output import console, print_json
from monazite.cli.trade_files import parquet, write
from monazite.cli.trade_options import STDOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from monazite.chain.pictures.picture import Picture
    from monazite.cli.shock_options import Ways

    Bytes = Callable[[], bytes]


def deliver(
    ways: Ways,
    *,
    view: Callable[[], None],
    document: Callable[[], dict[str, Any]],
    made: Mapping[str, Bytes],
) -> None:
    """Give an answer in every way asked for; the screen shows it where no other way was asked.

    Args:
        ways: how it leaves, checked before (`shock_options.checked`).
        view: draws it on the screen.
        document: its JSON object.
        made: by the name of an option what its file holds.
    """
    files = list(_written(ways, made))
    if ways.json:
        print_json(document() | ({"files": files} if files else {}))
    elif ways.csv == STDOUT:
        sys.stdout.write(made["csv"]().decode("utf-8"))
    elif files:
        for file in files:
            line = say("shock.cli.written", ways.lang, file=visible(file))
            console().print(line, markup=False, soft_wrap=True)
    else:
        view()


def _written(ways: Ways, made: Mapping[str, Bytes]) -> Iterator[str]:
    """Write every file asked for; their names."""
    for option, data in made.items():
        path: str | Path | None = getattr(ways, option)
        if path is not None and path != STDOUT:
            write(data(), Path(path), option)
            yield str(path)


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Rows in UTF-8 with a header; what is not known is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[name] for name in columns] for row in rows)
    return text.getvalue().encode("utf-8")


def as_parquet(columns: Sequence[str], rows: Sequence[Mapping[str, object]]) -> bytes:
    """Rows as Parquet; what is not known is null, and what is never known a number."""
    import pyarrow as pa

    made = [pa.array([row[name] for row in rows]) for name in columns]
    known = [one.cast(pa.float64()) if pa.types.is_null(one.type) else one for one in made]
    return parquet(pa.table(known, names=list(columns)))


def drawn(ways: Ways, picture: Callable[[], Picture]) -> bytes:
    """The picture as a file of the kind that `--chart` names."""
    assert ways.chart is not None  # noqa: S101 - asked for only where a file is
    return picture().file(ways.chart.suffix.casefold(), ways.lang)
