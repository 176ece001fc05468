"""Words count by what they tell: names, slips and small talk do not hide a page."""

from __future__ import annotations

import logging

import pytest

from portal.search.results import search
from tests.portal.search.shelf import article, urls

pytestmark = pytest.mark.django_db


def test_words_that_stand_nowhere_do_not_hide_a_page():
    article("deadline", "支付令的期限")
    story = "鹦鹉饲养员张大锤琵琶演奏砸核桃，收到支付令"
    assert "/articles/deadline/" in urls(story)


def test_words_that_all_stand_nowhere_find_nothing_and_warn_of_nothing(caplog):
    with caplog.at_level(logging.WARNING):
        assert search("鹦鹉琵琶").results == ()
    assert caplog.records == []


def test_a_word_of_the_subject_says_more_than_small_talk_that_is_rarer():
    article("answer", "支付令怎么办", body="支付令。\n")
    article("talk", "隔壁桌的咖啡", body="咖啡。\n")
    assert urls("咖啡支付令")[0] == "/articles/answer/"


def test_a_word_that_stands_nowhere_is_read_as_its_other_words():
    article("spouse", "配偶的债")
    assert urls("堂客的债")[0] == "/articles/spouse/"
