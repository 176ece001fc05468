"""The shortest periods come first, and no number is given that was not read."""

from __future__ import annotations

from datetime import date

import pytest

from tests.portal.reading import read

URL = "/court/message/"
TODAY = date(2026, 11, 28)
DAY = "2026-11-27"
PENALTY = "【某区人民法院】（2026）粤0106司惩12号罚款决定书已送达，请签收。"
DETAINED = "本院执行局决定对你罚款5000元、拘留15日，决定书已送达。"
RULING = "（2026）粤0106民初88号：本院已裁定驳回你的管辖权异议，裁定书已送达。"
SECURITY = "（2026）粤0106民特5号，实现担保物权申请书副本已送达，请查收。"
SOME = "（2026）粤0106民初88号裁定书已送达，请查收。"
AWARD = "某某仲裁委员会：你与某公司借款合同一案的裁决书已送达。"
NOTICE = "某某仲裁委员会已受理，请领取仲裁通知。"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: TODAY)


def ask(client, text, received=DAY):
    return client.post(URL, {"text": text, "received": received})


def rows(response):
    return {row.key: row for row in response.context["page"].dates}


@pytest.mark.parametrize("text", [PENALTY, DETAINED])
def test_a_penalty_is_reviewed_within_the_days_that_it_names_itself(client, text):
    response = ask(client, text)
    row = rows(response)["penalty-review"]
    assert row.safe == ""
    assert "只有几天，今天就办" in row.note
    assert "没有读到条文" in read(response).text
    assert "freeze-review" not in rows(response)
    assert "act-by-the-date" in [step.key for step in response.context["page"].near]


def test_the_days_of_a_penalty_are_counted_where_the_message_gives_them(client):
    told = "罚款决定书已送达，不服可自收到之日起三日内向上一级法院申请复议。"
    assert rows(ask(client, told))["penalty-review"].iso == "2026-11-30"


@pytest.mark.parametrize(
    ("said", "day"),
    [("两日", "2026-11-29"), ("2天", "2026-11-29"), ("十二日", "2026-12-09")],
)
def test_days_in_words_are_counted(client, said, day):
    told = f"罚款决定书已送达，不服可自收到之日起{said}内向上一级法院申请复议。"
    assert rows(ask(client, told))["penalty-review"].iso == day


@pytest.mark.parametrize(
    "said", ["三五日", "一两日", "几十日", "一百二十日", "一百零五日"]
)
def test_a_part_of_a_number_of_days_is_not_taken_for_the_whole(client, said):
    told = f"罚款决定书已送达，不服可自收到之日起{said}内向上一级法院申请复议。"
    assert rows(ask(client, told))["penalty-review"].safe == ""


@pytest.mark.parametrize(
    "text",
    [
        "逾期不还，法院可以对你罚款、拘留。",
        "你涉嫌诈骗，公安机关已作出拘留决定书。",
    ],
)
def test_a_threat_of_a_penalty_is_no_decision(client, text):
    assert "penalty-review" not in rows(ask(client, text))


def test_a_ruling_is_appealed_sooner_than_a_judgment(client):
    response = ask(client, RULING)
    assert rows(response)["ruling-appeal"].iso == "2026-12-07"
    assert "answer" not in rows(response)
    assert "最晚 2026年12月7日" in read(response).text


def test_the_words_about_a_ruling_stand_first_while_its_day_is_not_known(client):
    response = ask(client, RULING, "")
    assert "送达起 10 日内上诉" in read(response).text
    assert 'name="received" id="when"' in response.content.decode()


def test_a_ruling_of_unknown_content_may_be_a_freeze_or_open_to_appeal(client):
    told = rows(ask(client, SOME))
    assert told["freeze-review"].iso == "2026-12-02"
    assert told["ruling-appeal"].iso == "2026-12-07"
    late = ask(client, SOME, "2026-11-20").context["page"]
    assert late.first_date.key == "ruling-appeal"


def test_a_pledge_to_be_sold_is_objected_to_without_a_number_of_ours(client):
    response = ask(client, SECURITY)
    assert rows(response)["security-right-objection"].safe == ""
    assert "answer" not in rows(response)


def test_a_fee_of_an_appeal_has_a_day_and_a_warning(client):
    told = "上诉人须在收到本通知后7日内缴纳上诉费，逾期按自动撤回上诉处理。"
    row = rows(ask(client, told))["appeal-fee"]
    assert row.iso == "2026-12-04"
    assert "先核实账户" in row.title


def test_an_award_is_not_a_notice_to_answer(client):
    response = ask(client, AWARD)
    assert rows(response)["award-annulment"].iso == "2027-02-27"
    assert "answer" not in rows(response)
    assert "/court/papers/arbitration-award/" in read(response).links


def test_an_arbitration_is_answered_by_its_rules_not_by_a_statement_of_claim(client):
    note = rows(ask(client, NOTICE))["answer"].note
    assert "仲裁规则" in note
    assert "起诉状" not in note


def test_who_was_listed_learns_how_to_ask_for_a_correction(client):
    text = read(ask(client, "（2026）粤0106执9号失信决定书已送达。")).text
    assert "书面申请纠正" in text


@pytest.mark.parametrize("text", [PENALTY, RULING, SECURITY, SOME, AWARD])
def test_without_a_day_the_page_asks_for_it(client, text):
    response = ask(client, text, "")
    assert 'id="when"' in response.content.decode()
