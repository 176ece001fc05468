"""The admin pages of topics, terms and notices."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin

from portal.admin.forms import Lines
from portal.admin.generic import RowForm
from portal.admin.history import HistoryAdmin
from portal.admin.markdown import MarkdownWidget
from portal.content_check import Severity, check_page
from portal.models import Notice, Term, Topic


class CheckedForm(RowForm):
    """What readers see as soon as it is saved: errors of the content check stop it."""

    def full_clean(self) -> None:
        """Check the row as it would be saved."""
        super().full_clean()
        if self.is_bound and not self.errors:
            for problem in check_page(self.instance):
                if problem.severity is Severity.ERROR:
                    self.add_error(None, f"内容检查：{problem}")


class TermForm(CheckedForm):
    """A word; its other spellings one a line."""

    aliases = forms.CharField(
        label="别的说法",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="一行一个。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["aliases"] = "\n".join(self.instance.aliases)

    def clean_aliases(self) -> list[str]:
        """Lines to a list, each once."""
        lines = (line.strip() for line in self.cleaned_data["aliases"].splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    class Meta:
        model = Term
        fields = ("word", "key", "aliases", "meaning", "body")
        widgets: ClassVar = {"body": MarkdownWidget({"rows": 10})}
        field_classes: ClassVar = {"body": Lines}


@admin.register(Term)
class TermAdmin(HistoryAdmin):
    """A word explained."""

    form = TermForm
    list_display = ("word", "key", "meaning")
    search_fields = ("word", "key", "meaning")


@admin.register(Topic)
class TopicAdmin(HistoryAdmin):
    """A shelf of the library."""

    form = CheckedForm
    list_display = ("title", "key", "position")


@admin.register(Notice)
class NoticeAdmin(HistoryAdmin):
    """A banner that ends by itself."""

    form = CheckedForm
    list_display = ("text", "starts", "ends")
    date_hierarchy = "starts"
