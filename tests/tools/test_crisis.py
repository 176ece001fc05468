"""Words of despair are heard however they are written, and nobody else's are."""

from __future__ import annotations

import pytest
from jsonschema import validate

from tests.portal.reading import read
from tests.tools.assess.asking import TODAY
from timeline.crisis import comfort, numbers
from timeline.tools.lint import ask as lint
from timeline.tools.message import ask as message
from timeline.tools.payment_order import ask as payment_order

CRY = "法院来了支付令，我真的不想活了。本金算错了。"
NOTE = {"role": "borrower", "day": "2026-11-20", "channel": "call", "to": "me"}
# Where words can be written freely: the address, the field, what else is filled in.
WRITTEN = {
    "message": ("/court/message/", "text", {}),
    "payment order": ("/court/payment-order/", "text", {}),
    "letters check": ("/letters/check/", "text", {}),
    "conduct log": ("/conduct/", "note", NOTE),
    "objection": ("/letters/payment-order-objection/", "ground-facts", {}),
    "complaint": ("/letters/complaint-lender/", "what-happened", {}),
    "short blank": ("/letters/hardship/", "reason-papers", {}),
}
ASKED = {"payment-order": payment_order, "lint": lint, "message": message}
FIRST = "先停一停，您这个人最要紧"


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


@pytest.mark.parametrize(("url", "field", "more"), WRITTEN.values(), ids=WRITTEN)
def test_the_lines_stand_first_and_the_answer_follows(client, url, field, more):
    response = client.post(url, more | {field: CRY})
    assert response.status_code == 200
    assert response.context["page"]
    page = read(response)
    assert page.text.index(FIRST) < page.text.index(page.levels("h1")[0])
    assert {f"tel:{number}" for number in numbers()} <= set(page.links)
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(("url", "field", "more"), WRITTEN.values(), ids=WRITTEN)
def test_nobody_else_is_spoken_to_so(client, url, field, more):
    calm = client.post(url, more | {field: "本金算错了，请核对。"})
    assert FIRST not in read(calm).text
    assert FIRST not in read(client.get(url)).text


@pytest.mark.parametrize(
    ("url", "given"),
    [
        ("/court/message/", {"text": CRY, "received": "2030-01-01"}),
        ("/court/payment-order/", {"text": CRY + "长" * 20_001}),
        ("/letters/check/", {"text": CRY, "lender_kind": "nobody"}),
        ("/letters/payment-order-objection/", {"ground-facts": CRY + "长" * 501}),
        ("/conduct/", {"note": CRY, "role": "borrower", "time": "25:99"}),
    ],
)
def test_a_mistake_in_the_form_does_not_hide_them(client, url, given):
    response = client.post(url, given)
    assert response.status_code == 422
    assert FIRST in read(response).text


def test_a_letter_to_somebody_else_does_not_carry_them(client):
    given = {"ground-facts": CRY}
    url = "/letters/payment-order-objection/"
    assert "comfort no-print" in client.post(url, given).content.decode()
    file = client.post(url, given | {"as": "txt"}).content.decode("utf-8-sig")
    assert FIRST not in file


@pytest.mark.parametrize("tool", ASKED.values(), ids=ASKED)
def test_the_shell_says_it_too(tool):
    told = tool.answer({"text": CRY}, TODAY)
    assert told["comfort"]["numbers"] == [*numbers()]
    assert next(iter(told)) == "comfort"
    assert tool.answer({"text": "本金算错了。"}, TODAY)["comfort"] is None
    validate({"id": 1} | told, tool.schema()["output"])
