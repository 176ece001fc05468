"""Somebody who cannot name the paper says what it says, and is shown what it may be."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.portal.reading import read
from timeline.catalog import words
from timeline.catalog.paper_words import named
from timeline.catalog.papers import paper_guides
from timeline.engine import PaperKind
from timeline.engine.paper_names import MOST

PAPERS = "/court/papers/"
MESSAGE = "/court/message/"
CASES = Path("tests/cases/papers")
KINDS = [kind.key for kind in PaperKind]
SETS = (
    "described",
    "described-later",
    "described-last",
    "described-apart",
    "described-anew",
)
FAINT = "法院说不用开庭，直接叫我付钱"
AT_LEAST = 0.93  # are named first; every one of them is among the named
NO_PAPER = (
    "今天天气不错",
    "他们天天打电话骂我",
    "我想分期还款怎么谈",
    "欠了三万块还不上",
    "利息太高了怎么办",
    "银行卡丢了补办",
    "公司倒闭了没工资",
    "对方加我微信要我还钱",
    "有人敲门我没开",
    "1234567",
    "物业贴在门上的停水通知，说后天上午检修水管，请提前储水。",
    "交警队寄来的，说我的车在某路口闯红灯，记六分罚二百。",
    "保险公司寄的一张单子，说我的车险下个月到期，问要不要续保，附了报价。",
)


def described(name):
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


def keys(text):
    return [candidate.kind.key for candidate in named(text)]


def describe(client, text):
    return client.post(PAPERS, {"text": text})


@pytest.mark.parametrize("name", SETS)
def test_every_kind_is_described_by_ordinary_people(name):
    assert [*described(name)] == KINDS


@pytest.mark.parametrize("name", SETS)
def test_what_ordinary_people_say_names_the_paper(name):
    told = [(key, text) for key, texts in described(name).items() for text in texts]
    assert not [text for key, text in told if key not in keys(text)]
    first = [key for key, text in told if keys(text)[0] == key]
    assert len(first) >= AT_LEAST * len(told)


@pytest.mark.parametrize("key", KINDS)
def test_its_own_name_and_looks_name_it(key):
    assert keys(words.papers()[key].name)[0] == key
    assert key in keys(paper_guides()[key].looks)


@pytest.mark.parametrize("text", NO_PAPER)
def test_what_is_no_paper_names_none(text):
    assert not named(text)


def test_spaces_marks_and_old_characters_hide_nothing():
    assert keys("支 付 令")[0] == keys("支.付.令")[0] == "payment-order"
    assert keys("傳票")[0] == "summons"


def test_a_long_text_is_read_in_a_moment():
    assert len(named("判决不能上诉，公证执行财产冻结。" * 3_000)) <= MOST


@pytest.mark.parametrize("key", KINDS)
def test_a_description_leads_to_the_page_of_the_kind(client, key):
    text = described("described")[key][0]
    response = describe(client, text)
    page = read(response)
    assert f"{PAPERS}{key}/" in page.links
    assert words.papers()[key].name in page.text
    assert paper_guides()[key].looks in page.text
    assert "认出的话：「" in page.text
    assert len(response.context["page"].kinds) <= MOST
    assert "不是结论" in page.text
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_the_words_that_were_recognised_stand_in_the_description(client):
    text = "法院 说不用开庭，直接叫我 付钱，不同意就写异议。"
    for kind in describe(client, text).context["page"].kinds:
        for word in kind.heard:
            assert word.replace(" ", "") in text.replace(" ", "")


def test_what_is_not_recognised_is_said_so_and_still_has_a_first_date(client):
    response = describe(client, "一张纸")
    page = read(response)
    assert page.levels("h1") == ["还认不出是哪种文书"]
    assert "不等于没有事" in page.text
    assert "申请复议只有 5 日" in page.text
    assert "tel:12368" in page.links
    assert response.context["describe"]["text"].value() == "一张纸"


@pytest.mark.parametrize("text", ["", "   ", "长" * 2_001])
def test_nothing_and_too_much_are_told_at_the_field(client, text):
    response = describe(client, text)
    assert response.status_code == 422
    page = read(response)
    assert page.title.startswith("错误：")
    assert "「它叫什么，写了什么？」" in page.text


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\0\u200b🙃", "支付令\0"]
)
def test_nonsense_is_answered_and_stays_text(client, text):
    response = describe(client, text)
    assert response.status_code in {200, 422}
    assert b"<script>alert" not in response.content


def test_who_writes_in_despair_is_met_first(client):
    page = read(describe(client, "收到支付令，不想活了"))
    assert page.text.index("先停一停") < page.text.index("最像：支付令")
    assert "tel:12356" in page.links


def test_a_chosen_kind_is_answered_whatever_else_is_said(client):
    response = client.post(PAPERS, {"kind": "judgment", "text": "支付令"})
    assert read(response).levels("h1") == ["一审判决书"]


@pytest.mark.parametrize("key", KINDS)
def test_the_message_desk_leads_to_every_kind_that_is_described(client, key):
    reached = [
        f"{PAPERS}{key}/" in read(client.post(MESSAGE, {"text": text})).links
        for text in described("described")[key]
    ]
    assert all(reached), list(zip(described("described")[key], reached, strict=True))


@pytest.mark.parametrize("key", KINDS)
def test_every_kind_has_a_letter_or_says_why_not(client, key):
    guide = paper_guides()[key]
    page = read(client.get(f"{PAPERS}{key}/"))
    assert guide.letters
    for letter in guide.letters:
        assert f"/letters/{letter}/" in page.links


def test_who_is_sure_of_the_kind_only_adds_the_day(client):
    page = read(describe(client, "法院寄来的支付令"))
    given = page.form_to(PAPERS)
    assert given.values() == {"kind": "payment-order"}
    answer = client.post(PAPERS, given.values() | {"received": "2026-11-16"})
    assert answer.context["page"].first_date.iso == "2026-12-01"
    assert "认不出以前" not in page.text


def test_a_faint_likeness_is_said_to_be_faint_and_has_a_first_date(client):
    text = read(describe(client, FAINT)).text
    assert "也许是：" in text
    assert "认不出以前，先按常见几种里最早的日期办" in text
    assert "拘留" not in text


def test_a_faint_likeness_that_opens_a_step_only_needs_the_day(client):
    page = read(describe(client, FAINT))
    assert page.form_to(PAPERS).values() == {"kind": "payment-order"}


@pytest.mark.parametrize("text", ["好像是什么律师", "律师事务所给我发的函，说要起诉"])
def test_what_can_be_no_paper_of_a_court_frightens_with_no_date_of_one(client, text):
    page = read(describe(client, text))
    assert "也许是：律师函" in page.text
    assert "认不出以前" not in page.text
    assert "只有 5 日" not in page.text
