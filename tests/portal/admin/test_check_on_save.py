"""What the content check says to an editor, and what it stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from portal.models import Article, Claim, Moved, Notice, Status, Term, Topic
from tests.portal.admin.conftest import BODY, save, sign_in, step

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
Make = Callable[..., Article]


def text_of(answer: Any) -> str:
    return answer.content.decode()


def test_an_error_is_told_on_save_with_its_line_and_stops_publication(
    approver: User, editor: User, make_article: Make
):
    article = make_article(author=editor)
    writes = sign_in(editor)
    save(writes, article, body="好。\n\n请打 12378。")
    page = text_of(writes.get(f"/admin/portal/article/{article.pk}/change/"))
    assert "有 1 处错误，改好以前不能发布" in page
    assert "第 3 行：号码「12378」" in page
    step(writes, article, "submit")
    refused = text_of(step(sign_in(approver), article, "approve"))
    assert "还有 1 处错误要先改好" in refused
    article.refresh_from_db()
    assert article.status == Status.IN_REVIEW


def test_a_warning_is_told_and_stops_nothing(
    approver: User, editor: User, make_article: Make
):
    article = make_article(author=editor)
    writes = sign_in(editor)
    save(writes, article, body="好,好。")
    page = text_of(writes.get(f"/admin/portal/article/{article.pk}/change/"))
    assert "有 1 处提醒。第一处：第 1 行" in page
    step(writes, article, "submit")
    step(sign_in(approver), article, "approve")
    article.refresh_from_db()
    assert article.status == Status.APPROVED


def test_how_hard_a_text_is_to_read_is_shown_in_the_form_and_in_the_preview(
    editor: User, make_article: Make
):
    article = make_article(body="短句。" + "长" * 70 + "。")
    client = sign_in(editor)
    form = text_of(client.get(f"/admin/portal/article/{article.pk}/change/"))
    preview = text_of(client.post("/admin/preview/", {"body": article.body}))
    assert "长句占 50%" in form
    assert "长句占 50%" in preview


def test_a_claim_may_quote_what_nobody_may_say(
    approver: User, editor: User, topic: Topic
):
    claim = Claim.objects.create(
        slug="a-claim",
        says="逾期就会坐牢",
        verdict=Claim.Verdict.FALSE,
        conclusion="不对。单纯还不上不是犯罪。",
        body=BODY,
        topic=topic,
        review_by="2027-11-01",
        author=editor,
        status=Status.IN_REVIEW,
    )
    client = sign_in(approver)
    address = f"/admin/portal/claim/{claim.pk}/step/"
    client.post(address, {"step": "approve"}, follow=True)
    claim.refresh_from_db()
    assert claim.status == Status.APPROVED
    preview = client.post("/admin/preview/", {"says": claim.says, "body": BODY})
    assert "常见的错误说法" not in text_of(preview)


DAYS = {"starts": "2026-11-01", "ends": "2026-12-01"}
WORD = {"word": "词", "key": "w", "meaning": "意思。"}
SHELF = {"title": "架", "key": "t", "summary": "一句。", "position": 1}


@pytest.mark.parametrize(
    ("kind", "values", "said"),
    [
        ("term", WORD | {"meaning": "逾期就会坐牢。"}, "错误说法"),
        ("term", WORD | {"body": "[去](article:no)"}, "链接"),
        ("topic", SHELF | {"summary": "我们包过。"}, "许诺"),
        ("notice", DAYS | {"text": "请打 12378。"}, "号码"),
        ("notice", DAYS | {"text": "看这里。", "link": "/no/"}, "链接"),
    ],
)
def test_what_is_on_the_site_once_saved_is_not_saved_with_an_error(
    chief: User, kind: str, values: dict[str, Any], said: str
):
    answer = sign_in(chief).post(f"/admin/portal/{kind}/add/", values)
    assert answer.status_code == 200
    assert "内容检查：" in text_of(answer)
    assert said in text_of(answer)
    models = {"term": Term, "topic": Topic, "notice": Notice}
    assert not models[kind]._default_manager.exists()


def test_a_sound_word_is_saved(chief: User):
    answer = sign_in(chief).post("/admin/portal/term/add/", WORD | {"body": BODY})
    assert answer.status_code == 302
    assert Term.objects.get().word == "词"


def test_links_follow_what_happens_to_other_pages(editor: User, make_article: Make):
    article = make_article(body="[去看](article:other)")
    client = sign_in(editor)

    def said() -> str:
        return text_of(client.get(f"/admin/portal/article/{article.pk}/change/"))

    assert "指向的页面不存在，或者已经撤下" in said()
    other = make_article("other")
    assert "指向的页面还没有发布" in said()
    Article.objects.filter(pk=other.pk).update(status=Status.PUBLISHED)
    assert "指向的页面" not in said()
    Article.objects.filter(pk=other.pk).update(status=Status.WITHDRAWN)
    assert "指向的页面不存在，或者已经撤下" in said()
    Moved.objects.create(old="/articles/other/", new="/articles/new/")
    assert "指向的页面" not in said()
