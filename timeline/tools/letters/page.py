"""What the pages of the letters show, ready to print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from timeline import catalog
from timeline.catalog import fill
from timeline.catalog.letter_record import LetterRecord
from timeline.catalog.letters import letters, needs
from timeline.citations import Citation, cite_all
from timeline.dates import DateRow
from timeline.engine import Role
from timeline.engine.limitation import LimitationFacts
from timeline.letters import Answers, Letter, compose, preview
from timeline.tools.letters.beside import (
    HelpersShown,
    LightShown,
    Told,
    advice,
    helpers,
    last_day,
    light,
    second_look,
)
from timeline.tools.letters.objecting import Objecting, objecting

WRITERS: Final = {
    Role.BORROWER: "借款人",
    Role.CONTACT: "被联系的人",
    Role.GUARANTOR: "担保人",
}


@dataclass(frozen=True, slots=True)
class Teaser:
    """A letter in a list."""

    key: str
    title: str
    summary: str
    writers: str


@dataclass(frozen=True, slots=True)
class Group:
    """The letters for one need."""

    key: str
    title: str
    intro: str
    letters: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """Every letter, by what the writer wants; checked as the oldest of them."""

    groups: tuple[Group, ...]
    checked: date
    review_by: date


class Missing(NamedTuple):
    """What is said where nothing of what the letter is about was filled in."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One letter, before or after its blanks are filled."""

    key: str
    title: str
    summary: str
    writers: str
    letter: Letter
    accepts: tuple[Told, ...]
    send: tuple[Told, ...]
    cannot: tuple[str, ...]
    basis: tuple[Citation, ...]
    unchecked: tuple[str, ...]
    asks_limitation: bool
    limit: int | None
    checked: date
    review_by: date
    ruleset: str
    light: LightShown | None = None
    last_day: DateRow | None = None
    helpers: HelpersShown | None = None
    siblings: tuple[Teaser, ...] = ()
    warning: Missing | None = None
    objecting: Objecting | None = None
    second_look: tuple[Told, ...] = ()

    @property
    def over(self) -> int:
        """How many characters too many."""
        return max(self.letter.length - self.limit, 0) if self.limit else 0


def list_page() -> ListPage:
    """The page of all letters."""
    groups = tuple(
        Group(
            key,
            need.title,
            need.intro,
            tuple(
                _teaser(name, letter)
                for name, letter in letters().items()
                if letter.need == key
            ),
        )
        for key, need in needs().items()
    )
    return ListPage(
        groups,
        checked=min(letter.checked for letter in letters().values()),
        review_by=min(letter.review_by for letter in letters().values()),
    )


def blank_page(key: str, today: date) -> LetterPage:
    """A letter before anything is filled in."""
    letter = letters()[key]
    nobody = Answers(writer=letter.writers[0])
    return _page(key, letter, nobody, preview(letter, nobody, today), today)


def filled_page(
    key: str, answers: Answers, known: LimitationFacts | None, today: date
) -> LetterPage:
    """A letter as its writer filled it, with all that comes before taking it away."""
    letter = letters()[key]
    family = [
        _teaser(name, other)
        for name, other in letters().items()
        if letter.family and other.family == letter.family and name != key
    ]
    made = compose(letter, answers, today)
    shown = light(known) if known else None
    read = objecting(letter, answers, today)
    return replace(
        _page(key, letter, answers, made, today),
        light=shown,
        second_look=second_look(key, made, answers, shown, today),
        last_day=last_day(letter, answers, today),
        helpers=helpers(today),
        siblings=tuple(family),
        warning=_warning(letter, answers, read),
        objecting=read,
    )


def _page(
    key: str, letter: LetterRecord, answers: Answers, made: Letter, today: date
) -> LetterPage:
    return LetterPage(
        key=key,
        title=letter.title,
        summary=letter.summary,
        writers=_writers(letter),
        letter=made,
        accepts=advice(letter.accepts, answers, today),
        send=advice(letter.send, answers, today),
        cannot=tuple(fill(line, today) for line in letter.cannot),
        basis=cite_all(cite for line in made.lines for cite in line.cites),
        unchecked=letter.unchecked,
        asks_limitation=letter.asks_limitation,
        limit=letter.limit,
        checked=letter.checked,
        review_by=letter.review_by,
        ruleset=catalog.fingerprint(),
    )


def _warning(
    letter: LetterRecord, answers: Answers, read: Objecting | None
) -> Missing | None:
    """What to say where nothing of what the letter is about was filled in."""
    wants = letter.wants
    if wants is None or (read and (read.warned or read.contests)):
        return None
    filled = {blank for blank in wants.any_of if answers.values.get(blank)}
    if not filled:
        return Missing(wants.title, wants.warning)
    if letter.objection and filled == {letter.objection.words}:
        return Missing("再看一眼", wants.unread)
    return None


def _teaser(key: str, letter: LetterRecord) -> Teaser:
    return Teaser(key, letter.title, letter.summary, _writers(letter))


def _writers(letter: LetterRecord) -> str:
    return "、".join(WRITERS[role] for role in letter.writers)
