"""Why this answer?  Append-only steps: what was used, skipped or warned of."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.engine.deadlines import COUNTING, Deadline, Missing
from timeline.engine.facts import Facts
from timeline.engine.profiles import Band


class Step(NamedTuple):
    """One line of the trace: what was used, skipped or warned of."""

    kind: str
    key: str
    detail: str
    cite: str | None


TRACE_KINDS: Final = (
    "fact",
    "band",
    "paper",
    "norm",
    "exception",
    "skipped",
    "warning",
)


def trace_days(
    facts: Facts,
    days: tuple[int, int] | None,
    bands: tuple[Band, ...],
    paused: bool,
    trace: list[Step],
) -> None:
    """Say which days were counted, and which bands they meet."""
    if facts.due_date is not None:
        trace.append(Step("fact", "due-date", facts.due_date.isoformat(), None))
    if days is None:
        trace.append(Step("warning", "days-unknown", "", None))
    else:
        low, high = days
        shown = str(low) if low == high else f"{low}–{high}"
        trace.append(Step("fact", "overdue-days", shown, None))
    if paused:
        trace.append(Step("exception", "agreement-kept", "", None))
    if facts.papers is None:
        trace.append(Step("warning", "papers-unknown", "", None))
    trace.extend([Step("band", b.stage, b.label, b.cite) for b in bands])


def trace_deadlines(
    dates: list[Deadline],
    missing: list[Missing],
    trace: list[Step],
) -> None:
    """Say how each last day came about, and what could not be counted."""
    for key, norm in missing:
        trace.append(Step("skipped", "no-norm", f"{key} {norm}", None))
    for key, _, safe, rolled, _, _, cited, printed, counted in dates:
        if safe is None:
            trace.append(Step("warning", "no-date", key, cited))
            continue
        detail = f"{key} {safe}"
        if printed:
            trace.append(Step("exception", "printed-date", detail, None))
            if counted is not None and counted < safe:
                detail = f"{key} {counted}"
                trace.append(Step("warning", "printed-later", detail, cited))
        else:
            trace.append(Step("norm", "counted", detail, cited))
        if rolled is None:
            detail = f"{key} {safe.year}"
            trace.append(Step("warning", "calendar-unknown", detail, COUNTING))
        elif rolled != safe:
            trace.append(Step("exception", "rolled", f"{key} {rolled}", COUNTING))
