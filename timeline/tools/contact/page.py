"""What somebody who is called is told, ready to print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline import catalog
from timeline.catalog import fill
from timeline.catalog.contact import (
    ContactWords,
    Kind,
    SaidWords,
    StandingWords,
    TextWords,
    contact_words,
)
from timeline.catalog.letters import letters
from timeline.catalog.words import QuestionWords, scripts
from timeline.citations import Citation, cite_all
from timeline.engine import LenderKind, Role
from timeline.engine.contact import ContactFacts, contact
from timeline.letters import Answers, Letter, compose

BORROWERS: Final = "assess"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and what it rests on; ``title`` where it has a heading."""

    text: str
    cites: tuple[Citation, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A page of this site by the name of its address."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page to go on with, and what it is about."""

    name: str
    label: str
    what: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do today."""

    title: str
    text: str
    cites: tuple[Citation, ...]
    link: Link | None


@dataclass(frozen=True, slots=True)
class Other:
    """What else could make somebody owe, and how to tell."""

    title: str
    text: str
    tell: str
    link: Link
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class LetterShown:
    """A letter that fits."""

    key: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """What holds for everybody who is called: the page before any answer."""

    script: Told
    never: tuple[Told, ...]
    others: tuple[Other, ...]
    police: tuple[Told, ...]
    record: tuple[Told, ...]
    pages: tuple[PageLink, ...]
    unchecked: tuple[str, ...]
    checked: date
    review_by: date
    ruleset: str


@dataclass(frozen=True, slots=True)
class ContactPage:
    """The answer to one visitor; nothing of it outlives the response.

    ``letter`` is the first of ``letters`` with its blanks open, or ``None``.
    """

    title: str
    text: str
    now: tuple[str, ...]
    cites: tuple[Citation, ...]
    is_contact: bool
    steps: tuple[Step, ...]
    said: tuple[Told, ...]
    pages: tuple[PageLink, ...]
    letters: tuple[LetterShown, ...]
    letter: Letter | None
    complaints: tuple[Told, ...]
    ask: QuestionWords | None
    guide: GuidePage


def guide_page(today: date, script: str = "contact") -> GuidePage:
    """What is told without a question; ``script`` is a key of ``scripts.toml``."""
    words = contact_words()
    said = scripts()[script]
    return GuidePage(
        script=Told(said.text, cite_all(said.cites)),
        never=tuple(
            Told(fill(one.why, today), cite_all(one.cites), one.text)
            for one in words.never
        ),
        others=tuple(
            Other(
                title=one.title,
                text=one.text,
                tell=one.tell,
                link=Link(one.page, one.label),
                cites=cite_all(one.cites),
            )
            for one in words.others
        ),
        police=_told(words.police, today),
        record=_told(words.record, today),
        pages=tuple(_link(key) for key in words.pages if key != BORROWERS),
        unchecked=words.unchecked,
        checked=words.checked,
        review_by=words.review_by,
        ruleset=catalog.fingerprint(),
    )


def contact_page(facts: ContactFacts, today: date) -> ContactPage:
    """Answer four answers, of which any may be missing."""
    words, answer = contact_words(), contact(facts)
    standing = words.standings[answer.standing]
    said = [words.said[key] for key in answer.said]
    return ContactPage(
        title=standing.title,
        text=standing.text,
        now=tuple(fill(one.now, today) for one in said if one.now)[:1],
        cites=cite_all(standing.cites),
        is_contact=standing.kind is Kind.CONTACT,
        steps=tuple(_step(words, key, today) for key in answer.steps),
        said=_about(said, standing.kind, facts.lender_kind, today),
        pages=_pages(standing, said),
        letters=tuple(_letter_shown(key) for key in standing.letters),
        letter=letter(facts, today),
        complaints=_told((words.complaints[key] for key in answer.complaints), today),
        ask=_question(answer.ask),
        guide=guide_page(today, standing.script),
    )


def letter(facts: ContactFacts, today: date) -> Letter | None:
    """The letter that fits best, its blanks open; a debtor may have none here."""
    keys = contact_words().standings[contact(facts).standing].letters
    if not keys:
        return None
    record = letters()[keys[0]]
    writer = Role.CONTACT if Role.CONTACT in record.writers else record.writers[0]
    return compose(record, Answers(writer, facts.lender_kind), today)


def _told(lines: Iterable[TextWords], today: date) -> tuple[Told, ...]:
    return tuple(Told(fill(line.text, today), cite_all(line.cites)) for line in lines)


def _about(
    said: list[SaidWords], kind: Kind, lender: LenderKind, today: date
) -> tuple[Told, ...]:
    """What is known of each thing said, for this lender and this visitor."""
    return tuple(
        Told(fill(line.text, today), cite_all(line.cites), one.label)
        for one in said
        for line in one.lines
        if lender in line.lenders and (line.debtors or kind is not Kind.DEBTOR)
    )


def _pages(standing: StandingWords, said: list[SaidWords]) -> tuple[PageLink, ...]:
    """Pages of this site to go on with, the nearest first, each once."""
    pages = (*standing.pages, *[page for one in said for page in one.pages])
    return tuple(_link(key) for key in dict.fromkeys(pages))


def _link(key: str) -> PageLink:
    page = contact_words().pages[key]
    return PageLink(key, page.label, page.what)


def _step(words: ContactWords, key: str, today: date) -> Step:
    step = words.steps[key]
    return Step(
        title=fill(step.title, today),
        text=fill(step.text, today),
        cites=cite_all(step.cites),
        link=Link(step.link, step.link_label) if step.link else None,
    )


def _letter_shown(key: str) -> LetterShown:
    return LetterShown(key, letters()[key].title, letters()[key].summary)


def _question(key: str | None) -> QuestionWords | None:
    return None if key is None else contact_words().questions[key]
