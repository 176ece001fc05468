"""The first bytes of every page of the library fit into the first round trips."""

from __future__ import annotations

import gzip
import sys

import pytest
from django.db import transaction
from django.urls import reverse

from portal.content import sync
from portal.models import Article, Claim, Term, Topic

MOST = 14 * 1024
LISTS = ("topics", "claims", "glossary", "channels", "search")
LARGEST = 5


@pytest.mark.django_db
def test_no_page_of_the_shipped_library_is_larger_than_14_kb(client):
    with transaction.atomic():
        sync()
    addresses = [reverse(name) for name in LISTS]
    for model in (Topic, Article, Claim):
        addresses += [row.get_absolute_url() for row in model.objects.all()]
    terms = Term.objects.exclude(body="")
    addresses += [reverse("term", args=[term.key]) for term in terms]

    sizes = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        sizes[address] = len(gzip.compress(response.content))

    largest = sorted(sizes, key=sizes.__getitem__, reverse=True)
    for address in largest[:LARGEST]:
        sys.stdout.write(f"{sizes[address]:6} bytes {address}\n")
    assert [address for address in largest if sizes[address] > MOST] == []
