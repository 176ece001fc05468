"""Numbers that courts could have written, and numbers that they could not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.message.messages import read
from timeline.catalog.message import court_numbers, message_reader
from timeline.engine.message import Fault, case_numbers

NUMBERS = court_numbers()


def cues(text):
    return {mark.cue for mark in read(text).marks}


@pytest.mark.parametrize("kind", NUMBERS.types)
@pytest.mark.parametrize("court", ["浙0106", "沪01", "粤", "最高法", "兵0101"])
def test_every_type_of_every_kind_of_court_is_well_formed(court, kind):
    (number,) = read(
        f"({2015 if kind.endswith('字') else 2026}){court}{kind}123号"
    ).numbers
    assert number.type == kind
    assert number.fault is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("(2027)浙0106民初1号", Fault.FUTURE_YEAR),
        ("(1926)浙0106民初1号", Fault.NO_SUCH_YEAR),
        ("(20026)浙0106民初1号", Fault.NO_SUCH_YEAR),
        ("(2026)杭0106民初1号", Fault.NO_SUCH_COURT),
        ("(2026)浙106民初1号", Fault.COURT_DIGITS),
        ("(2026)浙010601民初1号", Fault.COURT_DIGITS),
        ("(2026)浙0006民初1号", Fault.COURT_DIGITS),
        ("(2026)浙0106民初0号", Fault.NUMBER_ZERO),
    ],
)
def test_a_number_that_cannot_exist_is_a_cue_with_its_reason(text, fault):
    (number,) = read(text).numbers
    assert number.fault is fault
    assert "case-number-impossible" in cues(text)
    assert "case-number" not in cues(text)


def test_a_masked_number_is_read_as_far_as_it_goes():
    (number,) = read("(2025)苏05**民初***号").numbers
    assert (number.court, number.type, number.fault) == ("苏", "民初", None)


def test_a_well_formed_number_alone_proves_nothing():
    reading = read("(2026)浙0106民初123号,请把钱转到个人账户")
    assert reading.kind == "scam"
    assert "verify-independently" in reading.steps


@pytest.mark.parametrize(
    "text",
    ["2026年3月5号", "2026年第3号公告", "合同(2026)第12号", "楼号2026号", "您尾号1234"],
)
def test_other_numbers_are_no_case_numbers(text):
    assert not read(text).numbers


@given(
    year=st.integers(1949, 2026),
    court=st.sampled_from(sorted(NUMBERS.courts)),
    digits=st.sampled_from(["", "01", "0106", "7101"]),
    kind=st.sampled_from(sorted(NUMBERS.types)),
    number=st.integers(1, 999_999),
)
def test_whatever_is_built_by_the_rules_is_read_back(year, court, digits, kind, number):
    written = f"({year}){court}{digits}{kind}{number}号"
    (found,) = case_numbers(written, 2026, message_reader().case_types)
    assert (found.year, found.court, found.type) == (str(year), court, kind)
    assert found.fault is None
    assert found.text == written


@given(st.text(alphabet="()2026浙最高法0106民初执1*号之一年 ", max_size=60))
def test_anything_like_a_number_is_read_without_failing(text):
    for number in read(text).numbers:
        assert number.end > number.start


def test_every_type_speaks_through_a_cue_that_exists():
    assert set(message_reader().number_cues.values()) <= set(message_reader().cues)
