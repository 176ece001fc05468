"""A cue that cannot be used is refused when it is read."""

from __future__ import annotations

import re

import pytest

from timeline.catalog import lint
from timeline.catalog.lint import lint_kinds
from timeline.engine import DataError
from timeline.engine.lint import Kind


@pytest.mark.parametrize("pattern", ["还.*款", "还.+款", "还.{2,}款", r"(还)\1"])
def test_a_pattern_without_bound_is_refused(pattern):
    with pytest.raises(DataError, match="no bound"):
        lint._pattern("lint/here.toml", pattern)


def test_a_plus_between_brackets_is_only_a_plus():
    assert lint._pattern("lint/here.toml", "[+*]").search("1+1")


def test_an_unknown_word_list_is_named():
    with pytest.raises(DataError, match="no word list nonsense"):
        lint._pattern("lint/here.toml", "{nonsense}")


def test_a_broken_pattern_names_its_file():
    with pytest.raises(DataError, match=re.escape("lint/here.toml")):
        lint._pattern("lint/here.toml", "(还")


def test_the_words_come_for_every_kind():
    assert list(lint_kinds()) == list(Kind)
    assert all(record.title for record in lint_kinds().values())


def test_a_reason_that_does_not_exist_is_an_error():
    with pytest.raises(DataError, match="nonsense"):
        lint.reason("nonsense")
