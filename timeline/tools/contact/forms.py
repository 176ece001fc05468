"""Four questions to somebody who is called about another's loan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from crispy_forms.layout import ButtonHolder, Submit
from django import forms

from timeline import catalog
from timeline.catalog.contact import contact_words
from timeline.engine import LenderKind
from timeline.engine.contact import ContactFacts, Said, Signed
from timeline.forms.fields import NOT_LISTED, UNKNOWN, TruthField, radio, select
from timeline.forms.layout import form_helper

NOTHING_FITS: Final = [(UNKNOWN, "不知道，或者这些都没有")]


def _lender_kinds() -> list[tuple[str, str]]:
    records = catalog.profile_records()
    named = [(kind, records[kind].name) for kind in LenderKind if kind != UNKNOWN]
    return [(UNKNOWN, "不知道"), *named]


class ContactForm(forms.Form):
    """Turns four answers into ``ContactFacts``; whatever is left open is unknown."""

    hide_optional = True
    facts: ContactFacts

    def __init__(self, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        words = contact_words()
        asked = words.questions
        signed = [(str(key), words.signed[key]) for key in Signed]
        said = [(str(key), words.said[key].label) for key in reversed(Said)]
        self.fields["signed"] = radio(
            asked["signed"].question,
            signed,
            help_text=asked["signed"].why,
            initial=Signed.UNKNOWN,
        )
        self.fields["lender_kind"] = select(
            asked["lender_kind"].question,
            _lender_kinds,
            help_text=asked["lender_kind"].why,
            initial=UNKNOWN,
        )
        self.fields["told"] = TruthField(
            label=asked["told"].question,
            help_text=asked["told"].why,
            yes="说过",
            no="还没有",
        )
        self.fields["said"] = forms.MultipleChoiceField(
            label=asked["said"].question,
            help_text=asked["said"].why,
            choices=[*said, *NOTHING_FITS],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": NOT_LISTED},
        )
        self.helper = form_helper(
            *self.fields,
            ButtonHolder(Submit("answer", "看看我该怎么办")),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            self.facts = ContactFacts(
                signed=Signed(data["signed"] or UNKNOWN),
                lender_kind=LenderKind(data["lender_kind"] or UNKNOWN),
                told=data["told"],
                said=frozenset(map(Said, {*data["said"]} - {UNKNOWN})),
            )
        return data

    def hidden_values(self) -> list[tuple[str, str]]:
        """The raw answers, for the form that saves the letter."""
        kept: list[tuple[str, str]] = []
        for name in self.fields:
            given = self.cleaned_data[name] if name == "said" else self.data.get(name)
            values = given if isinstance(given, list) else [given]
            kept += [(name, value) for value in values if value]
        return kept
