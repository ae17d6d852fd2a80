"""How far a sweep is, on stderr: a bar for a person, a line now and then for a log."""

from __future__ import annotations

import sys
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.cli.shock_simulating import compiled

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, Self

_LINES = 20
"""Lines of a log over a whole sweep."""


class Progress:
    """Called with how many scenarios are done, and how many there are."""

    def __init__(self, lang: str, *, quiet: bool) -> None:
        self._lang, self._quiet = lang, quiet
        self._bar: Any = None
        self._task: Any = None
        self._first: tuple[int, float] | None = None
        self._line = -1

    def __enter__(self) -> Self:
        if not self._quiet and sys.stderr.isatty():
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task("", total=None)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, of: int) -> None:
        """Show it; what was there before does not count as fast."""
        if self._first is None:
            self._first = (done, monotonic())
        said = self._said(done, of)
        if self._bar is not None:
            self._bar.update(self._task, description=said, completed=done, total=of)
        elif not self._quiet and done * _LINES // of != self._line:
            self._line = done * _LINES // of
            sys.stderr.write(said + "\n")

    def _said(self, done: int, of: int) -> str:
        before, since = self._first or (done, 0.0)
        seconds = monotonic() - since
        told = {"done": f"{done:,}", "all": f"{of:,}"}
        if done == before or not seconds:
            if done < of and not compiled():
                return say("shock.cli.compiling", self._lang)
            return say("shock.cli.sweep.progress", self._lang, **told)
        rate = (done - before) / seconds
        left = timedelta(seconds=round((of - done) / rate))
        return say("shock.cli.sweep.rate", self._lang, **told, rate=f"{rate:,.0f}", left=left)


def _bar() -> Any:  # noqa: ANN401 - rich is imported only when something is drawn
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}", markup=False))
    return Bars(*columns, console=Console(stderr=True), transient=True)
