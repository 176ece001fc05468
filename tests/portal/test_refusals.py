"""What the site cannot answer gets a page in Chinese, with a way on."""

from __future__ import annotations

import pytest

from tests.portal.reading import addresses, read

FORM = "application/x-www-form-urlencoded"


def assert_chinese_page(response, status: int) -> None:
    """Check for a whole page: language, one headline, a way home."""
    assert response.status_code == status
    page = read(response)
    assert page.lang == "zh-Hans"
    assert len(page.levels("h1")) == 1
    assert "/" in page.links
    assert "Traceback" not in page.text
    assert not response.cookies


@pytest.mark.parametrize(
    "address",
    [
        "/no-such-page/",
        "/timeline/no-such-loan/",
        "/timeline/",
        "/sources/no-such-law/",
        "/assess/calendar/extra/",
        "/%E4%B8%AD%E6%96%87/",
        "/😀/",
        "/articles/",
    ],
)
def test_an_unknown_address_is_not_found(client, address):
    assert_chinese_page(client.get(address), 404)


@pytest.mark.parametrize("address", addresses())
def test_a_page_that_takes_no_answers_refuses_them(client, address):
    if any(form.action == address for form in read(client.get(address)).forms):
        return
    response = client.post(address, {"role": "borrower"})
    assert_chinese_page(response, 405)
    assert response.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", ["/assess/", "/assess/calendar/"])
def test_answers_beyond_the_limit_are_too_large(client, address):
    body = b"principal=" + b"1" * (256 * 1024)
    assert_chinese_page(client.post(address, body, content_type=FORM), 413)


@pytest.mark.parametrize("address", ["/assess/", "/assess/calendar/"])
def test_more_than_a_thousand_answers_are_too_many(client, address):
    body = "&".join(f"papers.{row}.kind=judgment" for row in range(1001))
    assert_chinese_page(client.post(address, body, content_type=FORM), 413)


def test_an_unknown_host_is_a_bad_request(client):
    response = client.post("/assess/", headers={"host": "elsewhere.invalid"})
    assert_chinese_page(response, 400)


def test_a_body_that_is_no_form_is_not_read_as_one(client):
    response = client.post("/assess/", '{"role": 1}', content_type="application/json")
    assert_chinese_page(response, 422)


def test_bytes_that_are_no_text_break_nothing(client):
    body = b"role=%FF%FE&principal=\xff\xfe&due_date=%00"
    assert_chinese_page(client.post("/assess/", body, content_type=FORM), 422)


def test_an_address_without_its_last_slash_is_led_on(client):
    response = client.get("/assess")
    assert response.status_code == 301
    assert response.headers["Location"] == "/assess/"


def test_answers_sent_without_the_last_slash_do_not_end_up_in_an_address(client):
    response = client.post("/assess", {"principal": "marker"})
    assert "marker" not in response.headers.get("Location", "")
    assert response.status_code < 500
