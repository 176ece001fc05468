"""``manage.py ask TOOL``: the site's answers in the shell, one JSON object a line."""

from __future__ import annotations

import json
import math
import sys
import traceback
from argparse import ArgumentParser
from typing import Any, Final, NoReturn

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.search import ask as search
from timeline.engine import FactsError
from timeline.tools.assess import ask as assess
from timeline.tools.budget import ask as budget
from timeline.tools.conduct import ask as conduct
from timeline.tools.cost import ask as cost
from timeline.tools.court_cost import ask as court_cost
from timeline.tools.debts import ask as debts
from timeline.tools.limitation import ask as limitation
from timeline.tools.lint import ask as lint
from timeline.tools.message import ask as message
from timeline.tools.offer import ask as offer
from timeline.tools.payment_order import ask as payment_order
from timeline.tools.rate import ask as rate

TOOLS: Final = {
    "assess": assess,
    "budget": budget,
    "conduct": conduct,
    "cost": cost,
    "court-cost": court_cost,
    "debts": debts,
    "limitation": limitation,
    "lint": lint,
    "message": message,
    "offer": offer,
    "payment-order": payment_order,
    "rate": rate,
    "search": search,
}
NOT_JSON: Final = "这一行不是一个 JSON 对象。"
BROKEN: Final = "这一行没有算出来，是程序的错；请把它告诉我们。"


class Command(BaseCommand):
    """Reads lines, asks the tool, prints lines."""

    help = "Answer questions as the pages do: JSON lines in, JSON lines out."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tool", choices=sorted(TOOLS))
        parser.add_argument(
            "--schema", action="store_true", help="Print the JSON Schema and stop."
        )

    def handle(self, *, tool: str, schema: bool, **options: Any) -> None:
        module = TOOLS[tool]
        if schema:
            self._print(module.schema(), indent=2)
            return
        failed = False
        for line in sys.stdin.buffer:
            if not line.strip():
                continue
            answer = self._answer(module, line)
            failed = failed or "error" in answer
            self._print(answer)
        if failed:
            raise CommandError("有的行没有得到答案，见各行的 error。", returncode=1)

    def _answer(self, module: Any, line: bytes) -> dict[str, Any]:
        question = _read(line)
        if not isinstance(question, dict):
            return {"id": None, "error": {"field": None, "message": NOT_JSON}}
        identity = question.pop("id", None)
        try:
            answer: dict[str, Any] = module.answer(question, timezone.localdate())
            return {"id": identity} | answer
        except FactsError as error:
            problem = {"field": error.field or None, "message": str(error)}
            return {"id": identity, "error": problem}
        except Exception:  # one line must not keep the others from their answers
            self.stderr.write(traceback.format_exc())
            return {"id": identity, "error": {"field": None, "message": BROKEN}}

    def _print(self, value: Any, indent: int | None = None) -> None:
        text = json.dumps(value, ensure_ascii=False, indent=indent)
        # Half a surrogate pair is no text; written as JSON writes it, it is.
        self.stdout.write(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def _read(line: bytes) -> Any:
    try:
        return json.loads(
            line.decode("utf-8-sig"),
            parse_constant=_refuse,
            parse_float=_finite,
            parse_int=_whole,
        )
    except (ValueError, RecursionError):
        return None


def _whole(text: str) -> int:
    """A whole number; one longer than Python reads is cut, and refused by its field."""
    return int(text[: sys.int_info.default_max_str_digits])


def _finite(text: str) -> float:
    """A number as JSON has it; what is too large for one is none.

    It is read only to be refused by the field it stands in: sums and rates are strings.
    """
    number = float(text)  # only to refuse it: no sum and no rate is read from one
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
