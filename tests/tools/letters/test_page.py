"""The pages of the letters, as a visitor meets them.

No ``django_db`` mark: a single query would fail a test.
"""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from tests.tools.letters.filling import KEYS, typed, url
from timeline.catalog.blanks import BlankKind, blanks
from timeline.catalog.letters import letters, needs, paid_helpers

ACKNOWLEDGING = [key for key in KEYS if letters()[key].asks_limitation]
FAMILY = [key for key in KEYS if letters()[key].family]
FIRST_HTML = 14 * 1024
NAMES = ("逾期", "催", "贷", "法院", "letter-of")


def text(response) -> str:
    return response.content.decode()


def test_the_list_shows_every_letter_under_its_need(client):
    page = text(client.get("/letters/"))
    for need in needs().values():
        assert need.title in page
    for key, letter in letters().items():
        assert f'href="{url(key)}"' in page
        assert letter.title in page


@pytest.mark.parametrize("key", KEYS)
def test_a_letter_is_shown_before_it_asks(client, key):
    response = client.get(url(key))
    page = text(response)
    assert response.status_code == 200
    assert page.index("先看样子") < page.index("填空</h2>")
    assert "____" in page
    assert "怎样交" in page
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("key", KEYS)
def test_the_filled_letter_comes_in_the_same_response(client, key):
    data = typed(letters()[key])
    response = client.post(url(key), data)
    page = text(response)
    assert response.status_code == 200, response.context["form"].errors
    for name, value in data.items():
        if value.startswith("《"):
            assert f'name="{name}" value="{value}"' in page
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert "Location" not in response


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_letter_is_a_letter_with_lines(client, key):
    response = client.post(url(key), {})
    assert response.status_code == 200
    assert "____" in text(response)


@pytest.mark.parametrize("key", KEYS)
def test_the_signs_stand_before_every_way_to_take_the_letter(client, key):
    page = text(client.post(url(key), typed(letters()[key])))
    signs = [sign.text.partition("{{")[0] for sign in paid_helpers().signs]
    first_way = min(
        page.index(word) for word in ('name="as"', "data-copy", "data-print")
    )
    for sign in signs:
        assert page.index(sign) < first_way


@pytest.mark.parametrize("kind", ["docx", "txt"])
@pytest.mark.parametrize("key", KEYS)
def test_the_file_has_a_neutral_name_and_nobodys_trace(client, key, kind):
    response = client.post(url(key), typed(letters()[key]) | {"as": kind})
    assert response.status_code == 200
    name = response["Content-Disposition"]
    assert name == f'attachment; filename="{letters()[key].file_name}.{kind}"'
    assert not [word for word in NAMES if word in name]
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert response.content


@pytest.mark.parametrize("key", ACKNOWLEDGING)
def test_letters_that_speak_of_the_debt_ask_about_three_years_first(client, key):
    page = text(client.get(url(key)))
    assert page.index("先看三年") < page.index("先看样子")
    assert page.index("最后一期哪天到期") < page.index("贷款机构的全称</label>")


@pytest.mark.parametrize("key", ACKNOWLEDGING)
@pytest.mark.parametrize(
    ("answers", "light"),
    [
        ({"last_instalment_due": "2026-10-01"}, "green"),
        ({}, "yellow"),
        (
            {
                "last_instalment_due": "2020-01-01",
                "last_demand": "没有",
                "last_payment_or_promise": "没有",
                "auto_debit": "没有",
                "suit_or_arbitration": "没有",
                "judgment": "没有",
            },
            "red",
        ),
    ],
)
def test_the_light_warns_before_the_text(client, key, answers, light):
    response = client.post(url(key), answers)
    page = text(response)
    shown = response.context["page"].light
    assert shown.key == light
    assert page.index(shown.title) < page.index('id="letter-text"')
    assert ("写了也不保证有用" in page) is (light != "green")
    assert "放弃诉讼时效等抗辩" in response.context["page"].letter.text


def test_other_letters_do_not_ask_about_three_years(client):
    for key in set(KEYS) - set(ACKNOWLEDGING):
        assert "先看三年" not in text(client.get(url(key)))


@pytest.mark.parametrize("key", FAMILY)
def test_the_same_facts_go_elsewhere_without_typing_them_again(client, key):
    facts = {"what-happened": "半夜打来三次", "did-night": "on", "my-name": "张三"}
    page = client.post(url(key), typed(letters()[key], **facts)).context
    assert {teaser.key for teaser, _ in page["others"]} == set(FAMILY) - {key}
    for teaser, values in page["others"]:
        again = client.post(url(teaser.key), dict(values))
        letter = again.context["page"].letter.text
        assert again.status_code == 200
        assert "半夜打来三次" in letter
        assert "张三" in letter


def test_a_limited_complaint_counts_its_characters(client):
    limit = letters()["complaint-nuisance-calls"].limit
    page = client.post(
        url("complaint-nuisance-calls"),
        typed(letters()["complaint-nuisance-calls"], what_happened="夜" * 300),
    ).context["page"]
    assert page.letter.length > limit or page.letter.left_out
    assert page.over == max(page.letter.length - limit, 0)


