"""The questions on the three years; each can be left at 「不知道」."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Fieldset, Submit
from django import forms
from django.utils import timezone

from timeline.catalog import fill
from timeline.catalog.limitation import limitation_words
from timeline.engine import FactsError
from timeline.engine.limitation import EVENTS, Event, LimitationFacts
from timeline.forms.fields import DayField, TruthField
from timeline.forms.layout import form_helper

DUE: Final = "last_instalment_due"
JUDGMENT: Final = "judgment"
WHEN: Final = "最近一次是哪天？记不清就空着"


class LatestDay(DayField):
    """The day of one event; the error summary says of which."""

    def __init__(self, group: str) -> None:
        super().__init__(label=WHEN)
        self.group = group


class LimitationForm(forms.Form):
    """Turns what is remembered into ``LimitationFacts``; knows no rule of its own."""

    hide_optional = True
    facts: LimitationFacts

    def __init__(self, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        self.today = timezone.localdate()
        words = limitation_words().questions
        self.fields[DUE] = DayField(
            label=words[DUE].question,
            help_text=f"{words[DUE].why}不知道就空着。",
        )
        for name in EVENTS:
            self.fields[name] = TruthField(
                label=words[name].question,
                help_text=fill(words[name].why, self.today),
                yes="有",
                no="没有",
            )
            if name != JUDGMENT:  # whatever its day, other rules hold from then on
                self.fields[_day(name)] = LatestDay(words[name].question)
        self.helper = self._helper()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        events = {name: self._event(name, data) for name in EVENTS}
        if not self.errors:
            due = data.get(DUE)
            try:
                self.facts = LimitationFacts(
                    today=self.today, last_instalment_due=due, **events
                )
            except FactsError as error:
                name = error.field
                at = _day(name) if _day(name) in self.fields else name
                self.add_error(at, str(error))
        return data

    def _event(self, name: str, data: dict[str, Any]) -> Event:
        """A day is itself the answer that it happened."""
        happened, day = data.get(name), data.get(_day(name))
        if happened is False and day is not None:
            self.add_error(_day(name), "上面选了「没有」，这里请空着。")
        return happened if day is None else day

    def _helper(self) -> FormHelper:
        return form_helper(
            Fieldset("记得多少填多少", *self.fields),
            ButtonHolder(Submit("answer", "看看三年过没过")),
        )


def _day(name: str) -> str:
    return f"{name}_on"
