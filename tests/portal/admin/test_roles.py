"""Each group reaches what it needs, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from portal.models import Article, Claim, Notice, Term, Topic
from tests.portal.admin.conftest import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

SEEN_BY_ALL = {
    "article": "list add change history",
    "claim": "list add change history",
    "term": "list add change history",
    "topic": "list change history",
    "notice": "list change history",
    "approval": "list",
    "daycount": "list",
    "moved": "list",
}
CHIEF_TOO = {
    "topic": "add",
    "notice": "add",
    "moved": "add",
    "user": "list add change history",
}


@pytest.fixture
def rows(make_article: Callable[..., Article], editor: User) -> dict[str, int]:
    """One row of each kind, by model name."""
    article = make_article()
    claim = Claim.objects.create(
        slug="c", says="说法", verdict="false", conclusion="不对。", body="正文。",
        topic=article.topic, review_by="2027-01-01",
    )  # fmt: skip
    term = Term.objects.create(key="t", word="词", meaning="意思。")
    notice = Notice.objects.create(text="通知", starts="2026-01-01", ends="2026-01-02")
    topic = Topic.objects.get()
    found = (article, claim, term, notice, topic, editor)
    return {row._meta.model_name: row.pk for row in found}


def addresses(rows: dict[str, int]) -> Iterator[tuple[str, str, str]]:
    """Model, kind of page, address: for each page that the site registers."""
    for model in admin.site._registry:
        name, label = model._meta.model_name, model._meta.app_label
        base = f"/admin/{label}/{name}/"
        yield name, "list", base
        yield name, "add", f"{base}add/"
        if name in rows:
            yield name, "change", f"{base}{rows[name]}/change/"
            yield name, "history", f"{base}{rows[name]}/history/"
            yield name, "delete", f"{base}{rows[name]}/delete/"


def reached(client: Client, rows: dict[str, int]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, kind, address in addresses(rows):
        status = client.get(address).status_code
        assert status in (200, 403), address
        if status == 200:
            found.setdefault(name, set()).add(kind)
    return found


def expected(*tables: dict[str, str]) -> dict[str, set[str]]:
    total: dict[str, set[str]] = {}
    for table in tables:
        for name, kinds in table.items():
            total.setdefault(name, set()).update(kinds.split())
    return total


@pytest.mark.parametrize("group", ["编辑", "审核"])
def test_editors_and_approvers_reach_the_library_and_nothing_else(
    editor: User, rows: dict[str, int], group: str
):
    editor.groups.set([Group.objects.get(name=group)])
    assert reached(sign_in(editor), rows) == expected(SEEN_BY_ALL)


def test_a_chief_also_reaches_topics_notices_and_accounts(
    chief: User, rows: dict[str, int]
):
    found = reached(sign_in(chief), rows)
    for name in ("topic", "notice"):
        found[name].discard("delete")
    assert found == expected(SEEN_BY_ALL, CHIEF_TOO)


def test_who_has_no_group_or_is_no_staff_reaches_no_row(
    editor: User, rows: dict[str, int]
):
    editor.groups.clear()
    assert reached(sign_in(editor), rows) == {}
    User.objects.update(is_staff=False)
    assert sign_in(editor).get("/admin/").status_code == 302


def test_every_address_of_the_admin_is_closed_to_strangers():
    opened = {"login/", "logout/", "code/", "enrol/"}
    resolver = next(
        pattern
        for pattern in get_resolver().url_patterns
        if isinstance(pattern, URLResolver) and str(pattern.pattern) == "admin/"
    )
    number = 0
    for route in routes(resolver):
        if route in opened or "<path:url>" in route:
            continue
        address = "/admin/" + route.replace("<path:object_id>", "1")
        for part in (
            "<int:number>",
            "<id>",
            "<int:content_type_id>",
            "<path:object_id>",
        ):
            address = address.replace(part, "1")
        if "(" in address or "<" in address:
            continue
        number += 1
        for answer in (Client().get(address), Client().post(address)):
            assert answer.status_code == 302, address
            assert "/admin/login/" in answer.headers["Location"], address
    assert number > 50


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern, route)


def test_other_apps_bring_no_pages_of_their_own():
    assert {model._meta.model_name for model in admin.site._registry} == {
        *SEEN_BY_ALL,
        "user",
    }


def test_a_chief_gives_nobody_more_than_the_groups_have(chief: User, editor: User):
    boss = User.objects.create_superuser("老板")
    client = sign_in(chief)
    data = {
        "username": "小编",
        "is_active": "on",
        "is_superuser": "on",
        "user_permissions": ["1"],
        "groups": [str(Group.objects.get(name="审核").pk)],
    }
    client.post(f"/admin/auth/user/{editor.pk}/change/", data)
    editor.refresh_from_db()
    assert [group.name for group in editor.groups.all()] == ["审核"]
    assert not editor.is_superuser
    assert not editor.user_permissions.exists()
    for page in ("change", "password", "history"):
        answer = client.get(f"/admin/auth/user/{boss.pk}/{page}/")
        assert answer.status_code != 200, page


def test_a_chief_resets_the_factor_of_others_only(chief: User, editor: User):
    boss = User.objects.create_superuser("老板")
    others = sign_in(editor), sign_in(boss)
    client = sign_in(chief)
    data = {
        "action": "forget_factor",
        "_selected_action": [editor.pk, chief.pk, boss.pk],
    }
    client.post("/admin/auth/user/", data)
    assert others[0].get("/admin/").status_code == 302
    assert others[1].get("/admin/").status_code == 200
    assert client.get("/admin/").status_code == 200


def test_a_bulk_action_asks_for_each_page(
    editor: User,
    make_article: Callable[..., Article],
):
    draft, published = make_article("one"), make_article("two", status="published")
    client = sign_in(editor)
    data = {
        "action": "submit_for_review",
        "_selected_action": [draft.pk, published.pk],
    }
    answer = client.post("/admin/portal/article/", data, follow=True)
    draft.refresh_from_db()
    published.refresh_from_db()
    assert (draft.status, published.status) == ("in-review", "published")
    assert "「已发布」的页面不能交给审核" in answer.content.decode()


def test_looking_is_not_changing(editor: User, rows: dict[str, int]):
    client = sign_in(editor)
    notice = f"/admin/portal/notice/{rows['notice']}/"
    version = Notice.objects.get().history.get().history_id
    for address in (f"{notice}change/", f"{notice}history/{version}/restore/"):
        assert client.post(address, {"text": "别的"}).status_code == 403
    assert Notice.objects.get().text == "通知"
