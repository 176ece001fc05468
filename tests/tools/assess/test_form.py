"""The questions take what people type, and say in Chinese what they cannot take."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.portal.reading import Reading, read
from tests.tools.assess.asking import ASSESS, TODAY, answers, with_paper
from timeline.engine import (
    Agreement,
    Freeze,
    LenderKind,
    Paper,
    PaperKind,
    Role,
)
from timeline.tools.assess.forms import AssessForm

CHINESE = re.compile(r"[\u4e00-\u9fff]{3}")
UNDATED = {"when": None, "due_date": None}


def facts_of(data):
    """What the form makes of answers that it accepts."""
    form = AssessForm(data)
    assert form.is_valid(), form.errors.as_text()
    return form.facts


def answers_kept(page: Reading) -> dict[str, str]:
    """What stands in the controls of the form."""
    return page.form_to(ASSESS).values()


def assert_refused(response, field: str, *parts: str) -> Reading:
    """A refusal names its field, in the summary and beside the control."""
    assert response.status_code == 422
    page = read(response)
    assert "请改正以下问题" in page.levels("h2")
    assert page.title.startswith("错误")
    errors = response.context["form"].errors
    assert list(errors) == [field], errors.as_text()
    beside = page.text_of(f"id_{field}_error")
    for message in errors[field]:
        assert CHINESE.search(message)
        assert message in beside
        assert page.text.count(message) >= 2
    for part in parts:
        assert part in beside
    targets = [link[1:] for link in page.links if link.startswith("#id_")]
    assert len(targets) == len(errors[field])
    assert set(targets) <= set(page.ids)
    assert {page.controls_by_id[target] for target in targets} == {field}
    return page


# --- what must be answered ---------------------------------------------------------


@pytest.mark.parametrize("field", ["role", "when", "papers"])
def test_the_three_first_questions_must_be_answered(client, field):
    missing = {field: None} if field != "when" else UNDATED
    page = assert_refused(client.post(ASSESS, answers(missing)), field, "请选一项")
    assert field not in answers_kept(page)


def test_an_empty_form_is_told_of_all_three_questions(client):
    response = client.post(ASSESS, {})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["role", "when", "papers"]


def test_nothing_but_the_three_questions_is_required():
    facts = facts_of({"role": "borrower", "when": "unknown", "papers": "unknown"})
    assert facts.papers is None
    assert facts.days is None
    assert facts.product == "unknown"
    assert facts.lender_kind is LenderKind.UNKNOWN
    known = (facts.principal_fen, facts.reachable, facts.agreement)
    assert known == (None, None, None)


def test_not_knowing_is_offered_for_every_closed_question(client):
    form = read(client.get(ASSESS)).form_to(ASSESS)
    closed = [c for c in form.controls.values() if c.kind in {"radio", "select"}]
    assert len(closed) >= 9
    for control in closed:
        # A contact's answer says "or I do not know"; on papers it is left empty.
        if control.name != "role":
            assert {"unknown", ""} & set(control.options), control.name


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", "lender"),
        ("when", "later"),
        ("papers", "many"),
        ("product", "no-such-loan"),
        ("lender_kind", "pawnshop"),
        ("reachable", "maybe"),
        ("contact_called", "True"),
        ("contact_refused", "0"),
        ("agreement", "promised"),
        ("papers.0.kind", "postcard"),
        ("papers.0.verified", "null"),
        ("papers.0.freeze", "deep"),
    ],
)
def test_what_is_not_on_the_list_is_refused(client, field, value):
    row = "papers.0.kind" if field != "papers.0.kind" else "papers.0.received"
    known = "summons" if row == "papers.0.kind" else "2026-11-20"
    data = answers({field: value})
    if field.startswith("papers."):
        data |= {"papers": "some", row: known}
    assert_refused(client.post(ASSESS, data), field, "从列表里选")


# --- the day ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-14",
        "2026/11/14",
        "2026.11.14",
        "2026年11月14日",
        "2026年11月14",
        "20261114",
        " 2026 年 11 月 14 日 ",
        "２０２６-１１-１４",
        "２０２６年１１月１４日",
        "２０２６／１１／１４",
    ],
)
def test_a_date_is_taken_in_any_way_people_write_it(typed):
    assert facts_of(answers(due_date=typed)).due_date == date(2026, 11, 14)


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("9", (9, 9)),
        ("９", (9, 9)),
        ("9天", (9, 9)),
        ("第9天", (9, 9)),
        ("0", (0, 0)),
        ("-3", (-3, -3)),
        ("14-21", (14, 21)),
        ("１４－２１", (14, 21)),
        ("14～21", (14, 21)),
        ("14到21天", (14, 21)),
        ("第14天至21天", (14, 21)),
        ("14 — 21", (14, 21)),
    ],
)
def test_days_are_taken_exactly_or_as_a_span(typed, span):
    facts = facts_of(answers(when="days", due_date=None, overdue_days=typed))
    assert facts.overdue_days == span
    assert facts.due_date is None


def test_the_due_day_counts_as_day_zero():
    assert facts_of(answers(due_date=TODAY.isoformat())).days == (0, 0)


def test_a_date_alone_answers_how_the_day_is_known():
    assert facts_of(answers(when=None)).due_date == date(2026, 11, 14)


def test_a_number_alone_answers_how_the_day_is_known():
    data = answers(when=None, due_date=None, overdue_days="9")
    assert facts_of(data).overdue_days == (9, 9)


def test_not_knowing_the_day_is_an_answer():
    assert facts_of(answers(when="unknown", due_date=None)).days is None


@pytest.mark.parametrize(
    ("when", "field"), [("date", "due_date"), ("days", "overdue_days")]
)
def test_a_way_without_its_value_is_asked_for_the_value(client, when, field):
    response = client.post(ASSESS, answers(when=when, due_date=None))
    assert_refused(response, field, "不知道")


@pytest.mark.parametrize(
    "typed",
    [
        "2026-02-30",
        "2026-13-01",
        "2026-11-00",
        "0000-01-01",
        "2025-02-29",
        "明天",
        "14",
        "11-14-2026",
        "2026-11-14T08:00",
        "😀",
        "2026-11-14\x00",
        "\x00",
        "9" * 100_000,
        "१२३४-११-१४",
    ],
    ids=lambda typed: typed[:20].encode("unicode_escape").decode(),
)
def test_an_impossible_date_is_refused_at_its_field(client, typed):
    page = assert_refused(client.post(ASSESS, answers(due_date=typed)), "due_date")
    if typed.isprintable():
        assert answers_kept(page)["due_date"] == typed


@pytest.mark.parametrize(
    "typed", ["两三周", "9.5", "1e5", "9" * 10, "1" + "0" * 30, "😀", "\x00", "NaN"]
)
def test_impossible_days_are_refused_at_their_field(client, typed):
    data = answers(when="days", due_date=None, overdue_days=typed)
    assert_refused(client.post(ASSESS, data), "overdue_days", "14-21")


@pytest.mark.parametrize(
    ("typed", "part"),
    [("21-14", "颠倒"), ("-367", "一年"), ("36501", "太大"), ("999999999", "太大")],
)
def test_days_out_of_reach_are_refused_at_their_field(client, typed, part):
    data = answers(when="days", due_date=None, overdue_days=typed)
    assert_refused(client.post(ASSESS, data), "overdue_days", part)


@pytest.mark.parametrize(
    ("typed", "part"),
    [("2027-11-25", "一年"), ("9999-12-31", "一年"), ("0001-01-01", "太早")],
)
def test_a_due_date_out_of_reach_is_refused_at_its_field(client, typed, part):
    assert_refused(client.post(ASSESS, answers(due_date=typed)), "due_date", part)


def test_a_due_date_366_days_ahead_is_taken():
    assert facts_of(answers(due_date="2027-11-24")).days == (-366, -366)


# --- the sum ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("12000", 1_200_000),
        ("1,234.50", 123_450),
        ("１,２３４．５０", 123_450),
        ("１２０００", 1_200_000),
        ("¥ 12,000 元", 1_200_000),
        ("0.01", 1),
        ("999999999999", 99_999_999_999_900),
        ("", None),
        ("   ", None),
    ],
)
def test_a_sum_is_taken_as_people_type_it(typed, fen):
    assert facts_of(answers(principal=typed)).principal_fen == fen


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("1e5", "只写数字"),
        ("1" + "0" * 30, "太大"),
        ("1000000000000", "太大"),
        ("0", "大于零"),
        ("0.00", "大于零"),
        ("-5", "只写数字"),
        ("12.345", "两位"),
        ("1,23", "只写数字"),
        ("NaN", "只写数字"),
        ("很多", "只写数字"),
        ("😀", "只写数字"),
        ("12\x0000", "只写数字"),
        ("1" * 100_000, "太长"),
    ],
    ids=lambda text: text[:16].encode("unicode_escape").decode(),
)
def test_an_impossible_sum_is_refused_at_its_field(client, typed, part):
    page = assert_refused(
        client.post(ASSESS, answers(principal=typed)), "principal", part
    )
    if typed.isprintable():
        assert answers_kept(page)["principal"] == typed


# --- the other answers reach the engine as given -----------------------------------


def test_every_answer_reaches_the_engine():
    facts = facts_of(
        answers(
            role="guarantor",
            product="chengyidai",
            lender_kind="bank",
            principal="800",
            reachable="no",
            contact_called="yes",
            contact_refused="no",
            agreement="kept",
            agreement_next_due="2026-12-20",
            papers="unknown",
        )
    )
    assert facts.role is Role.GUARANTOR
    assert facts.product == "chengyidai"
    assert facts.lender_kind is LenderKind.BANK
    assert (facts.reachable, facts.contact_called) == (False, True)
    assert facts.contact_refused is False
    assert facts.agreement is Agreement.KEPT
    assert facts.agreement_next_due == date(2026, 12, 20)
    assert facts.papers is None


def test_a_contacts_refusal_counts_also_without_a_word_on_who_was_called():
    facts = facts_of(answers(role="contact", contact_refused="yes"))
    assert facts.contact_refused is True


def test_no_papers_and_unknown_papers_are_different_answers():
    assert facts_of(answers(papers="none")).papers == ()
    assert facts_of(answers(papers="unknown")).papers is None


# --- papers ----------------------------------------------------------------------


def test_a_paper_is_read_with_all_its_parts():
    data = with_paper(
        "asset-freeze",
        received="2026年11月20日",
        verified="true",
        own_date="2026-11-30",
        hearing="2026-12-01",
        over="on",
        freeze="enforcement",
    )
    assert facts_of(data).papers == (
        Paper(
            kind=PaperKind.ASSET_FREEZE,
            received=date(2026, 11, 20),
            verified=True,
            own_date=date(2026, 11, 30),
            hearing=date(2026, 12, 1),
            over=True,
            freeze=Freeze.ENFORCEMENT,
        ),
    )


@pytest.mark.parametrize("kind", [kind.key for kind in PaperKind])
def test_every_kind_of_paper_can_be_chosen(kind):
    assert facts_of(with_paper(kind)).papers[0].kind.key == kind


@pytest.mark.parametrize(
    ("answer", "verified"), [("", None), ("true", True), ("false", False)]
)
def test_only_what_the_court_said_is_an_answer_on_whether_it_is_real(answer, verified):
    data = with_paper("payment-order", received="2026-11-20", verified=answer)
    assert facts_of(data).papers[0].verified is verified


def test_only_verified_as_forged_with_the_court_takes_a_deadline_away(client):
    offered = AssessForm(with_paper("payment-order")).fields["papers.0.verified"]
    for value, label in offered.choices:
        data = with_paper("payment-order", received="2026-11-20", verified=value)
        page = client.post(ASSESS, data).context["page"]
        has_date = any(row.key == "payment-order-objection" for row in page.dates)
        assert has_date is (label != "已向法院核实为假"), label


def test_nobody_is_offered_to_call_a_paper_suspicious():
    offered = AssessForm(with_paper("payment-order")).fields["papers.0.verified"]
    assert [label for _, label in offered.choices] == [
        "还没有核实",
        "已向法院核实为真",
        "已向法院核实为假",
    ]


def test_a_paper_without_its_kind_is_refused_at_its_row(client):
    data = answers({"papers": "some", "papers.0.received": "2026-11-20"})
    page = assert_refused(client.post(ASSESS, data), "papers.0.kind", "哪种文书")
    assert answers_kept(page)["papers.0.received"] == "2026-11-20"


def test_papers_that_came_but_are_not_named_are_asked_for(client):
    assert_refused(client.post(ASSESS, answers(papers="some")), "papers.0.kind")


@pytest.mark.parametrize("answer", ["none", "unknown"])
def test_a_paper_beside_no_papers_is_a_contradiction(client, answer):
    data = with_paper("payment-order") | {"papers": answer}
    assert_refused(client.post(ASSESS, data), "papers", "收到过")


def test_a_paper_alone_answers_whether_there_are_papers():
    data = with_paper("payment-order")
    del data["papers"]
    assert facts_of(data).papers[0].kind is PaperKind.PAYMENT_ORDER


def test_a_paper_received_tomorrow_is_refused_at_its_row(client):
    data = with_paper("payment-order", received="2026-11-24")
    assert_refused(client.post(ASSESS, data), "papers.0.received", "晚于今天")


def test_an_error_stays_at_its_own_row_when_a_row_is_skipped(client):
    data = with_paper("summons", received="2026-11-20")
    data |= {"papers.2.kind": "payment-order", "papers.2.received": "2026-12-24"}
    page = assert_refused(client.post(ASSESS, data), "papers.2.received", "晚于今天")
    assert answers_kept(page)["papers.2.received"] == "2026-12-24"


def rows_of_papers(count: int) -> dict[str, str]:
    """Answers with that many papers."""
    rows = {
        f"papers.{row}.{part}": value
        for row in range(count)
        for part, value in (("kind", "lawyer-letter"), ("received", "2026-11-20"))
    }
    return answers({"papers": "some", **rows})


def test_twenty_papers_are_taken():
    assert len(facts_of(rows_of_papers(20)).papers) == 20


def test_the_twenty_first_paper_is_refused_with_every_answer_kept(client):
    data = rows_of_papers(21)
    page = assert_refused(client.post(ASSESS, data), "papers", "最多填 20 份")
    assert answers_kept(page).items() >= data.items()


def test_a_paper_behind_the_last_row_is_not_dropped_in_silence(client):
    data = answers({"papers": "some", "papers.0.kind": "summons"})
    hidden = {"papers.40.kind": "payment-order"}
    assert_refused(client.post(ASSESS, data | hidden), "papers", "最多填 20 份")


@pytest.mark.parametrize("rows", [range(22), range(30), range(21, 42), [40], [999]])
def test_rows_that_no_page_offers_are_refused_and_never_dropped(client, rows):
    data = answers(papers="some")
    for row in rows:
        data |= {f"papers.{row}.kind": "payment-order"}
    assert client.post(ASSESS, data).status_code == 422


# --- one more paper ----------------------------------------------------------------


def test_one_more_paper_adds_a_row_and_keeps_every_answer(client):
    data = with_paper("summons", received="2026-11-20", over="on") | {
        "principal": "１,２３４．５０",
        "reachable": "no",
        "product": "renxingdai",
        "overdue_days": "两三周",
        "agreement_next_due": "2026-02-30",
    }
    response = client.post(ASSESS, data | {"more": "1"})
    assert response.status_code == 200
    page = read(response)
    assert "papers.1.kind" in page.form_to(ASSESS).controls
    assert answers_kept(page).items() >= data.items()
    assert "请改正以下问题" not in page.text


def test_one_more_paper_can_be_asked_for_again_and_again(client):
    page = read(client.get(ASSESS))
    for row in (1, 2, 3):
        page = read(client.post(ASSESS, page.form_to(ASSESS).sent() | {"more": "1"}))
        assert f"papers.{row}.kind" in page.form_to(ASSESS).controls


def test_one_more_paper_than_twenty_can_be_seen_so_that_its_error_has_a_place(client):
    page = read(client.post(ASSESS, rows_of_papers(20) | {"more": "1"}))
    assert "papers.20.kind" in page.form_to(ASSESS).controls
    page = read(client.post(ASSESS, page.form_to(ASSESS).sent() | {"more": "1"}))
    assert "papers.21.kind" not in page.form_to(ASSESS).controls


# --- errors keep everything ----------------------------------------------------------


def test_an_error_keeps_every_other_answer_as_it_was_typed(client):
    data = with_paper("payment-order", received="二〇二六年", own_date="2026/12/1") | {
        "role": "guarantor",
        "principal": "１,２３４．５０",
        "product": "jinnongyidai",
        "lender_kind": "micro-loan",
        "reachable": "no",
        "contact_called": "yes",
        "contact_refused": "yes",
        "agreement": "kept",
        "agreement_next_due": "２０２６年１２月１日",
        "overdue_days": "９",
    }
    page = assert_refused(client.post(ASSESS, data), "papers.0.received")
    assert answers_kept(page).items() >= data.items()


def test_what_is_typed_is_shown_as_text_and_never_as_markup(client):
    typed = '"><script>alert(1)</script>'
    response = client.post(ASSESS, answers(principal=typed))
    assert "<script>alert" not in response.content.decode()
    assert answers_kept(read(response))["principal"] == typed


def test_every_error_of_several_is_in_the_summary_with_a_target(client):
    data = with_paper("", received="x", own_date="y") | {
        "role": "nobody",
        "due_date": "z",
        "principal": "w",
    }
    response = client.post(ASSESS, data)
    page = read(response)
    errors = response.context["form"].errors
    assert set(errors) == {
        "role",
        "due_date",
        "principal",
        "papers.0.kind",
        "papers.0.received",
        "papers.0.own_date",
    }
    targets = [link[1:] for link in page.links if link.startswith("#id_")]
    assert sorted(page.controls_by_id[target] for target in targets) == sorted(errors)


@pytest.mark.parametrize(
    "field", ["due_date", "overdue_days", "principal", "agreement_next_due"]
)
def test_a_control_with_an_error_is_described_by_it(client, field):
    asked = {"when": "days"} if field == "overdue_days" else {}
    response = client.post(ASSESS, answers({field: "☃"} | asked))
    assert f"id_{field}_error" in read(response).described_by[field]


def test_a_field_of_100_kib_is_refused_and_kept(client):
    typed = "长" * 30_000
    response = client.post(ASSESS, answers(principal=typed))
    page = assert_refused(response, "principal", "太长")
    assert answers_kept(page)["principal"] == typed


def test_a_date_control_shows_a_wrong_date_as_text_so_that_it_is_not_lost(client):
    response = client.post(ASSESS, answers(due_date="十一月"))
    controls = read(response).form_to(ASSESS).controls
    assert controls["due_date"].kind == "text"
    assert controls["due_date"].value == "十一月"
    fresh = read(client.get(ASSESS)).form_to(ASSESS).controls
    assert fresh["due_date"].kind == "date"


@pytest.mark.parametrize(
    ("chosen", "left_over"),
    [
        ({"when": "date", "due_date": "2026-11-14"}, {"overdue_days": "好多天😀"}),
        ({"when": "days", "overdue_days": "9"}, {"due_date": "2026-13-40"}),
        ({"when": "unknown"}, {"due_date": "昨天", "overdue_days": "很久"}),
        ({"agreement": "none"}, {"agreement_next_due": "下个月"}),
    ],
)
def test_nonsense_left_in_an_answer_not_chosen_blocks_nothing(
    client, chosen, left_over
):
    response = client.post(ASSESS, answers(chosen | left_over))
    assert response.status_code == 200
