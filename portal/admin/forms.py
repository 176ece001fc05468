"""The form of a page: it keeps what was written when two editors meet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, cast

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.http import QueryDict

from portal.admin import choices, pending, versions
from portal.admin.generic import RowForm
from portal.admin.markdown import MarkdownWidget
from portal.models import Article, PendingEdit

MOST_RELATED = 3
REASON_LENGTH = 80


class Lines(forms.CharField):
    """A text as files have it: browsers send other line ends, which is no change."""

    def to_python(self, value: Any) -> str:
        """Unix line ends, nothing around the text."""
        lines = str(value or "").splitlines()
        return super().to_python("\n".join(lines)) or ""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the words, not the line ends."""
        return bool(self.to_python(initial) != self.to_python(data))


class Moment(AdminSplitDateTime):
    """A day and an hour, each box with a name; Django's own have none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part, name in zip(self.widgets, ("发布日期", "发布时刻"), strict=True):
            part.attrs["aria-label"] = name


class PageForm(RowForm):
    """What articles and claims share.

    ``basis`` says which state the editor began with.  When somebody has saved since,
    the form comes back with every word still in it and with the difference; saving it
    once more is then a decision, and the history keeps the other version.
    """

    basis = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="这次改了什么",
        required=False,
        max_length=REASON_LENGTH,
        help_text="一句话，历史里能看到。",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    conflict: list[versions.Change]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflict = []
        self.edit: PendingEdit | None = None
        if self.instance.pk:
            self.edit = pending.find(self.instance)
            self.initial["basis"] = self.now
        if self.edit and "related" in self.fields:
            self.initial["related"] = self.edit.related

    @property
    def now(self) -> str:
        """The state in the database."""
        return pending.basis(self.instance, self.edit)

    def clean(self) -> dict[str, Any] | None:
        """Refuse to write over what somebody else has saved meanwhile."""
        cleaned = super().clean()
        if self.instance.pk and self.data.get("basis") != self.now:
            self._meet()
        return cleaned

    def _meet(self) -> None:
        """Show the difference, and let the next save rest on what is there now."""
        model = type(self.instance)
        theirs = versions.values(self.instance, model)
        mine = theirs | {
            model._meta.get_field(name).name: getattr(value, "pk", value)
            for name, value in self.cleaned_data.items()
            if name in theirs
        }
        self.conflict = versions.changes(model, theirs, mine)
        data = cast(QueryDict, self.data).copy()
        data["basis"] = self.now
        self.data = data
        raise forms.ValidationError(
            "您打开这一页以后，有人保存过另一版。您写的都还在下面，一个字也没有丢。"
            "请看清两版的不同，改好以后再保存一次；那一版在历史里也找得到。",
            code="conflict",
        )

    class Meta:
        widgets: ClassVar = {"body": MarkdownWidget, "publish_at": Moment}
        field_classes: ClassVar = {"body": Lines, "unchecked": Lines}


def several(label: str, offered: Callable[[], choices.Choices]) -> Any:
    """A list of keys, chosen by their Chinese names."""
    return forms.MultipleChoiceField(
        label=label,
        choices=offered,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class ArticleForm(PageForm):
    """An article."""

    stages = several("说到的阶段", choices.stages)
    roles = several("写给谁", choices.roles)
    tools = several("相关工具", choices.tools)

    def clean_related(self) -> Any:
        """At most three, and not the page itself."""
        chosen = self.cleaned_data["related"]
        if len(chosen) > MOST_RELATED:
            raise forms.ValidationError("相关文章最多三篇，请去掉几篇。")
        if any(article.pk == self.instance.pk for article in chosen):
            raise forms.ValidationError("相关文章里不能有这一篇自己。")
        return chosen

    class Meta(PageForm.Meta):
        model = Article
        fields = "__all__"
