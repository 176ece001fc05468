"""A Markdown text as an editor sees it: blocks with their lines, and sentences.

The check reads the source itself, so that every problem has a line; what readers see
is made by ``portal.richtext``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import Final

_HEADING: Final = re.compile(r"#{1,6}(?!#)")
_ROW: Final = re.compile(r"\s*\|")
_RULE: Final = re.compile(r"[\s|:-]+$")
_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d+\.)\s")
_QUOTE: Final = re.compile(r"\s*>")
_CALLOUT: Final = re.compile(r"!!!\s")
_QUOTED: Final = re.compile(r"「[^「」]*」")
_TITLE: Final = re.compile(r"《[^《》]*》")
_END: Final = re.compile(r"[。！？；\n]+(?:[”」）*_\s]*\[\[[^\]]*\]\])*")


class Kind(StrEnum):
    """What a block is.  Headings speak for what stands below them."""

    HEADING = "heading"
    HEAD = "head"
    ROW = "row"
    ITEM = "item"
    QUOTE = "quote"
    CALLOUT = "callout"
    PARAGRAPH = "paragraph"


SPEAKS_FOR_MORE: Final = frozenset({Kind.HEADING, Kind.HEAD, Kind.CALLOUT})


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, item of a list or row of a table.

    ``line`` is its first line, counted from 1 in the body.
    """

    kind: Kind
    line: int
    text: str

    def line_at(self, position: int) -> int:
        """The line on which a character of ``text`` stands."""
        return self.line + self.text.count("\n", 0, position)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence begins and ends in a text, its citations included."""

    start: int
    end: int


def blocks(body: str) -> tuple[Block, ...]:
    """The blocks of a body, in order."""
    found: list[Block] = []
    kind, start, lines = Kind.PARAGRAPH, 1, list[str]()

    def close() -> None:
        if lines:
            found.append(Block(kind, start, "\n".join(lines)))
            lines.clear()

    for number, line in enumerate(body.splitlines(), 1):
        if not line.strip():
            close()
        elif _ROW.match(line) and _RULE.match(line):
            close()
            if found and found[-1].kind is Kind.ROW:
                head = found.pop()
                found.append(Block(Kind.HEAD, head.line, head.text))
        else:
            begins = _kind(line)
            if begins and not (begins is kind is Kind.QUOTE and lines):
                close()
            if not lines:
                kind, start = begins or Kind.PARAGRAPH, number
            lines.append(line)
            if kind in (Kind.HEADING, Kind.ROW, Kind.CALLOUT):
                close()
    close()
    return tuple(found)


def _kind(line: str) -> Kind | None:
    """What begins with this line; None where a line goes on with what stands above."""
    for kind, pattern in (
        (Kind.HEADING, _HEADING),
        (Kind.CALLOUT, _CALLOUT),
        (Kind.ROW, _ROW),
        (Kind.ITEM, _ITEM),
        (Kind.QUOTE, _QUOTE),
    ):
        if pattern.match(line):
            return kind
    return None


def below(found: tuple[Block, ...], index: int) -> Iterator[Block]:
    """What a heading, or a sentence that ends with a colon, speaks for."""
    block, rest = found[index], found[index + 1 :]
    if block.kind in SPEAKS_FOR_MORE:
        yield from takewhile(lambda other: other.kind is not Kind.HEADING, rest)
    elif block.text.rstrip().endswith("："):
        items = (Kind.ITEM, Kind.ROW, Kind.HEAD, Kind.QUOTE)
        yield from takewhile(lambda other: other.kind in items, rest)


def sentences(text: str) -> Iterator[Sentence]:
    """Sentences with the citations that follow their full stop."""
    start = 0
    for match in _END.finditer(text):
        yield Sentence(start, match.end())
        start = match.end()
    if text[start:].strip():
        yield Sentence(start, len(text))


def sentence_at(text: str, position: int) -> Sentence:
    """The sentence that a character stands in."""
    return next(
        (found for found in sentences(text) if position < found.end),
        Sentence(0, len(text)),
    )


def own_words(text: str) -> str:
    """The text with what it only quotes blotted out; every place stays the same."""
    return _QUOTED.sub(_blot, text)


def without_titles(text: str) -> str:
    """The text with titles of laws and papers blotted out."""
    return _TITLE.sub(_blot, text)


def _blot(match: re.Match[str]) -> str:
    return match[0][0] + "□" * (len(match[0]) - 2) + match[0][-1]
