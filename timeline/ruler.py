"""The time ruler: both tracks as positions and words, ready to be drawn.

One unit is one pixel on a phone of 360 px; ``components/ruler.html`` draws it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from timeline import catalog
from timeline.engine import Assessment, Band, LegalStage, Profile, TimeStage
from timeline.engine.stages import LEGAL_RANK

LINE_LENGTH: Final = 15
BAND_HEIGHT: Final = 36
LINE_HEIGHT: Final = 20
PILL_HEIGHT: Final = 26
MOST_DAY_TICKS: Final = 16
DAYS_A_TICK: Final = 10
NO_LINE_START: Final = "，。、；：！？）」』"


@dataclass(frozen=True, slots=True)
class BandMark:
    """One stage of the time track on the ruler."""

    key: str
    name: str
    days: str
    from_text: str
    state: str
    say: str
    y: int
    height: int
    text_lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the rail."""

    y: int
    major: bool


@dataclass(frozen=True, slots=True)
class Here:
    """Where the visitor is; ``y`` is ``None`` when the day is not exact."""

    y: int | None
    label: str
    day_text: str


@dataclass(frozen=True, slots=True)
class LegalMark:
    """One stage of the legal track."""

    key: str
    name: str
    short: str
    state: str
    date_text: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """Both tracks; ``alt`` says in words what the picture shows."""

    bands: tuple[BandMark, ...]
    ticks: tuple[Tick, ...]
    here: Here | None
    legal: tuple[LegalMark, ...]
    height: int
    paused: bool
    alt: str


def ruler(
    profile: Profile,
    day: date,
    result: Assessment | None = None,
    start_of: dict[TimeStage, date] | None = None,
    papers: dict[LegalStage, date] | None = None,
) -> Ruler:
    """Lay out the bands of ``profile``; with a result, also where the visitor is.

    ``start_of`` are the days on which bands begin, ``papers`` the days on which
    papers of a legal stage arrived.
    """
    marks = tuple(_bands(profile, day, result, start_of or {}))
    here = _here(profile, marks, result)
    legal = tuple(_legal(day, result, papers or {}))
    return Ruler(
        bands=marks,
        ticks=tuple(_ticks(profile, marks)),
        here=here,
        legal=legal,
        height=sum(mark.height for mark in marks),
        paused=bool(result and result.paused),
        alt=_alt(marks, here, legal, result),
    )


def _bands(
    profile: Profile,
    day: date,
    result: Assessment | None,
    start_of: dict[TimeStage, date],
) -> Iterator[BandMark]:
    words = catalog.words.stages("time")
    y = 0
    for band in profile.bands:
        text = words[band.stage]
        lines = tuple(_lines(catalog.fill(text.ruler, day)))
        state = _state(band, profile, result)
        height = BAND_HEIGHT + LINE_HEIGHT * len(lines)
        if state in ("now", "maybe"):
            height += PILL_HEIGHT
        start = start_of.get(band.stage)
        yield BandMark(
            key=band.stage,
            name=text.name,
            days=_days(band),
            from_text=_from(start, day),
            state=state,
            say=catalog.fill(text.say, day),
            y=y,
            height=height,
            text_lines=lines,
        )
        y += height


def _state(band: Band, profile: Profile, result: Assessment | None) -> str:
    stages = result.time_stages if result else ()
    if not stages or len(stages) == len(profile.bands):
        return "ahead"
    if band.stage in stages:
        sure = len(stages) == 1 and result and not LEGAL_RANK[result.legal_stage]
        return "now" if sure else "maybe"
    order = [item.stage for item in profile.bands]
    return "past" if order.index(band.stage) < order.index(stages[0]) else "ahead"


def _from(start: date | None, day: date) -> str:
    """``11月22日起``; a day of another year says so, in as little room."""
    if start is None:
        return ""
    if start.year == day.year:
        return f"{start.month}月{start.day}日起"
    year = "明年" if start.year == day.year + 1 else f"{start.year % 100:02}年"
    return f"{year}{start.month}月{start.day}日"


def _days(band: Band) -> str:
    if band.start is None:
        return f"第{band.end}天前"
    return band.label


def _here(
    profile: Profile, marks: tuple[BandMark, ...], result: Assessment | None
) -> Here | None:
    states = {mark.state for mark in marks}
    if result is None or not states & {"now", "maybe"}:
        return None
    low, high = result.days or (0, 0)
    if LEGAL_RANK[result.legal_stage]:
        return Here(None, "按天数在这段", "")  # papers decide, days only remind
    if "maybe" in states:
        return Here(None, "可能在这一段", "")
    mark = next(mark for mark in marks if mark.state == "now")
    if low != high:
        return Here(None, "您在这里", f"第 {low}–{high} 天")
    band = profile.band(TimeStage(mark.key))
    y = mark.y + mark.height // 3
    if band.start is not None and band.end is not None:
        passed = low - band.start + 0.5
        y = mark.y + round(mark.height * passed / (band.end - band.start))
    day_text = f"第 {low} 天" if low >= 1 else "没有逾期"
    return Here(y, "您在这里", day_text)


def _ticks(profile: Profile, marks: tuple[BandMark, ...]) -> Iterator[Tick]:
    """A mark a day in short bands, one for ten days in long ones."""
    for band, mark in zip(profile.bands, marks, strict=True):
        if band.start is None:
            continue
        yield Tick(mark.y, major=True)
        if band.end is None:
            continue
        days = band.end - band.start
        step = 1 if days <= MOST_DAY_TICKS else DAYS_A_TICK
        for passed in range(step, days, step):
            yield Tick(mark.y + round(mark.height * passed / days), major=False)


def _legal(
    day: date, result: Assessment | None, papers: dict[LegalStage, date]
) -> Iterator[LegalMark]:
    words = catalog.words.stages("legal")
    reached = result.legal_stage if result else None
    for stage in LegalStage:
        state = "ahead"
        if result and stage is reached:
            state = "reached"
            if stage is LegalStage.NONE:
                state = "none"
            elif result.proven:
                state = "proven"
        arrived = papers.get(stage)
        yield LegalMark(
            key=stage,
            name=words[stage].name,
            short=words[stage].short,
            state=state,
            date_text=f"{arrived.month}月{arrived.day}日" if arrived else "",
        )


def _alt(
    marks: tuple[BandMark, ...],
    here: Here | None,
    legal: tuple[LegalMark, ...],
    result: Assessment | None,
) -> str:
    names = [mark.name for mark in marks if mark.state in ("now", "maybe")]
    steps = "、".join(f"{mark.name}（{mark.days}）" for mark in marks)
    text = f"时间线依次是：{steps}。"
    if here and names:
        day = f"，{here.day_text}" if here.day_text else ""
        text += f"{here.label}：{'、'.join(names)}{day}。"
    at = [mark.name for mark in legal if mark.state != "ahead"]
    if result and LEGAL_RANK[result.legal_stage]:
        text += f"法律线按文书在「{at[0]}」。"
    return text


def _lines(text: str) -> Iterator[str]:
    while text:
        cut = LINE_LENGTH
        while cut < len(text) and text[cut] in NO_LINE_START:
            cut -= 1
        yield text[:cut]
        text = text[cut:]
