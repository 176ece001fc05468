"""What the writer's own words in an objection amount to, before it is taken away.

They are read as on the payment-order page: inability, delay and instalments do not stop
an order (民诉法解释 第四百三十六条), and are told so at the letter itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline.catalog import fill
from timeline.catalog.letter_record import LetterRecord, OwnWords
from timeline.catalog.payment_order import (
    OnlyFeesRecord,
    grammar,
    payment_order,
)
from timeline.citations import Citation, cite_all
from timeline.engine.payment_order import (
    Reading,
    Stance,
    Verdict,
    only_fees,
    read_objection,
)
from timeline.letters import Answers

RESTS_ON: Final = ("civil-procedure-interp:436",)


@dataclass(frozen=True, slots=True)
class Warned:
    """Why the words had better be changed, and which sentences it is about."""

    title: str
    text: str
    sentences: tuple[str, ...]
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Objecting:
    """The reading of the writer's own words.

    Attributes:
        draft: The words, to be read sentence by sentence on the page for that.
        contests: Whether they contest the debt, ticked or not.
    """

    draft: str
    contests: bool
    warned: Warned | None
    hint: OnlyFeesRecord | None


def objecting(letter: LetterRecord, answers: Answers, today: date) -> Objecting | None:
    """Read the words of an objection; ``None`` for any other letter."""
    if letter.objection is None:
        return None
    draft = str(answers.values.get(letter.objection.words) or "")
    reading = read_objection(draft, grammar())
    return Objecting(
        draft=draft,
        contests=reading.verdict in (Verdict.CONTESTS, Verdict.MIXED),
        warned=_warned(reading, today, grounds=bool(_ticked(letter, answers))),
        hint=_hint(letter.objection, _ticked(letter, answers), reading),
    )


def _warned(reading: Reading, today: date, *, grounds: bool) -> Warned | None:
    """With a ground ticked, words that only plead make a mixed letter of it."""
    if reading.verdict not in (Verdict.ABILITY_ONLY, Verdict.MIXED):
        return None
    words = payment_order().letter[Verdict.MIXED if grounds else reading.verdict]
    pleading = tuple(
        sentence.text
        for sentence in reading.sentences
        if any(reason.stance is not Stance.CONTESTS for reason in sentence.said)
    )
    return Warned(words.title, fill(words.text, today), pleading, cite_all(RESTS_ON))


def _hint(
    objection: OwnWords, ticked: set[str], reading: Reading
) -> OnlyFeesRecord | None:
    """Where only interest and fees are contested, by ticks, by words or by both."""
    spoken = reading.verdict in (Verdict.CONTESTS, Verdict.MIXED)
    beyond = not ticked <= set(objection.fees) or (
        spoken and not only_fees(reading, grammar())
    )
    return payment_order().only_fees if (ticked or spoken) and not beyond else None


def _ticked(letter: LetterRecord, answers: Answers) -> set[str]:
    grounds = set(letter.wants.any_of) if letter.wants else set()
    words = {letter.objection.words} if letter.objection else set()
    return {blank for blank in grounds - words if answers.values.get(blank)}
