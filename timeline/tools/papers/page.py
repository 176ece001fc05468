"""What a paper is, by when to act and with what, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from timeline import catalog
from timeline.catalog import fill, say, words
from timeline.catalog.letters import letters
from timeline.catalog.papers import own_steps, paper_guides, paper_hedges, paper_parts
from timeline.citations import Citation, Review, cite_all, review
from timeline.dates import DateRow, entries
from timeline.engine import Facts, Paper, PaperKind, Role, Unit, assess
from timeline.engine.deadlines import PERIODS
from timeline.ics import Entry
from timeline.tools.papers.lines import Line, action_lines, lines
from timeline.tools.papers.parts import PartLine, PartSection, part_lines, part_sections

FORGED: Final = "forged"
# Said by the line below the name of the paper and by its first action.
TOLD_ABOVE: Final = frozenset({"paper-unverified", "paper-forged"})


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
    """One kind of paper; dates and costs only where they were asked for.

    Attributes:
        stage: The legal stage that a real one proves; empty when it moves nothing.
        late: What can still be done when a date has passed; ``still`` in a few words.
        is_late: Whether one has, as far as the answers say.
        forged: The court says that it is none of its papers.
        reply: Said before the letters, where none of them answers the paper itself.
        told: Keys of the findings shown.
        served: The day from which the law counts, and ``service`` why.
    """

    key: str
    name: str
    what: str
    sender: str
    stage: str
    looks: str
    undone: str
    bring: tuple[str, ...]
    reply: str
    letters: tuple[LetterLink, ...]
    cites: tuple[Citation, ...]
    actions: tuple[Line, ...]
    findings: tuple[Line, ...]
    steps: tuple[Step, ...]
    late: tuple[PartLine, ...]
    still: str
    parts: tuple[PartSection, ...]
    hedge: str
    review: Review
    told: frozenset[str]
    forged: bool = False
    is_late: bool = False
    dates: tuple[DateRow, ...] = ()
    service: Line | None = None
    served: str = ""

    @property
    def references(self) -> list[str]:
        """Everything that the page cites."""
        parts = [item for part in self.parts for item in part.items]
        cited = [self.cites, *(line.cites for line in self.actions)]
        cited += [line.cites for line in self.findings]
        cited += [item.cites for item in (*self.late, *parts)]
        return [citation.reference for cites in cited for citation in cites]

    @property
    def first_date(self) -> DateRow | None:
        """The next day that the law or the paper sets."""
        return next((row for row in self.dates if row.state == "ahead"), None)

    @property
    def passed_date(self) -> DateRow | None:
        """The last day that went by, where none is ahead; of one day the weightiest."""
        passed = [row for row in self.dates if row.state == "passed"]
        last = max(passed, key=lambda row: row.iso, default=None)
        return None if self.first_date else last

    @property
    def late_answer(self) -> str:
        """Said beside an answer that was due, of what can still be handed in."""
        passed = self.passed_date
        return self.still if passed and passed.key == "answer" else ""

    @property
    def open_date(self) -> DateRow | None:
        """The step to ask about, where no day at all is known; objections can wait."""
        if self.first_date or self.passed_date:
            return None
        asked = (row for row in self.dates if row.key != "enforcement-objection")
        return next(asked, None)

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
    paper = Paper(kind=kind)
    return paper_page(Facts(role=Role.BORROWER, today=today, papers=(paper,)))


def paper_page(facts: Facts) -> PaperPage:
    """What the engine says of a borrower whose only paper this is."""
    (paper,) = facts.papers or ()
    today, key = facts.today, paper.kind.key
    forged = paper.verified is False
    text, guide = words.papers()[key], paper_guides()[key]
    parts = paper_parts()[FORGED if forged else key]
    # A freeze in enforcement is answered with the letters of enforcement.
    answering = paper_guides()[paper.opens.key].letters
    offered = ("police-outline",) if forged else answering
    result = assess(facts, catalog.ruleset())
    # What holds for any debt is no news here: only what this paper brings is shown.
    without = assess(replace(facts, papers=()), catalog.ruleset())
    untold = {*without.findings, *parts.covers, *TOLD_ABOVE}
    findings = [key for key in result.findings if key not in untold]
    actions = [key for key in result.actions if key not in without.actions]
    cites = cite_all(guide.cites)
    return PaperPage(
        key=key,
        name=text.name,
        what=text.what,
        sender=text.sender,
        stage=words.stages("legal")[paper.kind.proves].name if paper.moves else "",
        looks=guide.looks,
        undone=guide.undone,
        bring=() if forged else guide.bring,
        reply="" if forged else fill(guide.reply, today),
        letters=tuple(LetterLink(k, letters()[k].title) for k in offered),
        cites=cites,
        actions=tuple(action_lines(actions or parts.today, paper.kind, today)),
        findings=tuple(lines(words.findings(), findings, today)),
        steps=tuple(_steps(paper, today)),
        late=tuple(part_lines(parts.late, today)),
        still=parts.still,
        parts=tuple(part_sections(parts.parts, today)),
        hedge=paper_hedges()[_hedge(paper)].text,
        review=review(cites),
        told=frozenset(findings),
        forged=forged,
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
    own = own_steps().get(paper.opens.key)
    for period in PERIODS:
        if paper.opens not in period.papers:
            continue
        text = words.deadlines()[period.key]
        version, unit = in_force.get(period.norm), catalog.norms()[period.norm].unit
        told = "看文书写的日期"
        if version is not None and unit is not Unit.STATED:
            told = f"从收到起 {say(version, unit)}"
        if own is not None and own.of == period.key:
            stated = fill(own.stated, today)
            yield Step(title=own.title, what=stated, undone="", period=told)
            if not own.also:
                continue
        yield Step(
            title=text.title,
            what=fill(text.what, today),
            undone=fill(text.undone, today),
            period=told,
        )
