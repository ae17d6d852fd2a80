"""Sentences and lists in a terminal: broken where both languages allow it, never inside an id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.measure import Measurement
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions

_WIDE = "\u2e80-\u9fff\uff00-\uffef"
_NEVER_FIRST = "，。；：、）”》？！"
_NEVER_LAST = "（“《"
_BREAK = re.compile(
    # After a space: not before a number, and not between a number and its unit.
    r"(?<=[^\d] )(?!…|[<>]?\d)|(?<=\d )(?!(?:t|kg|g|[<>]?\d+%?)\b)"
    # Beside a Chinese sign: not before a mark that ends a phrase, not after one that opens it.
    rf"|(?<=[{_WIDE}])(?<![{_NEVER_LAST}])(?=[^ {_NEVER_FIRST}])"
    rf"|(?<=[^ \d{_NEVER_LAST}])(?=[{_WIDE}{_NEVER_LAST}])(?![{_NEVER_FIRST}])"
)
_ITEMS = re.compile("(?<=, )|(?<=、)")


class Prose:
    """A text as wide as the place it is put in; `lead` stands before it, further lines below it.

    items: it is a list, which is broken between its items alone.
    """

    def __init__(self, text: str, *, lead: str = "", style: str = "", items: bool = False) -> None:
        self._pieces = (_ITEMS if items else _BREAK).split(text)
        self._lead, self._style = lead, style

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines of the text."""
        indent = cell_len(self._lead)
        for n, line in enumerate(self._lines(max(1, options.max_width - indent))):
            before = " " * indent if n else self._lead
            yield Text(before + line, style=self._style, overflow="fold")

    def __rich_measure__(self, _console: Console, options: ConsoleOptions) -> Measurement:
        """From its longest piece to the whole of it."""
        widths = [cell_len(piece.rstrip(" ")) for piece in self._pieces]
        whole = cell_len("".join(self._pieces))
        indent = cell_len(self._lead)
        most = options.max_width
        return Measurement(min(indent + max(widths), most), min(indent + whole, most))

    def _lines(self, width: int) -> Iterator[str]:
        line = ""
        for piece in self._pieces:
            if line and cell_len(line + piece.rstrip(" ")) > width:
                yield line.rstrip(" ")
                line = ""
            line += piece
        yield line.rstrip(" ")
