"""Fetching statistics from the addresses of UN Comtrade and CEPII, politely and resumably.

What is fetched lies in a folder as the publisher sent it, with a manifest of what was asked, when
and with which sha256; `monazite.trade.reading` loads that folder. Nothing here reads a figure.
"""

from __future__ import annotations

from monazite.trade.pulling.baci import pull_baci
from monazite.trade.pulling.comtrade import pull_comtrade
from monazite.trade.pulling.errors import PullError
from monazite.trade.pulling.report import PullReport

__all__ = ["PullError", "PullReport", "pull_baci", "pull_comtrade"]
