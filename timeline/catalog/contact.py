"""What somebody who is called about another's loan is asked and told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.letters import letters
from timeline.catalog.records import read, same_keys
from timeline.catalog.words import QuestionWords, scripts
from timeline.engine import LenderKind
from timeline.engine.contact import COMPLAINTS, STEPS, Said, Signed, Standing
from timeline.engine.errors import DataError

QUESTIONS = frozenset({"signed", "lender_kind", "told", "said"})


class Kind(StrEnum):
    """What the visitor is, as far as a standing can tell."""

    CONTACT = "contact"
    DEBTOR = "debtor"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class StandingWords:
    """Where somebody stands, what to say on the phone, which letters and pages fit."""

    title: str
    text: str
    kind: Kind
    script: str
    letters: tuple[str, ...]
    cites: tuple[str, ...]
    pages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.script not in scripts():
            raise DataError(f"no script {self.script}")
        for key in self.letters:
            if key not in letters():
                raise DataError(f"no letter {key}")
            if letters()[key].asks_limitation:
                raise DataError(f"{key} speaks of repayment: not for a contact")


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What to know of something that was said; for some lenders, not for debtors."""

    text: str
    cites: tuple[str, ...]
    lenders: tuple[LenderKind, ...] = tuple(LenderKind)
    debtors: bool = True


@dataclass(frozen=True, slots=True)
class SaidWords:
    """A thing that callers say or do; ``now`` is what cannot wait."""

    label: str
    lines: tuple[SaidLine, ...]
    now: str = ""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepWords:
    """One thing to do today; ``link`` names a page of this site."""

    title: str
    text: str
    cites: tuple[str, ...]
    link: str = ""
    link_label: str = ""


@dataclass(frozen=True, slots=True)
class TextWords:
    """A sentence and what it rests on."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeverWords:
    """Something never to say, and why."""

    text: str
    why: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherWords:
    """What else than being a contact could make somebody owe, and how to tell."""

    title: str
    text: str
    tell: str
    page: str
    label: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page to go on with."""

    label: str
    what: str


@dataclass(frozen=True, slots=True)
class ContactWords:
    """All words of the tool; its keys are those of the engine."""

    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    questions: Mapping[str, QuestionWords]
    signed: Mapping[str, str]
    standings: Mapping[str, StandingWords]
    said: Mapping[str, SaidWords]
    steps: Mapping[str, StepWords]
    complaints: Mapping[str, TextWords]
    never: tuple[NeverWords, ...]
    others: tuple[OtherWords, ...]
    police: tuple[TextWords, ...]
    record: tuple[TextWords, ...]
    pages: Mapping[str, PageWords]

    def __post_init__(self) -> None:
        same_keys("questions", self.questions, QUESTIONS)
        same_keys("signed", self.signed, Signed)
        same_keys("standings", self.standings, Standing)
        same_keys("said", self.said, Said)
        same_keys("steps", self.steps, STEPS)
        same_keys("complaints", self.complaints, COMPLAINTS)
        linked = {page for one in self.standings.values() for page in one.pages}
        linked |= {page for one in self.said.values() for page in one.pages}
        linked |= {one.page for one in self.others}
        if odd := linked ^ set(self.pages):
            raise DataError(f"pages and links differ: {sorted(odd)}")

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything that the tool rests on, each once."""
        lists = (
            *(one.cites for one in self.standings.values()),
            *(line.cites for one in self.said.values() for line in one.lines),
            *(one.cites for one in self.steps.values()),
            *(one.cites for one in self.complaints.values()),
            *(one.cites for one in self.never),
            *(one.cites for one in self.others),
            *(one.cites for one in (*self.police, *self.record)),
        )
        return tuple(dict.fromkeys(cite for cites in lists for cite in cites))


@cache
def contact_words() -> ContactWords:
    """The words of ``contact.toml``."""
    return read(DATA / "contact.toml", ContactWords)
