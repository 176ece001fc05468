"""What the engine's keys mean in Chinese, and where each sentence comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from timeline.catalog.files import DATA
from timeline.catalog.records import build, read_tables, table
from timeline.engine.errors import DataError


@dataclass(frozen=True, slots=True)
class FindingWords:
    """One finding; ``tone`` is legal, practice or info."""

    title: str
    text: str
    cites: tuple[str, ...]
    tone: str

    def __post_init__(self) -> None:
        if self.tone not in ("legal", "practice", "info"):
            raise DataError(f"{self.title}: unknown tone {self.tone}")


@dataclass(frozen=True, slots=True)
class ActionWords:
    """One thing to do today; ``link`` names a page of this site.

    ``court``: said instead of ``text`` of a paper that only a court sends.
    """

    title: str
    text: str
    cites: tuple[str, ...]
    repayment: bool
    court: str = ""
    link: str = ""
    link_label: str = ""


@dataclass(frozen=True, slots=True)
class RightWords:
    """A limit on the other side, with the norms it rests on, strongest first.

    ``claim`` marks what the visitor may ask for, rather than what they may not do.
    """

    title: str
    text: str
    norms: tuple[str, ...]
    claim: bool = False


@dataclass(frozen=True, slots=True)
class StageWords:
    """A stage: its name, what is said of it, what usually keeps the next away.

    ``short`` names it below a node of the ruler, in four characters at most.
    """

    name: str
    say: str
    ruler: str
    next: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class PaperWords:
    """A kind of document: what it is, who sends it, what its own date means.

    ``court``: only a court sends it, no board or office for mediation or arbitration.
    """

    name: str
    what: str
    sender: str
    moves: bool
    court: bool = False
    date_label: str = ""
    hearing_label: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineWords:
    """A step with a last day; ``calendar`` is the neutral title of its entry."""

    title: str
    what: str
    undone: str
    stated: str
    calendar: str


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The one question worth asking, and what its answer would change."""

    question: str
    why: str


@dataclass(frozen=True, slots=True)
class TraceWords:
    """A sentence of the reasoning, with ``{0}`` … for its details."""

    text: str


@dataclass(frozen=True, slots=True)
class Channel:
    """An office or hotline: whom it covers and what it can do."""

    name: str
    covers: str
    can: str
    cites: tuple[str, ...]
    second_hand: bool
    checked: date


@cache
def findings() -> Mapping[str, FindingWords]:
    """Words of every finding, most important first."""
    return read_tables(DATA / "findings.toml", FindingWords)


@cache
def actions() -> Mapping[str, ActionWords]:
    """Words of every action, most urgent first."""
    return read_tables(DATA / "actions.toml", ActionWords)


@cache
def rights() -> Mapping[str, RightWords]:
    """Words of every right, court first."""
    return read_tables(DATA / "rights.toml", RightWords)


@cache
def papers() -> Mapping[str, PaperWords]:
    """Words of every kind of paper, in the order of the legal track."""
    return read_tables(DATA / "papers.toml", PaperWords)


@cache
def deadlines() -> Mapping[str, DeadlineWords]:
    """Words of every step with a last day."""
    return read_tables(DATA / "deadlines.toml", DeadlineWords)


@cache
def questions() -> Mapping[str, QuestionWords]:
    """Words of every fact that may be asked for."""
    return read_tables(DATA / "questions.toml", QuestionWords)


@cache
def trace() -> Mapping[str, TraceWords]:
    """Sentences of the trace, by ``kind.key`` or by kind alone."""
    return read_tables(DATA / "trace.toml", TraceWords)


@cache
def channels() -> Mapping[str, Channel]:
    """Every hotline, by its number."""
    return read_tables(DATA / "channels.toml", Channel)


@dataclass(frozen=True, slots=True)
class ScriptWords:
    """What to say on the phone, without the quotation marks."""

    text: str
    cites: tuple[str, ...]


@cache
def scripts() -> Mapping[str, ScriptWords]:
    """Every phone script; a text quotes one as ``{{ script:contact }}``."""
    return read_tables(DATA / "scripts.toml", ScriptWords)


@cache
def stages(track: Literal["time", "legal"]) -> Mapping[str, StageWords]:
    """Names and words of the stages of one track, by key, in order."""
    tracks = table(DATA / "stages.toml")
    if set(tracks) != {"time", "legal"}:
        raise DataError("stages.toml: the tracks are time and legal")
    return {
        key: build(value, StageWords, f"stages.toml [{track}.{key}]")
        for key, value in tracks[track].items()
    }


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """The first sentence of a result and the hedge below it."""

    title: str
    hedge: str


@cache
def headlines() -> Mapping[str, HeadlineWords]:
    """Headlines, by how certain the answer is."""
    return read_tables(DATA / "headlines.toml", HeadlineWords)
