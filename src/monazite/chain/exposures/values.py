"""What an exposure says, as values: shares with bands, by origin, stage, owner and form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.shown import SHARES, largest, share_rows, table, tonnes

if TYPE_CHECKING:
    from monazite.chain.exposures.bands import Band
    from monazite.chain.exposures.cover import Cover
    from monazite.chain.exposures.grounds import Ground
    from monazite.chain.exposures.left_out import LeftOut


class Member(NamedTuple):
    """A member's use in t of contained element, 0 where none is known, and its part of the group's.

    left_out: what of its use is counted with the rest of the world, and so not with the group.
    """

    country: str
    use: float
    share: float
    left_out: LeftOut | None


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a use on one country (or owner), as a fraction; band None where none was asked."""

    country: str
    share: float
    band: Band | None


@dataclass(frozen=True, slots=True)
class MadeAt:
    """Where goods were made at one stage, largest first; with later and unknown it adds up to 1.

    owned: the same goods by who controls the makers; unowned: of them nobody says by whom.
    later: entered the world nearer to the use than this stage (a by-product, scrap, a stock);
    unknown: nobody knows where it comes from before this stage is reached.
    """

    stage: str
    shares: tuple[Share, ...]
    owned: tuple[Share, ...]
    unowned: float
    later: float
    unknown: float


@dataclass(frozen=True, slots=True)
class Form:
    """The part of a use that came into the country as goods of one stage from one seller.

    stage: of the goods when they came in (`arrivals`); seller: ISO3, the user's own country where
    they entered the world at home, empty where it is not known; upstream: of the whole use, what
    came so and stands on each country, largest first.
    """

    stage: str
    seller: str
    share: float
    upstream: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Exposure:
    """On whom a country's use of a material stands; shares are fractions of that use.

    stage: of the market that was asked about, `sector` for final use; sector: empty for all;
    use: t of contained element a year, 0 where no use is known, and then nothing else is said.
    direct and its `direct_unknown` add up to 1; of `ultimate` several countries may share one part;
    unknown: of unknown first origin. owned: through makers that each owner controls; `unowned`:
    passed a maker of which nobody says who controls it. forms: how it came in, `finished` of it in
    components and products, None where no trade in them with the user is known. estimated: what
    passed a mix of supplies in which the balance filled in an amount; guessed: the part of `use`
    that is itself such an amount. left_out: what is counted with the rest of the world instead,
    None where that is nothing or not final use is asked about. grounds: the packaged rows behind
    it.

    Of an alloy the shares are by mass over `elements`, one exposure each, `covered` being the part
    of its listed mass that they stand for, and `worst` the element of which most stands on one
    country abroad; its cover is theirs.

    Of a group of countries the country is its code, and `members` are those who use most first;
    empty of one country. Their makers are one maker, and what they sell to one another is own.
    """

    country: str
    material: str
    year: int
    stage: str
    sector: str
    use: float
    direct: tuple[Share, ...]
    direct_unknown: float
    ultimate: tuple[Share, ...]
    unknown: float
    made: tuple[MadeAt, ...]
    owned: tuple[Share, ...]
    unowned: float
    forms: tuple[Form, ...]
    finished: float | None
    estimated: float
    guessed: float
    left_out: LeftOut | None
    cover: Cover
    grounds: tuple[Ground, ...]
    elements: tuple[Exposure, ...]
    covered: float
    worst: str
    members: tuple[Member, ...]

    @property
    def headline(self) -> str:
        """What it is about and on whom most of the use stands, in one line."""
        about = (self.country, self.material, self.sector or self.stage, str(self.year))
        use = f"{tonnes(self.use)}: {largest(self.ultimate)}" if self.use else "no use is known"
        return ", ".join((*filter(None, about), use))

    def __repr__(self) -> str:
        return f"<Exposure: {self.headline}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: on whom the use stands."""
        return table(self, SHARES, share_rows(self.ultimate))
