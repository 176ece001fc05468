"""Numbers in words are the numbers that they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.engine.text.numerals import digits, number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("15", 15),
        ("十五", 15),
        ("二十", 20),
        ("两", 2),
        ("两千两百", 2200),
        ("一百二十三", 123),
        ("一千零八", 1008),
        ("三万零五十", 30050),
        ("二〇二六", 2026),
        ("零", 0),
        ("〇〇", 0),
    ],
)
def test_a_number_in_words_is_a_number(written, meant):
    assert number(written) == meant


@pytest.mark.parametrize("written", ["", "千", "某", "1*3", "第三", "一○二", "²"])
def test_what_is_no_number_is_none(written):
    assert number(written) is None


@given(st.text(alphabet="〇零一二三四五六七八九十百千万0123456789*", max_size=12))
def test_anything_like_a_number_is_read_without_failing(written):
    assert (number(written) or 0) >= 0
    assert len(digits(written)) == len(written)
