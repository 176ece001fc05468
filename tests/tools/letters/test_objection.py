"""Words that only plead are warned of at the letter itself; what contests is not."""

from __future__ import annotations

import pytest

from tests.portal.reading import read
from timeline.catalog.letters import letters

URL = "/letters/payment-order-objection/"
ANSWER = "/letters/court-answer/"
PLEAS = (
    "我没钱，想分期。",
    "失业了，请法院宽限半年。",
    "现在实在还不起，能不能每月还五百。",
)


def fill(client, words, url=URL, **ticks):
    return client.post(url, {"ground-facts": words, **ticks})


@pytest.mark.parametrize("words", PLEAS)
def test_a_plea_is_warned_of_and_sent_to_a_letter_of_its_own(client, words):
    page = read(fill(client, words))
    assert "先别交：这样写，挡不住支付令" in page.text
    assert f"「{words}」" in page.text
    assert "还没有写出一条" not in page.text
    assert {"/letters/hardship/", "/letters/instalment-proposal/"} <= set(page.links)
    assert any("436" in link for link in page.links)


@pytest.mark.parametrize("words", PLEAS)
def test_a_plea_beside_a_ground_is_told_apart_from_it(client, words):
    response = fill(client, words, **{"ground-paid": "on"})
    text = read(response).text
    assert "先改一处：没钱、分期的话，不写进异议" in text
    assert "先别交" not in text


def test_the_words_go_on_to_the_page_that_reads_each_sentence(client):
    page = read(fill(client, PLEAS[0]))
    sent = page.form_to("/court/payment-order/").values()
    assert sent == {"text": PLEAS[0]}
    answer = client.post("/court/payment-order/", sent).context["page"]
    assert answer.key == "ability-only"


def test_words_that_contest_are_enough_without_a_tick(client):
    page = fill(client, "实际只收到一万元，本金算错了。").context["page"]
    assert page.objecting.contests
    assert not page.objecting.warned
    assert not page.warning
    assert fill(client, "").context["page"].warning
    assert fill(client, "特此提出。").context["page"].warning


@pytest.mark.parametrize(
    ("words", "ticks", "hinted"),
    [
        ("利息太高了，我不认。", {}, True),
        ("", {"ground-fees": "on"}, True),
        ("利息算错了。", {"ground-fees": "on", "ground-fees-unnamed": "on"}, True),
        ("", {"ground-fees": "on", "ground-paid": "on"}, False),
        ("钱没有到账。", {"ground-fees": "on"}, False),
        ("本金不对，利息也不对。", {}, False),
        (PLEAS[0], {}, False),
        ("", {}, False),
    ],
)
def test_who_contests_only_fees_is_reminded_of_the_rest(client, words, ticks, hinted):
    response = fill(client, words, **ticks)
    assert bool(response.context["page"].objecting.hint) is hinted
    text = read(response).text
    assert ("只争利息和费用？" in text) is hinted
    assert ("这是我们的理解" in text) is hinted


def test_other_letters_are_not_read_so(client):
    assert fill(client, PLEAS[0], ANSWER).context["page"].objecting is None


def test_each_letter_to_a_court_hints_at_its_own_matter(client):
    assert "不影响支付令" in read(client.get(URL)).text
    assert "支付令" not in read(client.get(ANSWER)).text
    for letter in letters().values():
        assert set(letter.hints) <= set(letter.blanks)
