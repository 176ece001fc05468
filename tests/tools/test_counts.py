"""A count is taken as people write one, with its own unit and no other."""

from __future__ import annotations

import pytest
from django import forms

from tests.tools.assess.asking import TODAY
from timeline.catalog.blanks import blanks
from timeline.forms.fields import WholeField
from timeline.tools.letters.fields import blank_field

PEOPLE = {"units": "口个人"}


@pytest.mark.parametrize(
    "typed",
    [
        "3",
        "３",
        " 3 ",
        "三",
        "3口人",
        "3个人",
        "3 口人",
        "3人",
        "3口",
        "三口人",
        "三个人",
    ],
)
def test_three_people_are_three(typed):
    assert WholeField(1, 20, **PEOPLE).clean(typed) == 3


@pytest.mark.parametrize(
    ("typed", "meant"), [("两口人", 2), ("十二", 12), ("二十口人", 20), ("12个月", 12)]
)
def test_numbers_in_words_are_read(typed, meant):
    assert WholeField(1, 20, units="口个人月").clean(typed) == meant


@pytest.mark.parametrize(
    "typed", ["0", "21", "人", "一二口人", "-3", "3.5", "3天", "3口人家", "1" * 30]
)
def test_what_is_no_count_of_people_is_refused(typed):
    with pytest.raises(forms.ValidationError, match="请写 1 到 20 的整数。"):
        WholeField(1, 20, **PEOPLE).clean(typed)


def test_three_months_are_not_three_days(client):
    page = client.post(
        "/repay/court-cost/", {"sum": "9", "judged": "9", "late_days": "3个月"}
    )
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["late_days"]


@pytest.mark.parametrize("typed", ["12期", "十二期", "12"])
def test_a_blank_of_a_letter_takes_the_same(typed):
    assert blank_field(blanks()["instalments"], TODAY).clean(typed) == 12
