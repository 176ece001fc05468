"""A message on the page and over ``ask``: what to do, and by when."""

from __future__ import annotations

import io
import json
from datetime import date

import jsonschema
import pytest
from django.core.management import CommandError, call_command

from tests.engine.message.messages import messages
from tests.portal.reading import read
from timeline.catalog.message import message_reader, message_steps, told
from timeline.engine import FactsError
from timeline.engine.message import NEVER, Kind, read_message
from timeline.tools.message import ask

PAGE = "/court/message/"
TODAY = date(2026, 11, 23)
ORDER = "【某区人民法院】支付令（2026）浙0106民督77号，请清偿债务。"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: TODAY)


def post(client, text="", **answers):
    return client.post(PAGE, {"text": text} | answers)


@pytest.mark.parametrize("message", messages("real"), ids=lambda m: m.text[:12])
def test_page_and_ask_agree_and_the_answer_fits_its_schema(client, message):
    told = ask.answer({"text": message.text, "received": "2026-11-20"}, TODAY)
    page = post(client, message.text, received="2026-11-20").context["page"]
    assert page.kind == told["kind"]
    assert page.clock == told["clock"]
    assert [row.iso or None for row in page.dates] == [
        row["safe_date"] for row in told["deadlines"]
    ]
    titles = [message_steps()[key].title.split("{{")[0] for key in told["steps"]]
    assert len(titles) == len(page.steps)
    for title, step in zip(titles, page.steps, strict=True):
        assert step.title.startswith(title)
    jsonschema.validate({"id": 1} | told, ask.schema()["output"])


def test_the_days_run_from_arrival_even_for_what_looks_like_a_scam(client):
    text = "您被银行起诉，点击链接下载APP看传票，缴纳诉讼费。"
    response = post(client, text, received="2026-11-20")
    page = response.context["page"]
    assert page.kind == "scam"
    answer = next(row for row in page.dates if row.key == "answer")
    assert answer.iso == "2026-12-05"
    assert "12月7日" in answer.rolled
    assert "今天就核实" in read(response).text


def test_a_payment_order_leads_to_its_days_and_to_the_objection(client):
    response = post(client, ORDER, received="2026-11-16")
    page = read(response)
    assert response.context["page"].first_date.iso == "2026-12-01"
    assert "/court/payment-order/" in page.links
    assert "/court/papers/payment-order/" in page.links


def test_without_a_day_of_arrival_no_date_is_invented(client):
    response = post(client, ORDER)
    assert [row.iso for row in response.context["page"].dates] == [""]
    assert "填上收到的日期" in read(response).text


def test_no_answer_calls_anything_safe(client):
    for message in messages("real"):
        text = read(post(client, message.text)).text
        for word in ("可以放心", "是安全的", "可以忽略", "不用理", "确定是真"):
            assert word not in text


@pytest.mark.parametrize("key", told())
def test_everything_that_can_be_ticked_is_heard(client, key):
    reading = read_message(told()[key].says, TODAY, message_reader())
    assert reading.kind is not Kind.UNKNOWN
    page = post(client, told=[key]).context["page"]
    assert page.kind == reading.kind


def test_ticks_and_text_are_read_together(client):
    page = post(client, "【某区人民法院】您好", told=["wants-money"]).context["page"]
    assert page.kind == "scam"
    assert "".join(piece.text for piece in page.pieces).startswith(
        "【某区人民法院】您好"
    )


def test_the_marked_text_is_the_whole_text(client):
    for message in messages("real"):
        page = post(client, message.text).context["page"]
        assert "".join(piece.text for piece in page.pieces) == message.text.strip()
        numbers = [number for piece in page.pieces for number in piece.numbers]
        assert set(numbers) == {cue.number for cue in page.cues}


def test_cues_that_overlap_share_one_stretch_and_tear_no_word(client):
    page = post(client, "【杭州市西湖区人民法院】你好").context["page"]
    marked, rest = page.pieces
    assert marked.text == "【杭州市西湖区人民法院】"
    assert len(marked.numbers) > 1
    assert (rest.text, rest.numbers) == ("你好", ())


