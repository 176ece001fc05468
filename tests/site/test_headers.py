"""Every kind of answer carries the same protections."""

from __future__ import annotations

import logging

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from portal.logs import WithoutQuery, WithoutValues


def fails(request: HttpRequest) -> HttpResponse:
    """Fail as a view with a mistake in it would, with the visitor's words at hand."""
    raise ValueError(request.POST["note"])


handler400 = "portal.middleware.bad_request"
urlpatterns = [path("fails/", fails), path("", include("portal.urls"))]

pytestmark = pytest.mark.urls(__name__)

CONSTANT = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
}
REQUESTS = {
    "a page": ("GET", "/healthz", {}, 200),
    "a static file": ("GET", "/static/css/site.css", {}, 200),
    "an unknown page": ("GET", "/no-such-page/", {}, 404),
    "a missing static file": ("GET", "/static/no-such-file.css", {}, 404),
    "a wrong method": ("DELETE", "/healthz", {}, 405),
    "an unknown host": ("GET", "/healthz", {"HTTP_HOST": "elsewhere.invalid"}, 400),
    "a request too large": ("POST", "/healthz", {"CONTENT_LENGTH": "262145"}, 413),
    "a failing view": ("POST", "/fails/", {}, 500),
}


@pytest.fixture
def visitor() -> Client:
    """Return a client that sees what a browser sees, also when a view fails."""
    return Client(raise_request_exception=False)


@pytest.fixture(params=REQUESTS, ids=lambda name: name.replace(" ", "-"))
def answer(request, visitor, db):
    method, address, extra, status = REQUESTS[request.param]
    response = visitor.generic(method, address, **extra)
    assert response.status_code == status
    yield response
    response.close()  # a static file stays open until then


def test_every_answer_carries_the_constant_headers(answer):
    assert {name: answer.headers[name] for name in CONSTANT} == CONSTANT
    assert "camera=()" in answer.headers["Permissions-Policy"]


def test_every_answer_carries_the_strict_content_policy(answer):
    directives = answer.headers["Content-Security-Policy"].split(";")
    assert {directive.strip() for directive in directives} == POLICY


def test_every_answer_leaves_no_cookie(answer):
    assert not answer.cookies


def test_every_refusal_is_a_page_in_chinese(answer):
    if answer.status_code >= 400:
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert 'lang="zh-Hans"' in answer.content.decode()


def test_an_unknown_host_meets_the_headers_also_where_tls_is_forced(visitor):
    with override_settings(SECURE_SSL_REDIRECT=True):
        response = visitor.get("/healthz", headers={"host": "elsewhere.invalid"})
    assert response.status_code == 400
    assert {name: response.headers[name] for name in CONSTANT} == CONSTANT
    assert "Content-Security-Policy" in response.headers


@pytest.mark.django_db
def test_browsers_are_told_to_come_back_by_tls_only(visitor):
    with override_settings(
        SECURE_HSTS_SECONDS=31536000, SECURE_HSTS_INCLUDE_SUBDOMAINS=True
    ):
        response = visitor.get("/healthz", secure=True)
    assert response.headers["Strict-Transport-Security"] == (
        "max-age=31536000; includeSubDomains"
    )


@pytest.mark.django_db
def test_health_is_never_stored(visitor):
    response = visitor.get("/healthz")
    assert response.content == b"ok"
    assert "no-store" in response.headers["Cache-Control"]


def test_health_is_bad_while_the_database_is_away(visitor, monkeypatch):
    from django.db import OperationalError, connection

    def away(*args: object) -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    monkeypatch.setattr(connection, "close", lambda: None)
    assert visitor.get("/healthz").status_code == 503


def test_a_failure_is_logged_without_what_the_visitor_wrote(visitor, caplog):
    visitor.post("/fails/?q=marker-in-address", {"note": "marker-in-form"})

    record = next(r for r in caplog.records if r.levelno == logging.ERROR)
    WithoutQuery().filter(record)
    record.exc_text = None  # pytest's own handler has cached its wording
    written = WithoutValues().format(record)
    assert "builtins.ValueError" in written
    assert "in fails" in written
    assert "marker" not in written


def test_the_access_log_holds_no_query_string():
    line = ("GET /search/?q=marker HTTP/1.1", "200", "12")
    record = logging.makeLogRecord({"msg": '"%s" %s %s', "args": line})
    assert WithoutQuery().filter(record)
    assert "marker" not in record.getMessage()
    assert "/search/" in record.getMessage()
