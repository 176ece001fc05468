"""Answers that together bring every sentence of the money tools to a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import unescape
from unittest.mock import patch

from timeline.catalog.budget import SHOWN
from timeline.engine.budget import ESSENTIALS

Asked = tuple[str, dict[str, str | list[str]]]
PAPERS = (
    "mediation-notice",
    "mediation-agreement",
    "payment-order",
    "complaint-copy",
    "evidence-notice",
    "arbitration-notice",
    "asset-freeze",
    "judgment",
    "small-claims-judgment",
    "enforcement-notice",
)
LOAN = {
    "received": "10000",
    "received_on": "2025-01-01",
    "payments.0.day": "2026-01-01",
    "payments.0.sum": "12600",
}
COST = {"due_date": "2026-05-10", "principal": "8000", "rate": "18"}
TOLD = COST | {
    "rate_changes": "2026-07-01 12",
    "late_fee": "50",
    "lender_total": "99999",
}
PAID = TOLD | {"payments": "2026-08-01 500", "penalty": "daily", "penalty_figure": "1"}
DEBT = {"budget": "600", "debts.0.sum": "9218"}
WAITS = {
    "budget": "600",
    "debts.0.sum": "9218",
    "debts.0.rate": "24",
    "debts.0.secured": "yes",
    "debts.1.sum": "3000",
    "debts.1.guaranteed": "yes",
    "debts.1.salary_account": "yes",
    "debts.2.sum": "500",
    "debts.2.rate": "12",
    "debts.3.sum": "900",
    "debts.3.rate": "18",
    "debts.4.sum": "70",
}
JUDGED = {"sum": "9", "judged": "10", "late_days": "9"}
HOUSEHOLD = {
    "earners.0.months.0": "2800",
    "earners.0.months.1": "3200",
    "essentials.food": "1200",
    "essentials.housing": "800",
}
SINGLE = {
    "earners.0.months.0": "2800",
    "essentials.food": "1",
    "essentials.housing": "1",
}
TOLD_ALL = {"steady": "2800", "promised": "0"}
OFFERED = {"owed": "10000", "can_pay": "300", "cash": "3000"}
RATE, BUDGET, DEBTS = "/repay/rate/", "/repay/budget/", "/repay/debts/"
COSTS, OFFER, COURT = "/repay/cost/", "/repay/offer/", "/repay/court-cost/"


def asked() -> Iterator[Asked]:
    """Every address with its answers."""
    yield from _rates()
    yield from _lines_of_offers()
    yield from _costs()
    yield from _budgets()
    yield from _debts()
    yield from _offers()
    for answers in ({"sum": "50000"}, {"frozen": "99"} | JUDGED, {"judged": "9"}):
        yield COURT, answers


def pages(client) -> str:
    """All those pages, one after another."""
    found = [client.get(address).content.decode() for address in (BUDGET, DEBTS, OFFER)]
    for address, answers in asked():
        response = client.post(address, answers)
        assert response.status_code == 200, (address, answers)
        found.append(response.content.decode())
    for long_ago in (date(2007, 3, 31), date(2014, 7, 31)):
        with patch("django.utils.timezone.localdate", return_value=long_ago):
            found.append(client.post(COURT, JUDGED).content.decode())
    return unescape("\n".join(found))


def _costs() -> Iterator[Asked]:
    for changes in (
        {"compound": "no", "basis": "365"},
        {"compound": "yes", "basis": "360", "penalty": "none"},
        {"penalty": "uplift", "penalty_figure": "1.5"},
        {"order": "principal-first", "penalty": "uplift", "penalty_figure": "50"},
        {"penalty": "daily-added", "penalty_figure": "0.05", "rate": "0.05"},
        {"penalty": "unknown"},
        {"penalty": "uplift", "penalty_figure": "50", "compound": "yes"},
        {"rate_per": "day", "rate": "0.05", "rate_changes": "2026-07-01 12"},
        {"penalty": "uplift", "penalty_figure": "150"},
        {"penalty_figure": "50"},
        {"missed": "3", "payments": "2026-05-20 9000"},
    ):
        yield COSTS, PAID | changes
    plain = {"penalty": "none", "basis": "365", "compound": "no"}
    for changes in (
        # 197 days of 18 % on 8,000 at TODAY of the tests are 777.21
        {"lender_total": "8777.21"},
        {"lender_total": "8777.00"},
        {"lender_total": "8785", "basis": "unknown"},
        {"lender_total": "8000"},
        {"rate": "1000", "compound": "", "due_date": "2021-11-23", "confirm": "1"},
    ):
        yield COSTS, COST | plain | changes
    for due in ("2026-05-10", "2025-06-10"):
        free = {"due_date": due, "rate": "0", "penalty": "none"}
        yield COSTS, COST | free
    for kind in ("unknown", "bank", "consumer-finance", "micro-loan", "private"):
        for day in ("", "2016-01-01", "2021-06-01", "2026-09-01"):
            yield RATE, LOAN | {"lender_kind": kind, "contract_on": day}
    for payments in (
        {"received": "1000", "received_on": "2026-01-01"},
        {"payments": "2026-01-01 300"},
        {"payments": "2025-01-01 100\n收 2026-01-01 200"},
        {"payments": "2025-01-01 100\n收 2026-01-01 230\n2027-01-01 132"},
        {"payments": "收 2025-01-01 100000\n2026-01-01 0.01"},
        {"payments": "收 2025-01-01 100\n2026-01-01 100"},
        {"payments": "收 2025-01-01 100\n2026-01-01 125"},
        LOAN | {"payments.0.sum": "10300", "contract_on": "2026-01-01"},
    ):
        yield RATE, payments


def _budgets() -> Iterator[Asked]:
    for answers in (
        {},
        {"steady": "9"},
        HOUSEHOLD,
        HOUSEHOLD | {"earners.0.months.1": "1500", "earners.0.months.2": "4500"},
        {"steady": "9", "essentials.food": "10", "essentials.housing": "0"},
        {"steady": "9", "promised": "10"},
        {"steady": "0"},
        SINGLE,
        dict.fromkeys(map("essentials.{}".format, ESSENTIALS), "0") | TOLD_ALL,
        HOUSEHOLD | {"earners.1.months.0": "9"},
    ):
        yield BUDGET, answers
    yield f"{BUDGET}sheet/", HOUSEHOLD | {"people": "2", "show": [*SHOWN]}


def _debts() -> Iterator[Asked]:
    for budget in ("0", "1", "20", "600"):
        yield DEBTS, DEBT | {"debts.0.rate": "24", "budget": budget}
        yield DEBTS, WAITS | {"budget": budget}
    yield DEBTS, DEBT
    yield DEBTS, DEBT | {"debts.0.rate": "24", "budget": "190"}
    yield DEBTS, {"budget": "600", "debts.0.sum": "900", "debts.1.sum": "800"}
    yield DEBTS, WAITS | {"debts.2.paper": "judgment"}
    yield DEBTS, DEBT | {"debts.0.overdue_days": "1500"}
    yield DEBTS, DEBT | {"debts.0.rate": "0.05"}
    yield from _dated_debts()
    yield f"{DEBTS}csv/", DEBT


def _dated_debts() -> Iterator[Asked]:
    """Dates kept, over and not known; a debt that waits ten years and gets nothing."""
    court = {"debts.1.sum": "500", "debts.1.paper": "complaint-copy"}
    for received in ("2026-11-20", "2026-01-05", ""):
        for rate in ("12", ""):
            days = {"debts.1.received": received, "debts.1.rate": rate}
            yield DEBTS, DEBT | court | days
    yield DEBTS, DEBT | court | {"debts.1.verified": "yes"}
    yield DEBTS, DEBT | {"debts.0.paper": "enforcement-notice"}
    yield DEBTS, DEBT | {"debts.0.overdue_days": "5-20"}
    yield DEBTS, DEBT | {"debts.0.rate": "0"}
    yield DEBTS, DEBT | {"debts.0.rate": "0", "debts.1.sum": "9", "debts.1.rate": "0"}
    yield DEBTS, WAITS | {"debts.1.rate": "1", "debts.4.rate": "1"}
    waits = {"debts.1.sum": "99999", "debts.1.rate": "9", "budget": "300"}
    yield DEBTS, DEBT | {"debts.0.rate": "24"} | waits
    yield DEBTS, DEBT | {"debts.0.rate": "30"} | waits | {"debts.0.sum": "99999"}
    for paper in PAPERS:
        yield DEBTS, DEBT | {"debts.0.paper": paper}
        yield DEBTS, DEBT | {"debts.0.paper": paper, "debts.0.received": "2026-05-04"}


def _offers() -> Iterator[Asked]:
    for card in ("yes", "no", "unknown"):
        yield OFFER, OFFERED | {"credit_card": card}
    for due in ("2020-11-01", "2026-11-01"):
        yield OFFER, OFFERED | {"last_instalment_due": due, "judgment": "no"}
    yield OFFER, OFFERED | {"can_pay": "40"}
    for rate in ("", "0", "0.05", "60"):
        for months in ("", "1", "24", "36"):
            terms = {"months": months, "rate": rate, "fee": "100"}
            answers = {"reduction.waived": "1", "settlement.sum": "9999"}
            for option in ("extension", "instalments", "reduction"):
                answers |= {f"{option}.{part}": said for part, said in terms.items()}
            yield OFFER, OFFERED | {"lender_kind": "bank"} | answers


def _rates() -> Iterator[Asked]:
    """On both sides of a line, and beyond every figure."""
    private = {"lender_kind": "private", "contract_on": "2021-01-01"}
    bank = {"lender_kind": "bank", "contract_on": "2021-01-01"}
    for payments, contract in (
        ("收 2026-01-01 500\n2026-01-06 1000", private),
        ("收 2021-01-01 100\n2026-01-01 200", private),
        ("收 2021-01-01 100\n2022-01-01 150", private | {"contract_on": ""}),
        ("收 2023-01-01 100\n2025-01-01 152", bank),
        ("收 2023-01-01 100\n2023-07-01 111.50", bank),
    ):
        yield RATE, {"payments": payments} | contract


def _lines_of_offers() -> Iterator[Asked]:
    """Of a private lender and of a bank, on each side of what is known."""
    for kind, rate in (("private", "15"), ("private", "36"), ("bank", "23")):
        terms = {"instalments.months": "12", "instalments.rate": rate}
        yield OFFER, {"owed": "10000", "lender_kind": kind} | terms
        yield OFFER, {"owed": "900", "can_pay": "900", "lender_kind": kind} | terms
    yield OFFER, {"owed": "10000", "can_pay": "0"}
    yield OFFER, {"owed": "10000", "can_pay": "300", "settlement.sum": "9999"}
    put_off = {"extension.months": "6", "extension.rate": "0"}
    yield OFFER, {"owed": "10000", "cash": "1", "settlement.sum": "9"} | put_off
    yield OFFER, {"owed": "10000", "cash": "99999"} | put_off
