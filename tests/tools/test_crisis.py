"""Words of despair are heard however they are written, and nobody else's are."""

from __future__ import annotations

import pytest

from timeline.crisis import comfort


@pytest.mark.parametrize(
    "text",
    [
        "不想活了",
        "我真的不想活了，他们天天打电话，说要起诉我，我一死了之算了",
        "活不下去了",
        "活 不 下 去",
        "我想自殺",
        "逼得我只能去跳楼",
        "好想死",
        "活着没意思",
        "遗书我都写好了，写了遗书",
        "死了算了",
    ],
)
def test_it_is_heard(text):
    assert comfort(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "您的借款已逾期，请尽快还款",
        "让你活不下去",
        "你去死吧",
        "想死你了",
        "死了这条心吧",
        "他们天天打电话",
        "一切按法律办",
    ],
)
def test_other_words_are_not(text):
    assert comfort(text) is None


def test_a_long_text_is_read_in_a_moment():
    assert comfort("我" * 20_000 + "不想活了")
