"""The result page says what the engine found, no more and no less."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from tests.portal.reading import read
from tests.tools.assess.asking import (
    ASSESS,
    BASE,
    CALENDAR,
    TODAY,
    answers,
    with_paper,
)
from timeline import catalog
from timeline.catalog import words
from timeline.citations import cite_all
from timeline.engine import assess
from timeline.tools.assess.forms import AssessForm

ORDER = with_paper("payment-order", received="2026-11-20")
SPAN = answers(when="days", due_date=None, overdue_days="14-21")
VISITORS = {
    "nine days overdue": answers(),
    "before the due date": answers(due_date="2026-12-01"),
    "on the due date": answers(due_date="2026-11-23"),
    "far overdue": answers(due_date="2023-01-05", product="chengyidai"),
    "two or three weeks": SPAN,
    "nothing known": {"role": "borrower", "when": "unknown", "papers": "unknown"},
    "a contact": answers(role="contact", contact_called="yes", contact_refused="yes"),
    "a contact who knows nothing": {
        "role": "contact",
        "when": "unknown",
        "papers": "unknown",
    },
    "a contact with a paper": ORDER | {"role": "contact"},
    "a guarantor": answers(role="guarantor", lender_kind="bank"),
    "an agreement kept": answers(agreement="kept", agreement_next_due="2026-12-20"),
    "an agreement broken": answers(agreement="broken", lender_kind="micro-loan"),
    "a payment order": ORDER,
    "a proven payment order": ORDER | {"papers.0.verified": "true"},
    "a forged payment order": ORDER | {"papers.0.verified": "false"},
    "a payment order over": ORDER | {"papers.0.over": "on"},
    "a passed deadline": with_paper("judgment", received="2026-09-01"),
    "a day of a year not announced": with_paper(
        "judgment", received="2026-11-23", own_date="2027-01-02"
    ),
    "a summons with its day": with_paper("summons", hearing="2026-12-31"),
    "a freeze in enforcement": with_paper(
        "asset-freeze", received="2026-11-01", freeze="enforcement", verified="true"
    ),
    "a private lender": answers(lender_kind="private", product="unknown"),
    "a day without a word on how it is known": answers(when=None),
    "a paper without a word on whether there are any": {
        name: value for name, value in ORDER.items() if name != "papers"
    },
    "one proven and one not": ORDER
    | {
        "papers.0.verified": "true",
        "papers.1.kind": "judgment",
        "papers.1.received": "2026-11-20",
    },
}


def engine(data):
    """Facts and the engine's answer to the same answers."""
    form = AssessForm(data)
    assert form.is_valid(), form.errors.as_text()
    return form.facts, assess(form.facts, catalog.ruleset())


@pytest.fixture(params=VISITORS, ids=lambda name: name.replace(" ", "-"))
def visitor(request):
    return VISITORS[request.param]


@pytest.fixture
def response(client, visitor, answered):
    """The page of a visitor; it is rendered once for all tests that only read it."""
    key = tuple(visitor.items())
    if key not in answered:
        answered[key] = client.post(ASSESS, visitor)
    assert answered[key].status_code == 200
    return answered[key]


@pytest.fixture(scope="module")
def answered():
    return {}


# --- what the page says ----------------------------------------------------------


def test_the_headline_says_already_only_when_the_engine_has_proof(visitor, response):
    _, result = engine(visitor)
    headline = read(response).levels("h1")[0]
    assert ("已处于" in headline) is result.proven


def test_an_unproven_legal_stage_is_said_with_if(visitor, response):
    _, result = engine(visitor)
    headline = read(response).levels("h1")[0]
    if result.legal_stage != "none" and not result.proven:
        assert headline.startswith("如果文书是真的")


def test_an_estimate_by_days_is_said_as_likely_or_possible(visitor, response):
    facts, result = engine(visitor)
    late = result.headline_stage in result.time_stages and result.days[0] > 0
    if late and facts.role != "contact":
        headline = read(response).levels("h1")[0]
        assert "很可能" in headline or "可能在" in headline


def test_every_action_finding_and_right_is_on_the_page_in_the_engines_order(
    visitor, response
):
    facts, result = engine(visitor)
    text = read(response).text
    for keys, table in (
        (result.actions, words.actions()),
        (result.findings, words.findings()),
        (result.rights, words.rights()),
    ):
        titles = [catalog.fill(table[key].title, facts.today) for key in keys]
        places = [text.find(title) for title in titles]
        assert -1 not in places
    assert len(result.actions) <= 3


def test_every_source_of_what_is_said_is_linked(visitor, response):
    _, result = engine(visitor)
    links = set(read(response).links)
    said = [
        *[words.actions()[key].cites for key in result.actions],
        *[words.findings()[key].cites for key in result.findings],
        *[(deadline.cite,) for deadline in result.deadlines],
    ]
    for references in said:
        for citation in cite_all(references):
            target = f"/sources/{citation.source}/#a-{citation.article}"
            assert target in links, citation.reference


