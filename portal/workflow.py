"""The way of a page: draft → in review → approved → published → withdrawn.

Two people see every page before readers do.  A site of one can publish all the same:
whoever may approve alone states why, and that is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction

from portal.models import Approval, Page, Status

APPROVE: Final = "portal.approve_page"
APPROVE_ALONE: Final = "portal.approve_alone"
EDIT: Final = "portal.change_article"
LONGEST_CHANGE_REASON: Final = 100  # what the history's column holds


class WorkflowError(Exception):
    """The step cannot be taken; the message says why, in one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Step:
    """From which states a step leads where, and who may take it.

    ``reason`` says whether a reason must be given.
    """

    key: str
    name: str
    before: frozenset[Status]
    after: Status
    permission: str
    reason: bool = False


STEPS: Final = {
    step.key: step
    for step in (
        Step("submit", "交给审核", frozenset({Status.DRAFT}), Status.IN_REVIEW, EDIT),
        Step(
            "return",
            "退回修改",
            frozenset({Status.IN_REVIEW, Status.APPROVED}),
            Status.DRAFT,
            APPROVE,
            reason=True,
        ),
        Step(
            "approve", "批准", frozenset({Status.IN_REVIEW}), Status.APPROVED, APPROVE
        ),
        Step(
            "publish", "发布", frozenset({Status.APPROVED}), Status.PUBLISHED, APPROVE
        ),
        Step(
            "withdraw",
            "撤下",
            frozenset({Status.PUBLISHED}),
            Status.WITHDRAWN,
            APPROVE,
            reason=True,
        ),
        Step("reopen", "重新修改", frozenset({Status.WITHDRAWN}), Status.DRAFT, EDIT),
    )
}


def steps_for(page: Page, user: User) -> list[Step]:
    """The steps that ``user`` may take with ``page`` now."""
    return [
        step
        for step in STEPS.values()
        if page.status in step.before and user.has_perm(step.permission)
    ]


def take(page: Page, key: str, user: User, reason: str = "") -> None:
    """Take a step, and record who, when and why.

    Raises:
        WorkflowError: The page is elsewhere, the user may not, a reason is missing,
            or the author would approve alone without the right to.
    """
    step = STEPS[key]
    reason = reason.strip()
    if page.status not in step.before:
        raise WorkflowError(f"「{page.get_status_display()}」的页面不能{step.name}。")
    if not user.has_perm(step.permission):
        raise WorkflowError(f"您没有{step.name}的权限。")
    if step.reason and not reason:
        raise WorkflowError(f"{step.name}要写明原因。")
    if key == "approve" and page.author_id == user.pk:
        if not user.has_perm(APPROVE_ALONE):
            raise WorkflowError("作者不能批准自己的页面，请另一位审核来批准。")
        if not reason:
            raise WorkflowError("一个人批准自己的页面，要写明原因。")
    with transaction.atomic():
        page.status = step.after
        if key == "approve":
            page.approver = user
        page.withdrawn_because = reason if key == "withdraw" else ""
        page.edition += 1
        told = f"{step.name}：{reason}" if reason else step.name
        page.change_reason = told[:LONGEST_CHANGE_REASON]  # Approval holds it whole
        page.save()
        Approval.objects.create(
            kind=str(page._meta.model_name),
            slug=page.slug,
            step=key,
            reason=reason,
            by=user,
        )
