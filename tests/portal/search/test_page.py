"""The search page: groups, marks, and nothing kept of who asked what."""

from __future__ import annotations

import pytest

from portal.models import DayCount
from portal.search.index import rebuild
from portal.search.results import Piece, count_missing, search
from tests.portal.reading import read
from tests.portal.search.shelf import article, claim, term, topic, urls

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def index():
    rebuild()


def test_results_stand_in_groups_with_their_answers(client):
    article("night", "半夜还打催收电话可以吗", answer="夜间催收不符合国家标准。")
    claim("night-claim", "半夜催收一律违法")
    term("night-term", "半夜", meaning="很晚的时候。")
    page = read(client.get("/search/", {"q": "半夜"}))
    assert {"文章", "网上说法", "名词"} <= set(page.levels("h2"))
    assert "夜间催收不符合国家标准。" in page.text.replace("\n", "")
    assert {"/articles/night/", "/claims/night-claim/"} <= set(page.links)
    assert "/glossary/#night-term" in page.links


def test_matched_words_are_marked_where_they_stand():
    article("lpr", "四倍ＬＰＲ是多少")
    result = next(one for one in search("lpr").results if one.url == "/articles/lpr/")
    pieces = (Piece("四倍"), Piece("ＬＰＲ", marked=True), Piece("是多少"))
    assert result.title_pieces == pieces


def test_what_editors_and_readers_write_is_escaped(client):
    article("bad", "<script>alert(1)</script> 独角兽", answer='"><img src=x> 独角兽')
    html = client.get("/search/", {"q": '"><script>独角兽'}).content.decode()
    assert "<script>alert" not in html
    assert "<img" not in html
    assert 'value="&quot;&gt;&lt;script&gt;独角兽"' in html


@pytest.mark.parametrize(
    "typed", ["上门", "外访", "進屋", "shangmen", "上门！！", "ＳＨＡＮＧＭＥＮ"]
)
def test_synonyms_pinyin_and_other_scripts_lead_to_the_same_page(typed):
    article("visit", "上门催收的人要进屋怎么办")
    assert "/articles/visit/" in urls(typed)


@pytest.mark.parametrize("typed", ["账", "独", "独角", "角兽", "独角兽"])
def test_one_two_and_three_characters_find(typed):
    article("one", "呆账里的独角兽")
    assert "/articles/one/" in urls(typed)


def test_without_a_result_the_nearest_topics_and_the_doors_are_offered(client):
    topic("beasts", "麒麟阁")
    page = read(client.get("/search/", {"q": "犼犼犼"}))
    assert "没有找到「犼犼犼」" in page.text
    assert "/topics/beasts/" in page.links
    doors = {
        "/assess/",
        "/contact/",
        "/court/message/",
        "/court/papers/",
        "/repay/offer/",
        "/conduct/",
    }
    assert doors <= set(page.links)


def test_without_a_query_there_are_the_doors_and_no_complaint(client):
    page = read(client.get("/search/"))
    assert "没有找到「" not in page.text
    assert "/assess/" in page.links


def test_a_search_that_finds_counts_nothing(client):
    article("one", "征信")
    client.get("/search/", {"q": "征信"})
    assert not DayCount.objects.exists()


def test_only_words_of_the_subject_are_counted_when_nothing_is_found(client):
    client.get("/search/", {"q": "犼犼犼 13800000000 张三"})
    assert not DayCount.objects.exists()


def test_a_known_word_that_finds_nothing_is_counted_once_a_search():
    count_missing("张三说撤诉")
    count_missing("撤诉 13800000000")
    row = DayCount.objects.get()
    assert (row.kind, row.name, row.number) == ("not-found", "撤诉", 2)


def test_the_page_is_not_stored_sets_no_cookie_and_is_not_indexed(client):
    response = client.get("/search/", {"q": "征信"})
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        "\x00",
        '"',
        "' OR 1=1 --",
        "*",
        "NEAR(",
        "催收\x00",
        "(",
        "逾" * 500,
        "😀",
        "\\",
        ":*",
    ],
)
def test_no_query_breaks_the_page(client, typed):
    assert client.get("/search/", {"q": typed}).status_code == 200


@pytest.mark.parametrize("typed", ["不想活了", "欠了网贷，想死", "活 不下去 征信"])
def test_who_writes_of_despair_finds_the_crisis_lines_before_the_results(client, typed):
    article("one", "征信和网贷")
    response = client.get("/search/", {"q": typed})
    page = response.content.decode()
    main = page[page.index("<main") :]
    first = main.index('class="callout comfort')
    assert first < main.index("<h1>")
    assert 'href="tel:120"' in main[first : main.index("<h1>")]
    assert main.index("<h1>") < main.index('role="status"')
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("typed", ["", "征信", "催收逼死人"])
def test_other_words_call_no_crisis_lines_before_the_results(client, typed):
    page = client.get("/search/", {"q": typed}).content.decode()
    assert 'class="callout comfort' not in page


def test_other_methods_are_refused(client):
    assert client.post("/search/", {"q": "征信"}).status_code == 405
