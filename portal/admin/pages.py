"""What the admin pages of articles and claims share.

Editing a published page never changes what readers see: the change waits beside the
page (``portal.admin.pending``) until a second person approves it.  Editing an approved
page sends it back to review.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, ClassVar, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from portal import workflow
from portal.admin import pending, shelved, steps, versions
from portal.admin.history import HistoryAdmin
from portal.content_check import Severity, reading
from portal.models import Page, Status
from portal.richtext import citation_references
from portal.workflow import WorkflowError
from timeline.citations import cite
from timeline.engine import DataError


class PageAdmin(HistoryAdmin):
    """A page on its way from a draft to its readers."""

    change_form_template = "admin/page_form.html"
    list_filter: ClassVar[Any] = ("status", "topic")
    list_select_related = ("topic", "author")
    readonly_fields: ClassVar[Any] = ("state", "sources", "author", "approver")
    actions = ("submit_for_review",)
    save_on_top = False

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """The page with the change that waits for it, locked while it is saved."""
        if not object_id.isdecimal():
            return None
        rows = self.get_queryset(request)
        if request.method == "POST":
            rows = rows.select_for_update(of=("self",))
        page = rows.filter(pk=object_id).first()
        edit = pending.find(page) if page else None
        if page:
            page.known_as = page.slug
        if page and edit:
            versions.apply(page, edit.values)
        return page

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        """Save a draft; keep a change of a published page for approval."""
        user = cast(User, request.user)
        reason = form.cleaned_data.get("reason", "")
        words = set(form.changed_data) - {"basis", "reason"}
        obj.waits = change and obj.status == Status.PUBLISHED
        if obj.waits:
            if words:
                chosen = form.cleaned_data.get("related", ())
                self._keep(obj, sorted(a.pk for a in chosen), user, reason)
            return
        if words or not change:
            obj.author = user
        if change and obj.status == Status.APPROVED and words:
            obj.status = Status.IN_REVIEW
            messages.warning(request, "批准以后又改过，要重新批准。")
        obj.edition += 1
        super().save_model(request, obj, form, change)
        if change:
            pending.close(obj)
            pending.leave_address(obj, obj.known_as)

    def _keep(self, page: Any, related: list[int], user: User, reason: str) -> None:
        values = versions.values(page, self.model)
        pending.keep(page, values, related, user, reason)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        """Related articles of a published page wait with the rest."""
        self._say_what_is_wrong(request, form.instance)
        if not getattr(form.instance, "waits", False):
            super().save_related(request, form, formsets, change)

    def _say_what_is_wrong(self, request: HttpRequest, page: Any) -> None:
        found = steps.problems(page)
        errors = sum(problem.severity is Severity.ERROR for problem in found)
        if errors:
            messages.warning(
                request,
                f"内容检查有 {errors} 处错误，改好以前不能发布。第一处：{found[0]}",
            )
        elif found:
            messages.info(
                request, f"内容检查有 {len(found)} 处提醒。第一处：{found[0]}"
            )

    def restore(self, request: HttpRequest, row: Any, record: Any, reason: str) -> None:
        """As a new version of a draft, or as a change that waits for approval."""
        user = cast(User, request.user)
        old = row.slug
        related = versions.related_then(record, self.model)
        versions.apply(row, versions.values(record, self.model))
        try:
            row.full_clean()
        except ValidationError as error:
            messages.error(request, "恢复不了：" + "；".join(error.messages))
            return
        if row.status == Status.PUBLISHED:
            self._keep(row, related, user, reason)
            messages.success(request, f"{reason}：等另一位批准后，读者才会看到。")
            return
        row.author = user
        row.edition += 1
        if row.status == Status.APPROVED:
            row.status = Status.IN_REVIEW
        row.change_reason = reason
        row.save()
        if hasattr(row, "related"):
            row.related.set(related)
        pending.leave_address(row, old)
        messages.success(request, f"已{reason}。")

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Say where the change is: on the site, or waiting."""
        if getattr(obj, "waits", False):
            messages.warning(
                request, "修改已存好，等另一位批准。读者现在看到的还是原来的一版。"
            )
            return redirect(self._address("change", obj.pk))
        return super().response_change(request, obj)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """Add the steps, the waiting change, the check and the conflict."""
        if obj is not None and obj.pk:
            context |= self._beside(request, obj.pk, context["adminform"].form)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _beside(self, request: HttpRequest, pk: Any, form: Any) -> dict[str, Any]:
        page = self.get_queryset(request).get(pk=pk)
        edit = pending.find(page)
        waiting = []
        if edit:
            old = versions.values(page, self.model)
            draft = self.model._default_manager.get(pk=page.pk)
            versions.apply(draft, edit.values)
            new = versions.values(draft, self.model)
            waiting = versions.changes(
                self.model,
                old | {versions.RELATED: versions.related(page)},
                new | {versions.RELATED: edit.related},
            )
            page = draft
        return {
            "page": page,
            "edit": edit,
            "waiting": waiting,
            "conflict": getattr(form, "conflict", []),
            "buttons": steps.buttons(page, edit, cast(User, request.user)),
            "problems": steps.problems(page),
            "reading": reading(page.body),
        }

    def shelved(self, row: Any) -> Iterable[Any]:
        """Changes that were dropped or replaced before anybody approved them."""
        return shelved.shelved(row)

    @admin.display(description="状态")
    def state(self, page: Page) -> str:
        """The status, and why a page was withdrawn."""
        because = page.withdrawn_because
        return page.get_status_display() + (f"（{because}）" if because else "")

    @admin.display(description="依据（从正文里来）")
    def sources(self, page: Page) -> str:
        """Every citation of the text, one a line."""
        return "\n".join(dict.fromkeys(map(_source, citation_references(page.body))))

    @admin.action(description="交给审核", permissions=["change"])
    def submit_for_review(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        """Hand in each page, if this editor may change that very page."""
        for page in rows:
            try:
                if not self.has_change_permission(request, page):
                    raise WorkflowError("您不能改这一页。")
                workflow.take(page, "submit", cast(User, request.user))
            except WorkflowError as refusal:
                messages.error(request, f"「{page}」：{refusal}")
            else:
                self.log_change(request, page, "submit")
                messages.success(request, f"「{page}」已交给审核。")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes a page: it is withdrawn, with a reason."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """The stock addresses and the one of the steps."""
        kind = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view(partial(steps.step_view, self))
        again = self.admin_site.admin_view(partial(shelved.again_view, self))
        return [
            path("<path:object_id>/step/", view, name=f"{kind}_step"),
            path("<path:object_id>/again/<int:number>/", again, name=f"{kind}_again"),
            *super().get_urls(),
        ]


def _source(reference: str) -> str:
    try:
        citation = cite(reference)
    except DataError:
        return f"{reference}：找不到"
    return f"{citation.strength_text} {citation.short} {citation.label}"
