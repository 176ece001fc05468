"""One paper: what it is, when and how it came."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from crispy_forms.layout import ButtonHolder, Div, Fieldset, Hidden, Layout, Submit
from django import forms

from timeline import catalog
from timeline.catalog import words
from timeline.catalog.papers import service_words
from timeline.engine import Facts, FactsError, Freeze, Paper, PaperKind, Role
from timeline.engine.facts import NOT_YET
from timeline.engine.service_of_process import Service, served_on
from timeline.forms.carry import AnswersForm
from timeline.forms.fields import UNKNOWN, DayField, YuanField, radio, select
from timeline.forms.layout import form_helper
from timeline.forms.pasted import PastedForm

LONGEST: Final = 2_000
UNCHOSEN: Final = "请选一种；认不出来，用下面的「叫不出名字？说说它」。"
NEEDLESS: Final = frozenset({"sum_claimed"})  # no date rests on it
VERIFIED: Final = {"true": True, "false": False}


def _kinds() -> list[tuple[str, str]]:
    named = [(key, text.name) for key, text in words.papers().items()]
    return [("", "请选择"), *named]


def _ways() -> list[tuple[str, str]]:
    named = [(key, way.name) for key, way in service_words().items()]
    return [*named, (UNKNOWN, "不知道")]


class DescribeForm(PastedForm):
    """Takes a description as it is; which paper it may be is for the engine."""

    button = ("describe", "看看像哪一种")

    text = forms.CharField(
        label="它叫什么，写了什么？",
        help_text="照着最上面的大字写，或者用自己的话说。不用写姓名和证件号。",
        widget=forms.Textarea({"autocomplete": "off", "rows": 3}),
        max_length=LONGEST,
        error_messages={
            "required": "请写几个字：谁寄来的、叫您做什么。",
            "max_length": f"太长了：一次最多 {LONGEST:,} 个字，写要紧的几句就行。",
        },
    )


class PaperForm(AnswersForm):
    """What is known of one paper; fields are named as in ``ask assess``.

    Attributes:
        paper: The paper, received on the day from which the law counts.
        facts: The same as a borrower's only paper.
        counted: Whether these two could be read, whatever was typed as the sum.
        sum_fen: The sum in dispute, in fen, or ``None``.
    """

    hide_optional = True

    kind = select("这是什么文书？", _kinds)
    received = DayField(
        label="哪天收到的？",
        help_text="送到手机、信箱或家里的那天，不是您看到的那天；不知道就空着。",
    )
    service = select("怎么送来的？", _ways, initial=UNKNOWN)
    own_date = DayField(
        label="上面写明的答辩、异议、上诉或报告截止日",
        help_text="没有写就空着。不是还款日，也不是开庭日。",
    )
    hearing = DayField(label="上面写的开庭或调解日", help_text="没有写就空着。")
    verified = radio(
        "向法院核实过吗？",
        [
            ("", "还没有"),
            ("true", "法院说是真的"),
            ("false", "法院说不是它发的"),
        ],
        help_text="只有法院自己说了才算；自己的感觉，选「还没有」。",
    )
    freeze = radio(
        "是哪一种冻结？",
        [
            (Freeze.PRESERVATION, "保全（判决之前）"),
            (Freeze.ENFORCEMENT, "执行（判决之后）"),
            (UNKNOWN, "不知道"),
        ],
        initial=UNKNOWN,
    )
    sum_claimed = YuanField(
        label="对方要多少钱（元）",
        help_text="填了，就算出诉讼费大概多少；不知道就空着。",
    )

    paper: Paper
    facts: Facts
    counted: bool = False
    sum_fen: int | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper(
            Fieldset(
                "先答这两题",
                "kind",
                Div("freeze", css_class="reveal--kind-asset-freeze"),
                "received",
            ),
            Fieldset(
                "再看看文书（不知道可以空着）",
                "service",
                "own_date",
                "hearing",
                "verified",
                "sum_claimed",
            ),
            ButtonHolder(Submit("answer", "看看是什么、哪天前要做什么")),
        )

    @classmethod
    def short(cls, kind: PaperKind) -> PaperForm:
        """The dates of a paper whose kind is known; the rest can be added later."""
        form = cls()
        text = words.papers()[kind.key]
        asked: list[str | Div | Hidden] = [Hidden("kind", kind.key), "received"]
        if kind is PaperKind.ASSET_FREEZE:
            asked.append("freeze")
        for name, label in (
            ("own_date", text.date_label),
            ("hearing", text.hearing_label),
        ):
            if label:
                form.fields[name].label = label
                asked.append(name)
        form.helper.layout = Layout(
            Fieldset("算出日期", *asked),
            ButtonHolder(Submit("answer", "算出哪天前要做什么")),
        )
        return form

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("kind") and "kind" not in self.errors:
            self.add_error("kind", UNCHOSEN)
        if not self.errors.keys() - NEEDLESS:
            try:
                self._read(data)
                self.counted = True
            except FactsError as error:
                part = error.field.rpartition(".")[2]
                self.add_error(part if part in self.fields else None, str(error))
        self.sum_fen = data.get("sum_claimed")
        return data

    def _read(self, data: dict[str, Any]) -> None:
        """The paper as the law counts it, and what a borrower's facts make of it.

        A notice may count only from a day to come; until then nothing can be over.
        """
        arrived = data["received"]
        if arrived is not None and arrived > self.today:
            raise FactsError("received", NOT_YET)
        way = Service(data["service"] or UNKNOWN)
        kind = next(kind for kind in PaperKind if kind.key == data["kind"])
        served = arrived and served_on(way, kind, arrived, catalog.norms())
        freeze = data["freeze"]
        self.paper = Paper(
            kind=kind,
            received=served,
            verified=VERIFIED.get(data["verified"] or ""),
            own_date=data["own_date"],
            hearing=data["hearing"],
            freeze=Freeze(freeze) if freeze and freeze != UNKNOWN else None,
        )
        known = replace(self.paper, received=served and min(served, self.today))
        self.facts = Facts(role=Role.BORROWER, today=self.today, papers=(known,))
