"""The forms on the way in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User

from portal.accounts import factor


class PasswordForm(AdminAuthenticationForm):
    """First step: name and password."""

    def get_invalid_login_error(self) -> forms.ValidationError:
        """Say what happens after five of them, but not which part was wrong."""
        return forms.ValidationError(
            "账号或密码不对。连续错五次，要等 30 分钟。", code="invalid_login"
        )


class CodeForm(forms.Form):
    """Second step: the code on the phone, or a recovery code."""

    code = forms.CharField(
        label="验证码",
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True}
        ),
        error_messages={"required": "请填验证码。"},
    )

    def __init__(self, *args: Any, user: User, enrolling: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.enrolling = enrolling
        self.device: Any = None

    def clean_code(self) -> str:
        """Accept the code, or say what to do next."""
        wait = factor.seconds_to_wait(self.user)
        if wait > 0:
            raise forms.ValidationError(f"验证码错得太多，请等 {wait} 秒再试。")
        code = factor.normal(self.cleaned_data["code"])
        check = factor.confirm if self.enrolling else factor.match
        self.device = check(self.user, code)
        if self.device is None:
            hint = "请看手机上最新的六位数字，并核对手机的时间。"
            raise forms.ValidationError(f"验证码不对。{hint}")
        return code
