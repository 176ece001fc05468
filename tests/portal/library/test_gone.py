"""What once stood on the site is never a bare 404."""

from __future__ import annotations

import pytest

from portal.models import Moved, Status
from tests.portal.reading import read

pytestmark = pytest.mark.django_db


def test_a_withdrawn_page_says_why(client, article):
    page = article(status=Status.WITHDRAWN, withdrawn_because="依据已经废止。")
    response = client.get(page.get_absolute_url())
    assert response.status_code == 410
    assert "依据已经废止。" in read(response).text


def test_a_withdrawn_page_that_has_a_successor_leads_there(client, article):
    page = article(status=Status.WITHDRAWN, moved_to="/articles/new/")
    response = client.get(page.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, "/articles/new/")


def test_a_moved_address_leads_on(client, article):
    Moved.objects.create(old="/articles/old/", new=article().get_absolute_url())
    response = client.get("/articles/old/")
    assert (response.status_code, response["Location"]) == (
        301,
        "/articles/court-days/",
    )


def test_a_renamed_page_is_found_by_its_old_address(client, article):
    page = article("old-name")
    page.slug = "new-name"
    page.save()
    response = client.get("/articles/old-name/")
    assert (response.status_code, response["Location"]) == (301, "/articles/new-name/")


def test_a_renamed_topic_is_found_by_its_old_address(client, topic):
    topic.key = "courts"
    topic.save()
    response = client.get("/topics/court/")
    assert (response.status_code, response["Location"]) == (301, "/topics/courts/")


def test_a_deleted_or_reopened_page_is_gone_and_not_unknown(client, article):
    article("deleted").delete()
    reopened = article("reopened")
    reopened.status = Status.DRAFT
    reopened.save()
    assert client.get("/articles/deleted/").status_code == 410
    assert client.get("/articles/reopened/").status_code == 410


def test_what_never_was_is_not_found(client, db):
    for address in ("/articles/x/", "/claims/x/", "/topics/x/"):
        assert client.get(address).status_code == 404
