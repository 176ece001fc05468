"""What is asked about each contact, and once about all of them."""

from __future__ import annotations

from typing import Final

from django import forms

from timeline import catalog
from timeline.catalog.conduct import conduct_words
from timeline.engine import LenderKind, Role
from timeline.engine.conduct import Channel
from timeline.forms.fields import UNKNOWN, DayField, TruthField, radio, select
from timeline.tools.conduct.fields import ClockField, LastFourField, chips, note

ME: Final = "me"


def _channels() -> list[tuple[str, str]]:
    return list(conduct_words().channels.items())


def _people() -> list[tuple[str, str]]:
    return [(ME, "我本人"), *conduct_words().to.items(), ("", "不知道")]


def _modes() -> list[tuple[str, str]]:
    return [*conduct_words().modes.items(), (UNKNOWN, "不知道")]


def _said() -> list[tuple[str, str]]:
    return list(conduct_words().said.items())


def _lender_kinds() -> list[tuple[str, str]]:
    records = catalog.profile_records()
    named = [(kind, records[kind].name) for kind in LenderKind if kind != UNKNOWN]
    return [(UNKNOWN, "不知道"), *named]


class Questions(forms.Form):
    """Who asks, one row for a contact, then what holds for the whole log."""

    hide_optional = True

    role = radio(
        "您是谁？",
        [
            (Role.BORROWER, "借款人本人"),
            (Role.CONTACT, "不是借款人，却被联系的人"),
            (Role.GUARANTOR, "签过担保的保证人"),
        ],
        required=True,
    )
    day = DayField(label="哪一天")
    time = ClockField(label="几点几分", help_text="想不起来就空着。")
    channel = select("用什么方式", _channels, initial=Channel.CALL)
    to = select("找的是谁", _people, initial=ME)
    answered = TruthField(label="电话接通了吗？", yes="接通了", no="没接")
    mode = forms.ChoiceField(
        label="接通的话：只是通知，还是说上了话？",
        choices=_modes,
        required=False,
        initial=UNKNOWN,
        widget=forms.RadioSelect,
    )
    said = chips("说了、做了什么", _said, "可以选几项；都没有就空着。")
    number = LastFourField(label="对方号码的后四位", inputmode="numeric")
    note = note("记一句原话（选填）", "60 个字以内，只放进您自己的记录，不参加判断。")

    lender_kind = select(
        "放款的是哪类机构？",
        _lender_kinds,
        initial=UNKNOWN,
        help_text="看合同里的「贷款人」，不看手机应用的名字。机构不同，归的规定不同。",
    )
    reachable = TruthField(label="他们能联系上借款人本人吗？", yes="能", no="不能")
    refused_on = DayField(
        label="被联系的旁人，哪天说过「不要再联系我」？",
        help_text="没说过就空着。借款人自己说的，不填在这里。",
    )
    refused_time = ClockField(label="几点说的", help_text="不知道就空着。")
    quiet_from = ClockField(
        label="约定的不催收时间：从",
        help_text="合同里写了才填；没有约定，就按一般的时间看。",
    )
    quiet_to = ClockField(label="到")
