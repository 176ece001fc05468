"""A pattern in data means what is written, and none could run on for ever."""

from __future__ import annotations

import pytest

from timeline.catalog.patterns import pattern
from timeline.engine import DataError

DEEP = {"a": "钱", "b": "{a}", "c": "{b}", "d": "{c}"}


def test_a_list_may_use_another_three_deep():
    assert pattern("here.toml", "{c}", DEEP).fullmatch("钱")


def test_a_list_that_stands_deeper_is_refused_and_not_read_as_its_name():
    with pytest.raises(DataError, match=r"here\.toml: '\{d\}' nests more than 3"):
        pattern("here.toml", "{d}", DEEP)


@pytest.mark.parametrize(
    "written", [r"a\\+", r"a\\*", r"\[a+]", r"\\\\+", r"[a\]]+", r"\\{2,}", r"(a)\1"]
)
def test_what_repeats_without_bound_is_refused(written):
    with pytest.raises(DataError, match="no bound"):
        pattern("here.toml", written, {})


@pytest.mark.parametrize(
    ("written", "text"),
    [(r"a\+", "a+"), (r"a\\\+", "a\\+"), (r"[+\]*]", "]"), (r"\*{2}", "**")],
)
def test_a_sign_that_is_meant_as_itself_is_none(written, text):
    assert pattern("here.toml", written, {}).fullmatch(text)
