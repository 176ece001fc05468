"""What a page says of one paper only, once, and with numbers that can be tapped."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.portal.reading import read
from timeline.catalog import words
from timeline.catalog.letters import letters
from timeline.catalog.papers import paper_parts
from timeline.dialling import pieces
from timeline.engine import PaperKind

PAPERS = "/court/papers/"
KINDS = [kind.key for kind in PaperKind]
SHORTEST = 14  # shorter sentences are labels
# Two steps may end on one day; a law may carry several sentences.
REPEATED = re.compile(
    r"^(?:法律|司法解释|行政法规|平台惯例|国家标准)|^依据文书|星期|更多"
)


def ask(client, **answers):
    return client.post(PAPERS, answers)


def said_twice(response):
    lines = [line.strip() for line in re.split("[。\n]", read(response).text)]
    told = Counter(line for line in lines if len(line) >= SHORTEST)
    return [x for x, n in told.items() if n > 1 and not REPEATED.search(x)]


@pytest.mark.parametrize("key", KINDS)
def test_no_sentence_stands_twice_on_a_page(client, key):
    assert said_twice(client.get(f"{PAPERS}{key}/")) == []
    assert said_twice(ask(client, kind=key, received="2026-11-20")) == []
    assert said_twice(ask(client, kind=key, received="2026-06-20")) == []


def test_every_part_leads_somewhere_and_every_action_has_words():
    for parts in paper_parts().values():
        items = [*parts.late, *(item for part in parts.parts for item in part.items)]
        for item in items:
            leads = [item.letter, item.page, item.article]
            assert bool(item.label) == (sum(map(bool, leads)) == 1), item.text
            assert not item.letter or item.letter in letters()
            assert item.cites
        assert set(parts.covers) <= set(words.findings())
        assert set(parts.today) <= set(words.actions())


def test_somebody_who_only_cannot_pay_an_order_is_shown_a_way(client):
    response = ask(client, kind="payment-order", received="2026-11-20")
    page = read(response)
    assert "钱数没错，只是付不清" in page.text
    for letter in ("instalment-proposal", "hardship"):
        assert f"/letters/{letter}/" in page.links
    assert "/repay/budget/" in page.links
    assert "执行里仍可以和解，分期付" in page.text


def test_a_restriction_says_what_it_covers_and_how_to_ask_for_an_exception(client):
    for response in (
        client.get(f"{PAPERS}consumption-restriction/"),
        ask(client, kind="consumption-restriction"),
    ):
        page = read(response)
        for told in ("飞机", "G 字头", "高收费的私立学校", "批准以后才可以"):
            assert told in page.text
        assert "/articles/consumption-restriction/" in page.links


def test_a_judgment_has_a_letter_and_the_shape_of_an_appeal(client):
    page = read(ask(client, kind="judgment", received="2026-11-20"))
    assert "上诉状写什么" in page.text
    assert "/letters/instalment-proposal/" in page.links


def test_a_forged_paper_brings_the_outline_for_the_police_and_nothing_to_prepare(
    client,
):
    response = ask(
        client, kind="payment-order", received="2026-11-16", verified="false"
    )
    page = read(response)
    assert [line.title for line in response.context["page"].actions] == [
        "留好假文书，再报警"
    ]
    assert "/letters/police-outline/" in page.links
    assert "/letters/payment-order-objection/" not in page.links
    for wrong in ("先放在手边", "让对方能找到您本人", "期限内既不付清", "从调解到执行"):
        assert wrong not in page.text
    assert "马上打 110" in page.text


@pytest.mark.parametrize(
    ("kind", "folded"), [("payment-order", True), ("judgment", False)]
)
def test_the_floors_of_enforcement_stand_open_only_where_it_is_near(
    client, kind, folded
):
    text = read(ask(client, kind=kind)).text
    assert ("万一到了执行，也有底线" in text) is folded


def test_words_that_could_not_be_read_are_gone(client):
    copy = read(ask(client, kind="complaint-copy", received="2026-11-20")).text
    assert "如果是真的：「已立案或已申请仲裁」这一步" in copy
    letter = read(ask(client, kind="lawyer-letter")).text
    assert "它不是法院文书，本身不开始任何诉讼期限" in letter
    award = read(ask(client, kind="arbitration-notice", received="2026-11-20")).text
    assert "起诉状副本之日" not in award
    assert "找到还缺的日期" in award


def test_the_kind_need_not_be_chosen_twice(client):
    page = read(client.get(f"{PAPERS}payment-order/"))
    form = page.form_to(PAPERS)
    assert form.values()["kind"] == "payment-order"
    assert {"received", "own_date"} <= set(form.controls)
    answer = client.post(PAPERS, form.values() | {"received": "2026-11-20"})
    assert answer.context["page"].first_date.iso == "2026-12-05"
    assert client.get(f"{PAPERS}lawyer-letter/").context["form"] is None


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("打 12368，报案号", ["12368"]),
        ("打 110 报警，或打 96110 咨询", ["110", "96110"]),
        ("110 元、12345.6 和 120 日", []),
        ("（2026）粤0106民初12368号", []),
        ("", []),
    ],
)
def test_only_numbers_of_the_channels_can_be_dialled(text, dialled):
    cut = pieces(text)
    assert "".join(piece.text for piece in cut) == text
    assert [piece.text for piece in cut if piece.dial] == dialled


def test_the_court_can_be_called_from_the_step_that_says_so(client):
    page = read(ask(client, kind="payment-order", received="2026-11-20"))
    assert "tel:12368" in page.links


NO_COURT = ["lawyer-letter", "transfer-notice", "credit-notice"]
OF_BOARDS = [
    "mediation-notice",
    "mediation-agreement",
    "arbitration-notice",
    "arbitration-award",
]


@pytest.mark.parametrize("key", NO_COURT)
def test_what_is_no_paper_of_a_court_is_set_on_no_road_to_enforcement(client, key):
    page = read(ask(client, kind=key, sum_claimed="30000"))
    assert "强制执行" not in page.text
    assert "还能谈什么" not in page.text
    assert "/repay/court-cost/" in page.links
    assert "一站一站看" not in read(client.get(f"{PAPERS}{key}/")).text


@pytest.mark.parametrize("key", [key for key in KINDS if key not in NO_COURT])
@pytest.mark.parametrize("received", ["2026-06-20", ""])
def test_offices_of_mediation_are_named_only_where_one_may_have_sent_the_paper(
    client, key, received
):
    response = ask(client, kind=key, received=received)
    said = "".join(line.text for line in response.context["page"].actions)
    assert "12368" in said
    assert ("那家机构" in said) is (key in OF_BOARDS)
    assert "从调解到执行" in read(response).text


def test_what_is_to_be_done_leads_to_the_page_that_helps(client):
    letter = read(ask(client, kind="lawyer-letter"))
    assert "/repay/budget/" in letter.links
    order = read(ask(client, kind="payment-order", received="2026-11-20"))
    assert "/court/payment-order/" in order.links
    assert "/court/payment-order/" in read(client.get(f"{PAPERS}payment-order/")).links


def test_who_chose_no_kind_is_sent_to_describe_it_on_the_same_page(client):
    page = read(ask(client, kind=""))
    assert "认不出来，用下面的「叫不出名字？说说它」" in page.text
    assert "#describe-h" in page.links


@pytest.mark.parametrize(
    ("freeze", "letters_shown"),
    [
        ("preservation", ["freeze-review", "retain-living-costs"]),
        ("unknown", ["freeze-review", "retain-living-costs"]),
        ("enforcement", ["retain-living-costs"]),
    ],
)
def test_a_freeze_before_judgment_has_a_letter_that_asks_for_review(
    client, freeze, letters_shown
):
    given = {"kind": "asset-freeze", "received": "2026-11-20", "freeze": freeze}
    page = ask(client, **given).context["page"]
    assert [letter.key for letter in page.letters] == letters_shown


def test_the_letter_for_review_says_what_is_ticked_and_by_when(client):
    given = {"paper-received": "2026-11-20", "review-too-much": "on"}
    text = read(client.post("/letters/freeze-review/", given)).text
    assert "最晚 2026年11月25日" in text
    assert "第一百一十一条" in text
    assert "保全的数超过了对方请求的数" in text
    assert "判决不会因为我的行为难以执行" not in text
    assert "复议期间，冻结不停" in text
    bare = read(client.post("/letters/freeze-review/", {"my-name": "张三"})).text
    assert "复议要写明不服哪里、为什么" in bare
