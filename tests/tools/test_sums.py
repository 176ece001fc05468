"""Sums look and are read alike in every tool, on the page and in the shell."""

from __future__ import annotations

import pytest

from timeline.engine import FactsError
from timeline.engine.money import LONGEST
from timeline.forms.fields import YuanField
from timeline.forms.money import PercentField
from timeline.tools.assess import ask as assess
from timeline.tools.cost import ask as cost
from timeline.tools.court_cost import ask as court_cost
from timeline.tools.offer import ask as offer
from timeline.tools.rate import ask as rate

QUESTIONS = (
    (assess.FACTS, {"role": "borrower"}, "principal"),
    (cost.FACTS, {"due_date": "2026-05-10"}, "principal"),
    (court_cost.FACTS, {}, "sum"),
    (offer.FACTS, {}, "owed"),
    (rate.FACTS, {}, "received"),
)


@pytest.mark.parametrize("field", [YuanField(), YuanField(zero=True), PercentField()])
def test_a_phone_offers_digits_and_a_point(field):
    assert field.widget.attrs["inputmode"] == "decimal"


@pytest.mark.parametrize(("facts", "given", "field"), QUESTIONS)
def test_a_sum_of_too_many_letters_is_refused_in_the_same_words(facts, given, field):
    schema = facts.schema()["properties"][field]
    assert f"'maxLength': {LONGEST}" in str(schema)
    with pytest.raises(FactsError, match=f"最多 {LONGEST} 个字。"):
        facts.read(given | {field: "1" * (LONGEST + 1)})
