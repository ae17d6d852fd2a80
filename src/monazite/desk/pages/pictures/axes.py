"""A plane to draw on: from numbers to places, with round marks on both sides."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 620, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 10, 30
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on an axis and what stands there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plane:
    """Numbers from 0 to x_most and from 0 to y_most; sizes in the units of a view box."""

    x_most: float
    y_most: float
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM

    def x(self, value: float) -> float:
        """The place from the left."""
        return round(self.left + value / self.x_most * (self.right - self.left), 1)

    def y(self, value: float) -> float:
        """The place from above."""
        return round(self.bottom - value / self.y_most * (self.bottom - self.top), 1)

    def x_marks(self) -> tuple[Mark, ...]:
        """Round numbers below."""
        return tuple(Mark(self.x(value), f"{value:,}") for value in rounds(self.x_most))

    def y_marks(self) -> tuple[Mark, ...]:
        """Round numbers at the side."""
        return tuple(Mark(self.y(value), f"{value:,}") for value in rounds(self.y_most))


def rounds(most: float) -> tuple[int, ...]:
    """Three to six round whole numbers from 0 up to the most, which is at least 1."""
    step, size = 1, 1
    while most / step > 5:  # noqa: PLR2004 - no more marks than an eye takes in
        step = next((n * size for n in _STEPS if n * size > step), step * 2)
        size = size * 10 if step >= size * 10 else size
    return tuple(range(0, int(most) + 1, step))
