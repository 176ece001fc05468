"""Does somebody write that life has become too much?  Then the crisis lines come first.

What was read is never marked, named or kept: a tool that hears it shows the component
``components/crisis_first.html`` before anything else, and answers all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django import forms

from timeline.catalog import words
from timeline.catalog.files import DATA
from timeline.catalog.patterns import pattern
from timeline.catalog.records import read
from timeline.catalog.spelling import folding
from timeline.engine.errors import DataError
from timeline.engine.text import Patterns
from timeline.engine.text.sentences import Sentences
from timeline.wire.shapes import Schema, nullable

FILE: Final = "crisis.toml"


@dataclass(frozen=True, slots=True)
class CrisisRecord:
    """The words that are listened for, and what is said first.

    Args:
        unless: What its clause may not say before it.
        headline: Of an answer that has nothing more urgent to say.
        numbers: Keys of channels, the first to be called first.
    """

    title: str
    text: str
    headline: str
    numbers: tuple[str, ...]
    any: tuple[str, ...]
    unless: tuple[str, ...]

    def __post_init__(self) -> None:
        if unknown := set(self.numbers) - set(words.channels()):
            raise DataError(f"no channel {', '.join(sorted(unknown))}")


@dataclass(frozen=True, slots=True)
class Comfort:
    """What is said before anything else."""

    title: str
    text: str
    headline: str


def comfort(text: str) -> Comfort | None:
    """What to say first to whoever wrote ``text``; nothing where no word calls for it.

    Linear in the length of the text.
    """
    page = Sentences.of(folding().fold(text))
    cries, unless = _patterns()
    if not any(True for cry in cries for _ in page.places(cry, (), unless)):
        return None
    record = _record()
    return Comfort(record.title, record.text, record.headline)


def comfort_for(form: forms.BaseForm) -> Comfort | None:
    """The same for what was typed into a form, whether or not it could be read."""
    return comfort("\n".join(_typed(form))) if form.is_bound else None


def wired(text: str) -> dict[str, Any] | None:
    """What ``ask`` puts before an answer: the same words, and the numbers to call."""
    said = comfort(text)
    if said is None:
        return None
    return {"title": said.title, "text": said.text, "numbers": [*numbers()]}


def wired_schema() -> Schema:
    """The JSON Schema of that."""
    parts: Schema = {
        "title": {"type": "string"},
        "text": {"type": "string"},
        "numbers": {"type": "array", "items": {"enum": [*numbers()]}},
    }
    return nullable(
        {
            "type": "object",
            "properties": parts,
            "required": list(parts),
            "additionalProperties": False,
        }
    )


def numbers() -> tuple[str, ...]:
    """The numbers to call, the first one first."""
    return _record().numbers


def _typed(form: forms.BaseForm) -> Iterable[str]:
    """What stands in the controls that take words; a choice is nobody's own words."""
    for name, field in form.fields.items():
        if isinstance(field, forms.CharField):
            yield str(form[name].value() or "")


@cache
def _record() -> CrisisRecord:
    return read(DATA / FILE, CrisisRecord)


@cache
def _patterns() -> tuple[Patterns, Patterns]:
    record = _record()
    any_, unless = record.any, record.unless
    return (
        tuple(pattern(FILE, written, {}) for written in any_),
        tuple(pattern(FILE, written, {}) for written in unless),
    )
