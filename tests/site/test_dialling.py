"""A number that a page of the tools tells somebody to call can be tapped."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.tools.money_pages import asked
from timeline.catalog.letters import letters
from timeline.dialling import pieces
from timeline.engine import PaperKind

VOID = {"input", "br", "meta", "link", "img", "hr", "path", "circle", "rect"}
# What is no text of ours to tap: heads, controls, links, and what the visitor wrote.
APART = {"script", "style", "title", "a", "textarea", "label", "option", "button"}
THEIRS = {"draft", "letter", "sentence"}
PAGES = (
    "/court/message/",
    "/court/papers/",
    "/court/payment-order/",
    "/letters/",
    "/letters/check/",
    "/letters/limitation/",
    "/conduct/",
    "/contact/",
    "/assess/",
    "/repay/cost/",
    "/repay/rate/",
    "/repay/budget/",
    "/repay/debts/",
    "/repay/offer/",
    "/repay/court-cost/",
)
MESSAGES = (
    "【某市中级人民法院】您有案件（2026）浙0106民初123号待签收，点 http://x.cn 看",
    "我们是公安局经侦，你涉嫌诈骗，转账到安全账户，共享屏幕，验证码告诉我",
    "今天再不还就去你单位，曝光你的通讯录，叫警察抓你",
    "还款提醒：您已逾期",
    "诉前调解通知，案号（2026）浙0106民诉前调1号，请加微信",
    "你的工资卡被法院冻结，先交解冻费",
    "支付令，民督，十五日",
    "我已经转钱给他了",
    "今天下雨",
)
SAID = (
    "threat",
    "insult",
    "impersonate-authority",
    "false-legal-claim",
    "entered-home",
    "private-account",
    "borrow-to-repay",
    "disclose-to-others",
)
KINDS = [kind.key for kind in PaperKind]
CONTACT = {"role": "borrower", "day": "2026-11-20", "channel": "call", "to": "me"}
CLAIM = "你们违法催收，我要投诉到银监会。"


class Untapped(HTMLParser):
    """Texts with a number in them that is no link."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, set[str]]] = []
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            classes = dict(attrs).get("class") or ""
            self.open.append((tag, set(classes.split())))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        apart = any(tag in APART or names & THEIRS for tag, names in self.open)
        if not apart and any(piece.dial for piece in pieces(data)):
            self.found.append(" ".join(data.split()))


def untapped(response):
    assert response.status_code == 200
    return Untapped(response.content.decode()).found


def test_a_number_in_plain_text_is_found_and_a_linked_one_is_not():
    assert Untapped("<p>打 12368 核实</p>").found == ["打 12368 核实"]
    assert not Untapped("<p>8,000 元 × 1‰ × 120 = 960 元，÷ 110</p>").found
    assert not Untapped('<p>打 <a href="tel:12368">12368</a></p><p>110 元</p>').found


@pytest.mark.parametrize("url", PAGES)
def test_on_the_page_of_a_tool(client, url):
    assert untapped(client.get(url)) == []


@pytest.mark.parametrize("text", MESSAGES)
@pytest.mark.parametrize("received", ["", "2026-11-20", "2026-01-05"])
def test_in_the_answer_to_a_message(client, text, received):
    given = {"text": text, "received": received}
    assert untapped(client.post("/court/message/", given)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_in_everything_that_is_said_of_a_paper(client, kind):
    url, given = "/court/papers/", {"kind": kind, "received": "2026-11-20"}
    assert untapped(client.get(f"{url}{kind}/")) == []
    assert untapped(client.post(url, given)) == []
    assert untapped(client.post(url, given | {"verified": "false"})) == []
    assert untapped(client.post(url, given | {"received": "2026-06-20"})) == []


@pytest.mark.parametrize("key", list(letters()))
def test_beside_every_letter(client, key):
    assert untapped(client.get(f"/letters/{key}/")) == []
    assert untapped(client.post(f"/letters/{key}/", {})) == []


@pytest.mark.parametrize(
    ("url", "given"),
    [
        ("/court/payment-order/", {"text": "没钱。"}),
        ("/court/papers/", {"text": "一张纸"}),
        ("/letters/limitation/", {"last_instalment_due": "2020-01-01"}),
        ("/letters/limitation/", {}),
        ("/letters/check/", {"text": CLAIM, "lender_kind": "micro-loan"}),
        *(("/conduct/", CONTACT | {"said": said}) for said in SAID),
    ],
)
def test_in_the_other_answers(client, url, given):
    assert untapped(client.post(url, given)) == []


@pytest.mark.parametrize(("url", "given"), list(asked()))
def test_in_the_answers_of_the_money_tools(client, url, given):
    assert untapped(client.post(url, given)) == []
