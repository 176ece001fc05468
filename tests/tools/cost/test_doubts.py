"""A slip in a unit stands first; a penalty nobody knows makes our sum the least."""

from __future__ import annotations

import re

import pytest

from tests.tools.assess.asking import TODAY
from timeline.engine.cost import Doubt
from timeline.tools.cost import ask

URL = "/repay/cost/"
# What a visitor typed: a year's rate for a day's, and 50 for half of the rate.
SLIP = {
    "due_date": "2026-05-10",
    "principal": "5000",
    "rate": "24",
    "rate_per": "day",
    "penalty": "daily-added",
    "penalty_figure": "50",
    "lender_total": "9000",
}
SOUND = {
    "due_date": "2026-05-10",
    "principal": "5000",
    "rate": "18",
    "penalty": "uplift",
    "penalty_figure": "50",
    "lender_total": "9000",
}
UNITS = [
    {"rate": "0.05"},
    {"rate": "1800"},
    {"rate": "18", "rate_per": "day"},
    {"rate_changes": "2026-07-01 0.04"},
    {"penalty_figure": "1.5"},
    {"penalty_figure": "150"},
    {"penalty": "daily", "penalty_figure": "0.05"},
    {"penalty": "daily", "penalty_figure": "5"},
    {"penalty": "daily-added", "penalty_figure": "50"},
]


def in_the_open(html):
    """What stands on the page before anything is unfolded."""
    depth, kept = 0, []
    for part in re.split(r"(<details|</details>)", html):
        depth += (part == "<details") - (part == "</details>")
        if not depth:
            kept.append(part)
    return "".join(kept)


def test_a_slip_in_a_unit_gives_no_headline_and_no_comfort(client):
    response = client.post(URL, SLIP)
    page, html = response.context["page"], response.content.decode()
    assert page.title == "先核对您填的数，再看结果"
    assert "%" not in page.hedge
    assert page.comparison is None
    assert page.chart is None
    assert 'class="course"' not in html
    for word in ("对您有利", "对方比我们算的", "一年的费用约是", "带上对方要的数"):
        assert word not in html
    assert "没有填错，照这样算" in html
    assert '<h2 id="reading-1">' in html
    assert not re.search(r"\d 元", in_the_open(html))


@pytest.mark.parametrize("changes", UNITS)
def test_every_doubt_about_a_unit_makes_the_sums_wait(client, changes):
    assert client.post(URL, SOUND | changes).context["page"].waits


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"rate": "0"},
        {"rate": "100"},
        {"rate": "0.05", "rate_per": "day"},
        {"penalty_figure": "0"},
        {"penalty_figure": "5"},
        {"penalty_figure": "100"},
        {"penalty": "daily", "penalty_figure": "0.1"},
        {"penalty": "daily", "penalty_figure": "3"},
        {"penalty": "unknown"},
    ],
)
def test_a_common_figure_waits_for_nothing(client, changes):
    page = client.post(URL, SOUND | changes).context["page"]
    assert not page.waits
    assert page.comparison is not None
    assert page.chart is not None
    assert page.actions


def test_who_says_that_the_figures_are_right_sees_the_sums(client):
    response = client.post(URL, SLIP | {"confirm": "1"})
    page, html = response.context["page"], response.content.decode()
    assert page.title.startswith("到今天约欠 ")
    assert page.comparison is not None
    assert page.chart is not None
    assert page.doubts
    assert "先看一眼您填的数" in html
    assert "没有填错" not in html


def test_the_button_that_confirms_carries_every_answer(client):
    response = client.post(URL, SLIP)
    html = response.content.decode()
    start = html.index('aria-labelledby="doubt-h"')
    form = html[start : html.index("没有填错", start)]
    sent = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form))
    assert sent == SLIP | {"confirm": "1"}


def test_only_a_penalty_nobody_knows_is_no_doubt_about_a_unit():
    assert [doubt for doubt in Doubt if not doubt.of_unit] == [Doubt.PENALTY_UNKNOWN]


def test_without_the_penalty_the_sum_is_called_the_least(client):
    """5,000 at 18 % for 197 days: ÷ 365 = 485.75; ÷ 360 is more."""
    response = client.post(URL, SOUND | {"penalty": "unknown"})
    page, html = response.context["page"], response.content.decode()
    assert page.title == "到今天至少欠 5,485.75\N{NO-BREAK SPACE}元"
    assert "一年的费用至少是欠款的 18.00%" in html
    told = client.post(URL, SOUND | {"penalty": "none"}).context["page"]
    assert told.title.startswith("到今天约欠 5,485.75\N{NO-BREAK SPACE}元到 ")


def test_a_year_is_rounded_as_it_is_reckoned(client):
    """5.13 % and half of it are 7.695 %."""
    given = SOUND | {"rate": "5.13", "basis": "365"}
    assert client.post(URL, given).context["page"].yearly == "7.70%"
    assert ask.answer(given, TODAY)["yearly"] == "7.695000"


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"penalty_figure": "050.00"}, "罚息再加 50% = "),
        ({"penalty": "daily", "penalty_figure": "0.50"}, " × 0.5‰ × 197 = "),
        ({"rate": "018.250"}, " × 18.25% ÷ 365 × 197 = "),
    ],
)
def test_a_figure_is_shown_without_the_zeros_that_were_typed(client, changes, shown):
    given = SOUND | {"basis": "365", "compound": "no"} | changes
    lines = client.post(URL, given).context["page"].scenarios[0].arithmetic
    assert shown in lines[-1]


def test_a_missing_figure_is_named_so_that_it_stands_alone(client):
    html = client.post(URL, SOUND | {"penalty_figure": ""}).content.decode()
    assert "罚息或违约金的数字（百分之几，或千分之几）" in html
    assert "那个数字是多少" not in html
