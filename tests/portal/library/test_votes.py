"""「这页有用吗」 counts, and keeps nothing of who asked."""

from __future__ import annotations

import pytest
from django.test import Client

from portal.models import DayCount
from tests.portal.reading import read

pytestmark = pytest.mark.django_db
HERE = {"sec-fetch-site": "same-origin"}


@pytest.mark.parametrize(("useful", "kind"), [("yes", "useful"), ("no", "useless")])
def test_a_vote_is_one_more_on_a_page_and_a_day(article, useful, kind):
    client = Client(enforce_csrf_checks=True)
    address = article().get_absolute_url()
    form = read(client.get(address)).form_to(f"{address}vote/")
    for _ in range(2):
        response = client.post(form.action, {"useful": useful}, headers=HERE)
        assert (response.status_code, response["Location"]) == (
            303,
            f"{address}#thanks",
        )
        assert not response.cookies
    row = DayCount.objects.get()
    assert (row.kind, row.name, row.number) == (kind, "court-days", 2)


def test_old_browsers_tell_by_their_origin(client, article):
    address = f"{article().get_absolute_url()}vote/"
    here = client.post(
        address, {"useful": "yes"}, headers={"origin": "http://testserver"}
    )
    assert here.status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://example.org"},
        {"origin": "null"},
    ],
)
def test_a_vote_from_elsewhere_is_refused(client, article, headers):
    address = f"{article().get_absolute_url()}vote/"
    assert client.post(address, {"useful": "yes"}, headers=headers).status_code == 403
    assert not DayCount.objects.exists()


def test_nonsense_counts_nothing(client, article):
    address = f"{article().get_absolute_url()}vote/"
    client.post(address, {"useful": "maybe", "text": "……"}, headers=HERE)
    assert client.post("/articles/x/vote/", {}, headers=HERE).status_code == 404
    assert client.get(address).status_code == 405
    assert not DayCount.objects.exists()
