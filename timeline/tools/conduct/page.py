"""Everything that the result shows, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline import catalog
from timeline.catalog import fill
from timeline.catalog.conduct import conduct_words, yardstick
from timeline.citations import Citation, cite
from timeline.engine import LenderKind, Role, Strength
from timeline.engine.conduct import (
    LENDER_IN_DOUBT,
    Conduct,
    DayTally,
    Finding,
    Judgement,
    Verdict,
    judge,
    tally,
)
from timeline.engine.norms import EVERYONE


@dataclass(frozen=True, slots=True)
class NormLine:
    """One norm a finding rests on: how it is weighed, whom it binds, since when."""

    verdict: str
    weight: str
    contacts: str
    cite: Citation
    binds: str
    since: date


@dataclass(frozen=True, slots=True)
class Card:
    """One rule that found something: what happened and what to say."""

    key: str
    title: str
    what: str
    verdict: str
    weight: str
    contacts: str
    norms: tuple[NormLine, ...]
    say: str
    decide: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The answer to one log; nothing of it outlives the response."""

    kicker: str
    headline: str
    hedge: str
    weight: str
    cards: tuple[Card, ...]
    fine: tuple[str, ...]
    ask: str
    unknown: tuple[str, ...]
    days: tuple[DayTally, ...]
    ruleset: str


def result_page(conduct: Conduct) -> ResultPage:
    """Judge, and put the answer into words."""
    judgement = judge(conduct, yardstick())
    words = conduct_words()
    weight = _weight(judgement.findings)
    found = [card(conduct, rule) for rule in _by_rule(judgement)]
    cards = tuple(sorted(found, key=lambda one: list(words.verdicts).index(one.weight)))
    days = tally(conduct)
    dated = sum(day.day is not None for day in days)
    return ResultPage(
        kicker=f"记了 {len(conduct.events)} 次，{dated} 天",
        headline=words.headlines[weight],
        hedge=words.hedges[weight],
        weight=weight,
        cards=tuple(one for one in cards if one.weight != Verdict.OK),
        fine=tuple(
            fill(words.rules[one.key].fine, conduct.today)
            for one in cards
            if one.weight == Verdict.OK
        ),
        ask=_ask(judgement.ask),
        unknown=tuple(catalog.norm_records()[key].title for key in judgement.unknown),
        days=days,
        ruleset=judgement.ruleset,
    )


def card(conduct: Conduct, found: Sequence[Finding]) -> Card:
    """All findings of one rule, the gravest first."""
    words = conduct_words()
    rule = words.rules[found[0].rule]
    weight = _weight(found)
    shown = [finding for finding in found if finding.verdict is not Verdict.OK]
    concerned = {number for finding in shown or found for number in finding.events}
    doubtful = any(finding.verdict is Verdict.DOUBTFUL for finding in shown)
    today, owes = conduct.today, conduct.role is not Role.CONTACT
    return Card(
        key=found[0].rule,
        title=rule.title,
        what=fill(rule.what, today),
        verdict=words.verdicts[weight],
        weight=weight,
        contacts=contacts(conduct, sorted(concerned)),
        norms=tuple(_norm_line(conduct, finding) for finding in shown),
        say=fill((owes and rule.say_debtor) or rule.say, today),
        decide=fill(rule.decide, today) if doubtful else "",
    )


def contacts(conduct: Conduct, numbers: Sequence[int]) -> str:
    """``第 1、3 次``, or that it was all of them."""
    if len(numbers) == len(conduct.events) > 1:
        return f"全部 {len(numbers)} 次"
    return f"第 {'、'.join(str(number + 1) for number in numbers)} 次"


def _by_rule(judgement: Judgement) -> Iterable[list[Finding]]:
    for _, found in groupby(judgement.findings, key=lambda finding: finding.rule):
        yield list(found)


def _weight(found: Iterable[Finding]) -> str:
    """The strength of the strongest norm that was breached, else doubtful or ok."""
    ranks = list(Strength)
    breached = [f.strength for f in found if f.verdict is Verdict.BREACH]
    if breached:
        return min(breached, key=ranks.index)
    worst = max((f.verdict.weight for f in found), default=Verdict.OK.weight)
    return list(Verdict)[worst]


def _norm_line(conduct: Conduct, finding: Finding) -> NormLine:
    weight, words = _weight([finding]), conduct_words()
    in_doubt = conduct.lender_kind in LENDER_IN_DOUBT and EVERYONE not in finding.binds
    return NormLine(
        verdict=words.if_lender if in_doubt else words.verdicts[weight],
        weight=weight,
        contacts=contacts(conduct, finding.events),
        cite=cite(finding.cite),
        binds=binds(finding.binds),
        since=finding.since,
    )


def binds(kinds: Sequence[str]) -> str:
    """Whom a norm binds, in words."""
    if EVERYONE in kinds:
        return "对所有人有效"
    records = catalog.profile_records()
    return "约束" + "、".join(
        records[kind].name for kind in LenderKind if kind in kinds
    )


def _ask(asked: str | None) -> str:
    if asked is None:
        return ""
    head, _, tail = asked.partition(".")
    questions = conduct_words().questions
    if head != "events":
        return questions[head]
    number, part = tail.split(".")
    return questions[part].format(int(number) + 1)
