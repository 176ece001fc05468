"""Two last days for one step, a day off, a day long ago: which one is the headline?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from tests.portal.reading import read
from timeline.catalog.papers import paper_parts
from timeline.engine import PaperKind

PAPERS = "/court/papers/"
CALENDAR = "/court/papers/calendar/"
TODAY = date(2026, 11, 29)  # a Sunday
ORDER = {"kind": "payment-order", "received": "2026-11-16"}


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: TODAY)
    noon = datetime(2026, 11, 29, 12, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.localtime", lambda *_, **__: noon)


def ask(client, **answers):
    return client.post(PAPERS, answers)


def rows(response):
    return [(row.key, row.iso, row.state) for row in response.context["page"].dates]


def titles(response):
    return [line.title for line in response.context["page"].actions]


def events(client, **answers):
    return list(
        Calendar.from_ical(client.post(CALENDAR, answers).content).walk("VEVENT")
    )


def days(client, **answers):
    return [event["dtstart"].dt for event in events(client, **answers)]


def test_a_later_printed_day_stands_below_the_lawful_one(client):
    given = ORDER | {"own_date": "2026-12-05"}
    response = ask(client, **given)
    key = "payment-order-objection"
    assert rows(response) == [
        (key, "2026-12-01", "ahead"),
        (key, "2026-12-05", "ahead"),
    ]
    assert "最晚 2026年12月1日" in response.context["page"].first_date.lead
    assert "您填的比法定的晚" in read(response).text
    assert days(client, **given) == [date(2026, 12, 1)]


def test_an_earlier_printed_day_never_erases_the_step(client):
    given = ORDER | {"own_date": "2026-11-20"}
    response = ask(client, **given)
    key = "payment-order-objection"
    assert rows(response) == [
        (key, "2026-11-20", "passed"),
        (key, "2026-12-01", "ahead"),
    ]
    page = response.context["page"]
    assert page.first_date.iso == "2026-12-01"
    assert not page.is_late
    assert "有不认的地方，写书面异议" in titles(response)
    assert (
        "您填的比法定的早：先核对那是不是截止日；能在早的那天前办好最稳妥。"
        in read(response).text
    )
    assert days(client, **given) == [date(2026, 12, 1)]


def test_an_earlier_printed_day_ahead_is_the_headline(client):
    given = ORDER | {"own_date": "2026-11-30"}
    assert ask(client, **given).context["page"].first_date.iso == "2026-11-30"
    assert days(client, **given) == [date(2026, 11, 30)]


@pytest.mark.parametrize(
    ("received", "lead"),
    [
        ("2026-11-13", "明天是最后一天，11月30日"),
        ("2026-11-14", "稳妥：今天就办好，11月29日（周日）"),
        ("2026-11-15", "明天是最后一天，11月30日"),
        ("2026-11-20", "稳妥：2026年12月5日（周六）前办好，还有 6 天"),
    ],
)
def test_a_day_off_that_is_over_gives_way_to_the_day_that_counts(
    client, received, lead
):
    response = ask(client, kind="complaint-copy", received=received)
    assert response.context["page"].first_date.lead == lead


@pytest.mark.parametrize(
    ("today", "received", "told"),
    [
        (
            date(2026, 11, 29),
            "2026-11-20",
            "稳妥：2026年12月5日（周六）前办好，还有 6 天"
            "（那天是周末，法律上顺延到 12月7日，周一）：提交答辩",
        ),
        (
            date(2026, 9, 20),
            "2026-09-18",
            "稳妥：2026年10月3日（周六）前办好，还有 13 天"
            "（那天放假，法律上顺延到 10月8日，周四）：提交答辩",
        ),
        (
            date(2026, 10, 5),
            "2026-09-18",
            "最晚 2026年10月8日，还有 3 天（10月3日放假，顺延到这一天）：提交答辩",
        ),
    ],
)
def test_of_a_day_off_and_the_working_day_after_only_one_is_the_last(
    client, monkeypatch, today, received, told
):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: today)
    text = read(ask(client, kind="complaint-copy", received=received)).text
    assert told in text
    assert text.count("最晚") == told.count("最晚")


def test_the_last_day_itself_is_called_so(client, monkeypatch):
    monkeypatch.setattr(
        "django.utils.timezone.localdate", lambda *_, **__: date(2026, 11, 30)
    )
    response = ask(client, kind="complaint-copy", received="2026-11-13")
    assert response.context["page"].first_date.lead == "今天是最后一天，11月30日"
    assert "11月28日是周末，顺延到这一天" in read(response).text


def test_dates_of_one_day_are_one_event_that_rings_by_day(client):
    (event,) = events(client, kind="complaint-copy", received="2026-11-13")
    assert event["dtstart"].dt == date(2026, 11, 30)
    assert event["summary"] == "提醒：文件日期（2 件）"
    midnight = datetime.combine(date(2026, 11, 30), time(0))
    rings = [midnight + alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert rings == [midnight + timedelta(hours=9)]


def test_a_property_report_is_called_what_it_is(client):
    given = {"kind": "property-report-order", "received": "2026-11-20"}
    response = ask(client, **given, own_date="2026-12-04")
    page = response.context["page"]
    assert page.first_date.title == "交财产报告"
    assert page.first_date.iso == "2026-12-04"
    assert days(client, **given, own_date="2026-12-04") == [date(2026, 12, 4)]
    text = read(ask(client, **given)).text
    assert "哪天前，还不知道：交财产报告" in text
    assert "以文书写明的日期为准。名下什么都没有，也要写明「没有」" in text


def test_no_period_is_claimed_for_a_notarised_instrument(client):
    text = read(ask(client, kind="notarised-enforcement", received="2026-11-20")).text
    assert "期限可能很短" in text
    assert "我们没有读到条文" in text
    assert "向执行法院起诉" in text
    assert "15 日" not in text.split("从调解到执行")[0]


def test_a_payment_order_by_notice_gains_no_month(client):
    response = ask(client, **ORDER, service="notice")
    assert rows(response) == [("payment-order-objection", "2026-12-01", "ahead")]
    assert "不按公告多算一个月" in read(response).text
    assert days(client, **ORDER, service="notice") == [date(2026, 12, 1)]


def test_a_notice_says_when_it_counts_as_served(client):
    text = read(
        ask(client, kind="judgment", received="2026-11-02", service="notice")
    ).text
    assert "12月2日视为送达" in text
    assert "下面请填" not in text


@pytest.mark.parametrize("received", ["2023-03-01", "2022-05-01", "2015-01-05"])
def test_a_day_of_long_ago_is_said_to_have_passed(client, received):
    response = ask(client, kind="payment-order", received=received)
    text = read(response).text
    assert "多半早已过了" in text
    assert titles(response)[0] == "今天就问：日期过了怎么补救"
    assert "日期过了以后" in text


def test_a_hearing_of_today_is_today(client):
    response = ask(client, kind="summons", hearing="2026-11-29")
    assert response.context["page"].first_date.lead == "就是今天，11月29日"
    assert titles(response)[0] == "就是今天：准时到"
    assert "最晚" not in read(response).text


@pytest.mark.parametrize(
    "kind", ["payment-order", "complaint-copy", "judgment", "asset-freeze"]
)
def test_a_passed_date_opens_what_can_still_be_done(client, kind):
    given = {"kind": kind, "received": "2026-10-20", "freeze": "preservation"}
    response = ask(client, **given)
    page, text = response.context["page"], read(response).text
    assert page.is_late
    assert "日期过了，还能做什么" in text
    for line in page.late:
        assert line.text in text
        assert line.cites
    assert all(not part.in_time for part in page.parts)
    assert page.letters == ()
    assert "让对方能找到您本人" not in text


def test_a_missed_hearing_is_asked_after(client):
    text = read(ask(client, kind="summons", hearing="2026-11-20")).text
    assert "判决书寄到哪里" in text
    assert "15 日内可以上诉" in text


def test_every_paper_of_a_court_says_what_is_left_when_its_date_has_passed():
    parts = paper_parts()
    assert [*parts] == [*(kind.key for kind in PaperKind), "forged"]
    for kind in PaperKind:
        assert bool(parts[kind.key].late) is (kind.proves != "none"), kind.key


@pytest.mark.parametrize("service", ["family", "left", "notice"])
def test_a_mediation_statement_that_nobody_signed_for_can_still_be_refused(
    client, service
):
    given = {"received": "2026-11-20", "service": service}
    page = ask(client, kind="court-mediation-statement", **given).context["page"]
    assert "可以反悔" in page.service.text
    assert "没有读到条文" in page.service.text
    assert "视为送达" not in page.service.text
    judged = ask(client, kind="judgment", **given).context["page"]
    assert "可以反悔" not in judged.service.text


@pytest.mark.parametrize("received", ["2026-11-27", "2026-10-20"])
def test_a_wrong_freeze_can_be_objected_to_after_the_days_for_review(client, received):
    given = {"kind": "asset-freeze", "received": received, "freeze": "preservation"}
    text = read(ask(client, **given)).text
    assert "也可以书面提异议" in text or "保全和执行都可以" in text
    assert "30 日内对方没有起诉" in text
    assert "执行中的冻结不走" not in text


def test_who_is_refused_in_enforcement_learns_the_days_for_review(client):
    text = read(client.get("/court/papers/enforcement-notice/")).text
    assert "送达起 10 日内向上一级法院申请复议" in text


@pytest.mark.parametrize("kind", ["complaint-copy", "response-notice", "summons"])
def test_small_claims_can_be_objected_to_only_before_the_hearing(client, kind):
    given = {"kind": kind, "received": "2026-11-27", "hearing": "2026-12-20"}
    assert "在开庭以前书面提出来" in read(ask(client, **given)).text
    missed = given | {"received": "2026-09-01", "hearing": "2026-10-20"}
    assert "在开庭以前书面提出来" not in read(ask(client, **missed)).text


def test_an_appeal_names_the_fee_and_the_plea_that_comes_too_late(client):
    text = read(ask(client, kind="judgment", received="2026-11-27")).text
    assert "书面申请缓交、减交、免交" in text
    assert "时效一审没有提过的" in text


def test_who_bears_which_fee_is_not_thrown_together(client):
    given = {"kind": "payment-order", "received": "2026-11-27", "sum_claimed": "30000"}
    text = read(ask(client, **given)).text
    assert "保全的申请费由申请人负担" in text
    assert "申请费、受理费先由对方交" not in text


def test_an_answer_in_arbitration_rests_on_no_article_that_says_nothing_of_it(client):
    response = ask(client, kind="arbitration-notice", received="2026-11-20")
    (row,) = [row for row in response.context["page"].dates if row.key == "answer"]
    assert row.cite is None
    assert "没有读到条文" in row.note


@pytest.mark.parametrize("kind", ["arbitration-award", "notarised-enforcement"])
def test_refusing_enforcement_is_called_urgent_without_a_number(client, kind):
    text = read(ask(client, kind=kind, received="2026-03-02")).text
    assert "没有读到条文" in text
    assert "15 日" not in text.split("从调解到执行")[0]


def test_a_letter_that_came_back_may_count_as_served(client):
    given = {"kind": "complaint-copy", "received": "2026-11-20", "service": "post"}
    assert "查到退件，就按退回那天算" in read(ask(client, **given)).text


def test_a_day_whose_law_is_unread_is_not_over_before_its_time(client, monkeypatch):
    soon = date(2024, 1, 5)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: soon)
    response = ask(client, kind="payment-order", received="2023-12-28")
    (row,) = response.context["page"].dates
    assert (row.state, row.lead) == ("unknown", "哪天前，还不知道")
    assert "今天就问法院" in row.note
    assert not response.context["page"].is_late


@pytest.mark.parametrize("kind", ["complaint-copy", "response-notice"])
def test_of_steps_that_were_due_one_day_the_answer_comes_first_and_can_be_late(
    client, kind
):
    response = ask(client, kind=kind, received="2026-10-20")
    page = read(response)
    assert "2026年11月4日 已过：提交答辩。晚了也还能交书面意见" in page.text
    assert "提出管辖异议（认为不该由这家法院审）" in page.text
    assert "#late-h" in page.links


def test_a_missed_hearing_promises_no_late_answer(client):
    given = {"received": "2026-10-20", "hearing": "2026-11-20"}
    assert (
        "晚了也还能交"
        not in read(ask(client, kind="complaint-copy", **given)).text.split("今天就做")[
            0
        ]
    )


def test_letters_stay_while_another_step_is_ahead(client):
    given = {"kind": "complaint-copy", "received": "2026-10-20"}
    ahead = ask(client, **given, hearing="2026-12-20").context["page"]
    assert ahead.is_late
    assert [letter.key for letter in ahead.letters] == ["court-answer"]
    assert ask(client, **given).context["page"].letters == ()


def test_a_hearing_of_today_stands_before_the_date_that_passed(client):
    given = {"kind": "complaint-copy", "received": "2026-10-20"}
    assert titles(ask(client, **given, hearing="2026-11-29"))[:2] == [
        "就是今天：准时到",
        "今天就问：日期过了怎么补救",
    ]


def test_a_sum_that_was_not_read_takes_no_date_away(client):
    response = ask(client, **ORDER, sum_claimed="很多")
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"sum_claimed"}
    page = read(response)
    assert "金额没读懂，日期照样算出来了" in page.text
    assert "2026年12月1日" in page.text
    wrong = ask(client, kind="payment-order", received="2027-01-01", sum_claimed="很多")
    assert "日期照样算出来了" not in read(wrong).text
    assert "金额请只写数字" in page.text
