"""Headings go down one level at a time; punctuation beside Chinese is full-width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.content_check.blocks import Block, Kind, own_words
from portal.content_check.problem import Problem, Severity

LOWEST: Final = 4
_HALF_WIDTH: Final = re.compile(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]")
_UNDERLINE: Final = re.compile(r"(?:=+|-+)\s*$")


def headings(blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """The page's title is the first level, so a text begins with the second."""
    before = 1
    for block in blocks:
        if _underlined(block):
            text = "标题请用 ## 开头，不要在下面画线。"
            yield Problem(Severity.ERROR, block.line, text)
        if block.kind is not Kind.HEADING:
            continue
        level = len(block.text) - len(block.text.lstrip("#"))
        if level == 1 or level > before + 1:
            text = "标题从二级开始，一级一级往下，不能跳。"
            yield Problem(Severity.ERROR, block.line, text)
        elif level > LOWEST:
            text = f"标题最多到 {LOWEST} 级。"
            yield Problem(Severity.ERROR, block.line, text)
        if not block.text.strip("# \t"):
            yield Problem(Severity.ERROR, block.line, "标题是空的。")
        before = level


def _underlined(block: Block) -> bool:
    _, _, second = block.text.partition("\n")
    return block.kind is Kind.PARAGRAPH and bool(_UNDERLINE.match(second))


def half_width(text: str) -> Iterator[int]:
    """Where half-width punctuation stands beside Chinese."""
    for match in _HALF_WIDTH.finditer(own_words(text)):
        yield match.start()
