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
from timeline.engine.message import Kind, read_message
from timeline.tools.message import ask
from timeline.tools.message.dates import message_dates

PAGE = "/court/message/"
CALENDAR = "把这些日期放进日历"
TODAY = date(2026, 11, 23)
NEVERS = ("do-not-pay", "do-not-click", "no-codes-or-screen-share")
VERIFY = "verify-independently"
ORDER = "【某区人民法院】支付令（2026）浙0106民督77号，请清偿债务。"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: TODAY)


def post(client, text="", **answers):
    return client.post(PAGE, {"text": text} | answers)


OF_UNSURE_PAPERS_AND_OWN_DAYS = [
    "您有法律文书待查收",
    "管辖权异议裁定书，如不服请在10日内上诉",
    "执行通知书，请在3日内履行",
]


@pytest.mark.parametrize(
    "text",
    [*(message.text for message in messages("real")), *OF_UNSURE_PAPERS_AND_OWN_DAYS],
    ids=lambda text: text[:12],
)
def test_page_and_ask_agree_and_the_answer_fits_its_schema(client, text):
    told = ask.answer({"text": text, "received": "2026-11-20"}, TODAY)
    page = post(client, text, received="2026-11-20").context["page"]
    assert page.kind == told["kind"]
    assert page.clock == told["clock"]
    shown = {(row.key, row.iso or None) for row in page.dates}
    given = [*told["deadlines"], *told["terms"]]
    assert {(row["key"], row["safe_date"]) for row in given} == shown
    assert bool(page.clock or told["terms"]) == bool(page.dates)
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
    page = post(client, told=[key]).context["page"]
    assert page.kind != Kind.UNKNOWN or page.steps[0].title.startswith("已经转了钱")
    marked = "".join(piece.text for piece in page.pieces if piece.numbers)
    assert not told()[key].cue or told()[key].says in marked


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
    assert "当作文书和这条消息同一天到来算" in page


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("你好", ["ask-who-and-what", VERIFY, *NEVERS]),
        (
            "【某区人民法院】支付令",
            ["act-by-the-date", VERIFY, "ask-the-court", *NEVERS],
        ),
        ("把钱转到个人账户", [*NEVERS, VERIFY, "report-fraud"]),
        (
            "您有支付令，把钱转到个人账户",
            [*NEVERS, VERIFY, "act-by-the-date", "report-fraud"],
        ),
    ],
)
def test_what_not_to_do_and_how_to_verify_stand_in_every_answer_in_order(
    client, text, first
):
    steps = [step.key for step in post(client, text).context["page"].steps]
    assert steps[: len(first)] == first


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


def test_a_freeze_is_reviewed_within_five_days_and_asked_about(client):
    text = "【XX银行】您的账户于11月20日被北京市朝阳区人民法院冻结，金额30000元"
    response = post(client, text, received="2026-11-20")
    page = read(response)
    (row,) = response.context["page"].dates
    assert (row.key, row.iso) == ("freeze-review", "2026-11-25")
    assert "是保全还是执行冻结" in page.text
    assert "/letters/retain-living-costs/" in page.links
    assert "起诉状副本" not in " ".join(row.note for row in (row,))


def test_a_final_judgment_gives_no_answer_and_no_appeal(client):
    text = "（2026）浙0110民初1号小额诉讼民事判决书已送达，本判决为终审判决。"
    response = post(client, text, received="2026-11-20")
    page = read(response)
    assert not response.context["page"].dates
    assert "不能上诉" in page.text
    assert "/court/papers/small-claims-judgment/" in page.links
    assert CALENDAR not in page.text


def test_days_in_an_enforcement_text_are_rows_of_their_own(client):
    text = "（2026）粤0106执23456号，本院已立案执行，三日内履行义务并申报财产。"
    page = post(client, text, received="2026-11-20").context["page"]
    rows = {row.key: row for row in page.dates}
    assert rows["perform"].iso == rows["property-report"].iso == "2026-11-23"
    assert "您贴的文字里写的天数：3 日" in rows["perform"].note
    assert page.steps[0].title.endswith("没有就写没有")


def test_a_property_report_without_days_is_named_all_the_same(client):
    page = post(client, "执行通知书", received="2026-11-20").context["page"]
    rows = {row.key: row for row in page.dates}
    assert rows["property-report"].state == "unknown"


def test_the_days_of_the_message_win_over_those_of_the_law(client):
    text = "小额诉讼程序，答辩期7日，举证期限7日，请于2026年12月10日到庭应诉。"
    page = post(client, text, received="2026-11-23").context["page"]
    days = {row.key: row.iso for row in page.dates}
    assert days == {
        "answer": "2026-11-30",
        "jurisdiction-objection": "2026-11-30",
        "evidence": "2026-11-30",
        "hearing": "2026-12-10",
    }
    assert "您贴的文字里写的天数是 7 日" in page.first_date.note


def test_a_paper_that_is_not_named_is_not_said_to_have_come(client):
    text = "这里是12368诉讼服务热线，您有一份法律文书待签收"
    response = post(client, text, received="2026-11-20")
    page = response.context["page"]
    assert {row.key: row.iso for row in page.dates} == {
        "freeze-review": "2026-11-25",
        "payment-order-objection": "2026-12-05",
        "answer": "2026-12-05",
    }
    assert all(row.note.startswith("如果是") for row in page.dates)
    assert "还不知道是哪种文书" in read(response).text


def test_a_scare_with_arrest_gets_no_date_and_no_calendar(client):
    text = "最高人民法院：您已被签发逮捕令，今日交保证金3980元可撤销"
    response = post(client, text, received="2026-11-20")
    assert not response.context["page"].dates
    assert CALENDAR not in read(response).text


