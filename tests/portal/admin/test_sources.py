"""An editor looks up a source and sees all that rests on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.models import Article, Claim, Term
from tests.portal.admin.conftest import save, sign_in
from tests.portal.reading import Reading, read
from timeline import catalog

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
Make = Callable[..., Article]
CITED = "没有书面约定，就不是保证人 [[civil-code:681]]。\n"


def look_up(client: Client, key: str = "civil-code") -> Reading:
    return read(client.get(f"/admin/sources/{key}/"))


def test_every_source_can_be_looked_up(editor: User):
    client = sign_in(editor)
    shown = read(client.get("/admin/sources/"))
    for key, source in catalog.sources().items():
        assert f"/admin/sources/{key}/" in shown.links
        page = look_up(client, key)
        assert page.levels("h1")[-1] == source.title
        for article in source.articles.values():
            assert any(line.startswith(article.label) for line in page.levels("h2"))
    assert client.get("/admin/sources/no-such-law/").status_code == 404


def test_a_source_names_every_text_that_cites_it_and_its_state(
    editor: User, make_article: Make
):
    article = make_article("draft", body=CITED)
    make_article("other", body="没有依据。\n")
    Claim.objects.create(
        slug="c", says="留了号码就要还", verdict="false", conclusion="不对。",
        body=CITED, topic=article.topic, review_by="2027-01-01", status="published",
    )  # fmt: skip
    Term.objects.create(key="t", word="保证人", meaning="意思。", body=CITED)
    page = look_up(sign_in(editor))
    for text in ("标题 draft 草稿", "留了号码就要还 已发布", "保证人 名词"):
        assert text in page.lines
    assert f"/admin/portal/article/{article.pk}/change/" in page.links
    assert "标题 other" not in page.text


def test_a_source_names_a_change_that_waits(editor: User, make_article: Make):
    article = make_article(status="published", body="还没有依据。\n")
    client = sign_in(editor)
    assert "标题 a-page" not in look_up(client).text
    save(client, article, body=CITED)
    assert "标题 a-page 等批准的修改" in look_up(client).lines


def test_a_source_names_the_tools_that_rest_on_it(editor: User):
    page = look_up(sign_in(editor))
    assert "/assess/" in page.links
    assert any(line.startswith("自测结果「") for line in page.lines)


def test_the_number_of_queries_does_not_grow_with_the_texts(
    editor: User, make_article: Make, django_assert_num_queries: Callable[..., Any]
):
    client = sign_in(editor)
    make_article("page-0", body=CITED)
    with CaptureQueriesContext(connection) as few:
        look_up(client)
    for number in range(1, 6):
        make_article(f"page-{number}", body=CITED)
    with django_assert_num_queries(len(few)):
        look_up(client)


def test_only_editors_look_up(client: Client):
    stranger = User.objects.create_user("谁也不是", is_staff=True)
    for address in ("/admin/sources/", "/admin/sources/civil-code/"):
        assert client.get(address).status_code == 302
    assert sign_in(stranger).get("/admin/sources/civil-code/").status_code == 403
