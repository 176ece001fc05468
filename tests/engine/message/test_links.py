"""Web addresses: the end of the name decides, never what stands before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.message.messages import read
from timeline.catalog.message import message_reader
from timeline.engine.message import Kind, links
from timeline.engine.message.hosts import LinkKind, host_kind, ip_address

KNOWN = message_reader().addresses
PUNY = f"xn--{'人民法院'.encode('punycode').decode()}"

KINDS = {
    "https://zxfw.court.gov.cn/zxfw/#/pagesAjkj": "official",
    "www.court.gov.cn": "official",
    "ｈｔｔｐｓ：／／ｗｗｗ．ｃｏｕｒｔ．ｇｏｖ．ｃｎ": "official",
    "http://court.gov.cn": "official",
    "www。court。gov。cn": "official",
    "http://dzsd.hbfy.gov.cn/hb/msg=1": "government",
    "http://court.gov.cn.pay-ssl.com/a": "look-alike",
    "https://court-gov.cn": "look-alike",
    "http://courtgov.cn": "look-alike",
    "http://c0urt.gov-cn.com": "look-alike",
    "http://zxfw-court.cc/1": "look-alike",
    "https://www.12368-fayuan.com": "look-alike",
    "http://cuort.gov.cn.com": "look-alike",
    "http://соurt.gov.сn.net": "look-alike",
    "http://court.gov.сn/": "look-alike",
    "court.gov.сn": "look-alike",
    "http://ϲourt.gov.cn": "look-alike",
    "http://cọürt.gov.cn": "look-alike",
    "http://xn--ort-5cd8a.com/a": "punycode",
    "http://bаnk.com": "punycode",
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
    "http://法院通知.政务": "other",
    "http://某某银行.中国/": "other",
    "h t t p : / / e v i l . t o p": "cheap-ending",
}
TRICKS = [
    "court.gov.cn@evil.top/x",
    "court.gov.cn@evil.top",
    "http://court.gov.cn@evil.top/x",
    "https://www.court.gov.cn:443@evil.top",
    "https://court.gov.cn:x@evil.top",
    "court.gov.cn:x@evil.top",
    "https://a@court.gov.cn@evil.top",
    "https://court.gov.cn%40evil.top/",
    "court.gov.cn%40evil.top",
    "https://court.gov.cn%2540evil.top",
    "https://court.gov.cn\\@evil.top",
    "court.gov.cn\\@evil.top",
    "https://evil.top\\@court.gov.cn",
    "http:\\\\court.gov.cn@evil.top",
    "http:/court.gov.cn＠evil。top",
    "http://人民法院@evil.top/",
    "http://court.gov.cn,@evil.top",
]
ONE = {
    "http://evil.top/?u=http://court.gov.cn": "evil.top",
    "http://evil.top?http://court.gov.cn": "evil.top",
    "http://evil.top/#https://zxfw.court.gov.cn/zxfw": "evil.top",
    "http://evil.top:80/http://court.gov.cn": "evil.top",
    "evil.top/?u=http://court.gov.cn": "evil.top",
    "http://127.0.0.1/?u=court.gov.cn": "127.0.0.1",
    "http://人民法院.公司/": "人民法院.公司",
    "http://人民法院.公司查看": "人民法院.公司",
    "人民法院.中国": "人民法院.中国",
    "请登录人民法院.中国 查看": "人民法院.中国",
    f"http://{PUNY}.xn--55qx5d/": f"{PUNY}.xn--55qx5d",
    f"{PUNY}.xn--fiqs8s": f"{PUNY}.xn--fiqs8s",
    "http://1.2.3.4.nip.io/": "1.2.3.4.nip.io",
    "http://evil%2etop/": "evil.top",
    "http://evil%252etop/": "evil.top",
    "http://evil%e3%80%82top/": "evil.top",
    "http://evil%ff.top/": "evil\N{REPLACEMENT CHARACTER}.top",
    "详见evil.top。公司将联系您": "evil.top",
    "请下载http://evil.top查看.请回复": "evil.top",
    "http://court.gov.cn@localhost/": "localhost",
    "http://bank.com，邮箱service@bank.com": "bank.com",
}
PARTS = [*"htp:/\\.@%-_[]?#0x123中国。*оа ，,人民法院.公司"]
PARTS += ["http://", "court.gov.cn", "evil.top", "%40", "%2e", "xn--", "0177.0.0.1"]


def kinds(text):
    return [link.kind for link in read(text).links]


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_an_address_is_known_for_what_it_is(text, kind):
    assert kinds(f"请看 {text} 谢谢") == [kind]
    assert f"link-{kind}" in {mark.cue for mark in read(f"请看 {text}").marks}


@pytest.mark.parametrize("text", TRICKS)
def test_what_stands_before_an_at_leads_nowhere(text):
    (link,) = read(f"请看 {text} 谢谢").links
    assert (link.kind, link.host) == ("user-info", "evil.top")


@pytest.mark.parametrize(("text", "host"), ONE.items())
def test_an_address_has_one_host(text, host):
    (link,) = read(text).links
    assert link.host == host
    assert link.kind not in (LinkKind.OFFICIAL, LinkKind.GOVERNMENT)


@pytest.mark.parametrize(
    "text",
    ["http://court.gov.cn/x，http://evil.top", "court.gov.cn/x http://evil.top/"],
)
def test_a_second_address_is_not_hidden_behind_the_first(text):
    assert kinds(text) == ["official", "cheap-ending"]


@pytest.mark.parametrize(
    "host", ["人民法院.公司", "人民法院.中国", f"{PUNY}.xn--55qx5d", f"{PUNY}.com"]
)
def test_a_court_in_chinese_letters_is_no_official_address(host):
    assert host_kind(host, KNOWN) is LinkKind.LOOK_ALIKE


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("127。0。0。1", "127.0.0.1"),
        ("[::1]", "[::1]"),
        ("[2001:DB8:0:0::1]", "[2001:db8:0:0::1]"),
        ("999.1.1.1", "999.1.1.1"),
        ("08.1.1.1", "08.1.1.1"),
        ("[1::2::3]", "[1::2::3]"),
    ],
)
def test_numbers_are_read_as_browsers_read_them(written, meant):
    (link,) = read(f"打开 http://{written}/a").links
    assert (link.kind, link.host) == ("numbers", meant)


@given(st.ip_addresses(v=4))
def test_every_way_to_write_an_address_is_the_same_address(address):
    number = int(address)
    octal = ".".join(f"0{part:o}" for part in address.packed)
    for written in (str(address), str(number), hex(number), octal):
        assert ip_address(written) == str(address)


@pytest.mark.parametrize("domain", KNOWN.platforms)
def test_a_company_that_serves_for_courts_is_neither_official_nor_cheap(domain):
    text = f"【某区人民法院】请查收 https://sd.{domain}/v3/x"
    assert kinds(text) == ["platform"]
    assert "link-platform" in {mark.cue for mark in read(text).marks}
    cue = message_reader().cues["link-platform"]
    assert (cue.points_to, cue.weight) == ("unknown", 0)
    assert kinds(f"http://{domain}.evil.top/") != ["platform"]


@pytest.mark.parametrize(
    "text",
    [
        "版本1.2.3",
        "v1.2.3",
        "版本v1.2.3/4",
        "1.2.3.4",
        "9.5折",
        "3.5万元",
        "1.5万/月",
        "金额1,000.00元",
        "2026.11.29",
        "2026.11.29/30",
        "26.11.29.10:30",
        "2026.11.29.10:3000",
        "a@b.com",
        "zhang.cn@163.com",
        "zhang.san@court.gov.cn",
        "email:abc@bank.com/电话",
        "上午9:30",
        "app.如有疑问",
        "app。如有疑问。公司将联系",
        "本院受理.公司将处理",
        "已移送法院.手机:13800001234",
        "已移送法院.公司/个人",
    ],
)
def test_what_is_no_address_is_none(text):
    assert not read(text).links


@given(st.from_regex(r"[a-z0-9]{1,12}(\.[a-z]{1,8}){0,2}", fullmatch=True))
def test_only_what_ends_in_an_official_name_is_official(prefix):
    assert host_kind(f"{prefix}.court.gov.cn", KNOWN) is LinkKind.OFFICIAL
    assert host_kind(f"court.gov.cn.{prefix}.com", KNOWN) is LinkKind.LOOK_ALIKE
    assert host_kind(f"{prefix}court.gov.cn", KNOWN) is not LinkKind.OFFICIAL


@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=3))).map("".join))
def test_anything_like_an_address_is_read_without_failing(text):
    end = 0
    for link in read(text).links:
        assert end <= link.start < link.end <= len(text)
        assert link.host
        end = link.end


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_the_parser_itself_never_fails(text):
    for link in links(text, KNOWN):
        assert 0 <= link.start < link.end <= len(text)


@given(st.text(alphabet="abcx.?=&/:@%40", max_size=30))
def test_nothing_after_a_slash_makes_an_address_official(rest):
    found = links(f"http://evil.top/{rest}http://court.gov.cn", KNOWN)
    assert [link.host for link in found] == ["evil.top"]


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
def test_a_supplier_of_courts_beside_a_proper_number_makes_no_scam(link):
    reading = read(SUMMONED.format(link=link))
    cues = {mark.cue for mark in reading.marks}
    assert cues & {"link-look-alike", "link-platform"}
    assert reading.kind is Kind.COURT_SERVICE
    assert "do-not-click" in reading.steps


@pytest.mark.parametrize("link", SUPPLIERS)
def test_who_also_asks_for_money_to_a_private_account_is_a_scam(link):
    text = SUMMONED.format(link=link) + ",先把保证金转到我个人账户就撤案"
    assert read(text).kind is Kind.SCAM