def test_every_right_names_the_norms_it_rests_on(visitor, response):
    _, result = engine(visitor)
    page = response.context["page"]
    for right in (*page.limits, *page.claims):
        assert right.cites, right.title
        assert right.badge_text
    assert len(page.limits) + len(page.claims) == len(result.rights)


def test_what_was_not_read_in_the_original_is_marked(response):
    page = response.context["page"]
    cites = [c for line in (*page.actions, *page.findings) for c in line.cites]
    if not all(citation.verified for citation in cites):
        assert "转述，未核对原文" in read(response).text


def test_every_deadline_has_its_safe_day_in_words_and_for_machines(visitor, response):
    _, result = engine(visitor)
    html = response.content.decode()
    for deadline in result.deadlines:
        assert words.deadlines()[deadline.key].title in html
        if deadline.safe_date:
            assert f'datetime="{deadline.safe_date.isoformat()}"' in html
            assert catalog.cn_date(deadline.safe_date) in html


def test_the_page_tells_when_it_was_checked_and_what_it_rests_on(response):
    text = read(response).text
    page = response.context["page"]
    assert page.checked <= TODAY < page.review_by
    assert f"最后核对 {catalog.cn_date(page.checked)}" in text
    assert f"下次复核 {catalog.cn_date(page.review_by)}" in text
    assert catalog.fingerprint() in text
    assert "不是法律意见" in text


def test_the_page_has_the_quiet_line_the_exit_and_the_print_button(response):
    html, page = response.content.decode(), read(response)
    assert "撑不住的时候" in page.text
    assert {"tel:120", "tel:110", "tel:12356"} <= set(page.links)
    assert "快速离开" in page.text
    assert "打印这一页" in page.text
    assert "data-print" in html


def test_the_title_of_the_page_is_neutral(response):
    title = read(response).title.partition(" · ")[0]
    assert title == "结果"


def test_every_answer_can_be_changed_in_place(visitor, response):
    page = read(response)
    form = page.form_to(ASSESS)
    kept = {name: value for name, value in visitor.items() if value}
    assert form.values().items() >= kept.items()
    anchors = [link[1:] for link in page.links if link.startswith("#id_")]
    assert len(anchors) >= len(kept)
    assert set(anchors) <= set(page.ids)


def test_the_ruler_has_a_text_that_says_the_same(visitor, response):
    _, result = engine(visitor)
    text = read(response).text
    for stage in result.time_stages:
        assert words.stages("time")[stage].name in text
    assert "时间尺：天数和文书，两条线分开看" in text


def test_no_id_stands_twice(response):
    ids = read(response).ids
    assert len(ids) == len(set(ids))


def test_every_place_on_the_page_that_is_linked_exists(response):
    page = read(response)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_a_stage_that_is_said_to_be_reached_by_days_is_called_an_estimate(client):
    page = client.post(ASSESS, answers()).context["page"]
    assert "没有机构公布过" in page.hedge


def test_a_number_of_days_without_a_date_is_said_to_be_the_visitors_own(client):
    dated = client.post(ASSESS, answers()).context["page"]
    counted = answers(when="days", due_date=None, overdue_days="9")
    typed = client.post(ASSESS, counted).context["page"]
    assert dated.kicker.endswith("，逾期第 9 天")
    assert typed.kicker.endswith("，按您填的天数，逾期第 9 天")


def test_what_the_engine_does_not_know_on_the_day_is_said(client, monkeypatch):
    monkeypatch.setattr(
        "django.utils.timezone.localdate", lambda *args, **kwargs: date(2019, 11, 23)
    )
    data = with_paper("payment-order", received="2019-11-20", verified="true") | {
        "due_date": "2019-06-01"
    }
    response = client.post(ASSESS, data)
    _, result = engine(data)
    assert result.unknown
    text = read(response).text
    for norm in result.unknown:
        assert catalog.norm_records()[norm].title in text
    assert "我们不知道" in text


# --- a contact ---------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in VISITORS if "contact" in name])
def test_a_contact_is_never_shown_a_repayment_step(client, name):
    data = VISITORS[name]
    _, result = engine(data)
    assert not any(words.actions()[key].repayment for key in result.actions)
    page = client.post(ASSESS, data).context["page"]
    steps = [text for key, text in words.actions().items() if text.repayment]
    for line in page.actions:
        assert line.title not in {step.title for step in steps}
        assert line.link is None or line.link.name != "repay-offer"
    for column in page.what_if:
        assert column.action not in {step.title for step in steps}


