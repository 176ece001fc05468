"""Forms around one long text that somebody pastes or writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from crispy_forms.layout import ButtonHolder, Submit
from django import forms
from django.utils import timezone

from timeline.forms.layout import form_helper

# A form may hold 256 KiB.  Of that a Chinese character takes nine bytes, or three where
# the form is sent as multipart/form-data: what is too long by far comes back to its
# field even then, and only more than that is refused whole.
LONGEST: Final = 20_000


class PastedForm(forms.Form):
    """Takes its field ``text`` as it is; what it means is for the engine.

    Attributes:
        shown: The fields, in the order of the page.
        button: Name and label of the button that sends them.
    """

    hide_optional = True
    shown: ClassVar[tuple[str, ...]] = ("text",)
    button: ClassVar[tuple[str, str]]

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.today = timezone.localdate()
        # The browser would cut silently what was pasted; the server says it instead.
        self.fields["text"].widget.attrs.pop("maxlength", None)
        self.helper = form_helper(*self.shown, ButtonHolder(Submit(*self.button)))
