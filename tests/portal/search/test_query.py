"""What was typed is cut into the things it speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search.query import LONGEST, parse


def words(text: str) -> list[str]:
    return [idea.word for idea in parse(text).ideas]


@pytest.mark.parametrize(
    ("typed", "cut"),
    [
        ("征信", ["征信"]),
        ("爆通讯录怎么办？", ["爆通讯录"]),
        ("我的停息挂账", ["停息挂账"]),
        ("任性贷逾期", ["任性贷", "逾期"]),
        ("YUQI 征信", ["逾期", "征信"]),
        ("愈期", ["逾期"]),
        ("账", ["账"]),
        ("yuqi hui zuo lao", ["逾期", "hui", "坐牢"]),
        ("yuqicuishou", ["逾期", "催收"]),
        ("gps app", ["gps", "app"]),
    ],
)
def test_words_of_the_subject_stay_whole(typed, cut):
    assert words(typed) == cut


def test_a_query_of_stop_words_alone_is_still_a_query():
    assert words("怎么办") == ["怎么办"]


def test_a_lone_character_stands_for_its_word_or_is_glued():
    assert words("他骂了") == ["辱骂"]
    assert all(len(word) > 1 for word in words("他堵着不让我走"))


def test_a_verb_with_its_particle_stands_for_its_word():
    assert words("删了") == ["删除"]
    assert words("封了") == ["冻结"]


def test_of_a_long_story_the_words_of_the_subject_are_kept():
    story = "厂子搬走老乡介绍夜班宿舍食堂月初月底隔壁村口大叔火车站行李" * 2
    assert {"法务", "征信"} <= set(words(story + "法务说征信"))


def test_a_large_number_is_also_looked_for_with_commas():
    assert ("5000", "5,000") in [idea.words for idea in parse("借5000").ideas]


def test_what_is_too_long_is_cut_off():
    assert parse("逾" * 5000).text == "逾" * LONGEST


def test_nothing_is_found_in_nothing():
    assert parse("").ideas == parse("  ？！ ").ideas == ()


def test_only_words_of_the_subject_are_known():
    assert parse("张三 13800000000 催收 征信").known == ("催收", "征信")


@given(st.text(max_size=300))
def test_anything_can_be_typed(text):
    assert len(parse(text).text) <= LONGEST
    assert all(idea.word for idea in parse(text).ideas)
