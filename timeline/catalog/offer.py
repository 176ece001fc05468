"""What 「协商方案」 says of each option, and its standing advice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.engine.offer import LIGHTS, Finding
from timeline.engine.terms import Option

CARD = ("yes", "no", "unknown")
TITLES = ("fits", "dear", "nothing", "fee-first", "refuse", "refuse-all", "compare")
LEAST = ("monthly", "at-once", "total", "figure")
OWN = ("unknown", "none", "long", "plan", "last")
LABELS = ("hardship", "settlement-proposal", "instalment-proposal", "own")


@dataclass(frozen=True, slots=True)
class OptionWords:
    """One option: who decides on it, and what has to stand in writing."""

    name: str
    what: str
    right: str
    in_writing: tuple[str, ...]
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidWords:
    """A heading and its sentence, with what it rests on."""

    title: str
    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectWords:
    """What signing would do to the three years, by the colour of the light."""

    text: str


@dataclass(frozen=True, slots=True)
class ThreeYearsWords:
    """What the three years are, and what is asked where no day of them is known."""

    what: str
    cites: tuple[str, ...]
    ask_title: str
    ask: str


@dataclass(frozen=True, slots=True)
class OfferWords:
    """All words of the comparison; its keys are those of the engine."""

    own_most_months: int
    hedge: str
    titles: Mapping[str, str]
    fits: Mapping[str, str]
    least: Mapping[str, str]
    own: Mapping[str, str]
    labels: Mapping[str, str]
    lpr: Mapping[str, str]
    options: Mapping[str, OptionWords]
    findings: Mapping[str, SaidWords]
    card: Mapping[str, SaidWords]
    three_years: ThreeYearsWords
    limitation: Mapping[str, EffectWords]

    def __post_init__(self) -> None:
        same_keys("titles", self.titles, TITLES)
        same_keys("fits", self.fits, ("yes", "no"))
        same_keys("own", self.own, OWN)
        same_keys("least", self.least, LEAST)
        same_keys("labels", self.labels, LABELS)
        same_keys("lpr", self.lpr, ("latest", "today-unknown"))
        same_keys("options", self.options, Option)
        same_keys("findings", self.findings, Finding)
        same_keys("card", self.card, CARD)
        same_keys("limitation", self.limitation, LIGHTS)

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything that the comparison rests on."""
        options = (cite for said in self.options.values() for cite in said.cites)
        others = (*self.findings.values(), *self.card.values())
        said = (cite for words in others for cite in words.cites)
        return (*options, *said, *self.three_years.cites)


@cache
def offer_words() -> OfferWords:
    """The words of ``offer.toml``."""
    return read(DATA / "offer.toml", OfferWords)