@pytest.mark.parametrize("text", ["请于3日内联系", "三个工作日内回电"])
def test_a_number_of_days_that_somebody_wishes_for_is_put_into_words(client, text):
    response = post(client, text)
    assert response.context["page"].clock is None
    assert "本身不是法定期限" in read(response).text


def test_days_that_the_law_gives_are_no_wish(client):
    response = post(client, "收到起诉状副本之日起15日内提出答辩状")
    assert "本身不是法定期限" not in read(response).text


@pytest.mark.parametrize("text", ["逾期将依法处理", "逾期不配合将依法追究"])
def test_a_general_warning_is_no_bill(client, text):
    response = post(client, text)
    assert response.context["page"].kind == "unknown"
    assert "这是一般的警告" in read(response).text


def test_a_paper_that_is_only_spoken_of_is_said_to_be_supposed(client):
    text = "您的案件已立案，传票和起诉状待领取。"
    response = post(client, text, received="2026-11-20")
    page = read(response).text
    assert "真正的送达，从送达那天算起" in page
    assert "假定有文书：起诉状副本，当作11月20日收到" in page
    assert "依据文书" not in page


@pytest.mark.parametrize("text", ["你好", "支付令", "把钱转到个人账户"])
def test_what_not_to_do_stands_first_and_then_how_to_verify(client, text):
    page = post(client, text).context["page"]
    assert [step.key for step in page.steps[:4]] == [*NEVER, "verify-independently"]
    assert page.actions[0].key == "verify-independently"


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({}, "text"),
        ({"text": " \n "}, "text"),
        ({"text": "长" * 20_001}, "text"),
        ({"text": "法院", "received": "2026-11-24"}, "received"),
        ({"text": "法院", "received": "上个礼拜"}, "received"),
        ({"told": ["nonsense"]}, "told"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_the_rest_stays(client, answers, field):
    response = client.post(PAGE, answers)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    if answers.get("text") == "法院":
        assert "法院</textarea>" in response.content.decode()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\u200b🙃", "。。。"])
def test_nonsense_is_answered_and_stays_text(client, text):
    response = post(client, text)
    assert response.status_code == 200
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize("cited", ["verify-independently", "do-not-pay"])
def test_every_answer_says_where_its_advice_comes_from(client, cited):
    step = message_steps()[cited]
    assert step.cites
    assert step.title in read(post(client, "你好")).text


def test_the_standing_advice_needs_no_answer(client):
    page = read(client.get(PAGE))
    for heading in ("怎样核实", "哪些日期在走", "日期怎么数", "如果是调解"):
        assert heading in page.text


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({}, "text"),
        ({"text": 1}, "text"),
        ({"text": "长" * 100_001}, "text"),
        ({"text": "x", "received": "2026-11-24"}, "received"),
        ({"text": "x", "received": "2026-11-31"}, "received"),
        ({"text": "x", "draft": "y"}, "draft"),
    ],
)
def test_ask_names_the_field_that_is_wrong(question, field):
    with pytest.raises(FactsError) as refused:
        ask.answer(question, TODAY)
    assert refused.value.field == field


def test_a_hundred_thousand_characters_are_answered():
    told = ask.answer({"text": "转账到个人账户。" * 12_500}, TODAY)
    assert told["kind"] == "scam"
    assert len(told["cues"]) < 200


def test_the_day_of_the_question_decides_which_numbers_can_exist():
    text = "(2027)浙0106民初1号"
    kinds = [
        ask.answer({"text": text, "today": day}, TODAY)["cues"][0]["cue"]
        for day in ("2026-12-31", "2027-01-01")
    ]
    assert kinds == ["case-number-impossible", "case-number"]


def test_the_command_answers_line_by_line(monkeypatch):
    lines = '{"id": 7, "text": "支付令"}\n{"id": 8}\n'.encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("ask", "message", stdout=out)
    first, second = (json.loads(line) for line in out.getvalue().splitlines())
    assert (first["id"], first["clock"]) == (7, "payment-order-objection")
    assert (second["id"], second["error"]["field"]) == (8, "text")
