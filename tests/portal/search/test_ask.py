"""``ask search`` answers as the page does."""

from __future__ import annotations

from datetime import date

import jsonschema
import pytest

from portal.search.ask import answer, schema
from tests.portal.search.shelf import article
from timeline.engine import FactsError

TODAY = date(2026, 11, 24)


@pytest.mark.django_db
def test_results_are_address_title_and_kind():
    article("night", "半夜还打催收电话可以吗")
    found = answer({"q": "半夜打电话"}, TODAY)
    first = {
        "url": "/articles/night/",
        "title": "半夜还打催收电话可以吗",
        "kind": "article",
    }
    assert found["results"][0] == first
    jsonschema.validate({"id": 7} | found, schema()["output"])


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "numbers"), [("不想活了", "120"), ("征信", None)])
def test_words_of_despair_are_heard_as_on_the_page(typed, numbers):
    comfort = answer({"q": typed}, TODAY)["comfort"]
    assert (comfort and comfort["numbers"][0]) == numbers


@pytest.mark.django_db
def test_there_are_ten_results_at_most():
    for number in range(15):
        article(f"a-{number}", f"独角兽{number}")
    assert len(answer({"q": "独角兽"}, TODAY)["results"]) == 10


@pytest.mark.parametrize(
    ("question", "field"),
    [({}, "q"), ({"q": None}, "q"), ({"q": 3}, "q"), ({"q": "a", "x": 1}, "x")],
)
def test_what_is_wrong_is_named(question, field):
    with pytest.raises(FactsError) as caught:
        answer(question, TODAY)
    assert caught.value.field == field


def test_the_schema_takes_what_is_asked():
    jsonschema.validate({"id": "x", "q": "征信"}, schema()["input"])
