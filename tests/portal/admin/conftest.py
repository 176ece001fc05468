"""Editors of every group, signed in with both factors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.models import Article, Status, Topic

BODY = "第一句话。\n\n第二句话，依据在这里 [[civil-code:1033]]。\n"


def make_user(name: str, group: str) -> User:
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def sign_in(user: User) -> Client:
    """A browser in which the user has given password and code."""
    client = Client()
    client.force_login(user)
    device, _ = TOTPDevice.objects.get_or_create(user=user, confirmed=True)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    return client


@pytest.fixture
def editor(db: None) -> User:
    return make_user("小编", "编辑")


@pytest.fixture
def approver(db: None) -> User:
    return make_user("审核人", "审核")


@pytest.fixture
def chief(db: None) -> User:
    return make_user("主管", "管理员")


@pytest.fixture
def topic(db: None) -> Topic:
    return Topic.objects.create(key="shelf", title="一个主题", summary="一句话。")


@pytest.fixture
def make_article(topic: Topic) -> Callable[..., Article]:
    def make(slug: str = "a-page", **values: Any) -> Article:
        usual = {
            "title": f"标题 {slug}",
            "answer": "一句话回答。",
            "body": BODY,
            "topic": topic,
            "checked": date(2026, 11, 1),
            "review_by": date(2027, 11, 1),
            "status": Status.DRAFT,
        }
        return Article.objects.create(slug=slug, **(usual | values))

    return make


def form_of(client: Client, article: Article) -> dict[str, Any]:
    """What a browser would send back from the form as it stands."""
    page = client.get(f"/admin/portal/article/{article.pk}/change/")
    assert page.status_code == 200
    form = page.context["adminform"].form
    data: dict[str, Any] = {}
    for field in form:
        value = field.value()
        if field.name == "publish_at":
            continue
        data[field.html_name] = "" if value is None else value
        if field.field.show_hidden_initial:
            data[field.html_initial_name] = data[field.html_name]
    data["related"] = [getattr(item, "pk", item) for item in data["related"]]
    return data


def save(client: Client, article: Article, **values: Any) -> Any:
    data = form_of(client, article) | values
    return client.post(f"/admin/portal/article/{article.pk}/change/", data)


def step(client: Client, article: Article, key: str, **values: str) -> Any:
    address = f"/admin/portal/article/{article.pk}/step/"
    return client.post(address, {"step": key} | values, follow=True)
