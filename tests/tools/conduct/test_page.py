"""The page: what it answers, what it keeps, what it refuses."""

from __future__ import annotations

import json

import pytest

from tests.engine.conduct.asking import TODAY, event, real_cases
from tests.portal.reading import read
from tests.tools.conduct.writing import CONDUCT, carried, context, lines, row, write
from timeline.tools.conduct.ask import answer

BORROWER = context({"role": "borrower", "lender_kind": "micro-loan"})
NIGHT = event("2026-11-20T22:05")


@pytest.mark.parametrize("case", real_cases(), ids=lambda case: case["id"])
def test_page_and_ask_agree_on_every_case(client, case):
    distinct = [
        e
        for n, e in enumerate(case["given"]["events"])
        if e not in case["given"]["events"][:n]
    ]
    given = case["given"] | {"events": distinct}
    response = write(client, distinct, context(given))
    asked = answer(given, TODAY)

    assert response.status_code == 200
    page = response.context["page"]
    shown = {
        (card.key, norm.cite.reference, norm.contacts)
        for card in page.cards
        for norm in card.norms
    }
    found = [one for one in asked["findings"] if one["verdict"] != "ok"]
    assert {(rule, cite) for rule, cite, _ in shown} == {
        (one["rule"], one["cite"]) for one in found
    }
    assert bool(page.ask) == bool(asked["ask"])
    assert page.ruleset == asked["ruleset"]
    grave = {"ok": "ok", "doubtful": "doubtful"}.get(asked["overall"])
    assert page.weight == grave or (
        grave is None and page.weight not in ("ok", "doubtful")
    )


def test_each_contact_travels_in_the_form_and_nowhere_else(client):
    response = write(client, [NIGHT, event("2026-11-21T10:00")], BORROWER)
    assert [json.loads(line)["at"] for line in carried(response)] == [
        "2026-11-20T22:05",
        "2026-11-21T10:00",
    ]
    assert not response.cookies
    assert response.headers["Cache-Control"].count("no-store") == 1


def test_a_night_call_of_a_micro_loan_company_is_not_called_illegal(client):
    text = "\n".join(lines(write(client, [NIGHT], BORROWER)))
    assert "按您记的，有不符合国家标准的做法" in text
    assert "不符合它，可以投诉，但不自动等于违法" in text
    assert "约束银行、消费金融公司、小额贷款公司 · 自 2025年2月28日起" in text
    assert "有违法的做法" not in text


def test_a_threat_is(client):
    response = write(client, [NIGHT | {"said": ["threat"]}], BORROWER)
    text = "\n".join(lines(response))
    assert "按您记的，有违法的做法" in text
    assert "治安管理处罚法" in text
    assert "对所有人有效 · 自 2026年1月1日起" in text


def test_a_doubt_says_what_would_decide_it(client):
    facts = context({"role": "contact", "lender_kind": "micro-loan"})
    response = write(client, [event(to="contact")], facts)
    text = "\n".join(lines(response))
    assert "按您记的，有的做法要看情况" in text
    assert "差什么才能判断" in text
    assert "他们联系得上借款人本人吗？" in text


def test_several_days_are_counted_by_day_and_by_number(client):
    calls = [
        event("2026-11-19T10:00", answered=True, mode="conversation", number="0123"),
        event("2026-11-20T10:00", answered=False, number="0123"),
        event("2026-11-20T11:00", channel="robot-call", answered=False, number="0456"),
    ]
    text = "\n".join(lines(write(client, calls, BORROWER)))
    assert "记了 3 次，2 天" in text
    assert "没接 2 次；其中机器打的 1 次" in text
    assert "尾号 0123 1 次，尾号 0456 1 次" in text


def test_me_means_whoever_asks(client):
    for role, to in [
        ("borrower", "borrower"),
        ("contact", "contact"),
        ("guarantor", "guarantor"),
    ]:
        response = client.post(
            CONDUCT, context({"role": role}) | row(NIGHT) | {"to": "me"}
        )
        assert json.loads(carried(response)[0])["to"] == to


def test_now_fills_in_the_minute_without_losing_what_was_typed(client):
    sent = BORROWER | row(event(None, said=["insult"])) | {"now": "1"}
    response = client.post(CONDUCT, sent)
    values = read(response).form_to(CONDUCT).values()
    assert response.status_code == 200
    assert len(values["day"]) == 10
    assert len(values["time"]) == 5
    assert values["said"] == "insult"
    assert values["lender_kind"] == "micro-loan"


def test_a_contact_can_be_removed_or_taken_as_a_pattern(client):
    written = write(client, [NIGHT, event("2026-11-21T10:00", number="0123")], BORROWER)
    entries = {"entry": carried(written)}
    fewer = client.post(CONDUCT, BORROWER | entries | {"remove": "1"})
    assert [json.loads(line)["at"] for line in carried(fewer)] == ["2026-11-21T10:00"]
    again = client.post(CONDUCT, BORROWER | entries | {"again": "2"})
    values = read(again).form_to(CONDUCT).values()
    assert (values["day"], values["number"]) == ("2026-11-21", "0123")
    assert len(carried(again)) == 2


