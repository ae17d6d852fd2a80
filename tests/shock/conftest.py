"""The compiled engine runs as plain Python here: small cases need no half minute of compiling.

`tests/shock/engine/compiled/test_compiled.py` runs the same cases compiled, in a process of its own.
"""

from __future__ import annotations

from support.shock_plain import plain

plain()
