"""``ask rate``: the all-in yearly cost and the lines for it, over JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from timeline import catalog
from timeline.catalog.series import lpr
from timeline.engine.errors import FactsError
from timeline.engine.facts import FIRST_DAY, LAST_DAY, TOO_FAR, LenderKind
from timeline.engine.irr import Flow, NoRate, YearlyRate, yearly_rate
from timeline.engine.ledger import Entry, monthly, read_ledger
from timeline.engine.rate_lines import LINES, Line, Side, lines
from timeline.wire.money import YUAN
from timeline.wire.shapes import (
    Day,
    Field,
    Object,
    Schema,
    Text,
    Whole,
    asked,
    choice,
    closed,
    nullable,
)

MOST_INSTALMENTS: Final = 360
EARLIEST: Final = date(1990, 1, 1)
LONGEST_TEXT: Final = 20_000
FURTHEST: Final = 10 * 366  # days ahead of today; instalments follow from there
INSTALMENT: Final = "每月还款"
MONTHLY_FEE: Final = "每月另收"
RECEIVED: Final = "到手"


@dataclass(frozen=True, slots=True)
class Loan:
    """What came, what was paid, and under what contract."""

    entries: tuple[Entry, ...]
    lender_kind: LenderKind
    contract_on: date | None

    @property
    def flows(self) -> Iterator[Flow]:
        """The sums with their signs."""
        for entry in self.entries:
            yield Flow(entry.day, entry.fen if entry.came else -entry.fen)


@dataclass(frozen=True, slots=True)
class RateAnswer:
    """The rate, or why there is none, and the lines."""

    rate: YearlyRate | NoRate
    lines: tuple[Line, ...]


FACTS: Final = Object(
    (
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("lender_kind", choice(LenderKind), says="who lends by the contract"),
        Field("contract_on", Day(), says="the day of the contract"),
        Field("received", YUAN, says="元, what really came"),
        Field("received_on", Day(), says="the day on which it came"),
        Field("instalment", YUAN, says="元 a month, if always the same"),
        Field("first_on", Day(), says="the day of the first instalment"),
        Field("count", Whole(1, MOST_INSTALMENTS), says="how many instalments"),
        Field("monthly_fee", YUAN, says="元 taken beside each instalment"),
        Field(
            "payments",
            Text(read_ledger, LONGEST_TEXT),
            says="further sums, one a line: 2026-01-15 1234.50 担保费; 收 … came in",
        ),
    )
)


def loan(values: dict[str, Any], today: date) -> Loan:
    """The sums of one loan, in the order of their days; values are typed already.

    Raises:
        FactsError: With the name of the field that is wrong or missing.
    """
    if not FIRST_DAY <= today <= LAST_DAY:
        raise FactsError("today", TOO_FAR)
    contract_on = values.get("contract_on")
    if contract_on is not None and not EARLIEST <= contract_on <= today:
        raise FactsError("contract_on", "合同日期不能晚于今天，也不会早于 1990 年。")
    for name in ("received_on", "first_on"):
        _near(values.get(name, today), today, name)
    for entry in values.get("payments", ()):
        _near(entry.day, today, "payments")
    entries = [
        *_received(values),
        *_instalments(values),
        *values.get("payments", ()),
    ]
    return Loan(
        entries=tuple(sorted(entries, key=lambda entry: (entry.day, not entry.came))),
        lender_kind=values.get("lender_kind", LenderKind.UNKNOWN),
        contract_on=contract_on,
    )


def rate_answer(given: Loan) -> RateAnswer:
    """The rate of a loan and every line for it."""
    rate = yearly_rate(given.flows)
    found = lines(
        rate if isinstance(rate, YearlyRate) else None,
        given.lender_kind,
        given.contract_on,
        catalog.norms(),
        lpr(),
    )
    return RateAnswer(rate, found)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object; percentages are strings with six decimals.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = FACTS.read(question)
    result = rate_answer(loan(values, values.get("today", today)))
    known = result.rate if isinstance(result.rate, YearlyRate) else None
    return {
        "rate": known and _percent(known.compound * 100),
        "simple_rate": known and _percent(known.simple * 100),
        "problem": None if known else result.rate,
        "lines": [
            {
                "key": line.key,
                "side": line.side,
                "percent": line.percent and str(line.percent),
                "sure": line.sure,
                "cite": line.version.cite,
            }
            for line in result.lines
        ],
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    number: Schema = nullable({"type": "string", "pattern": r"^-?\d+(\.\d+)?$"})
    line = closed(
        {
            "key": {"enum": list(LINES)},
            "side": {"enum": list(Side)},
            "percent": number,
            "sure": {"type": "boolean"},
            "cite": {"type": "string"},
        }
    )
    answered = closed(
        {
            "id": {},
            "rate": number,
            "simple_rate": number,
            "problem": nullable({"enum": list(NoRate)}),
            "lines": {"type": "array", "items": line},
            "ruleset": {"type": "string"},
        }
    )
    return {"input": asked(FACTS), "output": answered}


def _near(day: date, today: date, field: str) -> None:
    if day < EARLIEST or (day - today).days > FURTHEST:
        raise FactsError(field, "这一天太早或太远了，请检查年份。")


def _received(values: dict[str, Any]) -> Iterator[Entry]:
    """The money received; its day and its sum need each other."""
    total, day = values.get("received"), values.get("received_on")
    if total is None and day is None:
        return
    if total is None:
        raise FactsError("received", "请填实际到手多少。")
    if day is None:
        raise FactsError("received_on", "请填钱是哪天到手的。")
    yield Entry(day, total, True, RECEIVED)


def _instalments(values: dict[str, Any]) -> Iterator[Entry]:
    names = {
        "instalment": "每期还多少",
        "first_on": "第一期是哪天",
        "count": "一共几期",
    }
    if not values.keys() & {*names, "monthly_fee"}:
        return
    for name, words in names.items():
        if name not in values:
            raise FactsError(name, f"请填{words}；每期不一样的，写在下面的明细里。")
    for day in monthly(values["first_on"], values["count"]):
        yield Entry(day, values["instalment"], False, INSTALMENT)
        if "monthly_fee" in values:
            yield Entry(day, values["monthly_fee"], False, MONTHLY_FEE)


def _percent(percent: Decimal) -> str:
    return f"{percent:.6f}"