@pytest.mark.parametrize("name", [name for name in VISITORS if "contact" in name])
def test_a_contact_is_not_told_to_be_in_a_stage(client, name):
    headline = client.post(ASSESS, VISITORS[name]).context["page"].headline
    assert "您处于" not in headline
    assert "您已处于" not in headline
    assert "您很可能" not in headline


# --- what if -------------------------------------------------------------------------


def columns(client, data):
    """The columns of the page, by title."""
    page = client.post(ASSESS, data).context["page"]
    return page, {column.title: column for column in page.what_if}


def headline_of(client, data):
    """The headline that other answers get."""
    return client.post(ASSESS, data).context["page"].headline


def test_the_first_column_is_the_present(client):
    page, found = columns(client, answers())
    assert next(iter(found)) == "现在"
    assert found["现在"].headline == page.headline
    assert found["现在"].action == page.actions[0].title


def test_thirty_days_on_is_what_the_engine_says_thirty_days_on(client, monkeypatch):
    _, found = columns(client, answers())
    later = next(column for title, column in found.items() if "30 天" in title)
    day = TODAY + timedelta(30)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: day)
    assert later.headline == headline_of(client, answers())
    assert later.headline != found["现在"].headline


def test_an_agreement_kept_is_what_the_engine_says_of_one(client):
    _, found = columns(client, answers())
    kept = next(column for title, column in found.items() if "按约定还" in title)
    assert kept.headline == headline_of(client, answers(agreement="kept"))


def test_a_payment_order_of_today_is_what_the_engine_says_of_one(client):
    _, found = columns(client, answers())
    order = next(column for title, column in found.items() if "支付令" in title)
    told = with_paper("payment-order", received=TODAY.isoformat())
    page = client.post(ASSESS, told).context["page"]
    assert order.headline == page.headline
    assert order.action == page.actions[0].title
    assert "12月8日" in order.date


def test_a_course_that_cannot_be_computed_is_left_out(client):
    _, unknown = columns(client, VISITORS["nothing known"])
    assert not any("30 天" in title for title in unknown)
    _, contact = columns(client, VISITORS["a contact"])
    assert not any("按约定还" in title for title in contact)
    _, kept = columns(client, VISITORS["an agreement kept"])
    assert not any("谈成了" in title for title in kept)


def test_the_last_days_that_can_be_told_have_a_page(client):
    data = answers(when="days", due_date=None, overdue_days="36500")
    assert client.post(ASSESS, data).status_code == 200


# --- the answer leaves no trace ------------------------------------------------------


def test_the_answer_may_not_be_stored_and_sets_no_cookie(response):
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("encoding", ["", "gzip"])
@pytest.mark.parametrize("address", [ASSESS, CALENDAR])
def test_the_answer_depends_on_no_cookie(client, address, encoding):
    response = client.post(address, BASE, headers={"accept-encoding": encoding})
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


def test_the_questions_set_no_cookie_and_are_not_stored(client):
    response = client.get(ASSESS)
    assert not response.cookies
    assert "no-store" in response.headers["Cache-Control"]
    assert "csrf" not in response.content.decode()


def test_an_answer_needs_no_token(client):
    strict = client.__class__(enforce_csrf_checks=True)
    assert strict.post(ASSESS, BASE).status_code == 200
    assert strict.post(CALENDAR, BASE).status_code == 200


@pytest.mark.parametrize("address", [ASSESS, CALENDAR])
@pytest.mark.parametrize(
    ("site", "status"),
    [("cross-site", 403), ("same-origin", 200), ("same-site", 200), ("none", 200)],
)
def test_answers_sent_from_another_site_are_refused(client, address, site, status):
    response = client.post(address, BASE, headers={"sec-fetch-site": site})
    assert response.status_code == status
    if status == 403:
        assert read(response).lang == "zh-Hans"


@pytest.mark.parametrize("address", [ASSESS, CALENDAR])
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused_in_chinese(client, address, method):
    response = client.generic(method, address)
    assert response.status_code == 405
    assert read(response).lang == "zh-Hans"


def test_answers_in_the_address_are_not_read(client):
    response = client.get(ASSESS, BASE)
    assert response.status_code == 200
    assert read(response).form_to(ASSESS).values() == (
        read(client.get(ASSESS)).form_to(ASSESS).values()
    )


# --- the calendar file ---------------------------------------------------------------


def entries(client, data, **more):
    """The events of the calendar file."""
    response = client.post(CALENDAR, data | more)
    assert response.status_code == 200
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def calendar_form(response):
    """The form with the calendar button, which is there where there is a date."""
    forms = [form for form in read(response).forms if form.action == CALENDAR]
    assert len(forms) == bool(response.context["page"].dates)
    return forms[0] if forms else None


def test_the_calendar_button_sends_the_same_answers(visitor, response):
    form = calendar_form(response)
    if form is None:
        return
    given = {name: value for name, value in visitor.items() if value}
    assert form.method == "post"
    assert form.values() == given


