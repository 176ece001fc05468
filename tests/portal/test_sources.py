"""Sources tell what they are, what we understood, and what rests on them."""

from __future__ import annotations

import pytest

from tests.portal.reading import addresses, read
from timeline import catalog
from timeline.catalog import cn_date
from timeline.citations import STRENGTH_TEXT
from timeline.engine import Strength

KEYS = list(catalog.sources())


@pytest.fixture(params=KEYS)
def key(request):
    return request.param


def test_the_list_names_every_source_by_strength(client):
    page = read(client.get("/sources/"))
    for key, source in catalog.sources().items():
        assert f"/sources/{key}/" in page.links
        assert source.title in page.text
    used = {source.strength for source in catalog.sources().values()}
    groups = [STRENGTH_TEXT[strength] for strength in Strength if strength in used]
    assert [text for text in page.levels("h2") if text in groups] == groups


def test_a_source_tells_its_level_its_dates_and_its_articles(client, key):
    page, source = read(client.get(f"/sources/{key}/")), catalog.sources()[key]
    assert page.levels("h1") == [source.title]
    assert STRENGTH_TEXT[source.strength] in page.text
    assert cn_date(source.checked) in page.text
    if source.strength is not Strength.PRACTICE:
        assert cn_date(source.since) in page.text
    for number, article in source.articles.items():
        assert f"a-{number}" in page.ids
        assert article.label in page.text_of(f"a-{number}")
        assert article.gist in page.text_of(f"a-{number}")


def test_an_article_not_read_in_the_original_says_so(client, key):
    page = read(client.get(f"/sources/{key}/"))
    for number, article in catalog.sources()[key].articles.items():
        marked = "转述，未核对原文" in page.text_of(f"a-{number}")
        assert marked is not article.verified


def test_a_source_links_to_the_official_text_of_a_law(client, key):
    source = catalog.sources()[key]
    if source.strength in (Strength.LAW, Strength.REGULATION):
        assert source.url in read(client.get(f"/sources/{key}/")).links


def test_every_page_that_cites_an_article_is_listed_with_it(client):
    pages = {a: read(client.get(a)) for a in addresses()}
    for address, page in pages.items():
        if address.startswith("/sources/"):
            continue
        cited = {x for x in page.links if x.startswith("/sources/") and "#a-" in x}
        for link in cited:
            source, _, anchor = link.partition("#")
            listed = pages[source].text_of(anchor)
            assert "用在：" in listed, f"{address} rests on {link}"
            if address not in {"/", "/assess/"}:
                assert address in pages[source].links, f"{link}: not {address}"


@pytest.mark.parametrize("address", ["/sources/no-such-law/", "/sources/CIVIL-CODE/"])
def test_an_unknown_source_is_not_found(client, address):
    assert client.get(address).status_code == 404
