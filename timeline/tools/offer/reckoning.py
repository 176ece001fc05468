"""From the answers to the facts of one comparison, for page and shell alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.engine import LenderKind
from timeline.engine.errors import FactsError
from timeline.engine.terms import OfferFacts, Option, Terms


def offer_facts(values: Mapping[str, Any]) -> OfferFacts:
    """The facts of one comparison, as form and shell give them.

    Args:
        values: By the names of ``ask offer``, read; an option maps its parts.

    Raises:
        FactsError: More is waived than is owed, or a figure is impossible.
    """
    owed = values["owed"]
    terms = []
    for option in Option:
        parts = values.get(option.value)
        if parts is None:  # an offer of which nothing is known is one all the same
            continue
        sum_fen = parts.get("sum", owed - parts.get("waived", 0))
        if option is Option.REDUCTION and sum_fen <= 0:
            raise FactsError("reduction.waived", "减掉的要少于对方要的总数。")
        terms.append(
            Terms(
                option=option,
                sum_fen=sum_fen,
                months=parts.get("months"),
                annual_rate=parts.get("rate"),
                fee_fen=parts.get("fee", 0),
            )
        )
    return OfferFacts(
        today=values["today"],
        owed_fen=owed,
        terms=tuple(terms),
        can_pay_fen=values.get("can_pay"),
        cash_fen=values.get("cash"),
        lender_kind=values.get("lender_kind", LenderKind.UNKNOWN),
        credit_card=values.get("credit_card"),
        last_instalment_due=values.get("last_instalment_due"),
        last_payment_or_promise=values.get("last_payment_or_promise"),
        judgment=values.get("judgment"),
    )
