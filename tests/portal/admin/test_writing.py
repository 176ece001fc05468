"""Preview, history, desk, and what hostile words become."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.models import Article, DayCount, Notice, PendingEdit, Term
from tests.portal.admin.conftest import save, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
Make = Callable[..., Article]
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def test_the_preview_is_what_readers_get_and_keeps_nothing(editor: User):
    client = sign_in(editor)
    text = f"**要紧** [[civil-code:1033]] {HOSTILE} [x](javascript:alert)"
    answer = client.post("/admin/preview/", {"title": HOSTILE, "body": text})
    page = answer.content.decode()
    assert "<strong>要紧</strong>" in page
    assert 'class="cite"' in page
    assert "<script>" not in page
    assert "<img" not in page
    assert "javascript:" not in page.partition("<main")[2].partition("内容检查")[0]
    assert "no-store" in answer.headers["Cache-Control"]
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert not Article.objects.exists()
    assert client.get("/admin/preview/").status_code == 405


def test_the_preview_is_for_those_who_write(editor: User):
    editor.groups.clear()
    answer = sign_in(editor).post("/admin/preview/", {"body": "x"})
    assert answer.status_code == 403


def test_hostile_words_stay_words_on_every_page(
    chief: User, make_article: Make, topic: Any
):
    article = make_article(
        "page",
        title=HOSTILE[:60],
        answer=HOSTILE,
        status="published",
        unchecked=HOSTILE,
    )
    Term.objects.create(key="t", word=HOSTILE[:30], meaning=HOSTILE, body=HOSTILE)
    DayCount.add("not-found", HOSTILE)
    client = sign_in(chief)
    save(client, article, body=HOSTILE, reason=HOSTILE)
    kinds = ("article", "term", "daycount")
    pages = ["/admin/", *(f"/admin/portal/{kind}/" for kind in kinds)]
    pages += [
        f"/admin/portal/article/{article.pk}/{name}/" for name in ("change", "history")
    ]
    for address in pages:
        page = client.get(address).content.decode()
        assert "<script>alert" not in page, address
        assert "<img src=x" not in page, address


def test_a_page_of_the_admin_holds_nothing_the_policy_forbids(
    editor: User, make_article: Make
):
    article = make_article()
    client = sign_in(editor)
    for name in ("change", "history"):
        page = client.get(f"/admin/portal/article/{article.pk}/{name}/")
        text = page.content.decode()
        assert " style=" not in text
        assert " onclick=" not in text
        assert "unsafe" not in page.headers["Content-Security-Policy"]


def test_the_markdown_field_offers_every_provision_and_page(
    editor: User, make_article: Make
):
    article = make_article("a-page")
    page = sign_in(editor).get(f"/admin/portal/article/{article.pk}/change/")
    text = page.content.decode()
    assert '<option value="civil-code:1033">' in text
    assert '<option value="article:a-page">' in text
    assert '<option value="tool:assess">' in text
    assert 'formaction="/admin/preview/"' in text
    assert "第一千零三十三条" in text or "1033" in text


def test_history_says_who_why_and_what_and_restores_in_two_clicks(
    editor: User, make_article: Make
):
    article, other = make_article("page"), make_article("other")
    client = sign_in(editor)
    old = article.history.get().history_id
    save(client, article, body="坏的一版。", related=[other.pk], reason="手滑")
    address = f"/admin/portal/article/{article.pk}/history/"
    page = client.get(address).content.decode()
    assert "小编" in page
    assert "手滑" in page
    assert "<ins>坏的一版。</ins>" in page
    count = article.history.count()
    assert client.get(f"{address}{old}/restore/").status_code == 405
    assert client.post(f"{address}{old}/restore/").status_code == 302
    article.refresh_from_db()
    assert article.body.startswith("第一句话")
    assert not article.related.exists()
    assert article.status == "draft"
    assert article.history.count() > count
    assert "恢复到" in article.history.first().history_change_reason


def test_restoring_a_published_page_waits_for_approval(
    editor: User, make_article: Make
):
    article = make_article("page", status="published")
    old = article.history.get().history_id
    Article.objects.update(body="现在的。")
    address = f"/admin/portal/article/{article.pk}/history/{old}/restore/"
    sign_in(editor).post(address)
    article.refresh_from_db()
    assert article.body == "现在的。"
    assert PendingEdit.objects.get(open=True).values["body"].startswith("第一句话")


def test_other_rows_have_a_history_too(chief: User):
    notice = Notice.objects.create(text="旧", starts="2026-01-01", ends="2026-02-01")
    old = notice.history.get().history_id
    notice.text = "新"
    notice.save()
    client = sign_in(chief)
    address = f"/admin/portal/notice/{notice.pk}/history/"
    assert "<del>旧</del>" in client.get(address).content.decode()
    client.post(f"{address}{old}/restore/")
    notice.refresh_from_db()
    assert notice.text == "旧"


def heaps(client: Any) -> dict[str, list[str]]:
    groups = client.get("/admin/").context["desk"]
    return {group.key: [entry.label for entry in group.entries] for group in groups}


def test_the_desk_shows_what_waits(editor: User, make_article: Make):
    today = timezone.localdate()
    make_article("late", status="published", review_by=today - timedelta(days=1))
    make_article("soon", status="published", review_by=today + timedelta(days=3))
    make_article("handed-in", status="in-review")
    stale = make_article("stale", status="published", checked=date(2020, 1, 1))
    make_article("gone", status="withdrawn", review_by=date(2020, 1, 1))
    useless = make_article("useless", status="published", checked=today)
    DayCount.add("not-found", "停息挂账")
    DayCount.add("useless", useless.slug)
    DayCount.objects.create(
        kind="not-found", name="很久以前", day=today - timedelta(days=31), number=9
    )
    client = sign_in(editor)
    found = heaps(client)
    assert found["overdue"] == ["标题 late"]
    assert found["due"] == ["标题 soon"]
    assert found["awaiting"] == ["标题 handed-in"]
    assert stale.title in found["sources"]
    assert useless.title not in found["sources"]
    assert sorted(found["wanted"]) == ["停息挂账", "标题 useless"]
    save(client, stale, title="新的标题")
    assert heaps(client)["awaiting"] == ["标题 stale", "标题 handed-in"]


def test_the_desk_asks_the_database_as_often_however_long_it_is(
    editor: User, make_article: Make
):
    client = sign_in(editor)
    counts = []
    for start in (0, 10):
        for number in range(start, start + 10):
            make_article(f"page-{number}", status="published", review_by="2020-01-01")
        client.get("/admin/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/admin/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 16
