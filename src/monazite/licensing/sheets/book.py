"""Opens a workbook that has passed the guards, with its texts exactly as they were typed."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from monazite.licensing.sheets.guards import guarded, refused

if TYPE_CHECKING:
    from openpyxl import Workbook


def opened(data: bytes) -> Workbook:
    """The workbook; links to other files are not followed. InputError where it is none."""
    from openpyxl.reader.excel import ExcelReader  # noqa: PLC0415 - heavy

    strings = guarded(data)

    class Reader(ExcelReader):
        """Takes the shared texts as the guards read them: openpyxl drops some signs of theirs."""

        def read_strings(self) -> None:
            self.shared_strings = strings

    try:
        # openpyxl warns of every extension that it leaves out, and we write none.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = Reader(io.BytesIO(data), keep_links=False)
            reader.read()
    except Exception as broken:  # it raises whatever it trips over, and the file is the cause
        raise refused("a broken file", f"a whole .xlsx workbook ({broken})") from broken
    return reader.wb
