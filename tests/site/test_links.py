"""Every link inside the site leads to a page, and every fragment to a place on it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

import pytest
from django.db import transaction
from django.test import Client

from portal.content import sync
from tests.portal.reading import Reading, addresses, library_addresses, read
from tests.portal.texts import VISITORS
from tests.tools.assess.asking import ASSESS

ASSOCIATIONS = {"www.china-cba.net"}
OFFICIAL = ("https://www.gov.cn/", "https://beian.miit.gov.cn/")


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The shipped articles, for this module only."""
    with django_db_blocker.unblock(), transaction.atomic():
        sync()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def site(library: None) -> dict[str, Reading]:
    """All that can be reached from the home page and from a dozen results."""
    client = Client()
    found: dict[str, Reading] = {}
    waiting = ["/"]
    for number, visitor in enumerate(VISITORS):
        page = read(client.post(ASSESS, visitor))
        found[f"{ASSESS}?result={number}"] = page
        waiting += targets(ASSESS, page)
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = read(response)
        waiting += targets(address, found[address])
    return found


def targets(address: str, page: Reading) -> list[str]:
    """The pages of this site that a page links to, without fragments."""
    links = (urljoin(address, urldefrag(link).url) for link in page.links)
    return [link for link in links if link.startswith("/")]


def test_every_page_can_be_reached_from_the_home_page(site):
    assert {*addresses(), *library_addresses()} - set(site) == set()


def test_every_fragment_names_a_place_that_exists(site):
    for address, page in site.items():
        for link in page.links:
            target, fragment = urldefrag(urljoin(address, link))
            if not fragment or not target.startswith("/"):
                continue
            there = page if link.startswith("#") else site[target]
            assert fragment in there.ids, f"{address} → {link}"


def test_no_link_carries_a_query(site):
    for address, page in site.items():
        own = [link for link in page.links if not link.startswith("mailto:")]
        assert [link for link in own if "?" in link] == [], address


def test_links_that_leave_the_site_are_encrypted_and_few(site):
    for address, page in site.items():
        leaving = [
            x for x in page.links if ":" in x and not x.startswith(("tel:", "mailto:"))
        ]
        for link in leaving:
            assert link.startswith("https://"), f"{address} → {link}"
        # Pages with a text list their sources with the official site.
        if not address.startswith(
            ("/sources/", "/articles/", "/claims/", "/glossary/")
        ):
            strangers = [x for x in leaving if not x.startswith(OFFICIAL)]
            assert strangers == [], address


def test_official_texts_are_on_official_sites(site):
    for address, page in site.items():
        for link in page.links:
            if link.startswith("https://"):
                host = link.split("/")[2]
                assert host.endswith(".cn") or host in ASSOCIATIONS, (
                    f"{address} → {link}"
                )
