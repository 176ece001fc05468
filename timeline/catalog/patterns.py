"""Patterns in data: named parts filled in, and none that could run on for ever."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from timeline.engine.errors import DataError

NAMED: Final = re.compile(r"\{([a-z][a-z-]*)\}")
# A sign that is meant as itself, then a class: neither repeats what stands before it.
ESCAPED: Final = re.compile(r"\\\D", re.DOTALL)
CLASS: Final = re.compile(r"\[[^\]]*\]")
UNBOUNDED: Final = re.compile(r"[*+]|\{\d*,\}|\\\d|\(\?P=")
NONE: Final[Mapping[str, str]] = MappingProxyType({})
DEPTH: Final = 3  # a named part may use another


def pattern(
    where: str,
    written: str,
    words: Mapping[str, str],
    marks: Mapping[str, str] = NONE,
    flags: re.RegexFlag = re.NOFLAG,
) -> re.Pattern[str]:
    """Compile ``written``, in which ``{name}`` stands for a list of ``words``.

    Args:
        where: The file, for errors.
        marks: What is written for something longer, such as a gap of some letters.

    Raises:
        DataError: A name is unknown or stands too deep in others, a repetition has no
            bound (one text could then take minutes), or it is no regular expression.
    """

    def named(match: re.Match[str]) -> str:
        if match[1] not in words:
            raise DataError(f"{where}: no word list {match[1]}")
        return f"(?:{words[match[1]]})"

    expanded = written
    for _ in range(DEPTH):
        expanded = NAMED.sub(named, expanded)
    if NAMED.search(expanded):
        raise DataError(f"{where}: {written!r} nests more than {DEPTH} lists")
    for mark, meaning in marks.items():
        expanded = expanded.replace(mark, meaning)
    if UNBOUNDED.search(CLASS.sub("", ESCAPED.sub("_", expanded))):
        raise DataError(f"{where}: {written!r} has no bound")
    try:
        return re.compile(expanded, flags)
    except re.error as error:
        raise DataError(f"{where}: {written!r}: {error}") from None
