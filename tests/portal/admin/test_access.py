"""Nobody works here without password and code; the demo's account is the exception."""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
import time
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts import demo, factor
from portal.management.commands import create_account
from portal.management.commands.verify import production_environment
from tests.portal.admin.conftest import make_user, sign_in

PASSWORD = "correct horse battery staple"  # noqa: S105
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.fixture
def newcomer() -> User:
    user = make_user("新人", "编辑")
    user.set_password(PASSWORD)
    user.save()
    return user


def give_password(client: Client, password: str = PASSWORD, **extra: Any) -> Any:
    data = {"username": "新人", "password": password, "next": "/admin/"}
    return client.post("/admin/login/", data, **extra)


def code_of(device: TOTPDevice, offset: int = 0) -> str:
    totp = TOTP(device.bin_key)
    totp.time = time.time() + 30 * offset
    return f"{totp.token():06d}"


def test_a_newcomer_enrols_a_phone_and_reads_ten_recovery_codes_once(newcomer: User):
    client = Client()
    give_password(client)
    before = client.session.session_key
    page = client.get("/admin/", follow=True)
    assert page.redirect_chain[-1][0].startswith("/admin/enrol/")
    assert "<svg" in page.content.decode()
    assert "style=" not in page.content.decode()
    device = TOTPDevice.objects.get(user=newcomer)
    codes = client.post("/admin/enrol/", {"code": code_of(device)})
    shown = re.findall(r"<li><code>(\w+)</code></li>", codes.content.decode())
    assert len(shown) == 10
    assert "no-store" in codes.headers["Cache-Control"]
    assert client.session.session_key != before
    assert client.get("/admin/").status_code == 200
    assert shown[0] not in client.get("/admin/recovery/").content.decode()


def test_password_alone_opens_nothing_but_the_way_in(newcomer: User):
    client = Client()
    give_password(client)
    for address in (
        "/admin/",
        "/admin/portal/article/",
        "/admin/recovery/",
        "/admin/password_change/",
        "/admin/jsi18n/",
    ):
        assert client.get(address).status_code == 302, address
    assert client.post("/admin/preview/", {"body": "x"}).status_code == 302


def test_who_has_a_phone_is_asked_for_its_code_and_cannot_enrol_another(
    newcomer: User,
):
    device = TOTPDevice.objects.create(user=newcomer, confirmed=True)
    client = Client()
    give_password(client)
    assert client.get("/admin/enrol/").status_code == 302
    assert not TOTPDevice.objects.filter(confirmed=False).exists()
    wrong = client.post("/admin/code/", {"code": "000000"})
    assert "验证码不对" in wrong.content.decode()
    waiting = client.post("/admin/code/", {"code": code_of(device)})
    assert "请等" in waiting.content.decode()
    TOTPDevice.objects.update(throttling_failure_count=0)
    before = client.session.session_key
    right = client.post("/admin/code/?next=//evil.example/", {"code": code_of(device)})
    assert right.headers["Location"] == "/admin/"
    assert client.session.session_key != before
    again = Client()
    give_password(again)
    used = again.post("/admin/code/", {"code": code_of(device)})
    assert used.status_code == 200, "a code is good once"


def test_a_recovery_code_lets_in_once(newcomer: User):
    TOTPDevice.objects.create(user=newcomer, confirmed=True)
    code = factor.new_recovery_codes(newcomer)[0]
    typed = f" {code[:4].upper()} {code[4:]} "
    for expected in (302, 200):
        client = Client()
        give_password(client)
        answer = client.post("/admin/code/", {"code": typed})
        assert answer.status_code == expected
        StaticDevice.objects.update(throttling_failure_count=0)


def test_five_wrong_passwords_lock_for_half_an_hour_whatever_address_is_claimed(
    newcomer: User,
):
    client = Client()
    for number in range(5):
        claimed = f"10.0.0.{number}"
        answer = give_password(client, "wrong", headers={"X-Forwarded-For": claimed})
    assert answer.status_code == 429
    assert "登录暂停 30 分钟" in answer.content.decode()
    assert give_password(client).status_code == 429, "the right one is locked too"
    early = timezone.now() - timedelta(minutes=29)
    AccessAttempt.objects.update(attempt_time=early)
    assert give_password(client).status_code == 429
    late = timezone.now() - timedelta(minutes=31)
    AccessAttempt.objects.update(attempt_time=late)
    assert give_password(client).status_code == 302