def test_the_calendar_file_is_a_file_with_a_neutral_name(client):
    response = client.post(CALENDAR, ORDER)
    assert response.headers["Content-Type"].startswith("text/calendar")
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="dates.ics"'
    )
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


def test_the_calendar_file_has_a_line_end_of_crlf_everywhere(client):
    content = client.post(CALENDAR, ORDER).content
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_titles_of_the_calendar_are_neutral(client, visitor):
    telling = re.compile("债|贷|款|逾期|催|法院|支付令|诉|判|执行|调解|仲裁|冻结")
    content = client.post(CALENDAR, visitor | {"include_practice": "true"}).content
    text = content.replace(b"\r\n ", b"").decode()
    assert telling.findall(text) == []
    for event in Calendar.from_ical(content).walk("VEVENT"):
        assert event["summary"].startswith("提醒：")


def test_every_date_rings_at_nine_on_days_before_and_on_the_day(client, monkeypatch):
    noon = datetime.combine(TODAY, time(12))
    monkeypatch.setattr("django.utils.timezone.localtime", lambda *_, **__: noon)
    for event in entries(client, ORDER, include_practice="true"):
        day = datetime.combine(event["dtstart"].dt, time(0))
        rings = [day + alarm["trigger"].dt for alarm in event.walk("VALARM")]
        wanted = [day + timedelta(hours=9) - timedelta(days=n) for n in (7, 3, 1, 0)]
        assert rings == [ring for ring in wanted if ring.date() > TODAY]
        assert rings[-1].date() == event["dtstart"].dt


def test_dates_are_whole_days_of_their_own(client):
    event = entries(client, ORDER)[0]
    assert event["dtstart"].dt == date(2026, 12, 5)
    assert event["dtend"].dt == date(2026, 12, 6)
    assert event["transp"] == "TRANSPARENT"


def test_the_safe_day_enters_the_calendar_and_not_the_rolled_one(client, visitor):
    _, result = engine(visitor)
    days = {event["dtstart"].dt for event in entries(client, visitor)}
    ahead = {
        d.earlier or d.safe_date
        for d in result.deadlines
        if d.safe_date and not d.passed
    }
    assert ahead <= days


def test_dates_of_the_time_track_enter_the_calendar_only_when_ticked(client, visitor):
    facts, result = engine(visitor)
    plain = {event["dtstart"].dt for event in entries(client, visitor)}
    ticked = {
        event["dtstart"].dt
        for event in entries(client, visitor, include_practice="true")
    }
    known = {d.earlier or d.safe_date for d in result.deadlines}
    known |= {facts.agreement_next_due}
    assert plain <= known
    estimate = {result.next.start} if result.next else set()
    assert ticked == plain | {day for day in estimate if day >= TODAY}


def test_the_tick_is_offered_only_where_there_is_an_estimate(visitor, response):
    _, result = engine(visitor)
    form = calendar_form(response)
    offered = form is not None and "include_practice" in form.controls
    assert offered is (result.next is not None)


def test_the_agreed_day_enters_the_calendar(client):
    events = entries(client, VISITORS["an agreement kept"])
    assert [event["dtstart"].dt for event in events] == [date(2026, 12, 20)]


def test_passed_days_do_not_enter_the_calendar(client):
    assert entries(client, VISITORS["a passed deadline"]) == []


def test_no_date_makes_an_empty_calendar_that_still_reads(client):
    assert entries(client, VISITORS["nothing known"]) == []


def test_the_same_date_twice_is_one_entry_for_the_calendar(client):
    first, again = (entries(client, ORDER)[0]["uid"] for _ in range(2))
    assert first == again


@pytest.mark.parametrize(
    "more",
    [
        {"agreement": "kept", "agreement_next_due": "9999-12-31"},
        with_paper("summons", hearing="9999-12-31"),
        with_paper("payment-order", own_date="9999-12-31"),
        with_paper("payment-order", received="0001-01-01"),
    ],
    ids=["agreed", "hearing", "printed", "received"],
)
def test_the_first_and_the_last_day_of_all_break_no_calendar(client, more):
    assert client.post(ASSESS, BASE | more).status_code in (200, 422)
    assert client.post(CALENDAR, BASE | more).status_code in (200, 422)


def test_wrong_answers_to_the_calendar_are_refused_as_to_the_page(client):
    response = client.post(CALENDAR, answers(due_date="x"))
    assert response.status_code == 422
    assert "没有这一天" in read(response).text or "日期请写成" in read(response).text


def test_a_calendar_opened_by_its_address_leads_to_the_questions(client):
    response = client.get(CALENDAR)
    assert response.status_code == 302
    assert response.headers["Location"] == ASSESS
