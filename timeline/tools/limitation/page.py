"""The light and its reasons, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline import catalog
from timeline.catalog import cn_date, fill
from timeline.catalog.limitation import limitation_words
from timeline.catalog.words import QuestionWords
from timeline.citations import Citation, Review, cite_all, review
from timeline.engine.limitation import Light, LimitationFacts, limitation


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of the why, with what it rests on."""

    text: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class LimitationPage:
    """The answer to one visitor; nothing of it outlives the response."""

    kicker: str
    light: Light
    title: str
    text: str
    why: tuple[Reason, ...]
    ask: QuestionWords | None
    ruleset: str


def limitation_page(facts: LimitationFacts) -> LimitationPage:
    """Light the light, and put it into words."""
    result = limitation(facts, catalog.norms())
    words = limitation_words()
    shown = words.lights[result.light]
    reasons = [words.why[key] for key in result.why]
    return LimitationPage(
        kicker=f"三年 · 今天是 {cn_date(facts.today)}",
        light=result.light,
        title=shown.title,
        text=fill(shown.text, facts.today),
        why=tuple(
            Reason(fill(one.text, facts.today), cite_all(one.cites)) for one in reasons
        ),
        ask=_question(result.ask, facts.today),
        ruleset=catalog.fingerprint(),
    )


def basis() -> Review:
    """When everything that a light may rest on was checked."""
    reasons = limitation_words().why.values()
    return review(cite_all(cite for reason in reasons for cite in reason.cites))


def _question(key: str | None, today: date) -> QuestionWords | None:
    if key is None:
        return None
    words = limitation_words().questions[key]
    return QuestionWords(words.question, fill(words.why, today))