@pytest.mark.parametrize("number", ["0", "9", "-1", "x", "", "²", "１", "9" * 5000])
def test_a_button_that_names_no_contact_changes_nothing(client, number):
    entries = {"entry": carried(write(client, [NIGHT], BORROWER))}
    for button in ("remove", "again"):
        response = client.post(CONDUCT, BORROWER | entries | {button: number})
        assert response.status_code == 200
        assert len(carried(response)) == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"day": "2026-13-45"}, "没有这一天"),
        ({"day": "2026-12-01"}, "日期不能晚于今天"),
        ({"day": "1999-12-31"}, "日期太远了"),
        ({"day": "2026-11-20", "time": "25:00"}, "没有这个钟点"),
        ({"day": "2026-11-20", "time": "半夜"}, "钟点请按 24 小时写"),
        ({"time": "10:00"}, "填了钟点，也请填是哪一天"),
        ({"day": "2026-11-20", "number": "12"}, "只写号码的后四位"),
        ({"day": "2026-11-20", "note": "长" * 61}, "最多 60 个字"),
        ({"day": "2026-11-20", "channel": "鸽子"}, "请从列表里选"),
        ({"day": "2026-11-20", "said": ["乱写"]}, "请从列表里选"),
        ({"day": "2026-11-20", "refused_on": "2027-01-01"}, "日期不能晚于今天"),
        ({"day": "2026-11-20", "refused_time": "10:00"}, "填了钟点，也请填是哪一天"),
        ({"day": "2026-11-20", "quiet_from": "22:00"}, "要写开始和结束两个钟点"),
        (
            {"day": "2026-11-20", "quiet_from": "8:00", "quiet_to": "8点"},
            "开始和结束是同一个时间",
        ),
        ({}, "请先记一次"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_nothing_is_lost(client, typed, words):
    kept = {"entry": carried(write(client, [NIGHT], BORROWER))} if typed else {}
    response = client.post(CONDUCT, BORROWER | typed | kept)
    page = read(response)
    assert response.status_code == 422
    assert words in page.text
    assert "请改正以下问题" in page.text
    assert len(carried(response)) == len(kept)
    values = page.form_to(CONDUCT).values()
    for name in ("day", "time", "number", "note", "refused_on", "quiet_from"):
        assert values.get(name, "") == typed.get(name, "")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "x",
        "[]",
        "null",
        '"a"',
        '{"at": 5}',
        '{"nope": 1}',
        "[" * 5000,
        '{"note":"\\ud800"}',
    ],
)
def test_an_entry_that_was_tampered_with_is_dropped_with_a_word(client, line):
    response = client.post(CONDUCT, BORROWER | row(NIGHT) | {"entry": [line]})
    assert response.status_code == 422
    assert "有一条记录读不出来" in read(response).text


def test_an_impossible_entry_is_named_by_its_number(client):
    entries = {"entry": ['{"at":"2026-11-20"}', '{"at":"2027-01-01"}']}
    response = client.post(CONDUCT, BORROWER | entries)
    assert response.status_code == 422
    assert "第 2 次：日期不能晚于今天。" in read(response).text
    assert len(carried(response)) == 2


def test_who_asks_must_be_said_since_a_contact_owes_nothing(client):
    response = client.post(CONDUCT, row(NIGHT))
    assert response.status_code == 422
    assert "「您是谁？」请选一项" in read(response).text


def test_with_the_lender_unknown_a_norm_says_whom_it_would_bind(client):
    facts = context({"role": "borrower"})
    text = "\n".join(lines(write(client, [NIGHT], facts)))
    assert "要看放款的是不是这类机构" in text
    assert "放款的是哪类机构？看合同里的「贷款人」。" in text


def test_a_borrower_and_a_contact_are_given_their_own_sentence(client):
    called = event(to="contact", said=["ask-to-pay"])
    for role, said, not_said in [
        ("borrower", "钱是我借的，请只找我", "我不是借款人，也不是保证人"),
        ("contact", "我不是借款人，也不是保证人", "钱是我借的，请只找我"),
    ]:
        facts = context({"role": role, "lender_kind": "bank"})
        text = "\n".join(lines(write(client, [called], facts)))
        assert said in text
        assert not_said not in text


def test_two_hundred_contacts_are_the_most(client):
    entries = carried(write(client, [NIGHT], BORROWER)) * 200
    assert client.post(CONDUCT, BORROWER | {"entry": entries}).status_code == 200
    refused = client.post(CONDUCT, BORROWER | row(NIGHT) | {"entry": entries})
    assert refused.status_code == 422
    assert "最多填 200 次" in read(refused).text
    assert len(carried(refused)) == 200


def test_people_write_times_in_many_ways(client):
    for typed in ("22:05", "22：05", "2205", "22点05分", "22.05"):
        response = client.post(CONDUCT, BORROWER | row(NIGHT) | {"time": typed})
        assert json.loads(carried(response)[0])["at"] == "2026-11-20T22:05"


def test_of_a_whole_number_only_the_last_digits_are_kept(client):
    sent = BORROWER | row(NIGHT) | {"number": "010 1234-5678"}
    response = client.post(CONDUCT, sent)
    assert json.loads(carried(response)[0])["number"] == "5678"
    assert "1234-5678" not in response.content.decode()


def test_a_request_from_another_site_is_refused(client):
    response = client.post(CONDUCT, BORROWER, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
