"""``manage.py check`` reads every data file and holds keys and citations together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from django.core.checks import CheckMessage, Error, Warning, register
from django.utils import timezone

from timeline import catalog
from timeline.catalog import words
from timeline.catalog.advice import ADVISED, advice
from timeline.catalog.blanks import SLOT as BLANK
from timeline.catalog.conduct import conduct_words
from timeline.catalog.contact import contact_words
from timeline.catalog.cost import cost_words
from timeline.catalog.court_cost import court_cost_words
from timeline.catalog.letters import letters
from timeline.catalog.message import message_reader, message_steps, told
from timeline.catalog.paper_words import paper_words
from timeline.catalog.papers import own_steps, paper_guides, paper_parts
from timeline.catalog.rate import rate_words
from timeline.catalog.series import lpr, lpr_record
from timeline.catalog.text import SLOT
from timeline.citations import cite
from timeline.crisis import comfort
from timeline.engine import DataError, LegalStage, PaperKind, TimeStage
from timeline.engine.conduct import RULES as CONDUCT
from timeline.engine.deadlines import DEADLINE_KEYS, HEARING_NORMS, PERIODS
from timeline.engine.question import FACT_QUESTIONS, PAPER_QUESTIONS
from timeline.engine.rules import ACTIONS, FINDINGS, RIGHTS

CURRENT_FOR: Final = timedelta(days=180)


@register("data")
def data_is_whole(**kwargs: Any) -> list[CheckMessage]:
    """Every file reads, every key has words, every citation resolves."""
    checks: tuple[Callable[[], Iterator[str]], ...] = (
        _keys_have_words,
        _norms_exist,
        _citations_resolve,
        _slots_resolve,
    )
    problems: list[CheckMessage] = []
    for check in checks:
        try:
            problems += [Error(problem, id="timeline.E002") for problem in check()]
        except DataError as error:
            problems.append(Error(str(error), id="timeline.E001"))
    return problems


@register("data")
def data_is_current(**kwargs: Any) -> list[CheckMessage]:
    """Name what nobody has checked for half a year, or what is due for review."""
    try:
        return [
            Warning(f"{name}: due for review", id="timeline.W001")
            for name in _overdue(timezone.localdate())
        ]
    except DataError:
        return []  # reported above


def _overdue(today: date) -> Iterator[str]:
    oldest = today - CURRENT_FOR
    for key, norm in catalog.norm_records().items():
        if any(version.checked < oldest for version in norm.versions):
            yield f"norms/{key}.toml"
    if lpr_record().checked < oldest:
        yield "series/lpr.toml"
    for key, source in catalog.sources().items():
        if source.review_by < today or source.checked < oldest:
            yield f"sources/{key}.toml"
    for key, profile in catalog.profile_records().items():
        if profile.review_by < today or profile.checked < oldest:
            yield f"profiles/{key}.toml"


def _keys_have_words() -> Iterator[str]:
    papers = [f"papers.{part}" for part in PAPER_QUESTIONS]
    pairs: tuple[tuple[str, list[str], list[str]], ...] = (
        ("findings", [rule.key for rule in FINDINGS], list(words.findings())),
        ("actions", [rule.key for rule in ACTIONS], list(words.actions())),
        ("rights", [rule.key for rule in RIGHTS], list(words.rights())),
        ("stages.time", list(TimeStage), list(words.stages("time"))),
        ("stages.legal", list(LegalStage), list(words.stages("legal"))),
        ("papers", [kind.key for kind in PaperKind], list(words.papers())),
        ("deadlines", list(DEADLINE_KEYS), list(words.deadlines())),
        ("conduct", [rule.key for rule in CONDUCT], list(conduct_words().rules)),
    )
    for name, engine, data in pairs:
        if sorted(engine) != sorted(data):
            odd = sorted(set(engine) ^ set(data))
            yield f"{name}.toml and the engine differ: {', '.join(odd)}"
        elif engine != data:
            yield f"{name}.toml: not in the order of the engine"
    missing = {*FACT_QUESTIONS, *papers} - set(words.questions())
    if missing:
        yield f"questions.toml: no words for {', '.join(sorted(missing))}"


def _norms_exist() -> Iterator[str]:
    known = set(catalog.norms())
    needed = {period.norm for period in PERIODS} | set(HEARING_NORMS.values())
    for norm in sorted(needed - known):
        yield f"norms/{norm}.toml is missing; deadlines.py counts by it"
    held = {ground.norm for rule in CONDUCT for ground in rule.grounds}
    for norm in sorted(held - known):
        yield f"norms/{norm}.toml is missing; conduct/rules.py rests on it"
    for key, right in words.rights().items():
        if not right.norms:
            yield f"rights.toml [{key}]: rests on no norm"
        for norm in sorted(set(right.norms) - known):
            yield f"rights.toml [{key}]: no norm {norm}"


def _references() -> Iterator[tuple[str, str]]:
    """Every citation in the data, with the place it stands in."""
    cited = {
        "findings": {key: text.cites for key, text in words.findings().items()},
        "actions": {key: text.cites for key, text in words.actions().items()},
        "channels": {key: text.cites for key, text in words.channels().items()},
    }
    for name, table in cited.items():
        for key, references in table.items():
            for reference in references:
                yield f"{name}.toml [{key}]", reference
    for key, norm in catalog.norm_records().items():
        for version in norm.versions:
            yield f"norms/{key}.toml", version.cite
    for name in ADVISED:
        for item in advice(name).items:
            for reference in item.cites:
                yield f"{name}-advice.toml", reference
    for reference in contact_words().cites:
        yield "contact.toml", reference
    for script in words.scripts().values():
        for reference in script.cites:
            yield "scripts.toml", reference
    for key, own in own_steps().items():
        if own.cite:
            yield f"paper-steps.toml [{key}]", own.cite
    for key, guide in paper_guides().items():
        for reference in guide.cites:
            yield f"paper-guides.toml [{key}]", reference
    for key, parts in paper_parts().items():
        for reference in parts.cites:
            yield f"paper-parts.toml [{key}]", reference
    for key, step in message_steps().items():
        for reference in step.cites:
            yield f"message-steps.toml [{key}]", reference
    for key, profile in catalog.profile_records().items():
        where = f"profiles/{key}.toml"
        for reference in profile.cites:
            yield where, reference


def _citations_resolve() -> Iterator[str]:
    catalog.ruleset()
    letters()  # a letter that contradicts itself, or cites nothing, is refused here
    catalog.year_records()
    for money in (cost_words, rate_words, court_cost_words, lpr):
        money()  # words without a key of the engine, a rate that is no number
    message_reader()  # a cue that cites nothing, or has no bound, is refused here
    told()
    comfort("")
    paper_words()  # likewise
    for where, reference in _references():
        try:
            cite(reference)
        except DataError as error:
            yield f"{where}: {error}"


def _slots_resolve() -> Iterator[str]:
    """Every ``{{ norm:… }}`` names a norm with a figure, the others what is listed."""
    norms = catalog.norms()
    listed = {"norm": norms, "channel": words.channels(), "script": words.scripts()}
    files = [*catalog.DATA.glob("*.toml"), *(catalog.DATA / "letters").glob("*.toml")]
    for path in sorted(files):
        for kind, key in SLOT.findall(path.read_text(encoding="utf-8")):
            if key not in listed[kind] or (
                kind == "norm" and norms[key].versions[-1].value is None
            ):
                yield f"{path.name}: nothing to say for {kind}:{key}"
        for slot in re.findall(r"\{\{(.*?)\}\}", path.read_text(encoding="utf-8")):
            written = "{{" + slot + "}}"
            if not SLOT.fullmatch(written) and not BLANK.fullmatch(written):
                yield f"{path.name}: unreadable slot {slot.strip()}"
