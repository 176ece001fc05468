"""One thing that is wrong with a text, in one plain sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Errors stop publication; warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """``line`` counts from 1 in the body; None is the title, the answer or the whole.

    ``text`` is one sentence in Chinese for the editor.
    """

    severity: Severity
    line: int | None
    text: str

    def __str__(self) -> str:
        """The sentence with its line in front."""
        return self.text if self.line is None else f"第 {self.line} 行：{self.text}"
