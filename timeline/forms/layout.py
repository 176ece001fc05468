"""Parts of a form's layout that crispy lacks; their markup is in forms/layout/."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, LayoutObject
from django import forms


def form_helper(*shown: Any) -> FormHelper:
    """How a stateless form is laid out: its page writes the tag, no token is needed."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*shown)
    return helper


class Group(Fieldset):  # type: ignore[misc] # crispy_forms has no types
    """A fieldset that says something under its legend."""

    def __init__(self, legend: str, *fields: Any, hint: str, **kwargs: Any) -> None:
        super().__init__(legend, *fields, **kwargs)
        self.hint = hint


class Fold(Fieldset):  # type: ignore[misc] # crispy_forms has no types
    """Fields behind a summary: shut, unless something is typed or wrong in them."""

    template = "%s/layout/fold.html"

    def render(self, form: forms.Form, *args: Any, **kwargs: Any) -> str:
        """Markup of a ``<details>``."""
        self.is_open = any(
            form[name].value() or name in form.errors for name in _names(self)
        )
        rendered: str = super().render(form, *args, **kwargs)
        return rendered


def _names(part: LayoutObject) -> list[str]:
    """The fields of a part of a layout, however deep."""
    return [pointer.name for pointer in part.get_field_names()]
