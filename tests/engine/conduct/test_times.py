"""Hours to the minute, calls to the count: the tables of the conduct tool."""

from __future__ import annotations

import pytest

from tests.engine.conduct.asking import DAY, connected, event, judged, verdicts

BREACH, DOUBTFUL, OK = {"breach"}, {"doubtful"}, {"ok"}


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("07:59", BREACH),
        ("08:00", OK),
        ("12:00", OK),
        ("21:59", OK),
        ("22:00", BREACH),
        ("23:59", BREACH),
        ("00:00", BREACH),
    ],
)
def test_the_quiet_hours_are_half_open_to_the_minute(clock, expected):
    found = judged(event(f"{DAY}T{clock}"))
    assert verdicts(found, "quiet-hours") == expected
    assert {found["overall"]} == expected


def test_seconds_do_not_carry_a_call_into_the_quiet_hours():
    assert judged(event(f"{DAY}T21:59:59"))["overall"] == "ok"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (f"{DAY}T13:59Z", OK),
        (f"{DAY}T14:00Z", BREACH),
        (f"{DAY}T14:00:00+00:00", BREACH),
        (f"{DAY}T22:59+09:00", OK),
        (f"{DAY}T19:29+05:30", OK),
        (f"{DAY}T19:30+0530", BREACH),
    ],
)
def test_an_offset_is_turned_into_the_time_of_shanghai(at, expected):
    assert verdicts(judged(event(at)), "quiet-hours") == expected


@pytest.mark.parametrize(
    ("hours", "clock", "expected"),
    [
        (["23:00", "08:00"], "22:30", OK),
        (["23:00", "08:00"], "23:00", BREACH),
        (["23:00", "07:00"], "07:00", OK),
        (["12:00", "14:00"], "12:00", BREACH),
        (["12:00", "14:00"], "14:00", OK),
        (["12:00", "14:00"], "22:30", OK),
    ],
)
def test_hours_agreed_upon_replace_those_of_the_norm(hours, clock, expected):
    found = judged(event(f"{DAY}T{clock}"), agreed_quiet_hours=hours)
    assert verdicts(found, "quiet-hours") == expected


@pytest.mark.parametrize("channel", ["letter", "posted"])
def test_a_letter_has_no_hour_at_which_it_disturbs(channel):
    found = judged(event(f"{DAY}T23:00", channel=channel))
    assert verdicts(found, "quiet-hours") == set()


@pytest.mark.parametrize("channel", ["robot-call", "sms", "im", "visit"])
def test_every_other_way_of_collecting_keeps_the_hours(channel):
    found = judged(event(f"{DAY}T23:00", channel=channel))
    assert verdicts(found, "quiet-hours") == BREACH


def test_a_day_without_a_minute_is_not_held_against_the_hours():
    assert judged(event(DAY))["overall"] == "ok"


@pytest.mark.parametrize(
    ("mode", "rule"),
    [
        ("informing", "daily-informing-calls"),
        ("conversation", "daily-conversations"),
    ],
)
@pytest.mark.parametrize(("count", "expected"), [(3, OK), (4, BREACH)])
def test_three_connected_calls_of_one_kind_are_allowed_a_day(
    mode, rule, count, expected
):
    assert verdicts(judged(*connected(count, mode)), rule) == expected


def test_informing_calls_and_conversations_are_counted_apart():
    found = judged(*connected(3, "informing"), *connected(3, "conversation"))
    assert found["overall"] == "ok"


def test_robots_count_with_people_and_the_numbers_of_one_lender_together():
    calls = connected(4, "conversation")
    for number, call in enumerate(calls):
        call["number"] = f"000{number}"
        call["channel"] = ("call", "robot-call")[number % 2]
    assert verdicts(judged(*calls), "daily-conversations") == BREACH


def test_a_day_ends_at_midnight():
    late = connected(2, "conversation")
    early = [call | {"at": "2026-11-21T09:00"} for call in late]
    assert judged(*late, *early)["overall"] == "ok"
    assert judged(*late, *late)["overall"] == "breach"


def test_all_calls_of_the_day_are_named():
    found = judged(*connected(4, "conversation"), event("2026-11-19T10:00"))
    (one,) = [f for f in found["findings"] if f["rule"] == "daily-conversations"]
    assert one["events"] == [0, 1, 2, 3]


@pytest.mark.parametrize("part", ["mode", "answered", "channel", "to"])
def test_one_unknown_part_keeps_the_fourth_call_in_doubt(part):
    calls = connected(4, "conversation")
    calls[3][part] = None
    found = judged(*calls)
    assert verdicts(found, "daily-conversations") == DOUBTFUL
    assert found["ask"] == f"events.3.{part}"


@pytest.mark.parametrize("to", ["contact", "family", "colleague", "public"])
def test_calls_to_others_do_not_count_as_calls_to_the_debtor(to):
    found = judged(*connected(4, "conversation", to=to), reachable=False)
    assert verdicts(found, "daily-conversations") == set()


@pytest.mark.parametrize(("count", "expected"), [(6, OK), (7, DOUBTFUL)])
def test_more_than_six_unanswered_tries_are_doubtful_at_most(count, expected):
    tries = [event(f"{DAY}T10:{n:02}", answered=False) for n in range(count)]
    found = judged(*tries, lender_kind="bank")
    assert verdicts(found, "daily-unanswered-tries") == expected


def test_tries_of_two_numbers_are_counted_together():
    tries = [
        event(f"{DAY}T10:{n:02}", answered=False, number=f"000{n % 2}")
        for n in range(7)
    ]
    found = judged(*tries, lender_kind="bank")
    assert verdicts(found, "daily-unanswered-tries") == DOUBTFUL


def test_the_banks_guideline_is_not_held_against_a_micro_loan_company():
    tries = [event(f"{DAY}T10:{n:02}", answered=False) for n in range(7)]
    assert judged(*tries)["findings"] != []
    assert judged(*tries)["overall"] == "ok"
    assert verdicts(judged(*tries), "daily-unanswered-tries") == set()


@pytest.mark.parametrize(("count", "expected"), [(9, set()), (10, DOUBTFUL)])
def test_a_flood_of_messages_raises_the_question_of_harassment(count, expected):
    flood = [event(f"{DAY}T10:{n:02}", channel="sms") for n in range(count)]
    assert verdicts(judged(*flood), "flooding") == expected
