"""A warning takes back what it speaks of; a demand beside it stays decisive."""

from __future__ import annotations

import pytest

from tests.engine.message.messages import messages, read
from timeline.engine.message import Kind

DEMANDS = [
    "调解不收费，但需缴纳5000元保证金",
    "我院不会要求转账，请将诉讼费转到书记员张某账户",
    "谨防骗子，请把钱转到以下指定账户",
    "谨防骗子、请把钱转到以下指定账户",
    "请勿相信他人，验证码只能发给我",
    "我公司从不收取保证金，只需先交2000元验证金",
    "法院不会索要密码；您把验证码报给我核对一下",
    "不用来法院，直接微信转我就行",
    "凡收费的都是骗子，我们只收599元资料费",
    "法院执行款专户维护中，先把钱转到张法官个人账户",
    "请携带身份证到庭，银行卡正反面照片先微信发我",
    "如遇诈骗请报警，现在请打开会议软件共享屏幕",
]
WARNINGS = [
    "法院不会要求您向个人账户转账，谨防诈骗",
    "调解不收取任何费用",
    "请勿向个人账户转账",
    "我公司从不收取保证金",
    "谨防骗子",
    "诉讼费由败诉方承担",
    "请携带身份证到庭",
    "诉讼费请通过法院诉讼费专用账户缴纳",
    "我行不会要求您转账、提供验证码或者共享屏幕",
    "凡要求您先转账再放款、先缴费再退息的，都是诈骗",
    "如有人自称法官要求您把钱转到个人账户，请立即报警",
    "要求您共享屏幕的，请马上挂断",
    "不法分子冒充客服，诱骗客户转账到安全账户，请提高警惕",
    "切勿将短信验证码告诉任何人",
    "调解过程中不需要付定金",
    "我们不派人上门收现金",
    "公检法机关没有所谓安全账户",
    "征信修复都是骗局",
    "本院依法解除对其银行账户的冻结，并删除失信信息",
]
NEW = ("eleventh", "twelfth", "thirteenth")
GENUINE = [
    message.text
    for name in NEW
    for message in messages(name)
    if not message.kinds & {Kind.SCAM, Kind.UNLAWFUL_COLLECTION}
]


@pytest.mark.parametrize("text", DEMANDS)
def test_a_reassuring_word_takes_no_demand_of_another_clause_back(text):
    assert read(text).kind is Kind.SCAM


@pytest.mark.parametrize("text", WARNINGS)
def test_whoever_warns_of_scams_is_not_accused_of_one(text):
    assert read(text).kind is not Kind.SCAM


@pytest.mark.parametrize("text", GENUINE, ids=lambda text: text[:12])
def test_no_genuine_message_is_called_a_scam(text):
    assert read(text).kind is not Kind.SCAM


@pytest.mark.parametrize("warning", WARNINGS)
@pytest.mark.parametrize("joint", ["，", "。", "；", "\n"])
def test_a_demand_is_heard_before_and_after_every_warning(warning, joint):
    demand = "请把5000元保证金转到我的个人账户"
    assert read(f"{warning}{joint}{demand}").kind is Kind.SCAM
    assert read(f"{demand}{joint}{warning}").kind is Kind.SCAM