@pytest.mark.parametrize(
    ("key", "safe"),
    [
        ("payment-order-objection", "2026年12月5日"),
        ("court-answer", "2026年12月5日"),
    ],
)
def test_a_court_letter_says_by_when(client, key, safe):
    page = text(client.post(url(key), {"paper-received": "2026-11-20"}))
    assert f"稳妥：{safe}（周六）前办好" in page
    assert "那天是周末，法律上顺延到 12月7日，周一" in page


def test_a_court_letter_claims_no_day_where_the_law_of_then_is_unread(client):
    given = {"paper-received": "2022-05-01"}
    page = text(client.post(url("payment-order-objection"), given))
    assert "多半早已过了" in page
    assert "今天就问法院" in page


def test_a_court_letter_without_a_ground_is_not_to_be_handed_in(client):
    address = url("payment-order-objection")
    warned = text(client.post(address, {"my-name": "张三"}))
    assert "支付令照样有效" in warned
    grounded = text(client.post(address, {"ground-paid": "on"}))
    assert "支付令照样有效" not in grounded


@pytest.mark.parametrize(
    ("key", "name", "value", "said"),
    [
        ("hardship", "my-phone", "12345", "11 位手机号"),
        ("hardship", "reply-by", "下个月", "日期请写成"),
        ("hardship", "reason", "nonsense", "从列表里选"),
        ("hardship", "last_demand", "很久以前", "不知道就空着"),
        ("hardship", "last_demand", "2027-01-01", "不能晚于今天"),
        ("instalment-proposal", "can-pay", "=1+1", "金额请只写数字"),
        ("instalment-proposal", "instalments", "很多", "整数"),
        ("instalment-proposal", "instalments", "0", "整数"),
        ("stop-contacting-me", "caller-tail", "12345", "最后四位"),
        ("stop-contacting-me", "lender", "x" * 100_000, "最多写 60 个字"),
        ("stop-contacting-me", "lender", "甲\x00乙", "字符"),
        ("stop-contacting-me", "lender", "甲\x0b乙", "字符"),
        ("stop-contacting-me", "lender", "甲\u202e乙", "控制字符"),
        ("stop-contacting-me", "lender", "甲\ufffe乙", "控制字符"),
        ("stop-contacting-me", "lender", "110101199003070011", "身份证号"),
        ("stop-contacting-me", "lender", "6222 0200 1234 5678 901", "银行卡号"),
        (
            "stop-contacting-me",
            "lender",
            "６２２２０２００１２３４５６７８９０１",
            "银行卡",
        ),
        ("complaint-lender", "writer", "judge", "从列表里选"),
        ("payment-order-objection", "paper-received", "2026-11-24", "不能晚于今天"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_kept(client, key, name, value, said):
    response = client.post(url(key), {name: value})
    form = response.context["form"]
    assert response.status_code == 422
    assert list(form.errors) == [name]
    assert said in form.errors[name][0]
    assert form[name].value() == value
    page = text(response)
    assert page.index("请改正以下问题") < page.index("<h1>")
    assert "<title>错误：" in page


@pytest.mark.parametrize(
    "hostile",
    [
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "</w:t><w:t>",
        "{{ blank:my-name }}",
        "&amp;#x3c;",
        "]]>",
    ],
)
def test_hostile_words_stay_words(client, hostile):
    data = {"lender": hostile}
    page = text(client.post(url("hardship"), data))
    assert "<script>alert" not in page
    file = client.post(url("hardship"), data | {"as": "docx"}).content
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        document = archive.read("word/document.xml").decode()
    assert "<script>" not in document
    assert document.count("<w:body>") == 1
    plain = client.post(url("hardship"), data | {"as": "txt"}).content.decode()
    assert hostile in plain


def test_an_unknown_letter_is_not_found(client):
    assert client.get("/letters/no-such-letter/").status_code == 404
    assert client.post("/letters/no-such-letter/", {}).status_code == 404


def test_a_post_from_another_site_is_refused(client):
    response = client.post(
        url("hardship"), {}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert response.status_code == 403


def test_an_unknown_kind_of_file_is_the_page(client):
    response = client.post(url("hardship"), {"as": "exe"})
    assert response["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("key", KEYS)
def test_an_identity_number_is_never_asked_for(client, key):
    page = text(client.get(url(key)))
    for name, blank in blanks().items():
        if blank.kind is BlankKind.IDENTITY:
            assert f'name="{name}"' not in page


@pytest.mark.parametrize("key", KEYS)
def test_every_page_of_a_letter_is_small(client, key):
    for response in (
        client.get(url(key)),
        client.post(url(key), typed(letters()[key])),
        client.get("/letters/"),
    ):
        assert len(gzip.compress(response.content)) <= FIRST_HTML
