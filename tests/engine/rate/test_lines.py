"""Which line binds whom, for contracts on each side of every change of rule."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from timeline import catalog
from timeline.catalog.series import lpr
from timeline.engine import DataError, LenderKind
from timeline.engine.flows import Flow
from timeline.engine.irr import YearlyRate, yearly_rate
from timeline.engine.norms import Norm, Norms, Unit, Version
from timeline.engine.rate_lines import LINES, Line, Side, lines
from timeline.engine.series import Run, Series

DEAR = YearlyRate(compound=Decimal("0.5"), simple=Decimal("0.4"))
BETWEEN = YearlyRate(compound=Decimal("0.26"), simple=Decimal("0.233"))
LONG = YearlyRate(compound=Decimal("0.23"), simple=Decimal("0.26"))
FAIR = YearlyRate(compound=Decimal("0.1"), simple=Decimal("0.096"))
SPC, MICRO, BANK, SHOWN, LPR4 = (
    "reducible-finance-rate",
    "micro-loan-cost-limit",
    "assisted-loan-cost-limit",
    "cost-disclosure",
    "private-lending-lpr-multiple",
)


CASES = Path(__file__).parents[2] / "cases" / "rate-lines.toml"
CONTRACTS = tomllib.loads(CASES.read_text(encoding="utf-8"))["contract"]
KINDS = ("bank", "consumer-finance", "micro-loan", "private")


def found(
    kind: str, day: date | str | None, rate: YearlyRate | None = DEAR
) -> dict[str, Line]:
    contract_on = date.fromisoformat(day) if isinstance(day, str) else day
    result = lines(rate, LenderKind(kind), contract_on, catalog.norms(), lpr())
    return {line.key: line for line in result}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda one: str(one["day"]))
def test_each_lender_has_the_lines_of_the_contracts_day(contract, kind):
    sides = {key: line.side for key, line in found(kind, contract["day"]).items()}
    assert sides == contract[kind]


def test_every_change_of_a_rule_is_in_the_table_with_the_day_before():
    changes = {
        version.since for key in LINES for version in catalog.norms()[key].versions
    }
    days = {contract["day"] for contract in CONTRACTS}
    assert days == changes | {day - timedelta(1) for day in changes}


@pytest.mark.parametrize("kind", ["unknown", "platform"])
@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda one: str(one["day"]))
def test_who_does_not_know_the_lender_sees_the_lines_of_all(contract, kind):
    every = {key: side for known in KINDS for key, side in contract[known].items()}
    sides = {key: line.side for key, line in found(kind, contract["day"]).items()}
    assert sides == every


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


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_for_some_loans_of_a_bank_is_never_sure(kind):
    """助贷新规 binds loans with a platform, and which these are is not asked."""
    shown = lines(DEAR, LenderKind(kind), date(2026, 10, 1), catalog.norms(), lpr())
    assert {line.key for line in shown if not line.sure} == (
        {BANK} if kind == "bank" else set()
    )
    assert all(line.sure for line in shown[:-1])  # it comes last


@pytest.mark.parametrize("kind", list(LenderKind))
def test_without_a_date_of_the_contract_nothing_is_compared(kind):
    assert {line.side for line in found(kind, None).values()} == {Side.UNKNOWN}


@pytest.mark.parametrize(
    ("rate", "side"),
    [
        (DEAR, "over"),
        (BETWEEN, "depends"),
        (LONG, "depends"),
        (FAIR, "within"),
        (None, "unknown"),
    ],
)
def test_a_cost_is_over_a_line_only_by_both_customs(rate, side):
    assert found("consumer-finance", "2025-06-01", rate)[SPC].side == side


@pytest.mark.parametrize(
    ("rate", "above"),
    [
        (DEAR, ["compound", "simple"]),
        (BETWEEN, ["compound"]),
        (LONG, ["simple"]),
        (FAIR, []),
        (None, []),
    ],
)
def test_by_which_custom_it_is_over_is_named(rate, above):
    assert list(found("bank", "2025-06-01", rate)[SPC].above) == above
    assert found("bank", "2017-01-01", rate)[SPC].above == ()  # not compared


@pytest.mark.parametrize(
    ("rate", "side"), [(BETWEEN, "over"), (LONG, "over"), (FAIR, "within")]
)
def test_a_private_loan_is_held_to_its_line_without_interest_on_interest(rate, side):
    assert found("private", "2021-06-01", rate)[LPR4].side == side  # 15.40
    flat = YearlyRate(compound=Decimal("0.16"), simple=Decimal("0.15"))
    assert found("private", "2021-06-01", flat)[LPR4].side == Side.WITHIN
    rolled = YearlyRate(compound=Decimal("0.15"), simple=Decimal("0.16"))
    assert found("private", "2021-06-01", rolled)[LPR4].side == Side.OVER


@pytest.mark.parametrize("start", ["2023-03-01", "2024-01-31", "2025-12-25"])
@pytest.mark.parametrize("kind", ["bank", "private"])
def test_a_cost_exactly_on_the_line_is_not_over_it(kind, start):
    """From the sums: 365 days at the line itself, and a fen more."""
    day = date.fromisoformat(start)
    key = SPC if kind == "bank" else LPR4
    percent = found(kind, day)[key].percent
    assert percent is not None
    level = int(10_000_00 * (1 + percent / 100))

    def side(fen: int) -> Side:
        loan = [Flow(day, 10_000_00), Flow(day + timedelta(365), -fen)]
        rate = yearly_rate(loan)
        assert isinstance(rate, YearlyRate)
        return found(kind, day, rate)[key].side

    assert side(level) == Side.WITHIN
    assert side(level + 1) == Side.OVER


def test_a_line_that_has_ended_is_held_against_no_later_contract():
    ended = Norms(
        {
            key: Norm(key, Unit.PERCENT, (_until_2025(norm.versions[0]),))
            for key, norm in catalog.norms().items()
            if key in LINES
        }
    )

    def keys(day: date | None) -> list[str]:
        shown = lines(DEAR, LenderKind.MICRO_LOAN, day, ended, lpr())
        return [line.key for line in shown]

    assert keys(date(2024, 12, 31)) == [SPC, MICRO, SHOWN]
    assert keys(date(2025, 1, 1)) == []
    assert keys(date(2017, 1, 1)) == keys(None) == [SPC, MICRO, SHOWN]


def _until_2025(version: Version) -> Version:
    since = min(version.since, date(2024, 1, 1))
    return replace(version, since=since, until=date(2025, 1, 1))


# The LPR of one year: on the day before a change, the day of it, and on that day.
CHANGES = (
    ("4.25", "2019-09-20", "4.20"),
    ("4.20", "2019-11-20", "4.15"),
    ("4.15", "2020-02-20", "4.05"),
    ("4.05", "2020-04-20", "3.85"),
    ("3.85", "2021-12-20", "3.80"),
    ("3.80", "2022-01-20", "3.70"),
    ("3.70", "2022-08-22", "3.65"),
    ("3.65", "2023-06-20", "3.55"),
    ("3.55", "2023-08-21", "3.45"),
    ("3.45", "2024-07-22", "3.35"),
    ("3.35", "2024-10-21", "3.10"),
    ("3.10", "2025-05-20", "3.00"),
    ("3.00", "2025-08-20", None),  # not read until December
    (None, "2025-12-22", "3.00"),
    ("3.00", "2026-01-20", None),
)


@pytest.mark.parametrize(("old", "day", "new"), CHANGES, ids=lambda one: str(one))
def test_the_lpr_changes_on_its_day_and_not_before(old, day, new):
    changed = date.fromisoformat(day)
    for asked, percent in ((changed - timedelta(1), old), (changed, new)):
        assert lpr().on(asked) == (percent and Decimal(percent))
        four_times = found("private", asked)[LPR4].percent
        if percent is None or asked < date(2020, 8, 20):
            assert four_times is None
        else:
            assert four_times == 4 * Decimal(percent)


def test_every_change_of_the_lpr_is_in_the_table():
    runs = lpr().runs
    known = {day for run in runs for day in (run.since, run.until)} - {runs[0].since}
    assert {date.fromisoformat(day) for _, day, _ in CHANGES} == known
    assert lpr().on(runs[0].since) == Decimal("4.25")
    assert lpr().on(runs[0].since - timedelta(1)) is None


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        ("2020-08-20", "15.40"),  # 3.85 × 4
        ("2022-01-19", "15.20"),  # 3.80 × 4
        ("2022-01-20", "14.80"),  # 3.70 × 4
        ("2024-10-20", "13.40"),  # 3.35 × 4
        ("2024-10-21", "12.40"),  # 3.10 × 4
        ("2025-12-25", "12.00"),  # 3.00 × 4
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


def test_the_highest_the_lowest_and_the_last_value_are_those_of_the_runs():
    known = lpr()
    assert known.highest.percent == Decimal("4.25")
    assert known.lowest.percent == Decimal("3.00")
    assert known.lowest.since == known.latest.since == date(2025, 12, 22)
    with pytest.raises(DataError):
        _ = Series(()).latest
