"""Figures that a norm holds are named by its key, never written bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from portal.content_check import rules
from portal.content_check.blocks import own_words, sentence_at
from timeline import catalog
from timeline.catalog.text import SLOT
from timeline.engine import Unit
from timeline.engine.norms import Value

_UNITS: Final = {
    Unit.DAYS: "(?:日|天)",
    Unit.MONTHS: "个?月",
    Unit.YEARS: "年",
    Unit.TIMES: "次",
    Unit.PERCENT: "[%％]",
}
# A longest period that a court or a contract may shorten is not the norm.
_OTHER: Final = re.compile(r"(?:最长|最多|不超过|至少|不少于)\s*$")
_LINK: Final = re.compile(r"\[[^\[\]]*\]\([^)]*\)")
_CHINESE: Final = "零一二三四五六七八九十"


def bare_figures(text: str, day: date) -> Iterator[tuple[int, str, str]]:
    """Figures of norms that stand bare in a text: place, words, key of the norm."""
    own = own_words(text).replace("|", "\n")  # a cell is a sentence of its own
    for other in (SLOT, _LINK):
        own = other.sub(lambda found: "□" * len(found[0]), own)
    for key, near, figure in _patterns(day):
        if not near.search(own):
            continue
        for match in figure.finditer(own):
            sentence = sentence_at(own, match.start())
            before = own[sentence.start : match.start()]
            whole = own[sentence.start : sentence.end]
            if near.search(whole) and not _OTHER.search(before):
                yield match.start(), match[0], key


@cache
def _patterns(day: date) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    found = []
    for key, figure in rules.figures().items():
        norm = catalog.norms()[key]
        version = norm.on(day)
        words = _written(version.value, norm.unit) if version else ""
        if words:
            found.append((key, rules.compiled(figure.near), re.compile(words)))
    return tuple(found)


def _written(value: Value, unit: Unit) -> str:
    """The ways in which a figure may be written, as a pattern."""
    if isinstance(value, date):
        year = f"(?:{value.year}\\s*年\\s*)"
        return f"{year}0?{value.month}\\s*月\\s*{value.day}\\s*日|{value.isoformat()}"
    if isinstance(value, tuple):
        start, end = (int(hour.split(":")[0]) for hour in value)
        spoken = _chinese(start - 12 if start > 12 else start)
        return (
            f"{start}(?:[:：]00|\\s*[点时])|晚上?\\s*(?:{start - 12}|{spoken})\\s*点"
            f"|0?{end}[:：]00|次日\\s*{end}\\s*[点时]"
        )
    if value is None or unit not in _UNITS:
        return ""
    number = f"(?<![\\d.])(?:{value}|(?<![{_CHINESE}]){_chinese(value)})"
    return f"{number}\\s*{_UNITS[unit]}"


def _chinese(number: int) -> str:
    """A number below a hundred in Chinese: 15 → 十五."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _CHINESE[tens] + "十"
    return head + (_CHINESE[ones] if ones or not tens else "")
