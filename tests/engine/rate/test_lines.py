"""Which line binds whom, for contracts on each side of every change of rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from timeline import catalog
from timeline.catalog.series import lpr
from timeline.engine import DataError, LenderKind
from timeline.engine.irr import YearlyRate
from timeline.engine.rate_lines import Line, Side, lines
from timeline.engine.series import Run, Series

DEAR = YearlyRate(compound=Decimal("0.5"), simple=Decimal("0.4"))
BETWEEN = YearlyRate(compound=Decimal("0.26"), simple=Decimal("0.233"))
FAIR = YearlyRate(compound=Decimal("0.1"), simple=Decimal("0.096"))
SPC, MICRO, BANK, SHOWN, LPR4 = (
    "reducible-finance-rate",
    "micro-loan-cost-limit",
    "assisted-loan-cost-limit",
    "cost-disclosure",
    "private-lending-lpr-multiple",
)


def found(
    kind: str, day: str | None, rate: YearlyRate | None = DEAR
) -> dict[str, Line]:
    contract_on = None if day is None else date.fromisoformat(day)
    result = lines(rate, LenderKind(kind), contract_on, catalog.norms(), lpr())
    return {line.key: line for line in result}


@pytest.mark.parametrize(
    ("kind", "day", "sides"),
    [
        ("bank", "2017-08-03", {SPC: "before", BANK: "before", SHOWN: "before"}),
        ("bank", "2017-08-04", {SPC: "over", BANK: "before", SHOWN: "before"}),
        ("bank", "2025-09-30", {SPC: "over", BANK: "before", SHOWN: "before"}),
        ("bank", "2025-10-01", {SPC: "over", BANK: "over", SHOWN: "before"}),
        ("bank", "2026-07-31", {SPC: "over", BANK: "over", SHOWN: "before"}),
        ("bank", "2026-08-01", {SPC: "over", BANK: "over", SHOWN: "duty"}),
        ("consumer-finance", "2017-08-03", {SPC: "before", SHOWN: "before"}),
        ("consumer-finance", "2017-08-04", {SPC: "over", SHOWN: "before"}),
        ("consumer-finance", "2026-07-31", {SPC: "over", SHOWN: "before"}),
        ("consumer-finance", "2026-08-01", {SPC: "over", SHOWN: "duty"}),
        ("micro-loan", "2017-08-03", {SPC: "before", MICRO: "before", SHOWN: "before"}),
        ("micro-loan", "2025-12-23", {SPC: "over", MICRO: "before", SHOWN: "before"}),
        ("micro-loan", "2025-12-24", {SPC: "over", MICRO: "over", SHOWN: "before"}),
        ("micro-loan", "2026-08-01", {SPC: "over", MICRO: "over", SHOWN: "duty"}),
        ("private", "2020-08-19", {LPR4: "before"}),
        ("private", "2020-08-20", {LPR4: "over"}),
        ("private", "2026-11-01", {LPR4: "unknown"}),  # no LPR of that month
    ],
)
def test_each_lender_has_the_lines_of_the_contracts_day(kind, day, sides):
    assert {key: line.side for key, line in found(kind, day).items()} == sides


@pytest.mark.parametrize("kind", ["bank", "consumer-finance", "micro-loan"])
@pytest.mark.parametrize("day", ["2017-01-01", "2021-06-01", "2026-10-01", None])
def test_four_times_the_lpr_is_never_held_against_a_licensed_lender(kind, day):
    assert LPR4 not in found(kind, day)


@pytest.mark.parametrize("day", ["2017-01-01", "2021-06-01", "2026-10-01", None])
def test_the_lines_of_licensed_lenders_are_never_held_against_a_private_one(day):
    assert list(found("private", day)) == [LPR4]


@pytest.mark.parametrize("kind", ["unknown", "platform"])
def test_as_long_as_the_lender_is_unknown_every_line_is_conditional(kind):
    shown = found(kind, "2025-06-01")
    assert set(shown) == {LPR4, SPC, MICRO, BANK, SHOWN}
    assert not any(line.sure for line in shown.values())


@pytest.mark.parametrize("kind", list(LenderKind))
def test_without_a_date_of_the_contract_nothing_is_compared(kind):
    assert {line.side for line in found(kind, None).values()} == {Side.UNKNOWN}


@pytest.mark.parametrize(
    ("rate", "side"),
    [(DEAR, "over"), (BETWEEN, "depends"), (FAIR, "within"), (None, "unknown")],
)
def test_a_cost_is_over_a_line_only_by_both_customs(rate, side):
    assert found("consumer-finance", "2025-06-01", rate)[SPC].side == side


def test_a_cost_exactly_on_the_line_is_not_over_it():
    level = YearlyRate(compound=Decimal("0.24"), simple=Decimal("0.24"))
    assert found("bank", "2025-06-01", level)[SPC].side == Side.WITHIN


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        ("2020-08-20", "15.40"),  # 3.85 × 4
        ("2021-12-19", "15.40"),
        ("2021-12-20", "15.20"),  # 3.80 × 4
        ("2022-01-20", "14.80"),  # 3.70 × 4
        ("2022-08-21", "14.80"),
        ("2022-08-22", "14.60"),  # 3.65 × 4
        ("2023-06-20", "14.20"),  # 3.55 × 4
        ("2023-08-21", "13.80"),  # 3.45 × 4
        ("2024-07-22", "13.40"),  # 3.35 × 4
        ("2024-10-21", "12.40"),  # 3.10 × 4
        ("2025-05-19", "12.40"),
        ("2025-05-20", "12.00"),  # 3.00 × 4
        ("2025-12-25", "12.00"),
    ],
)
def test_the_multiple_is_that_of_the_day_of_the_contract(day, percent):
    assert found("private", day)[LPR4].percent == Decimal(percent)


@pytest.mark.parametrize(
    "day", ["2019-08-19", "2025-08-20", "2025-12-21", "2026-01-20", "2026-11-23"]
)
def test_a_month_that_was_not_read_is_unknown(day):
    assert lpr().on(date.fromisoformat(day)) is None


@pytest.mark.parametrize(
    "runs",
    [
        [("2020-01-01", "2020-01-01")],
        [("2020-01-01", "2020-03-01"), ("2020-02-01", "2020-04-01")],
    ],
)
def test_a_series_with_two_values_on_a_day_is_refused(runs):
    with pytest.raises(DataError):
        Series(
            tuple(
                Run(date.fromisoformat(since), date.fromisoformat(until), Decimal(3))
                for since, until in runs
            )
        )
