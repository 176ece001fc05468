"""Does a draft objection contest the debt, or only say that one cannot pay?

By 民诉法解释 第四百三十六条 an objection that only speaks of inability, delay or
another way of paying does not stop a payment order.  A draft is read clause by
clause; what is not understood stays unclear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final, NamedTuple

from timeline.engine.text.folding import Folding

SENTENCE: Final = re.compile(r"[^。！？!?；;\n\r]+[。！？!?；;]*")
CLAUSE: Final = re.compile(r"[^,.。!?;:\n]+")
# Contesting interest and fees is often heard as contesting the sum, or the debt, too.
FEES: Final = "fees"
HEARD_WITH_FEES: Final = frozenset({FEES, "amount", "debt"})
# A mark within a number parts no clause: 46,000 or 7.2.
WITHIN_NUMBER: Final = re.compile(r"(?<=\d)[,.:](?=\d)")


class Stance(StrEnum):
    """What a clause does to the debt."""

    CONTESTS = "contests"
    ABILITY = "ability"
    ADMITS = "admits"


class Verdict(StrEnum):
    """What a sentence, or a whole draft, amounts to."""

    CONTESTS = "contests"
    ABILITY_ONLY = "ability-only"
    MIXED = "mixed"
    UNCLEAR = "unclear"


class Quiet(IntEnum):
    """How little a sentence tells of the writer's own need: a weak cue needs quiet."""

    PLEADS = 0
    TELLS_TROUBLE = 1
    SILENT = 2


@dataclass(frozen=True, slots=True, eq=False)
class Reason:
    """Something that a clause can say.

    Every pattern is bounded and stays within a clause, so time is linear.

    Args:
        any: The cues.
        alone: Weaker cues, heard only in a sentence that pleads for nothing.
        faint: The weakest, heard only where no trouble of the writer is told either.
        unless: Look-alikes: where one of them stands in the clause, it says nothing.
    """

    key: str
    stance: Stance
    any: tuple[re.Pattern[str], ...]
    alone: tuple[re.Pattern[str], ...] = ()
    faint: tuple[re.Pattern[str], ...] = ()
    unless: tuple[re.Pattern[str], ...] = ()

    def said_in(self, clause: str, quiet: Quiet) -> bool:
        """Whether a clause says it, in a sentence that is as ``quiet`` as that."""
        cues = (self.any, self.alone, self.faint)[: quiet + 1]
        return any(cue.search(clause) for row in cues for cue in row) and not any(
            cue.search(clause) for cue in self.unless
        )


class Sentence(NamedTuple):
    """A sentence as typed, and what it says.

    Args:
        doubtful: It only pleads, and yet something faint in it may contest the debt: to
            call it inability could cost somebody the objection.
    """

    text: str
    said: tuple[Reason, ...]
    doubtful: bool

    @property
    def says(self) -> tuple[str, ...]:
        """The keys of what it says, each once."""
        return tuple(dict.fromkeys(reason.key for reason in self.said))

    @property
    def verdict(self) -> Verdict:
        """What it amounts to."""
        return _verdict((self,))


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """How a draft is read.

    Args:
        reasons: What a clause can say.
        folding: The one spelling that the patterns are written in.
        spellings: Other words for the same (本人, 异议人 for 我), slips of the pen, and
            the one word that the patterns use; applied in this order.
        asides: By stance, what takes no stand and is cut out of a sentence before it
            is read for that stance: the words of others, suppositions, denials.
        troubles: What tells of work, family, health and money: no plea by itself.
        beyond_fees: What of the debt besides interest and fees may be contested.
    """

    reasons: tuple[Reason, ...]
    folding: Folding
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    asides: Mapping[Stance, tuple[re.Pattern[str], ...]]
    troubles: tuple[re.Pattern[str], ...]
    beyond_fees: tuple[re.Pattern[str], ...] = ()

    def plain(self, typed: str) -> str:
        """A sentence in the spelling that the patterns are written in."""
        folded = WITHIN_NUMBER.sub("", self.folding.fold(typed).text)
        for other, word in self.spellings:
            folded = other.sub(word, folded)
        return folded

    def read(self, typed: str) -> Sentence:
        """Read one sentence."""
        plain = self.plain(typed)
        pleas = [
            reason
            for stance in (Stance.ABILITY, Stance.ADMITS)
            for reason in self._said(plain, stance, Quiet.PLEADS)
        ]
        quiet = self._quiet(plain, pleas)
        contests = tuple(self._said(plain, Stance.CONTESTS, quiet))
        doubtful = (
            not contests
            and len({plea.key for plea in pleas}) == 1
            and any(self._said(plain, Stance.CONTESTS, Quiet.TELLS_TROUBLE))
        )
        return Sentence(typed, (*contests, *pleas), doubtful)

    def _quiet(self, plain: str, pleas: list[Reason]) -> Quiet:
        if pleas:
            return Quiet.PLEADS
        if any(trouble.search(plain) for trouble in self.troubles):
            return Quiet.TELLS_TROUBLE
        return Quiet.SILENT

    def _said(self, plain: str, stance: Stance, quiet: Quiet) -> Iterator[Reason]:
        for aside in self.asides.get(stance, ()):
            # A mark in its place: what stood beside it must not become one word.
            plain = aside.sub(",", plain)
        for clause in CLAUSE.findall(plain):
            yield from (
                reason
                for reason in self.reasons
                if reason.stance is stance and reason.said_in(clause, quiet)
            )


class Reading(NamedTuple):
    """A whole draft."""

    verdict: Verdict
    sentences: tuple[Sentence, ...]


def read_objection(text: str, grammar: Grammar) -> Reading:
    """Read a draft sentence by sentence.

    Admitting a part is no reason against contesting another: only without a contest
    does an admission count, and then like inability.
    """
    typed = (match[0].strip() for match in SENTENCE.finditer(text))
    sentences = tuple(grammar.read(sentence) for sentence in typed if sentence)
    return Reading(_verdict(sentences), sentences)


def only_fees(reading: Reading, grammar: Grammar) -> bool:
    """Whether a draft contests interest and fees, and says of nothing else a word."""
    contested = [
        sentence
        for sentence in reading.sentences
        if any(reason.stance is Stance.CONTESTS for reason in sentence.said)
    ]
    heard = {
        reason.key
        for sentence in contested
        for reason in sentence.said
        if reason.stance is Stance.CONTESTS
    }
    return (
        bool(contested)
        and heard <= HEARD_WITH_FEES
        and all(FEES in sentence.says for sentence in contested)
        and not any(
            more.search(grammar.plain(sentence.text))
            for sentence in contested
            for more in grammar.beyond_fees
        )
    )


def _verdict(sentences: tuple[Sentence, ...]) -> Verdict:
    stances = {reason.stance for sentence in sentences for reason in sentence.said}
    if Stance.CONTESTS in stances:
        return Verdict.MIXED if Stance.ABILITY in stances else Verdict.CONTESTS
    if any(sentence.said and not sentence.doubtful for sentence in sentences):
        return Verdict.ABILITY_ONLY
    return Verdict.UNCLEAR
