"""A log and the norms of its days → findings, an overall verdict, one question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline.engine.conduct.events import Conduct
from timeline.engine.conduct.rule import Ground, Hit, Log, Verdict, mildest
from timeline.engine.conduct.rules import RULES
from timeline.engine.facts import LenderKind
from timeline.engine.norms import EVERYONE, Norm, Norms, Strength, Version

LENDER_IN_DOUBT: Final = frozenset({LenderKind.UNKNOWN, LenderKind.PLATFORM})


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Yardstick:
    """What a log is held against.

    Attributes:
        many: Contacts with one person a day that raise the question of harassment.
        version: A hash of the data files.
    """

    norms: Norms
    many: int
    version: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule, one version of one norm, one verdict, and the contacts concerned.

    Attributes:
        events: Positions in the log, ascending.
        since: First day of the version.
    """

    rule: str
    verdict: Verdict
    strength: Strength
    binds: tuple[str, ...]
    events: tuple[int, ...]
    cite: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The whole answer.

    Attributes:
        ask: The fact that would decide a doubt, dotted; ``None`` without a doubt.
        unknown: Norms of which we know no version on the day of a contact.
    """

    overall: Verdict
    findings: tuple[Finding, ...]
    ask: str | None
    unknown: tuple[str, ...]
    ruleset: str


def judge(conduct: Conduct, yardstick: Yardstick) -> Judgement:
    """Hold every contact against the norms of its day.

    A norm that does not bind this kind of lender is left out.  With the lender
    unknown, or a platform, a norm that binds only some is doubtful at most.
    """
    log = Log(conduct, yardstick.many)
    findings: list[Finding] = []
    asked: list[str] = []
    unknown: dict[str, None] = {}
    for rule in RULES:
        found: list[Finding] = []
        for ground in rule.grounds:
            norm = yardstick.norms[ground.norm]
            held = _Held(rule.key, ground, norm, conduct.lender_kind)
            for hit in rule.find(log, norm):
                held.add(hit, log.version(norm, conduct.events[hit.event]))
            found += held.findings()
            asked += held.asked
            if held.unknown:
                unknown[norm.key] = None
        findings += sorted(found, key=lambda finding: -finding.verdict.weight)
    return Judgement(
        overall=max(
            (finding.verdict for finding in findings),
            key=lambda verdict: verdict.weight,
            default=Verdict.OK,
        ),
        findings=tuple(findings),
        ask=asked[0] if asked else None,
        unknown=tuple(unknown),
        ruleset=yardstick.version,
    )


class _Held:
    """The hits of one rule held against one norm, sorted by version and verdict."""

    def __init__(self, rule: str, ground: Ground, norm: Norm, kind: LenderKind) -> None:
        self.rule, self.ground, self.norm, self.kind = rule, ground, norm, kind
        self.sorted: dict[tuple[Version, Verdict], list[int]] = {}
        self.asked: list[str] = []
        self.unknown = False

    def add(self, hit: Hit, version: Version | None) -> None:
        """Take a hit, unless the norm does not bind the lender.

        Without a version for that day it is not known what the norm said.
        """
        if version is None:
            self.unknown |= any(
                other.binds_lender(self.kind) for other in self.norm.versions
            )
            return
        if not version.binds_lender(self.kind):
            return
        verdict = mildest(hit.verdict, self.ground.most)
        if verdict is Verdict.DOUBTFUL and hit.ask:
            self.asked.append(hit.ask)
        if EVERYONE not in version.binds and self.kind in LENDER_IN_DOUBT:
            if verdict is Verdict.BREACH:
                self.asked.append("lender_kind")
            verdict = mildest(verdict, Verdict.DOUBTFUL)
        self.sorted.setdefault((version, verdict), []).append(hit.event)

    def findings(self) -> Iterator[Finding]:
        """One finding for each version and verdict."""
        for (version, verdict), events in self.sorted.items():
            yield Finding(
                rule=self.rule,
                verdict=verdict,
                strength=version.strength,
                binds=tuple(sorted(version.binds)),
                events=tuple(sorted(events)),
                cite=version.cite,
                since=version.since,
            )
