"""Words that only plead are warned of at the letter itself; what contests is not."""

from __future__ import annotations

import pytest

from tests.portal.reading import read
from timeline.catalog.letter_record import Part
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


UNREAD = "支付令四十天才送到。"
ORDERS = (
    "ground-jurisdiction",
    "ground-not-due",
    "ground-own-part",
    "ground-sued",
    "ground-late-service",
)


@pytest.mark.parametrize("ground", ORDERS)
def test_what_the_order_itself_lacks_is_a_ground_to_tick(client, ground):
    page = fill(client, "", **{ground: "on"}).context["page"]
    assert not page.warning
    assert not page.objecting.hint
    (line,) = [line for line in page.letter.lines if line.part is Part.NUMBERED]
    assert "civil-procedure-interp:435" in line.cites


def test_words_that_are_not_understood_are_not_called_nothing(client):
    page = fill(client, UNREAD).context["page"]
    assert page.warning.title == "再看一眼"
    assert "没有，就不要交" not in page.warning.text
    assert fill(client, "").context["page"].warning.title == "先别交"


def test_words_alone_that_plead_are_still_told_not_to_go(client):
    assert "先别交：这样写" in read(fill(client, PLEAS[0])).text


def test_an_answer_in_the_writers_own_words_is_enough(client):
    page = fill(client, "息费合计超过年利率 24%，请求调减。", ANSWER).context["page"]
    assert page.warning is None


def test_an_empty_answer_is_not_told_to_stay_away_from_the_hearing(client):
    warning = fill(client, "", ANSWER).context["page"].warning
    assert "开庭那天照样要去" in warning.text
    assert "可以不交" not in warning.text


def test_a_total_that_is_too_high_can_be_ticked_in_an_answer(client):
    page = fill(client, "", ANSWER, **{"ground-total": "on"}).context["page"]
    assert page.warning is None
    assert any("合计过高" in line.text for line in page.letter.lines)


def test_a_transfer_is_not_the_only_plea_once_a_suit_has_come(client):
    page = fill(client, "", ANSWER, **{"ground-transfer": "on"}).context["page"]
    text = "".join(line.text for line in page.letter.lines)
    assert "不发生效力" not in text
    assert "付给原债权人的" in text
