"""Does a draft objection contest the debt, or only say that one cannot pay?

By 民诉法解释 第四百三十六条 an objection that only speaks of inability, delay or
another way of paying does not stop a payment order.  A draft is read clause by
clause; what is not understood stays unclear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.folding import Folding

SENTENCE: Final = re.compile(r"[^。！？!?；;\n\r]+[。！？!?；;]*")
CLAUSE: Final = re.compile(r"[^,.。!?;:\n]+")
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


@dataclass(frozen=True, slots=True, eq=False)
class Reason:
    """Something that a clause can say.

    Every pattern is bounded and stays within a clause, so time is linear.

    Args:
        any: The cues.
        unless: Look-alikes: where one of them stands in the clause, it says nothing.
    """

    key: str
    stance: Stance
    any: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...] = ()

    def said_in(self, clause: str) -> bool:
        """Whether a folded clause says it."""
        return any(cue.search(clause) for cue in self.any) and not any(
            cue.search(clause) for cue in self.unless
        )


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
    """

    reasons: tuple[Reason, ...]
    folding: Folding
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    asides: Mapping[Stance, tuple[re.Pattern[str], ...]]

    def plain(self, typed: str) -> str:
        """A sentence in the spelling that the patterns are written in."""
        folded = WITHIN_NUMBER.sub("", self.folding.fold(typed).text)
        for other, word in self.spellings:
            folded = other.sub(word, folded)
        return folded

    def said_in(self, typed: str) -> Iterator[Reason]:
        """What a sentence says, clause by clause; a reason may come twice."""
        plain = self.plain(typed)
        for stance in Stance:
            heard = plain
            for aside in self.asides.get(stance, ()):
                # A mark in its place: what stood beside it must not become one word.
                heard = aside.sub(",", heard)
            for clause in CLAUSE.findall(heard):
                yield from (
                    reason
                    for reason in self.reasons
                    if reason.stance is stance and reason.said_in(clause)
                )


class Sentence(NamedTuple):
    """A sentence as typed, what it amounts to, and the keys of what it says."""

    text: str
    verdict: Verdict
    says: tuple[str, ...]


class Reading(NamedTuple):
    """A whole draft."""

    verdict: Verdict
    sentences: tuple[Sentence, ...]


def read_objection(text: str, grammar: Grammar) -> Reading:
    """Read a draft sentence by sentence.

    Admitting a part is no reason against contesting another: only without a contest
    does an admission count, and then like inability.
    """
    sentences = []
    stances: set[Stance] = set()
    for match in SENTENCE.finditer(text):
        typed = match[0].strip()
        if not typed:
            continue
        said = list(grammar.said_in(typed))
        found = {reason.stance for reason in said}
        stances |= found
        keys = tuple(dict.fromkeys(reason.key for reason in said))
        sentences.append(Sentence(typed, _verdict(found), keys))
    return Reading(_verdict(stances), tuple(sentences))


def _verdict(stances: set[Stance]) -> Verdict:
    if Stance.CONTESTS in stances:
        return Verdict.MIXED if Stance.ABILITY in stances else Verdict.CONTESTS
    return Verdict.ABILITY_ONLY if stances else Verdict.UNCLEAR
