"""Pictures of a risk model: precision by share inspected, calibration, reasons."""

from __future__ import annotations
