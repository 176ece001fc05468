"""One spelling for every text that is read, from one table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search.fold import fold as fold_search
from timeline import catalog
from timeline.catalog.records import build
from timeline.catalog.spelling import Spelling, folding, simplified
from timeline.engine import DataError

DATA = (catalog.DATA, Path(catalog.DATA).parents[1] / "portal" / "content")
CHARACTERS = st.one_of(st.characters(), st.sampled_from(sorted(simplified())))


def folded(text):
    return folding().fold(text).text


@pytest.mark.parametrize("old", simplified())
def test_every_traditional_character_is_read_and_searched_as_its_simplified_one(old):
    assert folded(old) == fold_search(old) == simplified()[old]


@pytest.mark.parametrize("new", sorted(set(simplified().values())))
def test_no_simplified_character_is_folded_any_further(new):
    assert folded(new) == fold_search(new) == new


@given(st.text(alphabet=CHARACTERS))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet=CHARACTERS))
def test_each_folded_character_leads_back_to_the_one_that_was_typed(text):
    whole = folding().fold(text)
    assert list(whole.origins) == sorted(whole.origins)
    for char, origin in zip(whole.text, whole.origins, strict=True):
        assert char in folded(text[origin])


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("貸還", "贷", "2 characters have 1"),
        ("貸貸", "贷贷", "貸 stand twice"),
        ("帳帐", "帐账", "帐 stand in both lists"),
    ],
)
def test_a_table_that_folds_in_two_ways_is_refused(old, new, complaint):
    with pytest.raises(DataError, match=complaint):
        build({"traditional": [old], "simplified": [new]}, Spelling, "traditional.toml")


def test_there_is_no_second_table():
    tables = [
        path.name
        for folder in DATA
        for path in folder.rglob("*.toml")
        if "貸還" in path.read_text(encoding="utf-8")
    ]
    assert tables == ["traditional.toml"]
