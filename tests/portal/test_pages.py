"""Every page opens, can be told from the others, and is finished."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from tests.portal.reading import addresses, read
from timeline import catalog
from timeline.catalog import words

PAGES = addresses()
# Marks of a template, a blank or a note to ourselves that no visitor may see.
LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{[a-z0-9_]*\}|\bNone\b|\[\[|TODO|FIXME")
DOORS = {
    "收到文书、律师函，或卡被冻结": "/court/papers/",
    "我逾期了": "/assess/",
    "我不是借款人，却被催": "/contact/",
    "收到法院或调解短信": "/court/message/",
    "想协商还款": "/repay/offer/",
    "催收过分了": "/conduct/",
}
# Sections of the site's promise: who may see it is nobody's business.
PROMISES = ("撑不住的时候", "快速离开", "不是法律意见")


@pytest.fixture(scope="module")
def opened():
    """Responses by address; pages without a visitor need rendering once."""
    return {}


@pytest.fixture(params=PAGES)
def response(request, client, opened):
    address = request.param
    if address not in opened:
        opened[address] = client.get(address)
    return opened[address]


def test_every_page_opens(response):
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_every_page_is_in_simplified_chinese_with_one_title(response):
    page = read(response)
    assert page.lang == "zh-Hans"
    assert len(page.levels("h1")) == 1
    assert re.search(r"[\u4e00-\u9fff]|[A-Z]{2}", page.levels("h1")[0])
    assert page.title.strip()


def test_no_page_skips_a_level_of_headings(response):
    levels = [int(tag[1]) for tag, _ in read(response).headings]
    assert levels[0] == 1
    for before, after in pairwise(levels):
        assert after <= before + 1


def test_nothing_is_left_over_on_a_page(response):
    assert LEFT_OVER.findall(read(response).text) == []
    assert LEFT_OVER.findall(read(response).title) == []


def test_no_id_stands_twice_on_a_page(response):
    ids = read(response).ids
    assert [name for name, count in Counter(ids).items() if count > 1] == []


def test_every_page_keeps_the_promises_of_the_footer(response):
    text = read(response).text
    assert [promise for promise in PROMISES if promise not in text] == []


def test_no_page_sets_a_cookie_or_depends_on_one(response):
    assert not response.cookies
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


def test_no_page_asks_anything_of_another_site(response):
    html = response.content.decode()
    loaded = re.findall(r'(?:src|action)="([^"]*)"', html)
    loaded += re.findall(r'<link[^>]*href="([^"]*)"', html)
    assert [address for address in loaded if not address.startswith("/")] == []
    assert not re.search(r'\sstyle="|\son[a-z]+="|<script(?![^>]*src=)', html)


def test_titles_are_unique(client, opened):
    titles = Counter(
        read(opened.get(address) or client.get(address)).title for address in PAGES
    )
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("address", ["/", "/assess/", "/contact/", "/sources/"])
def test_every_page_can_be_asked_for_its_head_alone(client, address):
    response = client.head(address)
    assert response.status_code == 200
    assert response.content == b""


def test_the_home_page_has_its_doors(client):
    page = read(client.get("/"))
    for name, address in DOORS.items():
        assert name in page.text
        assert address in page.links
        assert client.get(address).status_code == 200


def advice_pages():
    return [a for a in PAGES if a.strip("/") and not a.startswith(("/assess", "/sour"))]


@pytest.mark.parametrize("address", advice_pages())
def test_every_page_of_advice_tells_when_it_was_checked(client, address):
    text = read(client.get(address)).text
    if address not in {"/about/", "/privacy/", "/accessibility/"}:
        assert re.search(r"最后核对 20\d\d年\d+月\d+日", text)
        assert re.search(r"下次复核 20\d\d年\d+月\d+日", text)


@pytest.mark.parametrize(
    "address", ["/contact/", "/conduct/", "/court/message/", "/repay/offer/", "/first/"]
)
def test_every_door_without_a_tool_gives_advice_with_sources(client, address):
    page = read(client.get(address))
    cited = {
        link for link in page.links if link.startswith("/sources/") and "#" in link
    }
    assert len(cited) >= 5
    assert len(page.text) > 800
    assert "我们没有核实的" in page.text


# --- a page for those who owe nothing ------------------------------------------------

# Words of a step towards paying; a contact is never shown one.
REPAYMENT = re.compile(
    r"还款方案|分期还|每月还|先还(?!清)|还一部分|协商还款|提方案|核对欠款|"
    r"官方\s*App\s*里还|替他还一|帮他还一|凑钱|存进还款|主动还款"
)


def test_the_page_for_contacts_shows_no_repayment_step(client):
    main = read(client.get("/contact/")).text
    assert REPAYMENT.findall(main) == []
    assert "/repay/offer/" not in read(client.get("/contact/")).links
    titles = [text.title for text in words.actions().values() if text.repayment]
    assert [title for title in titles if title in main] == []


# --- profiles ------------------------------------------------------------------------


@pytest.mark.parametrize("key", catalog.profile_records())
def test_every_profile_says_that_nobody_published_it(client, key):
    page = read(client.get(f"/timeline/{key}/"))
    record = catalog.profile_records()[key]
    assert "该机构没有公布过" in page.text
    assert record.name in page.levels("h1")[0]
    for claim in record.claims:
        assert claim.says in page.text
    for line in record.unchecked:
        assert line in page.text


@pytest.mark.parametrize("key", catalog.profile_records())
def test_every_profile_shows_the_ruler_and_no_visitor(client, key):
    page = read(client.get(f"/timeline/{key}/"))
    for stage in words.stages("time").values():
        assert stage.name in page.text
    assert "您在这里" not in page.text
    assert "可能在这一段" not in page.text


@pytest.mark.parametrize("key", ["renxingdai", "chengyidai", "jinnongyidai"])
def test_a_named_product_shows_the_range_of_what_is_claimed(client, key):
    text = read(client.get(f"/timeline/{key}/")).text
    if catalog.profile_records()[key].claims:
        assert "网上的说法" in text
