"""Write docs/reference/access-matrix.md from the predicates, over a small built world.

python tools/build_access_matrix.py
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "access-matrix.md"


def main() -> None:
    """Build the world in a database of its own, ask, and write."""
    sys.path.insert(0, str(ROOT / "tests"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "support.desk_settings"
    with tempfile.TemporaryDirectory() as home:
        os.environ["MONAZITE_HOME"] = home
        os.environ.pop("DATABASE_URL", None)
        PAGE.write_text(_page(), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} written")


def _page() -> str:
    import django  # noqa: PLC0415 - once its settings are named

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - once Django is ready

    from support.access.page import page  # noqa: PLC0415 - likewise
    from support.access.world import build  # noqa: PLC0415 - likewise

    call_command("migrate", verbosity=0)
    return page(build())


if __name__ == "__main__":
    main()
