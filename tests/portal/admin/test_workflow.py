"""The way of a page: two people see it, readers keep what was approved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from portal.admin import steps
from portal.content_check import Problem, Severity
from portal.models import Approval, Article, Claim, Moved, PendingEdit
from tests.portal.admin.conftest import BODY, form_of, save, sign_in, step

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
Make = Callable[..., Article]


def status(article: Article) -> str:
    article.refresh_from_db()
    return article.status


def test_an_editor_writes_another_approves_and_readers_see_it(
    editor: User, approver: User, topic: Any
):
    writes, approves = sign_in(editor), sign_in(approver)
    data = {
        "title": "新文章", "slug": "new-page", "answer": "一句话。", "topic": topic.pk,
        "body": BODY, "stages": ["contact"], "roles": ["contact"], "tools": ["assess"],
        "checked": "2026-11-01", "review_by": "2027-11-01", "reason": "第一版",
    }  # fmt: skip
    answer = writes.post("/admin/portal/article/add/", data)
    assert answer.status_code == 302
    article = Article.objects.get()
    assert (article.author, article.stages) == (editor, ["contact"])
    step(writes, article, "submit")
    step(writes, article, "approve", reason="我自己")
    assert status(article) == "in-review", "the author's buttons end here"
    step(approves, article, "approve")
    step(approves, article, "publish")
    assert status(article) == "published"
    assert Approval.objects.filter(slug="new-page").count() == 3


def test_nobody_approves_the_page_that_he_changed_last(
    editor: User, approver: User, make_article: Make
):
    article = make_article(author=editor, status="in-review")
    client = sign_in(approver)
    save(client, article, body="换成我的话。")
    assert "作者不能批准" in step(client, article, "approve").content.decode()
    assert status(article) == "in-review"


def test_a_chief_alone_approves_with_a_reason(chief: User, make_article: Make):
    article = make_article(author=chief, status="in-review")
    client = sign_in(chief)
    assert "要写明原因" in step(client, article, "approve").content.decode()
    step(client, article, "approve", reason="只有我一个人")
    assert status(article) == "approved"
    assert Approval.objects.get().reason == "只有我一个人"


def test_changing_an_approved_page_sends_it_back_to_review(
    editor: User, make_article: Make
):
    article = make_article(status="approved")
    save(sign_in(editor), article, title="改过的标题")
    assert status(article) == "in-review"


def test_a_change_of_a_published_page_waits_while_readers_keep_theirs(
    editor: User, approver: User, make_article: Make
):
    article, other = make_article("page", status="published"), make_article("other")
    writes, approves = sign_in(editor), sign_in(approver)
    answer = save(
        writes, article, title="改过的标题", related=[other.pk], reason="改标题"
    )
    assert answer.status_code == 302
    article.refresh_from_db()
    assert article.title == "标题 page"
    assert not article.related.exists()
    assert form_of(approves, article)["title"] == "改过的标题"
    assert form_of(approves, article)["related"] == [other.pk]
    page = approves.get(f"/admin/portal/article/{article.pk}/change/")
    assert "有一次修改在等批准" in page.content.decode()
    assert "<ins>改过的标题</ins>" in page.content.decode()

    refused = step(writes, article, "adopt", reason="急")
    assert "没有批准的权限" in refused.content.decode()
    step(approves, article, "adopt")
    article.refresh_from_db()
    assert (article.title, article.author, article.approver, article.status) == (
        "改过的标题",
        editor,
        approver,
        "published",
    )
    assert list(article.related.all()) == [other]
    assert not PendingEdit.objects.filter(open=True).exists()


def test_an_approver_does_not_approve_his_own_change_but_may_drop_it(
    approver: User, make_article: Make
):
    article = make_article(status="published")
    client = sign_in(approver)
    save(client, article, title="我的")
    refused = step(client, article, "adopt", reason="急")
    assert "不能批准自己的修改" in refused.content.decode()
    assert "要写明原因" in step(client, article, "discard").content.decode()
    step(client, article, "discard", reason="不改了")
    assert not PendingEdit.objects.filter(open=True).exists()
    article.refresh_from_db()
    assert article.title == "标题 a-page"


def test_nothing_waits_when_nothing_was_changed(editor: User, make_article: Make):
    article = make_article(status="published")
    assert save(sign_in(editor), article).status_code == 302
    assert not PendingEdit.objects.filter(open=True).exists()


def test_whoever_may_approve_withdraws_at_once_and_says_where_to_go(
    approver: User, make_article: Make
):
    article = make_article(status="published")
    client = sign_in(approver)
    bad = step(client, article, "withdraw", reason="错了", moved_to="//evil.example")
    assert "只能是站内的网址" in bad.content.decode()
    assert status(article) == "published"
    step(client, article, "withdraw", reason="写错了", moved_to="/topics/shelf/")
    assert status(article) == "withdrawn"
    assert (article.withdrawn_because, article.moved_to) == ("写错了", "/topics/shelf/")
    step(client, article, "reopen")
    assert (status(article), article.moved_to) == ("draft", "")


def test_a_waiting_change_survives_a_withdrawal(
    editor: User, approver: User, make_article: Make
):
    article = make_article(status="published")
    save(sign_in(editor), article, title="等着的标题")
    client = sign_in(approver)
    step(client, article, "withdraw", reason="先撤下")
    step(client, article, "reopen")
    assert form_of(client, article)["title"] == "等着的标题"
    save(client, article)
    article.refresh_from_db()
    assert article.title == "等着的标题"
    assert not PendingEdit.objects.filter(open=True).exists()


def test_errors_of_the_check_stop_publication_and_not_a_draft(
    editor: User, approver: User, make_article: Make, monkeypatch: pytest.MonkeyPatch
):
    problem = Problem(Severity.ERROR, 3, "这句话没有依据。")
    monkeypatch.setattr(steps, "check_page", lambda page: (problem,))
    article = make_article(author=editor, status="in-review")
    client = sign_in(approver)
    answer = step(client, article, "approve").content.decode()
    assert "还有 1 处错误要先改好：第 3 行：这句话没有依据。" in answer
    assert status(article) == "in-review"
    assert save(sign_in(editor), article, title="草稿").status_code == 302


def test_a_renamed_page_leaves_its_old_address_behind(
    editor: User, approver: User, make_article: Make
):
    article = make_article("old", status="published")
    draft = make_article("never-seen")
    writes, approves = sign_in(editor), sign_in(approver)
    save(writes, draft, slug="also-never-seen")
    for slug in ("new", "newer", "old"):
        save(writes, article, slug=slug)
        step(approves, article, "adopt")
    assert dict(Moved.objects.values_list("old", "new")) == {
        "/articles/new/": "/articles/old/",
        "/articles/newer/": "/articles/old/",
    }


def test_the_second_of_two_editors_is_told_and_keeps_every_word(
    editor: User, approver: User, make_article: Make
):
    article = make_article()
    first, second = sign_in(editor), sign_in(approver)
    stale = form_of(second, article)
    save(first, article, body="第一位写的。")
    mine = stale | {"body": "第二位写的。"}
    address = f"/admin/portal/article/{article.pk}/change/"
    answer = second.post(address, mine)
    page = answer.content.decode()
    assert "有人保存过另一版" in page
    assert "<del>第一位写的。</del>" in page
    assert "<ins>第二位写的。</ins>" in page
    article.refresh_from_db()
    assert article.body == "第一位写的。"
    form = answer.context["adminform"].form
    assert form["body"].value() == "第二位写的。"
    again = second.post(address, mine | {"basis": form["basis"].value()})
    assert again.status_code == 302
    article.refresh_from_db()
    assert article.body == "第二位写的。"
    assert article.history.filter(body="第一位写的。").exists(), "nothing is lost"


def test_two_editors_of_a_published_page_meet_too(
    editor: User, approver: User, make_article: Make
):
    article = make_article(status="published")
    first, second = sign_in(editor), sign_in(approver)
    stale = form_of(second, article)
    save(first, article, body="第一位写的。")
    address = f"/admin/portal/article/{article.pk}/change/"
    answer = second.post(address, stale | {"body": "第二位写的。"})
    assert "<del>第一位写的。</del>" in answer.content.decode()
    assert PendingEdit.objects.get(open=True).values["body"] == "第一位写的。"
    form = answer.context["adminform"].form
    mine = stale | {"body": "第二位写的。", "basis": form["basis"].value()}
    assert second.post(address, mine).status_code == 302
    assert PendingEdit.objects.get(open=True).values["body"] == "第二位写的。"
    history = f"/admin/portal/article/{article.pk}/history/"
    assert "<ins>第一位写的。</ins>" in first.get(history).content.decode()
    lost = PendingEdit.objects.get(open=False)
    first.post(f"/admin/portal/article/{article.pk}/again/{lost.pk}/")
    assert PendingEdit.objects.get(open=True).values["body"] == "第一位写的。"


def test_an_article_has_at_most_three_related_ones(editor: User, make_article: Make):
    article, *others = (make_article(f"page-{n}") for n in range(5))
    client = sign_in(editor)
    four = save(client, article, related=[other.pk for other in others])
    assert "最多三篇" in four.content.decode()
    own = save(client, article, related=[article.pk])
    assert "不能有这一篇自己" in own.content.decode()
    assert save(client, article, related=[o.pk for o in others[:3]]).status_code == 302


def test_a_claim_goes_the_same_way(editor: User, approver: User, topic: Any):
    claim = Claim.objects.create(
        slug="c", says="说法", verdict="false", conclusion="不对。", body="正文。",
        topic=topic, review_by="2027-01-01", author=editor, status="in-review",
    )  # fmt: skip
    client = sign_in(approver)
    for key in ("approve", "publish"):
        client.post(f"/admin/portal/claim/{claim.pk}/step/", {"step": key})
    claim.refresh_from_db()
    assert claim.status == "published"


def test_a_change_that_no_longer_fits_is_refused_in_words(
    editor: User, approver: User, make_article: Make
):
    article = make_article(status="published")
    save(sign_in(editor), article, slug="taken")
    make_article("taken")
    answer = step(sign_in(approver), article, "adopt")
    assert "修改还用不了" in answer.content.decode()
    article.refresh_from_db()
    assert article.slug == "a-page"
