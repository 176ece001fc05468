"""Web addresses: the end of the name decides, never what stands before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.message.messages import read
from timeline.catalog.message import message_reader
from timeline.engine.message import Kind
from timeline.engine.message.links import LinkKind, host_kind

KINDS = {
    "https://zxfw.court.gov.cn/zxfw/#/pagesAjkj": "official",
    "www.court.gov.cn": "official",
    "ｈｔｔｐｓ：／／ｗｗｗ．ｃｏｕｒｔ．ｇｏｖ．ｃｎ": "official",
    "http://court.gov.cn": "official",
    "http://dzsd.hbfy.gov.cn/hb/msg=1": "government",
    "http://court.gov.cn.pay-ssl.com/a": "look-alike",
    "https://court-gov.cn": "look-alike",
    "http://courtgov.cn": "look-alike",
    "http://c0urt.gov-cn.com": "look-alike",
    "http://zxfw-court.cc/1": "look-alike",
    "https://www.12368-fayuan.com": "look-alike",
    "http://cuort.gov.cn.com": "look-alike",
    "http://соurt.gov.сn.net": "look-alike",
    "http://xn--ort-5cd8a.com/a": "punycode",
    "http://bаnk.com": "punycode",
    "http://court.gov.cn@evil.com/x": "user-info",
    "https://www.court.gov.cn:443@1.evil.com": "user-info",
    "http://court%2egov.cn.evil.com": "user-info",
    "http://192.168.12.9/ssfw.apk": "numbers",
    "http://3232238601/a": "numbers",
    "http://0x7f000001/": "numbers",
    "http://[2001:db8::1]/": "numbers",
    "10.1.2.3:8080/x": "numbers",
    "t.cn/A6xY": "short",
    "https://bit.ly/3abc": "short",
    "hxxp://pay.top": "cheap-ending",
    "abc.vip": "cheap-ending",
    "https://www.example.com/app": "other",
    "http://法院通知.中国": "other",
    "h t t p : / / e v i l . t o p": "cheap-ending",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_an_address_is_known_for_what_it_is(text, kind):
    kinds = [link.kind for link in read(f"请看 {text} 谢谢").links]
    assert kind in kinds
    assert f"link-{kind}" in {mark.cue for mark in read(f"请看 {text}").marks}


@pytest.mark.parametrize(
    "text",
    [
        "版本1.2.3",
        "9.5折",
        "3.5万元",
        "金额1,000.00元",
        "a@b.com",
        "上午9:30",
        "app.如有疑问",
    ],
)
def test_what_is_no_address_is_none(text):
    assert not read(text).links


@given(st.from_regex(r"[a-z0-9]{1,12}(\.[a-z]{1,8}){0,2}", fullmatch=True))
def test_only_what_ends_in_an_official_name_is_official(prefix):
    known = message_reader().addresses
    assert host_kind(f"{prefix}.court.gov.cn", known) is LinkKind.OFFICIAL
    assert host_kind(f"court.gov.cn.{prefix}.com", known) is LinkKind.LOOK_ALIKE
    assert host_kind(f"{prefix}court.gov.cn", known) is not LinkKind.OFFICIAL


@given(st.text(alphabet="htp:/\\.@%-_[]0123456789abcxn中国。*оа ", max_size=120))
def test_anything_like_an_address_is_read_without_failing(text):
    for link in read(text).links:
        assert 0 <= link.start < link.end <= len(text)


def test_a_private_mobile_number_is_no_sign_of_fraud():
    reading = read("我是调解员,联系电话13800001234,双方自愿调解")
    assert reading.kind == "mediation"
    (mark,) = [mark for mark in reading.marks if mark.cue == "mobile-number"]
    assert mark.points_to == "unknown"


def test_a_full_heading_is_no_sign_of_truth():
    text = "【杭州市某某区人民法院】(2026)浙0106民初1号,请缴纳保证金到个人账户"
    assert read(text).kind == "scam"


SUPPLIERS = ("https://ssfw.hshfy.sh.cn/a", "https://dzsd.susong51.com/b")
SUMMONED = "(2026)沪0106民初123号案件定于2026年12月15日开庭,传票见 {link}"


@pytest.mark.parametrize("link", SUPPLIERS)
def test_a_look_alike_address_beside_a_proper_number_makes_no_scam(link):
    reading = read(SUMMONED.format(link=link))
    assert "link-look-alike" in {mark.cue for mark in reading.marks}
    assert reading.kind is Kind.COURT_SERVICE
    assert "do-not-click" in reading.steps


@pytest.mark.parametrize("link", SUPPLIERS)
def test_who_also_asks_for_money_to_a_private_account_is_a_scam(link):
    text = SUMMONED.format(link=link) + ",先把保证金转到我个人账户就撤案"
    assert read(text).kind is Kind.SCAM
