"""Questions as ``ask assess`` takes them, drawn at random by hypothesis."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from timeline import catalog
from timeline.engine import Agreement, Freeze, LenderKind, PaperKind, Role

FIRST: Final = date(2024, 1, 1)
LAST: Final = date(2027, 6, 30)
DAYS: Final = st.integers(-300, 1000)
TRUTH: Final = st.sampled_from([True, False, None])

Question = dict[str, Any]


def one_of_keys(*values: str | None) -> st.SearchStrategy[str | None]:
    """One of these, or null."""
    return st.sampled_from([None, *values])


def spans() -> st.SearchStrategy[list[int]]:
    """Possible days overdue, as ``[lowest, highest]``."""
    return st.tuples(DAYS, st.integers(0, 120)).map(
        lambda pair: [pair[0], pair[0] + pair[1]]
    )


@st.composite
def papers(draw: st.DrawFn, today: date) -> Question:
    """One document, received no later than ``today``."""
    received = draw(st.none() | st.integers(0, 200))
    ahead = st.none() | st.integers(-60, 90)
    own, hearing = draw(ahead), draw(ahead)
    if own is not None and received is not None:
        own = max(own, -received)  # nobody prints a last day before it arrives
    return {
        "kind": draw(st.sampled_from([kind.key for kind in PaperKind])),
        "received": _day(today, None if received is None else -received),
        "verified": draw(TRUTH),
        "own_date": _day(today, own),
        "hearing": _day(today, hearing),
        "over": draw(st.sampled_from([False, False, False, True])),
        "freeze": draw(one_of_keys(*Freeze)),
        "confirmed": draw(TRUTH),
    }


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """One debt on one day; anything but the role may be unknown."""
    today = draw(st.dates(FIRST, LAST))
    agreement = draw(one_of_keys(*Agreement))
    next_due = None
    if agreement != Agreement.NONE:
        next_due = _day(today, draw(st.none() | st.integers(-60, 90)))
    due, days = None, draw(st.none() | DAYS | spans())
    if isinstance(days, int) and draw(st.booleans()):
        due, days = _day(today, -days), None
    return {
        "role": draw(st.sampled_from([str(role) for role in Role])),
        "today": today.isoformat(),
        "product": draw(one_of_keys(*catalog.profiles())),
        "lender_kind": draw(one_of_keys(*LenderKind)),
        "due_date": due,
        "overdue_days": days,
        "principal": draw(one_of_keys("500", "1000", "8000.50", "50000", "99999999")),
        "reachable": draw(TRUTH),
        "contact_called": draw(TRUTH),
        "contact_refused": draw(TRUTH),
        "agreement": agreement,
        "agreement_next_due": next_due,
        "papers": draw(st.none() | st.lists(papers(today), max_size=4)),
    }


def _day(today: date, offset: int | None) -> str | None:
    return None if offset is None else (today + timedelta(offset)).isoformat()
