"""A page reaches readers only through two people, or one with a reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone

from portal.models import Approval, Article, Status, Topic
from portal.workflow import STEPS, WorkflowError, steps_for, take

pytestmark = pytest.mark.django_db


def member(name: str, *groups: str) -> User:
    user = User.objects.create_user(name)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def author():
    return member("author", "编辑")


@pytest.fixture
def reviewer():
    return member("reviewer", "审核")


@pytest.fixture
def article(author):
    topic = Topic.objects.create(key="stages", title="阶段", summary="一句话")
    return Article.objects.create(
        slug="a-page",
        title="一页",
        answer="一句话。",
        body="正文",
        topic=topic,
        review_by=date(2027, 1, 1),
        author=author,
    )


def bring(article, author, reviewer, *, to):
    for key, user in (("submit", author), ("approve", reviewer), ("publish", reviewer)):
        if article.status == to:
            return
        take(article, key, user)


def test_two_people_bring_a_page_to_its_readers(article, author, reviewer):
    bring(article, author, reviewer, to=Status.PUBLISHED)

    assert Article.objects.published().get() == article
    assert article.approver == reviewer
    assert [a.step for a in Approval.objects.order_by("pk")] == [
        "submit",
        "approve",
        "publish",
    ]


def test_an_author_cannot_approve_an_own_page(article, reviewer):
    article.author = reviewer
    article.status = Status.IN_REVIEW
    article.save()

    with pytest.raises(WorkflowError, match="作者不能批准自己的页面"):
        take(article, "approve", reviewer)

    assert Article.objects.get().status == Status.IN_REVIEW


def test_a_site_of_one_approves_alone_but_says_why(article):
    alone = member("alone", "管理员")
    article.author = alone
    article.status = Status.IN_REVIEW
    article.save()

    with pytest.raises(WorkflowError, match="写明原因"):
        take(article, "approve", alone)
    take(article, "approve", alone, "站里只有我一个人")

    assert Approval.objects.get().reason == "站里只有我一个人"


def test_whoever_may_approve_withdraws_at_once_and_says_why(article, author, reviewer):
    bring(article, author, reviewer, to=Status.PUBLISHED)

    with pytest.raises(WorkflowError, match="写明原因"):
        take(article, "withdraw", reviewer)
    take(article, "withdraw", reviewer, "法规变了")

    assert not Article.objects.published().exists()
    assert article.withdrawn_because == "法规变了"


def test_an_editor_may_hand_in_but_not_publish(article, author):
    assert [step.key for step in steps_for(article, author)] == ["submit"]
    take(article, "submit", author)

    assert steps_for(article, author) == []
    for key in ("approve", "return"):
        with pytest.raises(WorkflowError):
            take(article, key, author, "试试")


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("key", list(STEPS))
def test_no_step_starts_anywhere_but_where_it_may(article, reviewer, status, key):
    article.status = status
    article.author = None
    article.save()
    allowed = status in STEPS[key].before

    try:
        take(article, key, reviewer, "原因")
    except WorkflowError:
        assert not allowed
        assert Article.objects.get().status == status
    else:
        assert allowed
        assert Article.objects.get().status == STEPS[key].after


def test_a_page_of_the_future_waits_for_its_hour(article, author, reviewer):
    article.publish_at = timezone.now() + timedelta(hours=1)
    bring(article, author, reviewer, to=Status.PUBLISHED)

    assert not Article.objects.published().exists()

    Article.objects.update(publish_at=timezone.now())
    assert Article.objects.published().exists()


def test_every_step_is_in_the_history_with_its_reason(article, author, reviewer):
    take(article, "submit", author)
    take(article, "return", reviewer, "缺依据")

    latest = article.history.first()
    assert latest.history_change_reason == "退回修改：缺依据"
    assert article.edition == 2


def test_a_long_reason_is_kept_whole_where_the_history_has_no_room(article, author):
    reviewer = member("another", "审核")
    take(article, "submit", author)
    take(article, "return", reviewer, "缺" * 200)

    assert Approval.objects.first().reason == "缺" * 200
    assert len(article.history.first().history_change_reason) == 100
