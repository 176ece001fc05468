"""Changes to a page on the site wait here until a second person takes them over.

Whoever edits a published page, its readers keep the approved version: the change is
kept beside the page, shown to the next editor in the form, and written to the page
only when somebody else approves it (or a 管理员 alone, with a reason).
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse

from portal.admin import versions
from portal.models import Approval, Article, Moved, Page, PendingEdit, Status
from portal.workflow import APPROVE, APPROVE_ALONE, WorkflowError


def kind(page: Page) -> str:
    """The name under which records keep a page of this kind."""
    return str(page._meta.model_name)


def find(page: Page) -> PendingEdit | None:
    """The change that waits for this page."""
    return all_of(page).filter(open=True).first()


def all_of(page: Page) -> QuerySet[PendingEdit]:
    """Every change of a published page, also those that were dropped or replaced."""
    edits = PendingEdit.objects.filter(kind=kind(page), page=page.pk)
    return edits.select_related("by").order_by("-pk")


def close(page: Page) -> None:
    """Nothing waits for this page any more; what was written stays readable."""
    all_of(page).filter(open=True).update(open=False)


def basis(page: Page, edit: PendingEdit | None) -> str:
    """What an editor's form rests on: it changes with every save by anybody."""
    return f"{page.edition}-{edit.pk if edit else 0}"


def keep(
    page: Page, values: dict[str, Any], related: list[int], by: User, reason: str
) -> PendingEdit:
    """Keep a change of a published page until it is approved."""
    close(page)
    return PendingEdit.objects.create(
        kind=kind(page),
        page=page.pk,
        values=values,
        related=related,
        by=by,
        reason=reason,
    )


def write(page: Page, edit: PendingEdit) -> None:
    """Put a waiting change on the page and save it."""
    old = page.slug
    versions.apply(page, edit.values)
    page.author = edit.by
    page.edition += 1
    try:
        page.full_clean()
    except ValidationError as error:
        raise WorkflowError("修改还用不了：" + "；".join(error.messages)) from error
    page.save()
    if isinstance(page, Article):
        page.related.set(edit.related)
    leave_address(page, old)
    close(page)


def adopt(page: Page, edit: PendingEdit, user: User, reason: str) -> None:
    """Approve a waiting change: readers see it now.

    Raises:
        WorkflowError: The user may not, or would approve alone without the right to.
    """
    if not user.has_perm(APPROVE):
        raise WorkflowError("您没有批准的权限。")
    if edit.by_id == user.pk:
        if not user.has_perm(APPROVE_ALONE):
            raise WorkflowError("改的人不能批准自己的修改，请另一位审核来批准。")
        if not reason:
            raise WorkflowError("一个人批准自己的修改，要写明原因。")
    page.approver = user
    page.change_reason = "采用修改：" + (reason or edit.reason)
    write(page, edit)
    _record(page, "adopt", user, reason)


def discard(page: Page, edit: PendingEdit, user: User, reason: str) -> None:
    """Drop a waiting change; who dropped it and why is recorded.

    Raises:
        WorkflowError: It is somebody else's and the user may not approve, or the
            reason is missing.
    """
    if edit.by_id != user.pk and not user.has_perm(APPROVE):
        raise WorkflowError("只有改的人和审核能放弃这次修改。")
    if not reason:
        raise WorkflowError("放弃修改要写明原因。")
    close(page)
    _record(page, "discard", user, reason)


def leave_address(page: Page, old: str) -> None:
    """Where readers knew a page by another address, lead them on."""
    if page.slug == old:
        return
    seen = page.history.filter(slug=old, status=Status.PUBLISHED)  # type: ignore[attr-defined]
    if seen.exists():
        new = page.get_absolute_url()  # type: ignore[attr-defined]
        before = reverse(kind(page), args=[old])
        Moved.objects.filter(new=before).update(new=new)
        Moved.objects.update_or_create(old=before, defaults={"new": new})
        Moved.objects.filter(old=new).delete()


def _record(page: Page, step: str, user: User, reason: str) -> None:
    Approval.objects.create(
        kind=kind(page), slug=page.slug, step=step, reason=reason, by=user
    )
