"""What a paper is, by when to act and with what, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from timeline import catalog
from timeline.catalog import cn_date, fill, say, words
from timeline.catalog.letters import letters
from timeline.catalog.papers import paper_guides, paper_hedges, service_words
from timeline.citations import Citation, Review, cite_all, review
from timeline.dates import DateRow, deadline_row, entries
from timeline.engine import Facts, Paper, PaperKind, Role, Unit, assess
from timeline.engine.deadlines import PERIODS, deadlines
from timeline.engine.service_of_process import Service
from timeline.ics import Entry
from timeline.tools.papers.lines import Line, lines


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter that answers the paper."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class KindLink:
    """A kind of paper, as the list of them shows it."""

    key: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step that the paper opens, told without a date; ``period`` is its length."""

    title: str
    what: str
    undone: str
    period: str


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One kind of paper; dates and costs only where they were asked for."""

    key: str
    name: str
    what: str
    sender: str
    moves: bool
    looks: str
    undone: str
    bring: tuple[str, ...]
    letters: tuple[LetterLink, ...]
    cites: tuple[Citation, ...]
    actions: tuple[Line, ...]
    findings: tuple[Line, ...]
    steps: tuple[Step, ...]
    hedge: str
    review: Review
    dates: tuple[DateRow, ...] = ()
    service: Line | None = None
    served: str = ""

    @property
    def references(self) -> list[str]:
        """Everything that the page cites."""
        lines = (*self.actions, *self.findings)
        cited = [*self.cites, *(cite for line in lines for cite in line.cites)]
        return [citation.reference for citation in cited]

    @property
    def first_date(self) -> DateRow | None:
        """The next day that the law or the paper sets."""
        return next((row for row in self.dates if row.state == "ahead"), None)

    @property
    def entries(self) -> list[Entry]:
        """The dates ahead, for a calendar file."""
        return entries(self.dates)


def kinds() -> tuple[KindLink, ...]:
    """Every kind of paper, in the order of the legal track."""
    return tuple(
        KindLink(k, text.name, text.what) for k, text in words.papers().items()
    )


def kind_page(kind: PaperKind, today: date) -> PaperPage:
    """The kind of paper as such: no personal fact, no date."""
    return _page(_facts(Paper(kind=kind), today))


def result_page(facts: Facts, paper: Paper, service: Service) -> PaperPage:
    """The answer to somebody who holds the paper.

    Args:
        facts: The paper as a borrower's only one, received by today.
        paper: The same, received on the day from which the law counts.
        service: How it came.
    """
    ruleset = catalog.ruleset()
    dates, _ = deadlines(
        (paper,), facts.today, ruleset.norms, ruleset.units, ruleset.workdays
    )
    ways = service_words()
    told = None
    if service in ways:
        way = ways[service]
        told = Line(way.name, fill(way.counts, facts.today), cite_all(way.cites))
    return replace(
        _page(facts),
        dates=tuple(deadline_row(found, paper, facts.today) for found in dates),
        service=told,
        served=cn_date(paper.received) if paper.received else "",
    )


def _facts(paper: Paper, today: date) -> Facts:
    return Facts(role=Role.BORROWER, today=today, papers=(paper,))


def _page(facts: Facts) -> PaperPage:
    """What the engine says of a borrower whose only paper this is."""
    (paper,) = facts.papers or ()
    today, key = facts.today, paper.kind.key
    text, guide = words.papers()[key], paper_guides()[key]
    result = assess(facts, catalog.ruleset())
    # What holds for any debt is no news here: only what this paper brings is shown.
    without = assess(replace(facts, papers=()), catalog.ruleset())
    findings = [key for key in result.findings if key not in without.findings]
    cites = cite_all(guide.cites)
    return PaperPage(
        key=key,
        name=text.name,
        what=text.what,
        sender=text.sender,
        moves=text.moves,
        looks=guide.looks,
        undone=guide.undone,
        bring=guide.bring,
        letters=tuple(LetterLink(k, letters()[k].title) for k in guide.letters),
        cites=cites,
        actions=tuple(lines(words.actions(), result.actions, today)),
        findings=tuple(lines(words.findings(), findings, today)),
        steps=tuple(_steps(paper, today)),
        hedge=paper_hedges()[_hedge(paper)].text,
        review=review(cites),
    )


def _hedge(paper: Paper) -> str:
    if paper.verified is False:
        return "forged"
    if not paper.moves:
        return "quiet"
    return "verified" if paper.verified else "unverified"


def _steps(paper: Paper, today: date) -> Iterator[Step]:
    """Each step that the kind opens, and the length the law gives it today."""
    in_force = catalog.norms().on(today)
    for period in PERIODS:
        if paper.opens not in period.papers:
            continue
        text = words.deadlines()[period.key]
        version, unit = in_force.get(period.norm), catalog.norms()[period.norm].unit
        told = "看文书写的日期"
        if version is not None and unit is not Unit.STATED:
            told = f"从收到起 {say(version, unit)}"
        yield Step(
            title=text.title,
            what=text.what,
            undone=text.undone,
            period=told,
        )
