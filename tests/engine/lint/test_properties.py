"""What holds for every text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.lint.drafts import WAIVES_NOTHING, check, seeded
from timeline.catalog.spelling import folding
from timeline.engine.lint import Kind

SENTENCES = st.sampled_from([case.text for case in seeded()])
NOISE = st.text(max_size=40)
TEXTS = st.lists(SENTENCES | NOISE, max_size=6).map("".join)
LENDERS = st.sampled_from(["bank", "micro-loan", "private", "unknown"])


@given(TEXTS)
def test_folding_twice_is_folding_once(text):
    once = folding().fold(text).text

    assert folding().fold(once).text == once


@given(TEXTS)
def test_every_folded_character_has_its_typed_one(text):
    folded = folding().fold(text)

    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    assert all(0 <= place < len(text) for place in folded.origins)


@given(TEXTS, LENDERS)
def test_spans_lie_inside_the_text_and_hold_something(text, lender):
    for flag in check(text, lender):
        assert 0 <= flag.start < flag.end <= len(text)
        assert folding().fold(text[flag.start : flag.end]).text


@given(TEXTS, LENDERS)
def test_flags_of_one_kind_never_overlap_and_stand_in_order(text, lender):
    flags = check(text, lender)

    assert list(flags) == sorted(flags, key=lambda flag: (flag.start, flag.end))
    for kind in Kind:
        own = [flag for flag in flags if flag.kind is kind]
        assert all(a.end <= b.start for a, b in pairwise(own))


@given(TEXTS, LENDERS)
@settings(max_examples=200)
def test_a_clause_that_waives_nothing_never_adds_a_flag(text, lender):
    with_clause = check(text + WAIVES_NOTHING, lender)

    assert set(with_clause) <= set(check(text, lender))


@given(TEXTS)
def test_the_same_text_gets_the_same_answer(text):
    assert check(text) == check(text)
