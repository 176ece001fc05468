"""The blanks of one letter as a form.  Every one of them may stay empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from crispy_forms.layout import ButtonHolder, Fieldset, Submit
from django import forms
from django.utils import timezone

from timeline import catalog
from timeline.catalog import fill
from timeline.catalog.blanks import blanks
from timeline.catalog.letter_record import LENDER, WRITER, LetterRecord
from timeline.catalog.limitation import limitation_words
from timeline.engine import FactsError, LenderKind, Role
from timeline.engine.facts import NOT_YET
from timeline.engine.limitation import EVENTS, QUESTIONS, LimitationFacts
from timeline.forms.fields import DayField, radio, select
from timeline.forms.layout import form_helper
from timeline.letters import Answers
from timeline.tools.letters.fields import HappenedField, blank_field

WRITERS: Final = {
    Role.BORROWER: "借款人本人",
    Role.CONTACT: "不是借款人，却被联系的人",
    Role.GUARANTOR: "签过担保，或者被说成担保人",
}
DUE: Final = QUESTIONS[0]
HOW: Final = "写日期，或者写「有」「没有」；不知道就空着。"


class LetterForm(forms.Form):
    """What the writer puts in, by blank; field names are the keys of the blanks."""

    hide_optional = True

    answers: Answers
    limitation: LimitationFacts | None = None

    def __init__(
        self, letter: LetterRecord, data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data)
        self.letter = letter
        self.today: date = timezone.localdate()
        self.helper = form_helper(
            *self._limitation(), *self._who(), *self._blanks(), self._send()
        )

    def hidden_values(
        self, blanks_of: LetterRecord | None = None
    ) -> list[tuple[str, str]]:
        """The raw answers as pairs, all or those another letter asks for too."""
        shared = set(self.fields)
        if blanks_of:
            shared = {WRITER, LENDER, *blanks_of.blanks}
        return [
            (name, self.data[name])
            for name in self.fields
            if name in shared and self.data.get(name)
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            self.answers = Answers(
                writer=Role(data.get(WRITER) or self.letter.writers[0]),
                lender_kind=LenderKind(data.get(LENDER) or LenderKind.UNKNOWN),
                values={key: data.get(key) for key in self.letter.blanks},
            )
            self._check_received(data)
            if self.letter.asks_limitation:
                self._read_limitation(data)
        return data

    def _check_received(self, data: dict[str, Any]) -> None:
        clock = self.letter.clock
        if clock and data.get(clock.received) and data[clock.received] > self.today:
            self.add_error(clock.received, NOT_YET)

    def _read_limitation(self, data: dict[str, Any]) -> None:
        known = {name: data.get(name) for name in (DUE, *EVENTS)}
        try:
            self.limitation = LimitationFacts(today=self.today, **known)
        except FactsError as error:
            self.add_error(error.field, str(error))

    def _limitation(self) -> list[Fieldset]:
        if not self.letter.asks_limitation:
            return []
        words = limitation_words().questions
        for name in (DUE, *EVENTS):
            kind = DayField if name == DUE else HappenedField
            why = fill(words[name].why, self.today)
            self.fields[name] = kind(
                label=fill(words[name].question, self.today),
                help_text=why if name == DUE else why + HOW,
            )
        return [Fieldset("先看三年", DUE, *EVENTS)]

    def _who(self) -> list[Fieldset]:
        names = []
        if len(self.letter.writers) > 1:
            choices = [(role.value, WRITERS[role]) for role in self.letter.writers]
            self.fields[WRITER] = radio("您是谁？", choices, initial=choices[0][0])
            names.append(WRITER)
        if self.letter.asks_lender:
            self.fields[LENDER] = select(
                "放款的是哪类机构？",
                _lender_kinds,
                initial=LenderKind.UNKNOWN.value,
                help_text="看合同里的「贷款人」，不看手机应用的名字。",
            )
            names.append(LENDER)
        return [Fieldset("谁写给谁", *names)] if names else []

    def _blanks(self) -> list[Fieldset]:
        names = []
        for key in self.letter.blanks:
            blank = blanks()[key]
            if key in self.letter.hints:
                blank = replace(blank, hint=self.letter.hints[key])
            field = blank_field(blank, self.today)
            if field is not None:
                self.fields[key] = field
                names.append(key)
        return [Fieldset("信里的空", *names)]

    def _send(self) -> ButtonHolder:
        return ButtonHolder(Submit("fill", "填好，看全文"))


def _lender_kinds() -> list[tuple[str, str]]:
    records = catalog.profile_records()
    named = [
        (kind.value, records[kind].name)
        for kind in LenderKind
        if kind is not LenderKind.UNKNOWN
    ]
    return [(LenderKind.UNKNOWN.value, "不知道"), *named]
