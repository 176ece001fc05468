"""Everything that the result page shows, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline import catalog
from timeline.catalog import cn_date, fill, words
from timeline.catalog.letters import letters
from timeline.citations import Citation, cite_all
from timeline.dates import DateRow
from timeline.engine import Assessment, Facts, LegalStage, Role, TimeStage, assess
from timeline.ruler import Ruler, ruler
from timeline.tools.assess.dates import date_rows
from timeline.tools.assess.what_if import Column, what_if
from timeline.tools.assess.wording import (
    Reason,
    RightLine,
    days_text,
    headline,
    reasons,
    right_lines,
)

MOST_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class Link:
    """A page of this site that helps with an action."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter that fits the answer."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One thing to do today."""

    title: str
    text: str
    cites: tuple[Citation, ...]
    link: Link | None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One thing to know, with its tone: legal, practice or info."""

    title: str
    text: str
    cites: tuple[Citation, ...]
    tone: str


@dataclass(frozen=True, slots=True)
class Question:
    """The one answer that would narrow the picture most."""

    question: str
    why: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The answer to one visitor; nothing of it outlives the response."""

    kicker: str
    headline: str
    hedge: str
    role: Role
    actions: tuple[ActionLine, ...]
    letters: tuple[LetterLink, ...]
    ruler: Ruler
    dates: tuple[DateRow, ...]
    limits: tuple[RightLine, ...]
    claims: tuple[RightLine, ...]
    findings: tuple[FindingLine, ...]
    what_if: tuple[Column, ...]
    trace: tuple[Reason, ...]
    unchecked: tuple[str, ...]
    unknown: tuple[str, ...]
    ask: Question | None
    checked: date
    review_by: date
    ruleset: str

    @property
    def first_date(self) -> DateRow | None:
        """The next day that the law or a paper sets: it belongs below the headline."""
        dated = [row for row in self.dates if row.kind == "legal" and row.iso]
        return next((row for row in dated if row.state == "ahead"), None)

    @property
    def only_estimates(self) -> bool:
        """Whether a calendar file would be empty without the estimate."""
        return not any(row.iso and row.key != "next-stage" for row in self.dates)

    @property
    def has_practice_date(self) -> bool:
        """Whether an estimate of the time track is on the page."""
        return any(row.key == "next-stage" for row in self.dates)


def result_page(facts: Facts) -> ResultPage:
    """Assess, and put the answer into words."""
    result = assess(facts, catalog.ruleset())
    record = catalog.profile_records()[result.profile.key]
    title, hedge = headline(facts, result)
    findings = tuple(_finding(key, facts.today) for key in result.findings)
    actions = tuple(_action(key, facts.today) for key in result.actions)
    rights = tuple(right_lines(facts, result))
    cited = [line.cites for line in findings]
    cited += [line.cites for line in actions] + [line.cites for line in rights]
    used = {citation.source for cites in cited for citation in cites}
    sources = [catalog.sources()[key] for key in used]
    today = cn_date(facts.today)
    return ResultPage(
        kicker=f"{record.name} · 今天是 {today}，{days_text(facts, result)}",
        headline=title,
        hedge=hedge,
        role=facts.role,
        actions=actions,
        letters=tuple(
            LetterLink(key, letters()[key].title)
            for key in result.letters[:MOST_LETTERS]
        ),
        ruler=_ruler(facts, result),
        dates=date_rows(facts, result),
        limits=tuple(line for line in rights if not line.claim),
        claims=tuple(line for line in rights if line.claim),
        findings=findings,
        what_if=tuple(what_if(facts, result)),
        trace=tuple(reasons(facts, result.trace)),
        unchecked=record.unchecked,
        unknown=tuple(catalog.norm_records()[key].title for key in result.unknown),
        ask=_question(result.ask),
        checked=min([record.checked, *(source.checked for source in sources)]),
        review_by=min([record.review_by, *(source.review_by for source in sources)]),
        ruleset=result.ruleset,
    )


def _finding(key: str, today: date) -> FindingLine:
    text = words.findings()[key]
    cites = cite_all(text.cites)
    return FindingLine(
        fill(text.title, today), fill(text.text, today), cites, text.tone
    )


def _action(key: str, today: date) -> ActionLine:
    text = words.actions()[key]
    cites = cite_all(text.cites)
    link = Link(text.link, text.link_label) if text.link else None
    return ActionLine(fill(text.title, today), fill(text.text, today), cites, link)


def _question(asked: str | None) -> Question | None:
    if asked is None:
        return None
    head, _, tail = asked.partition(".")
    key = f"{head}.{tail.rpartition('.')[2]}" if tail else head
    text = words.questions()[key]
    return Question(text.question, text.why)


def _ruler(facts: Facts, result: Assessment) -> Ruler:
    starts: dict[TimeStage, date] = {}
    if not result.paused:
        for band in result.profile.bands:
            start = band.start is not None and facts.reaches(band.start)
            if start and result.days and result.days[0] == result.days[1]:
                starts[band.stage] = start
    papers: dict[LegalStage, date] = {}
    for paper in facts.papers or ():
        if paper.live and paper.received:
            stage = paper.kind.proves
            papers[stage] = min(paper.received, papers.get(stage, paper.received))
    papers.pop(LegalStage.NONE, None)
    return ruler(result.profile, facts.today, result, starts, papers)
