"""What a later vintage says otherwise than an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

Said = TypeVar("Said")
Key = TypeVar("Key", bound="Hashable")


@dataclass(frozen=True, slots=True)
class Difference(Generic[Said]):
    """A cell of both vintages or of one: as it was said before and after, None where it was not."""

    before: Said | None
    after: Said | None


def differences(
    before: Mapping[Key, Said], after: Mapping[Key, Said]
) -> Iterator[tuple[Key, Difference[Said]]]:
    """Cells that are not said alike, in the order of the later vintage and then of the earlier."""
    for key in dict.fromkeys((*after, *before)):
        found = Difference(before.get(key), after.get(key))
        if found.before != found.after:
            yield key, found
