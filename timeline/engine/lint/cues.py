"""What the linter looks for: kinds of faults, and the cues of each, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timeline.engine.facts import LenderKind
from timeline.engine.text import Patterns


class Kind(StrEnum):
    """What may be wrong with a text that somebody is about to send."""

    ACKNOWLEDGES_OLD_DEBT = "acknowledges-old-debt"
    PROMISE_WITHOUT_MEANS = "promise-without-means"
    OVERCLAIMS_ILLEGALITY = "overclaims-illegality"
    THREAT = "threat"
    PERSONAL_NUMBER = "personal-number"
    INVENTED_FACT = "invented-fact"
    WRONG_ADDRESSEE = "wrong-addressee"
    EXPIRED_RULE = "expired-rule"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Cue:
    """One way of saying something that had better not be said.

    Every pattern is bounded, so a text is read in linear time.

    Args:
        key: Its reason, by which words are found.
        any: The cue itself.
        unless: Look-alikes anywhere in the same sentence.
        not_after: Look-alikes in what the sentence says before the cue.
        blank: Labels of the blank meant for it, in a letter of ours.
        quoted: Found also between quotation marks, where others are usually cited.
        lenders: Kinds of lender for which it holds; empty: all.
        since: The first day on which it is wrong.
        cite: What the flag rests on.
    """

    key: str
    any: Patterns
    unless: Patterns = ()
    not_after: Patterns = ()
    blank: Patterns = ()
    quoted: bool = False
    lenders: frozenset[LenderKind] = frozenset()
    since: date | None = None
    cite: str | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class KindRules:
    """The cues of a kind, and the clauses that settle it for the whole text."""

    cues: Mapping[str, Cue]
    settled_by: Patterns = ()
