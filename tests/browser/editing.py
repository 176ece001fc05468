"""Editors at work in the admin, as a person would sit at the screen."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from base64 import b32decode
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Page

from portal.models import Article, Topic
from tests.browser import database
from tests.browser.visiting import press

PASSWORD = "紫藤花下 correct horse 四个词"  # noqa: S105
DESK = "/admin/"
BODY = """先问清对方是谁、替谁来电。记下时间和号码。

不想再接到电话，可以直接说出来。[[civil-code:1033]]
"""


def command_makes_account(name: str) -> str:
    """Answer the questions of ``manage.py create_account``; return what it says."""
    done = subprocess.run(
        [sys.executable, "manage.py", "create_account"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": database.address()},
        input=f"{name}\n{PASSWORD}\n{PASSWORD}\n",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # else it would ask at the terminal of the tests
    )
    return done.stdout


def enter(page: Page, name: str, password: str = PASSWORD) -> None:
    """The first step of the way in, from wherever the page is sent to it."""
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码").fill(password)
    press(page, "下一步")


def enrol(page: Page) -> list[str]:
    """Register a phone by the secret on the page; return the recovery codes."""
    typed = page.locator("code.secret").inner_text().replace(" ", "")
    key = b32decode(typed + "=" * (-len(typed) % 8))
    totp = TOTP(key)
    totp.time = time.time()
    page.get_by_label("验证码").fill(f"{totp.token():06d}")
    press(page, "登记")
    codes = page.locator(".codes code").all_inner_texts()
    page.get_by_role("link", name="我抄好了").click()
    return codes


def account(name: str, group: str) -> User:
    """An account that has its phone already."""
    user, _ = User.objects.get_or_create(username=name, is_staff=True)
    user.groups.set([Group.objects.get(name=group)])
    TOTPDevice.objects.get_or_create(user=user, confirmed=True)
    return user


def session(name: str, group: str) -> str:
    """The key of a session in which both factors were given."""
    user = account(name, group)
    client = Client()
    client.force_login(user)
    kept = client.session
    device = TOTPDevice.objects.get(user=user, confirmed=True)
    kept[DEVICE_ID_SESSION_KEY] = device.persistent_id
    kept.save()
    return str(kept.session_key)


def sign_in(page: Page, site: str, name: str, group: str) -> Page:
    """The page of somebody who has given both factors."""
    key = database.apart(session, name, group)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}
    page.context.add_cookies([cookie])
    return page


def make_article(slug: str, **values: Any) -> str:
    """A draft; returns the address of its form."""
    usual = {
        "title": f"标题 {slug}",
        "answer": "一句话回答。",
        "body": BODY,
        "topic": Topic.objects.get(key="contacts"),
        "checked": date(2026, 11, 1),
        "review_by": date(2027, 11, 1),
    }
    article = Article.objects.create(slug=slug, **(usual | values))
    return form_of(article)


def form_of(article: Article) -> str:
    """The address of its form."""
    return f"/admin/portal/article/{article.pk}/change/"


def take(page: Page, name: str, reason: str = "") -> None:
    """Press a button of the workflow."""
    form = page.locator(".step-form", has=page.get_by_role("button", name=name))
    if reason:
        form.get_by_label("原因").fill(reason)
    press(form, name)


def save(page: Page, reason: str = "") -> None:
    """Save the form and stay on it, until it is there again."""
    if reason:
        page.get_by_label("这次改了什么").fill(reason)
    press(page, "保存并继续编辑")  # the admin's own scripts run at its end
