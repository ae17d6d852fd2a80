"""How far a load or a pull is, on stderr: a bar for a person, one line a file for a log."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


class Progress:
    """Called with what is being done, how much is done and how much there is (None: not known)."""

    def __init__(self, lang: str, *, quiet: bool) -> None:
        self._lang = lang
        self._quiet = quiet
        self._bar: Any = None
        self._task: Any = None
        self._what: str | None = None

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

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Show it: move the bar, or write a line when something new begins."""
        if self._bar is not None:
            self._bar.update(self._task, description=visible(what), completed=done, total=total)
        elif not self._quiet and what != self._what:
            sys.stderr.write(say("flows.working", self._lang, what=visible(what)) + "\n")
        self._what = what


def _bar() -> Any:  # noqa: ANN401 - rich is imported only when something is drawn
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    return Bars(*columns, console=Console(stderr=True), transient=True)
