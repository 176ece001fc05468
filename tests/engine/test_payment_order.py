"""What contests a debt, and what only asks for patience (民诉法解释 第四百三十六条)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.catalog.lint import folding
from timeline.catalog.payment_order import payment_order, reasons
from timeline.engine.payment_order import Verdict, read_objection

CASES = tomllib.loads(
    Path("tests/cases/payment-order/sentences.toml").read_text(encoding="utf-8")
)
LABELS = {
    "contests": Verdict.CONTESTS,
    "ability": Verdict.ABILITY_ONLY,
    "mixed": Verdict.MIXED,
    "unclear": Verdict.UNCLEAR,
}
LABELLED = [(text, LABELS[label]) for label, texts in CASES.items() for text in texts]


def verdict(text):
    return read_objection(text, reasons(), folding()).verdict


@pytest.mark.parametrize(("text", "expected"), LABELLED)
def test_a_sentence_is_read_as_the_interpretation_has_it(text, expected):
    assert verdict(text) is expected


@given(st.lists(st.sampled_from(CASES["ability"] + CASES["unclear"]), max_size=6))
def test_no_text_that_only_speaks_of_inability_passes_as_contesting(sentences):
    assert verdict("".join(sentences)) in {Verdict.ABILITY_ONLY, Verdict.UNCLEAR}


@given(st.sampled_from(CASES["contests"]), st.sampled_from(CASES["ability"]))
def test_a_contest_beside_inability_is_mixed(contest, ability):
    assert verdict(contest + ability) is Verdict.MIXED


@given(st.text(max_size=300))
def test_any_text_is_answered_and_no_sentence_is_invented(text):
    reading = read_objection(text, reasons(), folding())
    assert all(sentence.text in text for sentence in reading.sentences)


def test_every_verdict_and_every_reason_has_words():
    record = payment_order()
    assert set(record.verdicts) == {item.value for item in Verdict}
    titles = {**record.contests, **record.ability, **record.admits}
    assert {reason.key for reason in reasons()} == set(titles)
