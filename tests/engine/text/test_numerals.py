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
        ("一百二", 120),
        ("二百五", 250),
        ("一千二", 1200),
        ("一万二", 12_000),
        ("3万5", 35_000),
        ("两万零二", 20_002),
        ("一百零二", 102),
        ("1万200", 10_200),
    ],
)
def test_a_number_in_words_is_a_number(written, meant):
    assert number(written) == meant


@pytest.mark.parametrize(
    "written",
    ["", "千", "某", "1*3", "第三", "一○二", "²", "十十", "一百二千", "一千三千"],
)
def test_what_is_no_number_is_none(written):
    assert number(written) is None


NAMES = "零一二三四五六七八九"


def spelled(amount: int) -> str:
    """The number in words, as a cheque has it."""
    if amount >= 10_000:
        rest = amount % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return f"{spelled(amount // 10_000)}万{gap}{spelled(rest) if rest else ''}"
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, amount = divmod(amount, unit)
        if digit:
            text += f"{NAMES[digit]}{name}"
        elif text and amount and not text.endswith("零"):
            text += "零"
    return text or "零"


@given(st.integers(0, 99_999_999))
def test_a_number_that_is_spelled_is_read_back(amount):
    assert number(spelled(amount)) == amount


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from("百千万"))
def test_a_last_digit_alone_counts_in_the_next_unit(first, last, unit):
    lower = {"百": "十", "千": "百", "万": "千"}[unit]
    said = f"{NAMES[first]}{unit}{NAMES[last]}"
    assert number(said) == number(said + lower)


@given(st.text(alphabet="〇零一二三四五六七八九十百千万0123456789*", max_size=12))
def test_anything_like_a_number_is_read_without_failing(written):
    assert (number(written) or 0) >= 0
    assert len(digits(written)) == len(written)
