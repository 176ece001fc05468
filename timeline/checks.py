"""``manage.py check`` reads every data file and holds keys and citations together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any, Final, Protocol

from django.core.checks import CheckMessage, Error, Warning, register
from django.utils import timezone

from timeline import catalog
from timeline.catalog import words
from timeline.catalog.advice import ADVISED, advice
from timeline.catalog.blanks import SLOT as BLANK
from timeline.catalog.budget import budget_words
from timeline.catalog.conduct import conduct_words
from timeline.catalog.contact import contact_words
from timeline.catalog.cost import cost_words
from timeline.catalog.court_cost import court_cost_words
from timeline.catalog.court_fees import fee_records
from timeline.catalog.debts import debts_words
from timeline.catalog.letters import letters
from timeline.catalog.rate import rate_words
from timeline.catalog.readers import READERS
from timeline.catalog.references import references
from timeline.catalog.series import lpr_record
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
    if unreadable := tuple(_unreadable()):
        return [Error(text, id="timeline.E001") for text in dict.fromkeys(unreadable)]
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


class _Reviewed(Protocol):
    """What says of itself when it was checked, and until when that holds."""

    @property
    def checked(self) -> date: ...

    @property
    def review_by(self) -> date: ...


def _overdue(today: date) -> Iterator[str]:
    oldest = today - CURRENT_FOR
    for name, checked in _checked():
        if checked < oldest:
            yield name
    for name, reviewed in _reviewed():
        if reviewed.review_by < today or reviewed.checked < oldest:
            yield name


def _checked() -> Iterator[tuple[str, date]]:
    """Files that hold until somebody finds otherwise; a past year's holidays do."""
    for key, norm in catalog.norm_records().items():
        yield f"norms/{key}.toml", min(version.checked for version in norm.versions)
    yield "series/lpr.toml", lpr_record().checked
    yield "court-fees.toml", min(fee.checked for fee in fee_records().values())
    yield "channels.toml", min(one.checked for one in words.channels().values())


def _reviewed() -> Iterator[tuple[str, _Reviewed]]:
    for key, source in catalog.sources().items():
        yield f"sources/{key}.toml", source
    for key, profile in catalog.profile_records().items():
        yield f"profiles/{key}.toml", profile
    for key, letter in letters().items():
        yield f"letters/{key}.toml", letter
    for name in ADVISED:
        yield f"{name}-advice.toml", advice(name)
    yield "budget.toml", budget_words()
    yield "contact.toml", contact_words()
    yield "cost.toml", cost_words()
    yield "court-cost.toml", court_cost_words()
    yield "debts.toml", debts_words()
    yield "rate.toml", rate_words()


def _unreadable() -> Iterator[str]:
    """Everything is read, though a page may ask for it only in a year."""
    readers: tuple[Callable[[], object], ...] = (*READERS, partial(comfort, ""))
    for read in readers:
        try:
            read()
        except DataError as error:
            yield str(error)


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


def _citations_resolve() -> Iterator[str]:
    for where, reference in references():
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
