"""Real incidents are judged as the collection judges them, or we say why not."""

from __future__ import annotations

import pytest

from tests.engine.conduct.asking import TODAY, real_cases
from timeline.tools.conduct.ask import answer

CASES = pytest.mark.parametrize("case", real_cases(), ids=lambda case: case["id"])


@CASES
def test_every_incident_gets_the_verdict_written_beside_it(case):
    overall = answer(case["given"], TODAY)["overall"]
    assert overall == case.get("answer", case["judged"]), case["what"]


def test_nine_in_ten_agree_with_the_collection():
    agreeing = [case for case in real_cases() if "answer" not in case]
    assert len(real_cases()) == 50
    assert len(agreeing) >= 0.9 * len(real_cases())


def test_every_disagreement_has_a_reason_and_none_is_grave():
    for case in real_cases():
        if "answer" in case:
            assert case["because"]
            assert {case["judged"], case["answer"]} != {"ok", "breach"}