def test_a_login_gets_a_new_key_and_ends_with_logout_or_the_account(newcomer: User):
    client = Client()
    client.get("/admin/login/")
    give_password(client)
    key = client.session.session_key
    client.post("/admin/logout/")
    assert not Session.objects.filter(session_key=key).exists()
    client = sign_in(newcomer)
    assert client.get("/admin/").status_code == 200
    User.objects.update(is_active=False)
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    ("name", "seconds", "status"),
    [
        ("seen", 29, 200),
        ("seen", 31, 302),
        ("started", 719, 200),
        ("started", 721, 302),
    ],
)
def test_a_login_ends_after_30_idle_minutes_and_after_12_hours(
    newcomer: User, name: str, seconds: int, status: int
):
    client = sign_in(newcomer)
    session = client.session
    session[name] -= seconds * 60
    session.save()
    assert client.get("/admin/").status_code == status


def test_the_demos_account_skips_the_code_on_ones_own_machine_only(settings: Any):
    password = demo.make_account()
    client = Client()
    data = {"username": demo.NAME, "password": password, "next": "/admin/"}
    assert client.post("/admin/login/", data).status_code == 302
    assert "没有第二道验证" in client.get("/admin/").content.decode()
    assert "没有第二道验证" in client.get("/admin/portal/term/").content.decode()
    settings.LOCAL = False
    assert client.get("/admin/").status_code == 302


def test_no_other_account_can_take_the_demos_name(chief: User, newcomer: User):
    client = sign_in(chief)
    made = {"username": demo.NAME, "password1": PASSWORD, "password2": PASSWORD}
    assert client.post("/admin/auth/user/add/", made).status_code == 200
    renamed = {"username": demo.NAME, "is_active": "on"}
    address = f"/admin/auth/user/{newcomer.pk}/change/"
    assert client.post(address, renamed).status_code == 200
    assert not User.objects.filter(username=demo.NAME).exists()


def test_logins_failures_and_changes_are_logged_without_what_was_typed(
    newcomer: User, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.INFO)
    client = Client()
    give_password(client, "typed-wrongly")
    client.post("/admin/login/", {"username": "my-secret-pw", "password": "x"})
    give_password(client)
    client.post("/admin/logout/")
    sign_in(newcomer).post(
        "/admin/portal/term/add/", {"word": "词", "key": "ci", "meaning": "意思。"}
    )
    lines = caplog.text
    assert f"login failed: account {newcomer.pk}" in lines
    assert "login failed: account unknown" in lines
    assert f"password accepted, account {newcomer.pk}" in lines
    assert f"logout: account {newcomer.pk}" in lines
    assert re.search(rf"added term \d+: account {newcomer.pk}", lines)
    assert not re.search("my-secret-pw|typed-wrongly|意思", lines)


def test_an_account_is_made_at_the_keyboard_with_a_long_uncommon_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    names = iter(["", demo.NAME, "张编辑"])
    long = "四" * 70
    typed = iter(["short", "passwordpassword"[:14], PASSWORD, "different", long, long])
    monkeypatch.setattr("builtins.input", lambda prompt: next(names))
    monkeypatch.setattr(create_account.getpass, "getpass", lambda prompt: next(typed))
    call_command("create_account", "--group", "审核")
    user = User.objects.get(username="张编辑")
    assert user.check_password(long)
    assert user.password.startswith("argon2")
    assert (user.is_staff, user.is_superuser) == (True, False)
    assert [group.name for group in user.groups.all()] == ["审核"]
    assert "至少" in capsys.readouterr().err


def test_making_an_account_can_be_stopped(monkeypatch: pytest.MonkeyPatch):
    def stop(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", stop)
    with pytest.raises(CommandError):
        call_command("create_account")


def test_a_write_from_elsewhere_is_refused(newcomer: User):
    client = sign_in(newcomer)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert strict.post("/admin/portal/term/add/", {}).status_code == 403
    assert strict.post("/admin/preview/", {"body": "x"}).status_code == 403


def test_who_may_not_open_a_page_is_told_so(newcomer: User):
    answer = sign_in(newcomer).get("/admin/auth/user/")
    assert answer.status_code == 403
    assert "没有这一页的权限" in answer.content.decode()


def test_the_scripts_of_the_admin_speak_chinese_too(newcomer: User):
    words = sign_in(newcomer).get("/admin/jsi18n/").content.decode()
    assert json.dumps("全部选上") in words


def test_cookies_of_the_live_site_are_bound_to_it():
    line = (
        "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME,"
        " s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,"
        " s.SESSION_COOKIE_HTTPONLY, s.CSRF_COOKIE_HTTPONLY,"
        " s.SESSION_COOKIE_SAMESITE, s.SESSION_COOKIE_DOMAIN)"
    )
    live = production_environment() | {"DJANGO_SETTINGS_MODULE": "portal.settings"}
    shown = subprocess.run(
        [sys.executable, "-c", line], env=live, capture_output=True, text=True
    )
    assert shown.stdout.split() == [
        "__Host-sessionid", "__Host-csrftoken", *["True"] * 4, "Strict", "None",
    ]  # fmt: skip
