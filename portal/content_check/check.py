"""The whole check of one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone

from portal.content_check.problem import Problem, Severity
from portal.marks import CITATION
from portal.models import Article, Claim, Page
from portal.richtext import citation_references, render
from timeline.catalog.text import SLOT
from timeline.citations import cite
from timeline.engine import DataError, Strength

MEAN_LIMIT: Final = 60
BINDING: Final = {Strength.LAW, Strength.REGULATION, Strength.INTERPRETATION}
# Quoted words may state a myth in order to refute it.
_QUOTED: Final = re.compile(r"「[^」]*」")
_PROMISE: Final = re.compile(r"包过|100\s*[%％]|百分之百|洗白|停息挂账成功|保证成功")
_PHONE: Final = re.compile(
    r"(?<![\d.,，])(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8}|[48]00-?\d{3}-?\d{4}"
    r"|123(?:56|68|78|63|45|15|48|21|81)|96110|955\d{2})(?![\d.])"
)
_HALF_WIDTH: Final = re.compile(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]")
_HEADING: Final = re.compile(r"^(#{1,6})\s")
_END: Final = re.compile(r"[。！？\n]")


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is to read: a simple, honest measure."""

    sentences: int
    mean: float
    long_share: float


def check(title: str, answer: str, body: str, day: date) -> tuple[Problem, ...]:
    """Every problem of a page, errors first, as of ``day``."""
    found = [Problem(Severity.ERROR, None, text) for text in render(body, day).problems]
    for number, line in [(None, title), (None, answer), *enumerate(_lines(body), 1)]:
        found += _line(number, line)
    found += [*_headings(body), *_unlawful(body)]
    measured = reading(body)
    if measured.mean > MEAN_LIMIT:
        text = f"平均每句 {measured.mean:.0f} 字，请分成短句。"
        found.append(Problem(Severity.WARNING, None, text))
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda problem: problem.severity))


def check_page(page: Page, day: date | None = None) -> tuple[Problem, ...]:
    """The problems of an article or a claim as it stands in the editor."""
    day = day or timezone.localdate()
    if isinstance(page, Article):
        return check(page.title, page.answer, page.body, day)
    if isinstance(page, Claim):  # what it says is quoted, so it is not checked
        return check("", page.conclusion, page.body, day)
    return check("", "", page.body, day)


def reading(text: str) -> Reading:
    """Measure a text without its markup."""
    plain = re.sub(CITATION, "", text)
    lengths = [len(part.strip()) for part in _END.split(plain) if part.strip()]
    if not lengths:
        return Reading(0, 0.0, 0.0)
    long = sum(length > MEAN_LIMIT for length in lengths)
    return Reading(len(lengths), sum(lengths) / len(lengths), long / len(lengths))


def _lines(body: str) -> list[str]:
    return body.splitlines()


def _line(number: int | None, line: str) -> Iterator[Problem]:
    bare = SLOT.sub("", re.sub(CITATION, "", line))
    if phone := _PHONE.search(bare):
        text = f"号码「{phone[0]}」请用 {{{{ channel:… }}}} 来写。"
        yield Problem(Severity.ERROR, number, text)
    own = _QUOTED.sub("", bare)
    if promise := _PROMISE.search(own):
        yield Problem(Severity.ERROR, number, f"「{promise[0]}」是在许诺结果，请删去。")
    if _HALF_WIDTH.search(own):
        yield Problem(Severity.WARNING, number, "中文旁边请用全角标点。")


def _headings(body: str) -> Iterator[Problem]:
    before = 1
    for number, line in enumerate(_lines(body), 1):
        if match := _HEADING.match(line):
            level = len(match[1])
            if level == 1 or level > before + 1:
                text = "标题从二级开始，一级一级往下，不能跳。"
                yield Problem(Severity.ERROR, number, text)
            before = level


def _unlawful(body: str) -> Iterator[Problem]:
    """违法 asks for a law that we have read, cited in the same paragraph."""
    start, lines = 1, _lines(body)
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            continue
        block = lines[start - 1 : number - 1]
        own = [_QUOTED.sub("", text) for text in block]
        if not any(map(_binding, citation_references("\n".join(block)))):
            for offset, text in enumerate(own):
                if re.search(r"(?<![不非])违法(?!违规)", text):
                    words = "说「违法」，同一段里要有已核对原文的法律依据。"
                    yield Problem(Severity.ERROR, start + offset, words)
        start = number + 1


def _binding(reference: str) -> bool:
    try:
        citation = cite(reference)
    except DataError:
        return False
    return citation.verified and citation.strength in BINDING