def test_days_that_have_passed_are_said_first_and_kept_out_of_calendars(client):
    text = "（2026）浙0110民初1号，定于2026年11月10日开庭，传票已送达。"
    response = post(client, text, received="2026-10-09")
    page = response.context["page"]
    assert page.headline == "日期看来已经过了，今天就问法院"
    assert page.steps[0].title == "今天就问法院，走到哪一步了"
    assert CALENDAR not in read(response).text
    told = ask.answer({"text": text, "received": "2026-10-09"}, TODAY)
    assert told["steps"][0] == "ask-what-was-decided"


@pytest.mark.parametrize("received", ["2019-01-01", "2022-09-28"])
def test_a_day_of_long_ago_whose_law_was_not_read_is_only_likely_over(client, received):
    page = post(client, ORDER, received=received).context["page"]
    (row,) = page.dates
    assert (row.state, row.safe) == ("unknown", "多半早已过了")
    assert page.headline != "日期看来已经过了，今天就问法院"
    assert "今天就问法院" in row.note


def test_a_day_of_a_law_not_read_is_not_over_before_its_time():
    runs = read_message("支付令", TODAY, message_reader()).clock
    (row,) = message_dates(runs, date(2023, 12, 28), date(2024, 1, 5)).rows
    assert row.state == "unknown"


def test_the_day_can_be_given_where_it_is_missed(client):
    forms = read(post(client, ORDER, told=["have-paid"])).forms
    day, again = (form for form in forms if "text" in form.controls)
    assert day.sent() == {"text": ORDER, "told": "have-paid", "received": ""}
    assert "answer" in again.controls


def test_the_days_go_home_without_the_message(client):
    days = {"answer": "2026-12-05", "hearing": "2026-12-10"}
    response = client.post("/court/message/calendar/", days)
    file = response.content.decode()
    assert response["Content-Type"].startswith("text/calendar")
    assert "20261205" in file
    assert "20261210" in file
    assert "答辩" not in file


@pytest.mark.parametrize("days", [{}, {"answer": "x"}, {"nonsense": "2026-12-05"}])
def test_no_calendar_is_made_of_nothing(client, days):
    response = client.post("/court/message/calendar/", days)
    assert response["Location"] == PAGE


def test_who_can_bear_no_more_finds_help_first(client):
    html = post(client, "我真的不想活了，他们说要起诉我").content.decode()
    main = html[html.index("<main") :]
    assert main.index('href="tel:12356"') < main.index("<h1")
    assert main.index("/hard-times/") < main.index("<h1")
    assert "先照顾好自己" in read(post(client, "不想活了")).text


@pytest.mark.parametrize("key", told())
def test_a_tick_puts_no_words_into_anybodys_mouth(key):
    for word in ("不要脸", "保证金", "后果自负", "小心点", "督促", "："):
        assert word not in told()[key].says


def test_who_has_paid_is_told_first_to_stop_the_payment(client):
    page = post(client, told=["have-paid", "wants-fee"]).context["page"]
    assert page.steps[0].title == "已经转了钱：马上请银行止付，再打 110"


def test_the_limit_is_said_beforehand_and_a_long_text_comes_back(client):
    assert "20,000" in read(client.get(PAGE)).text
    response = post(client, "长" * 60_000)
    assert response.status_code == 422
    assert "长" * 60_000 in response.content.decode()


def test_a_reminder_does_not_send_to_a_court(client):
    page = post(client, "您的借款已逾期9天，请尽快还款").context["page"]
    assert "12368" not in " ".join(step.text for step in page.steps)


THREATS = [
    "【某某金融】我司将依法向法院起诉并申请支付令，届时法院将送达传票，请尽快还款。",
    "催收：再不还款我们就申请支付令，让你吃传票",
    "【某某银行】如不处理，我行将冻结您的信用卡。",
]


@pytest.mark.parametrize("text", THREATS)
def test_a_paper_that_a_lender_only_threatens_with_opens_no_day(client, text):
    page = post(client, text, received="2026-11-20").context["page"]
    assert page.kind != "court-service"
    assert page.dates == ()
    assert page.likely == ()


def test_a_telephone_number_is_never_cut_by_a_mark(client):
    text = "【某区人民法院】您有传票待领取，请联系书记员李某 023-63901234。"
    page = post(client, text).context["page"]
    assert any("023-63901234" in piece.text for piece in page.pieces)


def test_who_has_paid_reads_first_how_to_stop_the_money(client):
    page = post(client, "自称法院的人让我转账，我已经转了钱。").context["page"]
    assert page.kind == "scam"
    assert page.headline.startswith("马上请银行止付")
    assert "应用里自己找官方客服" in page.steps[0].text


def test_who_is_threatened_finds_the_letter_of_complaint(client):
    page = read(post(client, "再不还钱就去你单位闹，让你混不下去"))
    assert "/letters/complaint-lender/" in page.links


@pytest.mark.parametrize("today", ["0001-01-01", "2999-01-01"])
def test_a_day_that_cannot_be_today_is_refused(today):
    with pytest.raises(FactsError) as refused:
        ask.answer({"text": "传票", "today": today}, TODAY)
    assert refused.value.field == "today"


def test_a_sitting_without_a_year_is_dated_and_said_to_be_assumed(client):
    text = "【某区人民法院】您有传票，请于12月15日9时到第三法庭开庭。"
    page = post(client, text, received="2026-11-20").context["page"]
    hearing = next(row for row in page.dates if row.key == "hearing")
    assert hearing.iso == "2026-12-15"
    assert "没写年份" in hearing.note
