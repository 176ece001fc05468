"""A draft objection on the page and over ``ask``: the same reading."""

from __future__ import annotations

import io
import json
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from django.core.management import CommandError, call_command

from tests.portal.reading import read
from timeline.catalog.payment_order import grammar, payment_order
from timeline.engine import FactsError
from timeline.engine.payment_order import Verdict, read_objection
from timeline.tools.payment_order import ask

PAGE = "/court/payment-order/"
TODAY = date(2026, 11, 23)
CASES = tomllib.loads(
    Path("tests/cases/payment-order/sentences.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("label", CASES)
def test_page_and_ask_agree_and_the_answer_fits_its_schema(client, label):
    text = "".join(CASES[label])
    told = ask.answer({"text": text}, TODAY)
    page = client.post(PAGE, {"text": text}).context["page"]
    assert page.key == told["verdict"]
    assert [line.text for line in page.sentences] == [
        line["text"] for line in told["sentences"]
    ]
    jsonschema.validate({"id": 1} | told, ask.schema()["output"])


def test_inability_is_warned_of_and_sent_to_a_letter_of_its_own(client):
    response = client.post(PAGE, {"text": "我没钱，想分期。"})
    page = read(response)
    assert "挡不住支付令" in page.levels("h1")[0]
    assert "/letters/hardship/" in page.links
    assert response.context["page"].warns


def test_what_contests_is_not_promised_success(client):
    text = read(client.post(PAGE, {"text": "本金算错了，实际只收到一万元。"})).text
    assert "由法院审查" in text
    for promise in ("一定成立", "肯定成立", "就会失效"):
        assert promise not in text


def test_no_ground_is_invented(client):
    page = client.post(PAGE, {"text": "特此提出异议。"}).context["page"]
    assert page.key == "unclear"
    assert not any(ground.heard for ground in page.grounds)


@pytest.mark.parametrize("text", ["", "长" * 20_001])
def test_nothing_and_too_much_are_told_at_the_field(client, text):
    response = client.post(PAGE, {"text": text})
    assert response.status_code == 422
    assert "text" in response.context["form"].errors


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\0\u200b🙃", "。。。"])
def test_nonsense_is_answered_and_stays_text(client, text):
    response = client.post(PAGE, {"text": text})
    assert response.status_code in {200, 422}
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize(
    ("question", "field"),
    [({}, "text"), ({"text": 1}, "text"), ({"text": "x", "draft": "y"}, "draft")],
)
def test_ask_names_the_field_that_is_wrong(question, field):
    with pytest.raises(FactsError) as refused:
        ask.answer(question, TODAY)
    assert refused.value.field == field


def test_the_command_answers_line_by_line(monkeypatch):
    lines = b'{"id": 7, "text": "\xe6\xb2\xa1\xe9\x92\xb1"}\n{"id": 8}\n'
    stream = io.TextIOWrapper(io.BytesIO(lines))
    monkeypatch.setattr("sys.stdin", stream)
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("ask", "payment-order", stdout=out)
    first, second = (json.loads(line) for line in out.getvalue().splitlines())
    assert (first["id"], first["verdict"]) == (7, "ability-only")
    assert (second["id"], second["error"]["field"]) == (8, "text")


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("利息太高了，我不认。", True),
        ("罚息过高，请求减少。", True),
        ("利息算错了，按约定不该这么多。", True),
        ("本金我认，利息不认。", True),
        ("只认本金，利息不认可。", True),
        ("本金和利息都不对。", False),
        ("利息太高。这笔钱没有到账。", False),
        ("合同不是我签的。", False),
        ("我没钱，想分期。", False),
        ("", False),
    ],
)
def test_who_contests_only_fees_is_reminded_of_the_rest(client, text, hinted):
    assert ask.answer({"text": text}, TODAY)["only_fees"] is hinted
    shown = read(client.post(PAGE, {"text": text})).text
    assert ("只争利息和费用？" in shown) is hinted
    assert ("这是我们的理解" in shown) is hinted


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        ("2026-11-16", "最晚 2026年12月1日"),
        ("2026-10-16", "日期过了，还能做什么"),
        ("", "从收到支付令起 15 日内交到发出支付令的法院"),
    ],
)
def test_the_last_day_stands_before_the_reading(client, received, shown):
    text = read(client.post(PAGE, {"text": "没钱。", "received": received})).text
    assert text.index(shown) < text.index("草稿只说了没钱")


@pytest.mark.parametrize("received", ["2023-12-31", "2022-05-01", "2022-09-28"])
def test_a_day_whose_law_is_unread_is_likely_over_and_no_day_is_asked_for(
    client, received
):
    text = read(client.post(PAGE, {"text": "没钱。", "received": received})).text
    papers = {"kind": "payment-order", "received": received}
    (row,) = client.post("/court/papers/", papers).context["page"].dates
    for told in (row.lead, row.note):
        assert told in text
    assert "多半早已过了" in row.lead
    assert "今天就问法院" in row.note
    assert "填上收到的日期，算最后一天" not in text
    assert "日期过了，还能做什么" in text


def test_a_day_to_come_is_no_day_of_receipt(client):
    response = client.post(PAGE, {"text": "没钱。", "received": "2026-12-16"})
    assert response.status_code == 422
    assert "received" in response.context["form"].errors


def test_who_contests_one_item_is_told_what_becomes_of_the_others(client):
    text = read(client.post(PAGE, {"text": "违约金过高，我不认可违约金。"})).text
    assert "别的项可能照样有效" in text
    assert "没有读到条文" in text


def test_a_deal_does_not_end_the_order(client):
    text = read(client.get(PAGE)).text
    assert "支付令还在" in text
    assert "撤回以后反悔" in text


@pytest.mark.parametrize("key", payment_order().contests)
def test_every_reason_has_a_sample_that_is_heard_as_it_and_pleads_for_nothing(key):
    reading = read_objection(payment_order().contests[key].sample, grammar())
    assert reading.verdict is Verdict.CONTESTS
    assert key in {said for sentence in reading.sentences for said in sentence.says}


def test_who_has_no_draft_sees_how_each_reason_may_sound_and_to_write_only_truth(
    client,
):
    text = read(client.get(PAGE)).text
    for reason in payment_order().contests.values():
        assert reason.title in text
        assert f"例如：{reason.sample}" in text
    assert "没有的，不要写" in text
    assert "不是真的就别用" in text


@pytest.mark.parametrize(
    "text", ["我没收到钱。", "没钱。", "利息不对，我没钱。", "特此提出异议。"]
)
def test_every_result_leads_to_the_letter_and_to_the_sum_one_has(client, text):
    links = read(client.post(PAGE, {"text": text})).links
    assert "/letters/payment-order-objection/" in links
    assert "/repay/budget/" in links
