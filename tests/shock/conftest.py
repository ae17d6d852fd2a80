"""The compiled engine runs as plain Python here: small cases need no half minute of compiling.

`tests/shock/engine/compiled/test_compiled.py` runs the same cases compiled, in a process of its own.
"""

from __future__ import annotations

import os

if not os.environ.get("MONAZITE_TEST_COMPILED"):
    os.environ["NUMBA_DISABLE_JIT"] = "1"
