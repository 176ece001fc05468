"""What is too large, malformed or by the wrong method gets its own page in Chinese."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path


def counts(request: HttpRequest) -> HttpResponse:
    """Answer with the number of fields that arrived."""
    return HttpResponse(len(request.POST))


handler400 = "portal.middleware.bad_request"
urlpatterns = [path("counts/", counts), path("", include("portal.urls"))]

pytestmark = pytest.mark.urls(__name__)

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=line"
LARGEST = 256 * 1024


def form_of(fields: int) -> str:
    """Return a form's body with that many fields."""
    return "&".join(f"f{number}=1" for number in range(fields))


def assert_refused(response, status: int) -> None:
    """Check for the status and its page."""
    assert response.status_code == status
    assert 'lang="zh-Hans"' in response.content.decode()


def test_a_form_at_the_limits_is_read(client):
    response = client.post("/counts/", form_of(1000), content_type=FORM)
    assert response.content == b"1000"
    body = "f=" + "a" * (LARGEST - 2)
    assert client.post("/counts/", body, content_type=FORM).content == b"1"


def test_a_body_beyond_256_kib_is_refused(client):
    body = "f=" + "a" * (LARGEST - 1)
    assert_refused(client.post("/counts/", body, content_type=FORM), 413)


def test_an_upload_beyond_256_kib_is_refused(client):
    assert_refused(client.post("/counts/", b"a" * 300_000, content_type=MULTIPART), 413)


def test_more_than_a_thousand_fields_are_refused(client):
    response = client.post("/counts/", form_of(1001), content_type=FORM)
    assert_refused(response, 413)


def test_more_than_a_thousand_fields_are_refused_before_the_csrf_check():
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/counts/", form_of(1001), content_type=FORM)
    assert_refused(response, 413)


def test_more_than_a_thousand_fields_in_the_address_are_refused(client):
    assert_refused(client.get("/counts/?" + form_of(1001)), 413)


def test_a_size_that_is_no_number_counts_as_none(client):
    response = client.generic(
        "POST", "/counts/", b"", content_type=FORM, CONTENT_LENGTH="many"
    )
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"no boundary is given"),
        (f"{FORM}; charset=gbk", b"f=1"),
    ],
)
def test_a_form_nobody_can_read_is_a_bad_request(client, content_type, body):
    assert_refused(client.post("/counts/", body, content_type=content_type), 400)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO"])
def test_a_wrong_method_is_told_the_right_ones(client, method):
    response = client.generic(method, "/healthz")
    assert_refused(response, 405)
    assert response.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "host", ["elsewhere.invalid", "localhost.elsewhere.invalid", "a b", "[::", ""]
)
def test_an_unknown_host_is_a_bad_request(client, host):
    assert_refused(client.get("/healthz", headers={"host": host}), 400)


@pytest.mark.parametrize(
    "address", ["/static/../manage.py", "/static/%2e%2e/manage.py", "/a%00b", "/.git/"]
)
def test_an_odd_address_is_not_found(client, address):
    assert_refused(client.get(address), 404)


def test_a_form_without_its_token_is_refused_in_chinese():
    strict = Client(enforce_csrf_checks=True)
    assert_refused(strict.post("/counts/", {"f": "1"}), 403)
