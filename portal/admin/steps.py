"""The buttons of the workflow on a page's form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

from portal import workflow
from portal.admin import pending, versions
from portal.admin.forms import REASON_LENGTH
from portal.content_check import Problem, Severity, check_page
from portal.models import Page, PendingEdit
from portal.workflow import WorkflowError

# Steps after which readers may see the text.
CHECKED: Final = frozenset({"approve", "publish", "adopt"})


@dataclass(frozen=True, slots=True)
class Button:
    """A step that this user may take now, and whether it asks for a reason."""

    key: str
    name: str
    reason: bool
    moved: bool = False


def buttons(page: Page, edit: PendingEdit | None, user: User) -> list[Button]:
    """The buttons of a page, for one user."""
    found = [
        Button(
            key=step.key,
            name=step.name,
            reason=step.reason or (step.key == "approve" and page.author_id == user.pk),
            moved=step.key == "withdraw",
        )
        for step in workflow.steps_for(page, user)
        if step.key != "approve"
        or page.author_id != user.pk
        or user.has_perm(workflow.APPROVE_ALONE)
    ]
    if edit:
        mine = edit.by_id == user.pk
        approver = user.has_perm(workflow.APPROVE)
        if approver and (not mine or user.has_perm(workflow.APPROVE_ALONE)):
            found.append(Button("adopt", "批准这次修改", reason=mine))
        if mine or approver:
            found.append(Button("discard", "放弃这次修改", reason=True))
    return found


def take(page: Page, key: str, user: User, reason: str, moved_to: str = "") -> str:
    """Take a step and say what was done.

    Raises:
        WorkflowError: It cannot be taken; the message says why.
    """
    reason = reason.strip()
    if len(reason) > REASON_LENGTH:
        raise WorkflowError(f"原因最多 {REASON_LENGTH} 个字。")
    edit = pending.find(page)
    if key in CHECKED:
        _refuse_errors(page, edit if key == "adopt" else None)
    if key in ("adopt", "discard"):
        if edit is None:
            raise WorkflowError("这次修改已经有人处理过了。")
        if key == "adopt":
            pending.adopt(page, edit, user, reason)
            return "修改已批准，读者现在看到的就是它。"
        pending.discard(page, edit, user, reason)
        return "修改已放弃，读者看到的没有变。"
    if key not in workflow.STEPS:
        raise WorkflowError("没有这一步。")
    if key == "withdraw":
        page.moved_to = _inside(moved_to)
    if key == "reopen":
        page.moved_to = ""
    workflow.take(page, key, user, reason)
    return f"{workflow.STEPS[key].name}：好了。现在是「{page.get_status_display()}」。"


def problems(page: Page) -> list[Problem]:
    """What the content check says, errors first."""
    return list(check_page(page))


def _refuse_errors(page: Page, edit: PendingEdit | None) -> None:
    if edit:
        page = type(page).objects.get(pk=page.pk)
        versions.apply(page, edit.values)
    errors = [p for p in problems(page) if p.severity == Severity.ERROR]
    if errors:
        raise WorkflowError(f"还有 {len(errors)} 处错误要先改好：{errors[0]}")


def _inside(address: str) -> str:
    address = address.strip()
    if address and (not address.startswith("/") or address.startswith(("//", "/\\"))):
        raise WorkflowError("「改到」只能是站内的网址，以 / 开头。")
    if len(address) > 200:
        raise WorkflowError("「改到」的网址太长了。")
    return address


def step_view(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Take the step that was pressed, and go back to the form."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    post = request.POST
    with transaction.atomic():
        page = model_admin._row(request, object_id, lock=True)
        if not model_admin.has_change_permission(request, page):
            raise PermissionDenied
        try:
            done = take(
                page,
                post.get("step", ""),
                cast(User, request.user),
                post.get("reason", ""),
                post.get("moved_to", ""),
            )
        except WorkflowError as refusal:
            messages.error(request, str(refusal))
        else:
            model_admin.log_change(request, page, post.get("step", ""))
            messages.success(request, done)
    return redirect(model_admin._address("change", page.pk))
