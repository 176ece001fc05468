"""A page is made once a minute at most, and an edit shows at once."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from datetime import date

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import OperationalError, connection
from django.utils import timezone

from portal import caching
from portal.models import Article, Notice, Term
from tests.portal.reading import read

pytestmark = pytest.mark.django_db
UNCACHED = 4


@pytest.mark.parametrize("others", [0, 40])
def test_the_number_of_queries_does_not_grow_with_the_library(
    client, article, django_assert_max_num_queries, others
):
    page = article()
    for number in range(others):
        article(f"other-{number}")
    lists = ("/topics/", "/topics/court/", "/claims/", "/glossary/")
    for address in (page.get_absolute_url(), *lists):
        with django_assert_max_num_queries(UNCACHED):
            assert client.get(address).status_code == 200
        with django_assert_max_num_queries(0):
            assert client.get(address).status_code == 200


def test_an_edit_shows_at_once(client, article):
    page = article()
    client.get(page.get_absolute_url())
    page.answer = "改过的回答。"
    page.save()
    assert "改过的回答。" in read(client.get(page.get_absolute_url())).text
    page.related.add(article("chosen", title="后来选的"))
    assert "后来选的" in read(client.get(page.get_absolute_url())).text


CHANGES = {
    "title": "改过的标题",
    "answer": "改过的回答。",
    "body": "改过的正文。",
    "unchecked": "改过的说明。",
    "checked": date(2026, 10, 9),
    "review_by": date(2098, 7, 6),
    "tools": [],
}


@pytest.fixture
def nothing_kept(monkeypatch):
    """No page is found in the cache, as where another process was told of an edit."""
    # A moment of the clock that never comes; no sum.
    monkeypatch.setattr(caching._cache, "paused_until", float("inf"))


@pytest.mark.parametrize("part", CHANGES)
def test_every_part_of_an_edit_shows_where_nothing_told_of_it(
    client, article, nothing_kept, part
):
    page = article()
    address = page.get_absolute_url()
    before = client.get(address).content
    assert client.get(address).content == before
    Article.objects.update(**{part: CHANGES[part]})  # sends no signal
    assert client.get(address).content != before


def test_what_stands_around_an_article_shows_where_nothing_told_of_it(
    client, article, topic, claim, nothing_kept
):
    page = article(body="先写答辩状。")
    other = article("other")
    today = timezone.localdate()
    notice = Notice.objects.create(text="通知", starts=today, ends=today)
    term = Term.objects.create(key="answer", word="答辩状", meaning="回应。", body="多")
    addresses = [page.get_absolute_url(), claim.get_absolute_url(), "/glossary/answer/"]
    addresses += ["/topics/", topic.get_absolute_url(), "/claims/", "/glossary/"]
    edits = {
        topic: ("title", addresses[:2] + addresses[3:6]),
        other: ("title", [addresses[0], addresses[4]]),
        claim: ("conclusion", [addresses[1], addresses[4], addresses[5]]),
        term: ("meaning", [addresses[0], addresses[2], addresses[6]]),
        notice: ("text", addresses),
    }
    for row, (part, shown_on) in edits.items():
        for address in addresses:
            client.get(address)
        type(row).objects.filter(pk=row.pk).update(**{part: "改过的话"})
        for address in shown_on:
            text = client.get(address).content.decode()
            assert "改过的话" in text, (part, address)
        type(row).objects.filter(pk=row.pk).update(**{part: f"原来的{part}"})


def test_the_operator_and_the_address_of_the_site_are_never_those_of_another(
    client, article, settings
):
    address = article().get_absolute_url()
    client.get(address)
    settings.SITE = settings.SITE | {"operator": "另一家"}
    cache.clear()
    assert "另一家" in read(client.get(address)).text
    html = client.get(address, headers={"host": "localhost"}).content.decode()
    assert f'<link rel="canonical" href="http://localhost{address}">' in html


def test_a_command_that_loads_no_page_ends_kept_pages_too():
    program = "import django, sys; django.setup(); print(*sys.modules, sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", program],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()
    assert "portal.caching" in loaded
    assert "portal.urls" not in loaded


def test_a_browser_that_has_the_page_is_told_so(client, article):
    address = article().get_absolute_url()
    first = client.get(address)
    for name, value in (
        ("if-none-match", first["ETag"]),
        ("if-modified-since", first["Last-Modified"]),
    ):
        again = client.get(address, headers={name: value})
        assert (again.status_code, again.content) == (304, b"")
    Article.objects.get().save()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("zipped", [False, True])
def test_a_kept_page_is_the_same_page_without_a_cookie(client, article, zipped):
    address = article().get_absolute_url()
    headers = {"accept-encoding": "gzip"} if zipped else {}
    pages = [client.get(address, headers=headers) for _ in range(2)]
    assert pages[0].content == pages[1].content
    for page in pages:
        assert not page.cookies
        assert page["Vary"] == "Accept-Encoding"
        html = gzip.decompress(page.content) if zipped else page.content
        assert html.startswith(b"<!doctype html>")


def test_a_cache_that_fails_is_asked_once_and_pages_still_answer(
    client, article, monkeypatch
):
    asked = []

    def fails(*args, **kwargs):
        asked.append(args)
        raise ConnectionError

    monkeypatch.setattr(type(cache._connections["default"]), "get_many", fails)
    address = article().get_absolute_url()
    for _ in range(3):
        assert client.get(address).status_code == 200
    assert len(asked) == 1


def test_without_a_database_the_library_says_so_and_the_tools_work(client, article):
    page = article()
    kept = article("kept")
    client.get(kept.get_absolute_url())

    def fails(*args):
        raise OperationalError

    with connection.execute_wrapper(fails):
        response = client.get(page.get_absolute_url())
        assert response.status_code == 503
        assert response["Retry-After"]
        assert "12368" in read(response).text
        assert client.get(kept.get_absolute_url()).status_code == 200
        assert client.get("/assess/").status_code == 200
