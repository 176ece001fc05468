"""What contests a debt, and what only asks for patience (民诉法解释 第四百三十六条)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.catalog.payment_order import grammar
from timeline.engine.payment_order import Verdict, read_objection


def texts(name):
    path = Path("tests/cases/payment-order") / name
    return tomllib.loads(path.read_text(encoding="utf-8"))


CASES, FURTHER = texts("sentences.toml"), texts("further-sentences.toml")
LATER, LOOK_ALIKES = texts("later-sentences.toml"), texts("look-alikes.toml")
APART = texts("apart-sentences.toml")
PLAIN = texts("plain-sentences.toml")
LABELS = {
    "contests": Verdict.CONTESTS,
    "ability": Verdict.ABILITY_ONLY,
    "mixed": Verdict.MIXED,
    "unclear": Verdict.UNCLEAR,
}
LABELLED = [
    (text, LABELS[label])
    for cases in (CASES, FURTHER, LATER, PLAIN)
    for label, written in cases.items()
    for text in written
]
CONTESTING = CASES["contests"] + FURTHER["contests"] + LATER["contests"]
ABILITY = CASES["ability"] + FURTHER["ability"] + LATER["ability"]
PATIENT = ABILITY + LOOK_ALIKES["patient"]
NO_CONTEST = {Verdict.ABILITY_ONLY, Verdict.UNCLEAR}
# What an objection is about, and what is said of it without contesting it: every pair.
OWED = (
    *("欠款", "债务", "借款", "贷款", "本金", "这笔钱"),
    *("金额", "账单", "利息", "罚息", "违约金", "服务费"),
)
PLEAS = (
    "我没有能力偿还{}",
    "我没有钱还{}",
    "{}我一时还不清",
    "{}超过了我的承受能力",
    "请求减免{}",
    "银行不同意{}分期",
    "{}平台拒绝减免",
    "{}没有算错",
    "{}没有不对",
    "对{}没有异议",
    "我不是不认{}",
    "我没有逃避{}",
    "我从未想过不还{}",
    "每月工资只拿到3000元还{}",
    "朋友只借给我2000元还{}",
    "老板没有发放工资还{}",
    "如果{}算错了我以后再说",
    "催收说「{}不对也没用」，我只是没钱",
    "不同意一次性还清{}",
    "我哪来这么多钱还{}",
    "等我卖了房子就还清{}",
)


def verdict(text):
    return read_objection(text, grammar()).verdict


@pytest.mark.parametrize(("text", "expected"), LABELLED)
def test_a_sentence_is_read_as_the_interpretation_has_it(text, expected):
    assert verdict(text) is expected


@pytest.mark.parametrize("text", APART["contests"])
def test_what_contests_is_heard_whoever_writes_it(text):
    assert verdict(text) in {Verdict.CONTESTS, Verdict.MIXED}


@pytest.mark.parametrize("text", APART["ability"] + APART["neither"])
def test_what_contests_nothing_never_passes_as_contesting(text):
    assert verdict(text) in NO_CONTEST


@given(st.lists(st.sampled_from(PATIENT + CASES["unclear"]), max_size=6))
def test_no_text_that_only_speaks_of_inability_passes_as_contesting(sentences):
    assert verdict("".join(sentences)) in NO_CONTEST


@pytest.mark.parametrize("mark", ["", " "])
def test_leaving_out_the_marks_makes_no_contest_of_it(mark):
    bare = str.maketrans(dict.fromkeys("，。；、？", mark))
    assert not [
        text for text in PATIENT if verdict(text.translate(bare)) not in NO_CONTEST
    ]


@pytest.mark.parametrize("owed", OWED)
@pytest.mark.parametrize("plea", PLEAS)
def test_asking_for_patience_about_any_part_of_a_debt_is_no_contest(plea, owed):
    assert verdict(plea.format(owed)) in NO_CONTEST


@pytest.mark.parametrize("text", LOOK_ALIKES["contesting"])
def test_a_short_contest_is_heard(text):
    assert verdict(text) is Verdict.CONTESTS


@given(st.sampled_from(CONTESTING), st.sampled_from(ABILITY))
def test_a_contest_beside_inability_is_mixed(contest, ability):
    assert verdict(contest + ability) is Verdict.MIXED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说「没钱就分期」，可这笔钱我没借过。", Verdict.CONTESTS),
        ("他说「金额不对也没用」，我只是没钱。", Verdict.ABILITY_ONLY),
        ("如果金额不对我再说，请先延期。", Verdict.ABILITY_ONLY),
        ("不是没钱，是金额不对。", Verdict.CONTESTS),
    ],
)
def test_words_of_others_suppositions_and_denials_are_not_the_writers_stand(
    text, expected
):
    assert verdict(text) is expected


@given(st.text(max_size=300))
def test_any_text_is_answered_and_no_sentence_is_invented(text):
    reading = read_objection(text, grammar())
    assert all(sentence.text in text for sentence in reading.sentences)
