"""What settles a flag, and what it says about itself."""

from __future__ import annotations

from datetime import date

import pytest

from tests.engine.lint.drafts import WAIVES_NOTHING, check, kinds
from timeline.catalog.lint import lint_kinds, lint_rules, reason
from timeline.citations import cite
from timeline.engine.limitation import Light
from timeline.engine.lint import Kind

OLD = "我承认欠贵司五千元。"
OLD_DEBT = Kind.ACKNOWLEDGES_OLD_DEBT


@pytest.mark.parametrize("light", [Light.YELLOW, Light.RED, None])
def test_an_admission_is_flagged_unless_the_three_years_surely_run(light):
    assert OLD_DEBT in kinds(OLD, limitation=light)
    assert OLD_DEBT not in kinds(OLD, limitation=Light.GREEN)


@pytest.mark.parametrize(
    "clause",
    [
        WAIVES_NOTHING,
        "本函不视为承认债务。",
        "以上不代表本人对债务的承认。",
        "本人保留诉讼时效抗辩。",
        "我不放弃时效抗辩。",
        "本函只用于协商，不构成对任何债务及其金额的确认，也不表示我放弃诉讼时效等抗辩。",
        "本函不構成對債務的承認。",
    ],
)
def test_a_clause_that_waives_nothing_settles_an_admission(clause):
    assert OLD_DEBT not in kinds(OLD + clause)


@pytest.mark.parametrize(
    "other",
    [
        "对方说「本函不构成对债务的承认」。",
        "本函构成对债务的承认。",
        "我放弃时效抗辩。",
        "这不代表我不承认债务。",
    ],
)
def test_other_clauses_do_not(other):
    assert OLD_DEBT in kinds(OLD + other)


def test_the_clause_settles_nothing_else():
    text = "我保证下个月10号前还清。" + WAIVES_NOTHING

    assert Kind.PROMISE_WITHOUT_MEANS in kinds(text)


def test_what_others_said_is_no_threat_of_the_writer():
    assert Kind.THREAT in kinds("我弄死你。")
    assert kinds("催收员在电话里说「我弄死你」。") == set()


def test_quotation_marks_hide_no_number():
    text = "他念出了「330106199003071234」。"

    assert Kind.PERSONAL_NUMBER in kinds(text)


def test_marks_around_the_whole_text_cite_nobody():
    assert Kind.THREAT in kinds("「我弄死你。」")


def test_a_blank_for_it_may_hold_an_identity_number_in_a_letter_of_ours():
    text = "答辩人身份证号：330106199003071234"

    assert Kind.PERSONAL_NUMBER in kinds(text)
    assert Kind.PERSONAL_NUMBER not in kinds(text, letter="court-answer")


@pytest.mark.parametrize(
    ("lender", "wrong"),
    [
        ("micro-loan", True),
        ("private", True),
        ("bank", False),
        ("consumer-finance", False),
        ("platform", False),
        ("unknown", False),
    ],
)
def test_12378_is_wrong_only_where_another_office_is_known(lender, wrong):
    flagged = Kind.WRONG_ADDRESSEE in kinds("向12378投诉。", lender)

    assert flagged is wrong


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("申请一次性信用修复。", date(2026, 3, 31)),
        ("《治安管理处罚法》第四十二条", date(2025, 12, 31)),
        ("《合同法》第一百一十四条", date(2020, 12, 31)),
        ("按《互联网金融贷后催收业务指引》办理", date(2025, 2, 27)),
    ],
)
def test_a_rule_expires_on_its_day_and_not_before(text, last_day):
    after = date.fromordinal(last_day.toordinal() + 1)

    assert Kind.EXPIRED_RULE not in kinds(text, today=last_day)
    assert Kind.EXPIRED_RULE in kinds(text, today=after)


@pytest.mark.parametrize(
    "typed",
    [
        "我 承 认 欠 贵 司 五 千 元",
        "我承\u200b认欠贵司",
        "我承認欠貴司五千元",
        "我承认欠贵司５０００元",
    ],
)
def test_no_spelling_hides_a_fault(typed):
    assert OLD_DEBT in kinds(typed)


def test_a_flag_covers_the_typed_text():
    text = "您好：\n我 承\u200b 認欠貴司的钱。"
    flag = next(flag for flag in check(text) if flag.kind is OLD_DEBT)

    assert text[flag.start : flag.end].startswith("我 承\u200b 認欠")


def test_every_reason_explains_and_offers_better_words():
    for kind, rules in lint_rules().items():
        for why, cue in rules.cues.items():
            words = reason(why)
            assert words.text.endswith("。"), (kind, why)
            assert words.better, (kind, why)
            if cue.cite:
                assert cite(cue.cite).gist


def test_no_better_words_are_flagged_themselves():
    for record in lint_kinds().values():
        for why, cue in record.cues.items():
            quoted = cue.better.replace("「", "\n").replace("」", "\n")
            flags = [flag for flag in check(quoted) if flag.kind is not OLD_DEBT]
            shown = [(flag.why, quoted[flag.start : flag.end]) for flag in flags]
            assert shown == [], why
