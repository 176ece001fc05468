"""Which paper is this, by when must I act, and from which day does it count?"""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

from tests.portal.reading import read
from timeline import catalog
from timeline.catalog import words
from timeline.catalog.letters import letters
from timeline.catalog.papers import paper_guides, road, service_words
from timeline.engine import LegalStage, PaperKind
from timeline.engine.service_of_process import Service, served_on

PAPERS = "/court/papers/"
CALENDAR = "/court/papers/calendar/"
KINDS = [kind.key for kind in PaperKind]
NOTICE, COPY = Service.NOTICE, PaperKind.COMPLAINT_COPY


@pytest.fixture(autouse=True)
def today(monkeypatch):
    day = date(2026, 11, 23)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: day)
    return day


def ask(client, **answers):
    return client.post(PAPERS, answers)


def safe_dates(response):
    return {row.key: row.iso for row in response.context["page"].dates}


def test_every_kind_has_a_guide_and_every_guide_a_kind():
    assert list(paper_guides()) == KINDS
    assert list(service_words()) == [way.value for way in Service][:-1]
    assert list(road()) == [stage.value for stage in LegalStage][1:]


def test_every_letter_that_a_guide_names_exists():
    named = {key for guide in paper_guides().values() for key in guide.letters}
    assert named <= set(letters())


@pytest.mark.parametrize("key", KINDS)
def test_every_kind_has_a_page_without_a_personal_fact(client, key):
    response = client.get(f"{PAPERS}{key}/")
    page = read(response)
    guide = paper_guides()[key]
    assert page.levels("h1") == [words.papers()[key].name]
    for told in (guide.looks, guide.undone, *guide.bring):
        assert told in page.text
    assert not response.context["page"].dates


@pytest.mark.parametrize("key", KINDS)
def test_every_kind_gets_an_answer(client, key):
    response = ask(client, kind=key, received="2026-11-16", sum_claimed="50000")
    assert response.status_code == 200
    page = response.context["page"]
    assert 1 <= len(page.actions) <= 3
    assert response["Cache-Control"].count("no-store")
    assert not response.cookies


def test_the_clock_of_a_payment_order_runs_from_the_day_it_came(client):
    response = ask(client, kind="payment-order", received="2026-11-16")
    assert safe_dates(response) == {"payment-order-objection": "2026-12-01"}
    assert "最晚 2026年12月1日" in read(response).text


def test_an_unverified_paper_is_taken_as_real_and_a_forged_one_has_no_clock(client):
    given = {"kind": "payment-order", "received": "2026-11-16"}
    unverified, forged = ask(client, **given), ask(client, **given, verified="false")
    assert safe_dates(unverified)
    assert "先当真的算" in unverified.context["page"].hedge
    assert not safe_dates(forged)
    assert "重新核实" in forged.context["page"].hedge


def test_a_small_claims_judgment_has_no_appeal(client):
    response = ask(client, kind="small-claims-judgment", received="2026-11-16")
    assert not safe_dates(response)


@pytest.mark.parametrize(
    ("freeze", "keys"),
    [("preservation", {"freeze-review"}), ("enforcement", {"enforcement-objection"})],
)
def test_a_freeze_opens_the_step_of_its_kind(client, freeze, keys):
    given = {"kind": "asset-freeze", "received": "2026-11-20", "freeze": freeze}
    assert set(safe_dates(ask(client, **given))) == keys


@pytest.mark.parametrize("way", [way for way in Service if way is not Service.NOTICE])
def test_every_way_but_a_notice_counts_from_the_day_it_arrived(way):
    day = date(2026, 11, 2)
    assert served_on(way, PaperKind.JUDGMENT, day, catalog.norms()) == day


def test_a_notice_counts_thirty_days_later_and_then_the_period_begins(client):
    norms = catalog.norms()
    assert served_on(NOTICE, COPY, date(2026, 11, 2), norms) == date(2026, 12, 2)
    given = {"kind": "complaint-copy", "received": "2026-11-02", "service": "notice"}
    response = ask(client, **given)
    assert safe_dates(response)["answer"] == "2026-12-17"
    assert response.context["page"].served == "2026年12月2日"
    assert "deadline-passed" not in str(response.context["page"].findings)
    assert "30 日" in read(response).text


def test_a_day_without_a_norm_gives_no_day_of_service():
    assert served_on(NOTICE, COPY, date(2000, 1, 1), catalog.norms()) is None


def test_the_costs_of_the_sum_stand_on_the_road(client):
    text = read(ask(client, kind="summons", sum_claimed="很多")).text
    assert "金额请只写数字" in text
    text = read(ask(client, kind="summons", sum_claimed="50,000")).text
    for fee in ("受理费 1,050 元", "减半时 525 元", "执行费 650 元", "申请费 350 元"):
        assert fee in text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", ""),
        ("kind", "parking-ticket"),
        ("received", "2026-13-45"),
        ("received", "2027-01-01"),
        ("own_date", "2026-01-01"),
        ("service", "pigeon"),
        ("sum_claimed", "很多"),
        ("hearing", "9" * 100_000),
    ],
)
def test_nonsense_is_told_at_its_field_and_every_answer_is_kept(client, field, value):
    given = {"kind": "payment-order", "received": "2026-11-16", "sum_claimed": "5000"}
    response = ask(client, **given | {field: value})
    assert response.status_code == 422
    assert field in response.context["form"].errors
    page = read(response)
    for name, kept in given.items():
        if name != field:
            assert page.forms[0].controls[name].value == kept


def test_the_calendar_holds_the_dates_ahead_with_neutral_titles(client):
    given = {"kind": "complaint-copy", "received": "2026-11-16"}
    response = client.post(CALENDAR, given)
    events = list(Calendar.from_ical(response.content).walk("VEVENT"))
    assert {event.decoded("dtstart").isoformat() for event in events} == {"2026-12-01"}
    assert {str(event["summary"]) for event in events} == {"提醒：文件日期（2 件）"}
    assert all(event.walk("VALARM") for event in events)
    assert client.get(CALENDAR)["Location"] == PAPERS


def test_no_answer_tells_to_ignore_a_paper(client):
    for key in KINDS:
        text = read(ask(client, kind=key)).text
        for wrong in ("不用理", "可以不理", "不必理会", "直接删除"):
            assert wrong not in text
