"""Answers that go on by POST, never in an address: to another tool, or back again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Self

from django import forms
from django.utils import timezone

# The button of a form that brings first values: they are shown, not yet complained of.
CARRY: Final = "carry"


class AnswersForm(forms.Form):
    """A form that can be shown with values in it before anything is complained of.

    Attributes:
        given: What was sent, whether it is to be checked or not.
        today: In Asia/Shanghai, read once.
    """

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        initial: dict[str, str] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.given: Mapping[str, str] = data or initial or {}
        self.today = timezone.localdate()

    @classmethod
    def unchecked(cls, data: Mapping[str, str]) -> Self:
        """The same answers, with no complaint yet."""
        return cls(initial=dict(data.items()))

    def hidden_values(self) -> list[tuple[str, str]]:
        """The raw answers, for another form on the page of a result."""
        return [(name, self.data[name]) for name in self.fields if self.data.get(name)]
