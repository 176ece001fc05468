"""Which facts the enumerated tables go through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Final

from tests.engine.pairwise import Row, pairwise_sample
from timeline import catalog
from timeline.engine import Agreement, Facts, LenderKind, Paper, PaperKind, Role

TODAY: Final = date(2026, 11, 23)
DAYS: Final = range(-2, 120)
NO_AGREEMENT: Final = "unknown"
AMOUNTS: Final = {"unknown": None, "small": 100_000, "large": 5_000_000}
RECEIVED: Final = {"no-date": None, "3-days-ago": 3, "20-days-ago": 20}
VERIFIED: Final = {"true": True, "false": False, "unknown": None}
LEGAL_GIVEN: Final = ("paper", "received", "verified", "role")
PAIRS_GIVEN: Final = (
    "papers",
    "product",
    "days",
    "agreement",
    "lender_kind",
    "today",
    "principal",
    "role",
    "reachable",
    "contact_called",
    "contact_refused",
)


def time_facts() -> Iterator[tuple[Row, Facts]]:
    """Days × profile × agreement × amount."""
    agreements = {NO_AGREEMENT: None} | {str(item): item for item in Agreement}
    for profile, (said, agreement), (amount, fen), day in product(
        catalog.profiles(), agreements.items(), AMOUNTS.items(), DAYS
    ):
        facts = Facts(
            role=Role.BORROWER,
            today=TODAY,
            product=profile,
            overdue_days=(day, day),
            principal_fen=fen,
            agreement=agreement,
            papers=(),
        )
        yield (profile, said, amount, str(day)), facts


def legal_facts() -> Iterator[tuple[Row, Facts]]:
    """Paper × date of receipt × verified × role."""
    for kind, (came, ago), (verified, truth), role in product(
        PaperKind, RECEIVED.items(), VERIFIED.items(), Role
    ):
        received = None if ago is None else TODAY - timedelta(ago)
        paper = Paper(kind=kind, received=received, verified=truth)
        facts = Facts(
            role=role,
            today=TODAY,
            lender_kind=LenderKind.BANK,
            overdue_days=(100, 100),
            papers=(paper,),
        )
        yield (kind.key, came, verified, str(role)), facts


TALKS: Final[dict[str, tuple[Agreement | None, date | None]]] = {
    "unknown": (None, None),
    "none": (Agreement.NONE, None),
    "asked": (Agreement.ASKED, date(2026, 12, 10)),
    "kept": (Agreement.KEPT, None),
    "kept-due-ahead": (Agreement.KEPT, date(2027, 3, 1)),
    "kept-due-passed": (Agreement.KEPT, date(2023, 6, 1)),
    "broken": (Agreement.BROKEN, date(2026, 11, 20)),
}
SPANS: Final[dict[str, tuple[int, int] | None]] = {
    "unknown": None,
    "-3": (-3, -3),
    "0": (0, 0),
    "-1–1": (-1, 1),
    "9": (9, 9),
    "14–21": (14, 21),
    "45": (45, 45),
    "60–36500": (60, 36_500),
}
ASKED_ON: Final = ("2023-12-31", "2025-02-27", "2026-09-17", "2026-11-23", "2027-01-15")
SUMS: Final = {"unknown": None, "999.99": 99_999, "8000": 800_000, "50000": 5_000_000}
PILES: Final[dict[str, tuple[Paper, ...] | None]] = {
    "unknown": None,
    "none": (),
    "complaint-and-summons": (
        Paper(kind=PaperKind.COMPLAINT_COPY, received=date(2023, 12, 20)),
        Paper(kind=PaperKind.SUMMONS, hearing=date(2026, 12, 8), verified=True),
    ),
    "forged-and-letter": (
        Paper(kind=PaperKind.PAYMENT_ORDER, verified=False),
        Paper(kind=PaperKind.LAWYER_LETTER),
    ),
} | {
    kind.key: (Paper(kind=kind, received=date(2023, 12, 20)),)
    for kind in PaperKind
    if kind is not PaperKind.LAWYER_LETTER
}
TRUTHS: Final = ("true", "false", "unknown")


def pairs_facts() -> Iterator[tuple[Row, Facts]]:
    """A sample of everything else, in which every two values meet."""
    values: list[list[str]] = [
        list(PILES),
        list(catalog.profiles()),
        list(SPANS),
        list(TALKS),
        [str(kind) for kind in LenderKind],
        list(ASKED_ON),
        list(SUMS),
        [str(role) for role in Role],
        list(TRUTHS),
        list(TRUTHS),
        list(TRUTHS),
    ]
    columns = dict(zip(PAIRS_GIVEN, values, strict=True))
    for row in pairwise_sample(columns):
        chosen = dict(zip(columns, row, strict=True))
        agreement, next_due = TALKS[chosen["agreement"]]
        facts = Facts(
            role=Role(chosen["role"]),
            today=date.fromisoformat(chosen["today"]),
            product=chosen["product"],
            lender_kind=LenderKind(chosen["lender_kind"]),
            overdue_days=SPANS[chosen["days"]],
            principal_fen=SUMS[chosen["principal"]],
            reachable=VERIFIED[chosen["reachable"]],
            contact_called=VERIFIED[chosen["contact_called"]],
            contact_refused=VERIFIED[chosen["contact_refused"]],
            agreement=agreement,
            agreement_next_due=next_due,
            papers=PILES[chosen["papers"]],
        )
        yield row, facts
