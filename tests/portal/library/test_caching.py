"""A page is made once a minute at most, and an edit shows at once."""

from __future__ import annotations

import gzip

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection

from portal.models import Article
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
    for address in (page.get_absolute_url(), "/topics/", "/topics/court/", "/claims/"):
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
