"""What stands beside a letter: advice, the light, the last day, the paid helpers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline import catalog
from timeline.catalog import fill
from timeline.catalog.letter_record import Advice, LetterRecord
from timeline.catalog.letters import paid_helpers
from timeline.catalog.limitation import limitation_words
from timeline.catalog.lint import lint_rules, reason
from timeline.catalog.spelling import folding
from timeline.citations import Citation, cite_all
from timeline.dates import DateRow, step_row
from timeline.engine import PaperKind
from timeline.engine.limitation import Light, LimitationFacts, limitation
from timeline.engine.lint import Draft, lint
from timeline.letters import Answers, Letter


@dataclass(frozen=True, slots=True)
class Told:
    """A line of advice with what it rests on."""

    text: str
    cites: tuple[Citation, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class LightShown:
    """The limitation light: its sentence, the reasons, and its colour as a key."""

    key: str
    title: str
    text: str
    why: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class HelpersShown:
    """The five signs, and the way out."""

    title: str
    intro: str
    free: str
    signs: tuple[Told, ...]
    remedies: tuple[Told, ...]


def advice(
    lines: tuple[Advice, ...], answers: Answers, today: date
) -> tuple[Told, ...]:
    """The lines that hold for this writer and this kind of lender."""
    return tuple(
        Told(fill(line.text, today), cite_all(line.cites))
        for line in lines
        if answers.meet(line.when)
    )


def light(known: LimitationFacts) -> LightShown:
    """The light, in the words of ``limitation.toml``."""
    result = limitation(known, catalog.norms())
    words = limitation_words()
    shown = words.lights[result.light]
    return LightShown(
        result.light,
        shown.title,
        fill(shown.text, known.today),
        tuple(
            Told(fill(words.why[key].text, known.today), cite_all(words.why[key].cites))
            for key in result.why
        ),
    )


def second_look(
    key: str, made: Letter, answers: Answers, shown: LightShown | None, today: date
) -> tuple[Told, ...]:
    """What the linter says of the writer's own words; ours are held clean by tests."""
    draft = Draft(
        text=made.text,
        today=today,
        letter=key,
        lender_kind=answers.lender_kind,
        limitation=Light(shown.key) if shown else None,
    )
    found = {}
    for flag in lint(draft, lint_rules(), folding()):
        if any(flag.start < end and start < flag.end for start, end in made.typed):
            words = reason(flag.why)
            found[flag.why] = Told(
                f"{fill(words.text, today)}{fill(words.better, today)}",
                cite_all([flag.cite] if flag.cite else []),
                title=made.text[flag.start : flag.end],
            )
    return tuple(found.values())


def last_day(letter: LetterRecord, answers: Answers, today: date) -> DateRow | None:
    """Counted by the engine as for any paper: one rule for the whole site."""
    clock = letter.clock
    received = answers.values.get(clock.received) if clock else None
    if clock is None or not isinstance(received, date):
        return None
    kinds = {kind.key: kind for kind in PaperKind}
    return step_row(clock.deadline, kinds[clock.paper], received, today)


def helpers(today: date) -> HelpersShown:
    """The words of ``paid-helpers.toml``."""
    words = paid_helpers()
    return HelpersShown(
        words.title,
        words.intro,
        fill(words.free, today),
        tuple(
            Told(fill(sign.text, today), cite_all(sign.cites)) for sign in words.signs
        ),
        tuple(
            Told(fill(one.text, today), cite_all(one.cites), one.title)
            for one in words.remedies
        ),
    )
