"""An article answers first, says what it rests on, and ends in a next step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from portal.library_pages import article_page
from portal.models import Notice, Status, Term
from tests.portal.reading import read
from timeline.catalog.text import NO_VALUE

pytestmark = pytest.mark.django_db


def test_the_answer_stands_first_with_its_figure(client, article):
    page = read(client.get(article().get_absolute_url()))
    assert "被告一般有 15 日提出答辩状。" in page.lines
    assert page.lines.index("被告一般有 15 日提出答辩状。") < page.lines.index("几天")
    assert "最后核对 2026年11月1日" in page.text


def test_a_figure_that_has_ended_changes_the_sentence_of_every_page(article):
    page = article_page(article(), date(1980, 1, 1))
    assert NO_VALUE in page.answer
    assert NO_VALUE in page.body.text.html


def test_a_page_whose_review_is_late_says_so(client, article):
    late = article("late", review_by=date(2026, 11, 2))
    assert "待复核" in read(client.get(late.get_absolute_url())).text
    assert "待复核" not in read(client.get(article().get_absolute_url())).text


def test_sources_tools_and_what_was_not_checked_stand_on_the_page(client, article):
    page = read(client.get(article().get_absolute_url()))
    assert "各地怎样送达，没有逐一核实。" in page.text
    assert "中华人民共和国民事诉讼法" in page.text
    assert "/assess/" in page.links
    assert "/sources/civil-procedure/#a-128" in page.links


def test_three_other_pages_are_offered_and_those_the_editor_chose_come_first(
    client, article
):
    pages = [article(f"page-{number}") for number in range(5)]
    pages[0].related.set([pages[4]])
    links = read(client.get("/articles/page-0/")).links
    offered = [link for link in links if link.startswith("/articles/")]
    assert len(offered) == 3
    assert offered[0] == "/articles/page-4/"


def test_only_a_long_page_has_contents(client, article):
    body = "".join(f"## 第{n}件事\n\n说明。\n\n" for n in "一二三四")
    long = read(client.get(article("long", body=body).get_absolute_url()))
    assert "这一页有" in long.text
    assert {link for link in long.links if link.startswith("#")} >= {"#第一件事"}
    assert "这一页有" not in read(client.get(article().get_absolute_url())).text


def test_a_word_is_explained_in_place(client, article):
    Term.objects.create(key="answer", word="答辩状", meaning="被告写给法院的回应。")
    page = article("word", body="先写答辩状，再交答辩状。")
    html = client.get(page.get_absolute_url()).content.decode()
    assert html.count('href="/glossary/#answer"') == 1
    assert "被告写给法院的回应。" in html


def test_only_the_first_eight_words_are_explained(client, article):
    words = [f"名词{number}号" for number in "甲乙丙丁戊己庚辛壬癸"]
    for number, word in enumerate(words):
        Term.objects.create(key=f"word-{number}", word=word, meaning="一句话。")
    page = article("words", body="、".join(words))
    links = read(client.get(page.get_absolute_url())).links
    explained = [link for link in links if link.startswith("/glossary/#")]
    assert explained == [f"/glossary/#word-{number}" for number in range(8)]


def test_the_glossary_explains_in_a_sentence_and_leads_to_more(client, db):
    Term.objects.create(
        key="answer",
        word="答辩状",
        aliases=["答辩书"],
        meaning="被告写给法院的回应。",
        body="一般 {{ norm:answer-days }}内提出。[[civil-procedure:128]]",
    )
    Term.objects.create(key="due", word="逾期", meaning="到期没有还。")
    words = read(client.get("/glossary/"))
    for part in ("答辩状", "也叫：答辩书", "被告写给法院的回应。", "到期没有还。"):
        assert part in words.text
    assert "/glossary/answer/" in words.links
    assert "/glossary/due/" not in words.links

    more = read(client.get("/glossary/answer/"))
    assert more.levels("h1") == ["答辩状"]
    assert "一般 15 日内提出。" in more.text.replace("\n", "")
    assert "/sources/civil-procedure/#a-128" in more.links
    assert client.get("/glossary/due/").status_code == 404


def test_a_page_waits_for_its_hour(client, article):
    hour = timezone.now() + timedelta(hours=1)
    page = article("soon", publish_at=hour)
    assert client.get(page.get_absolute_url()).status_code == 404
    page.publish_at = timezone.now() - timedelta(minutes=1)
    page.save()
    assert client.get(page.get_absolute_url()).status_code == 200


def test_a_draft_is_nobodys_business(client, article):
    draft = article("draft", status=Status.DRAFT)
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_a_notice_stands_on_content_pages_in_its_days_only(client, article):
    today = timezone.localdate()
    page = article()
    day = timedelta(days=1)
    Notice.objects.create(text="今天有效", starts=today, ends=today)
    Notice.objects.create(text="已经结束", starts=today - day, ends=today - day)
    for address in (page.get_absolute_url(), "/topics/", "/channels/", "/glossary/"):
        text = read(client.get(address)).text
        assert "今天有效" in text
        assert "已经结束" not in text


@pytest.mark.parametrize(
    "address", ["/topics/", "/topics/court/", "/claims/", "/glossary/", "/channels/"]
)
def test_every_list_opens_with_and_without_content(client, topic, address, claim):
    response = client.get(address)
    assert response.status_code == 200
    assert len(read(response).levels("h1")) == 1


def test_a_claim_is_told_with_verdict_and_grounds(client, claim):
    for address in ("/claims/", claim.get_absolute_url()):
        page = read(client.get(address))
        assert claim.says in page.text
        assert "没有依据" in page.text
        assert claim.conclusion in page.text
        assert "/sources/civil-procedure/#a-128" in page.links
