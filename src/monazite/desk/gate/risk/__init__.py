"""What a risk model says of declarations: the worker asks it, the gate reads what is stored.

Nothing that serves a request loads a model, and a site without one says of nothing that it is low.
"""

from __future__ import annotations
