"""What holds for every log: order, addition, and not knowing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.conduct.asking import judged, real_cases
from timeline.engine import LenderKind, Role
from timeline.engine.conduct import Channel, Mode, Said, To

WEIGHT = ["ok", "doubtful", "breach"]
MINUTES = st.one_of(
    st.none(),
    st.sampled_from(["2026-11-19", "2026-11-20"]),
    st.builds(
        "2026-11-{:02}T{:02}:{:02}".format,
        st.integers(19, 21),
        st.integers(0, 23),
        st.integers(0, 59),
    ),
)


def some(kind: Any) -> Any:
    return st.one_of(st.none(), st.sampled_from([str(one) for one in kind]))


TRUTH = st.sampled_from([None, True, False])
EVENTS = st.fixed_dictionaries(
    {
        "at": MINUTES,
        "channel": some(Channel),
        "to": some(To),
        "number": st.sampled_from([None, "0001", "0002"]),
        "answered": TRUTH,
        "mode": some(Mode),
        "said": st.one_of(
            st.none(),
            st.lists(st.sampled_from([str(one) for one in Said]), max_size=3),
        ),
    }
)
LOGS = st.lists(EVENTS, max_size=8)
FACTS = st.fixed_dictionaries(
    {
        "role": st.sampled_from([str(one) for one in Role]),
        "lender_kind": st.sampled_from([str(one) for one in LenderKind]),
        "reachable": TRUTH,
        "refused_at": MINUTES,
        "agreed_quiet_hours": st.sampled_from([None, ["23:00", "08:00"]]),
    }
)


def weight(found: dict[str, Any]) -> int:
    return WEIGHT.index(found["overall"])


@given(LOGS, EVENTS, FACTS)
def test_another_contact_never_makes_it_milder(log, more, facts):
    assert weight(judged(*log, more, **facts)) >= weight(judged(*log, **facts))


def about(found: dict[str, Any], log: list[Any]) -> list[str]:
    """The findings, with the contacts themselves instead of their positions."""
    return sorted(
        repr({**one, "events": sorted(repr(log[n]) for n in one["events"])})
        for one in found["findings"]
    )


@given(LOGS, FACTS, st.randoms(use_true_random=False))
def test_the_order_of_writing_down_does_not_matter(log, facts, chance):
    mixed = list(log)
    chance.shuffle(mixed)
    assert about(judged(*log, **facts), log) == about(judged(*mixed, **facts), mixed)


@given(LOGS, FACTS)
def test_the_overall_verdict_is_the_gravest_of_the_findings(log, facts):
    found = judged(*log, **facts)
    worst = max((WEIGHT.index(one["verdict"]) for one in found["findings"]), default=0)
    assert weight(found) == worst


@given(LOGS, FACTS)
def test_with_the_lender_in_doubt_only_what_binds_everyone_is_a_breach(log, facts):
    found = judged(*log, **facts | {"lender_kind": "unknown"})
    for one in found["findings"]:
        if one["verdict"] == "breach":
            assert one["binds"] == ["everyone"]


@given(LOGS, FACTS)
def test_a_log_in_which_nothing_is_known_breaks_nothing(log, facts):
    blank = [{"at": one["at"]} for one in log]
    found = judged(*blank, **facts)
    quiet = {one["rule"] for one in found["findings"] if one["verdict"] == "breach"}
    assert quiet == set()


PARTS = st.sampled_from(["channel", "to", "number", "answered", "mode", "said"])


@given(LOGS.filter(bool), FACTS, PARTS, st.integers(0, 7))
def test_forgetting_a_part_never_makes_a_breach(log, facts, part, number):
    number %= len(log)
    forgotten = [dict(one) for one in log]
    forgotten[number][part] = None
    if judged(*log, **facts)["overall"] != "breach":
        assert judged(*forgotten, **facts)["overall"] != "breach"


@given(LOGS, FACTS, st.sampled_from(["lender_kind", "reachable", "refused_at"]))
def test_forgetting_a_fact_never_makes_a_breach(log, facts, fact):
    if judged(*log, **facts)["overall"] != "breach":
        assert judged(*log, **facts | {fact: None})["overall"] != "breach"


def test_taking_a_known_fact_away_never_turns_a_lawful_case_into_a_breach():
    for case in real_cases():
        given = case["given"]
        known = judged(*given["events"], **{**given, "events": given["events"]})
        if known["overall"] == "breach":
            continue
        for number, one in enumerate(given["events"]):
            for part in ("answered", "mode", "said", "to", "channel"):
                events = [dict(other) for other in given["events"]]
                events[number] = one | {part: None}
                found = judged(*events, **{**given, "events": events})
                assert found["overall"] != "breach", (case["id"], part)
