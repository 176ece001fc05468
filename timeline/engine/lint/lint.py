"""Read a draft and mark what its writer may regret."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from timeline.engine.facts import LenderKind
from timeline.engine.limitation import Light
from timeline.engine.lint.cues import Cue, Kind, KindRules
from timeline.engine.text.folding import Folded, Folding

# No look-alike is searched further away than this: time stays linear in the text.
REACH: Final = 120
QUOTE: Final = re.compile(
    r"「[^「」\n]{1,200}」|『[^『』\n]{1,200}』|“[^“”\n]{1,200}”|\"[^\"\n]{1,200}\""
)
SENTENCE_END: Final = re.compile(r"[。!?;\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text before it is sent.

    Args:
        letter: Key of the letter of ours that it fills, if it is one.
        limitation: The light for this debt; ``None`` when it was not asked.
    """

    text: str
    today: date
    letter: str | None = None
    lender_kind: LenderKind = LenderKind.UNKNOWN
    limitation: Light | None = None


class Flag(NamedTuple):
    """A place in the typed text, code points, half-open; ``why`` names the cue."""

    kind: Kind
    start: int
    end: int
    why: str
    cite: str | None


def lint(
    draft: Draft, rules: Mapping[Kind, KindRules], folding: Folding
) -> tuple[Flag, ...]:
    """Flags in the order of the text; of one kind no two overlap."""
    folded = folding.fold(draft.text)
    page = _Page.of(folded)
    found: list[Flag] = []
    for kind, kind_rules in rules.items():
        if _concerns(kind, kind_rules, draft, page):
            found += _apart(list(_flags(kind, kind_rules, draft, page)))
    return tuple(sorted(found, key=lambda flag: (flag.start, flag.end, flag.kind)))


class _Page(NamedTuple):
    """A folded text with its sentences and the words of others in it."""

    folded: Folded
    ends: list[int]
    quotes: list[tuple[int, int]]

    @classmethod
    def of(cls, folded: Folded) -> _Page:
        text = folded.text
        ends = [match.start() for match in SENTENCE_END.finditer(text)]
        # Marks around a whole line cite nobody: the text itself was pasted so.
        quotes = [
            match.span()
            for match in QUOTE.finditer(text)
            if match.start() and text[match.start() - 1] != "\n"
        ]
        return cls(folded, ends, quotes)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a place, at most ``REACH`` away on either side."""
        before = bisect_right(self.ends, start - 1)
        after = bisect_right(self.ends, end - 1)
        first = self.ends[before - 1] + 1 if before else 0
        last = self.ends[after] if after < len(self.ends) else len(self.folded.text)
        return max(first, start - REACH), min(last, end + REACH)

    def quotes_others(self, start: int, end: int) -> bool:
        place = bisect_right(self.quotes, (start, len(self.folded.text))) - 1
        return place >= 0 and self.quotes[place][1] >= end


def _concerns(kind: Kind, rules: KindRules, draft: Draft, page: _Page) -> bool:
    if kind is Kind.ACKNOWLEDGES_OLD_DEBT and draft.limitation is Light.GREEN:
        return False
    return not any(
        not page.quotes_others(*match.span())
        for pattern in rules.settled_by
        for match in pattern.finditer(page.folded.text)
    )


def _flags(kind: Kind, rules: KindRules, draft: Draft, page: _Page) -> Iterator[Flag]:
    text = page.folded.text
    for cue in rules.cues.values():
        if cue.lenders and draft.lender_kind not in cue.lenders:
            continue
        if cue.since and draft.today < cue.since:
            continue
        for pattern in cue.any:
            for match in pattern.finditer(text):
                start, end = match.span()
                if not _looks_alike(cue, draft, page, start, end):
                    typed = page.folded.span(start, end)
                    yield Flag(kind, *typed, cue.key, cue.cite)


def _looks_alike(cue: Cue, draft: Draft, page: _Page, start: int, end: int) -> bool:
    if not cue.quoted and page.quotes_others(start, end):
        return True
    first, last = page.sentence(start, end)
    text = page.folded.text
    if any(pattern.search(text, first, last) for pattern in cue.unless):
        return True
    if any(pattern.search(text, first, start) for pattern in cue.not_after):
        return True
    if draft.letter is None:
        return False
    return any(pattern.search(text, first, end) for pattern in cue.blank)


def _apart(flags: list[Flag]) -> list[Flag]:
    """Of flags that overlap the one that begins first, and of those the longest."""
    kept: list[Flag] = []
    for flag in sorted(flags, key=lambda flag: (flag.start, -flag.end, flag.why)):
        if not kept or flag.start >= kept[-1].end:
            kept.append(flag)
    return kept
