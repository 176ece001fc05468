"""Make an account for the admin, asking for name and password."""

from __future__ import annotations

import getpass
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from portal.accounts.demo import NAME

GROUPS = ("编辑", "审核", "管理员")


class Command(BaseCommand):
    """Ask, check, and make the account; its first login enrols the second factor."""

    help = "新建一个编辑账号。 Make an account for the admin."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The group decides the rights; the first account is a 管理员."""
        parser.add_argument(
            "--group", choices=GROUPS, default="管理员", help="组，默认管理员"
        )

    def handle(self, *, group: str, **options: Any) -> None:
        """Ask until the password will do; Ctrl+C stops."""
        try:
            user = User(username=self.ask_name(), is_staff=True)
            user.set_password(self.ask_password(user))
        except (EOFError, KeyboardInterrupt) as stop:
            raise CommandError("没有新建账号。 No account was made.") from stop
        user.save()
        user.groups.set([Group.objects.get(name=group)])
        self.stdout.write(
            f"账号「{user.username}」已建好，属于「{group}」。打开 /admin/ 登录，"
            "第一次登录时用手机登记验证器。"
            " The account is ready; its first login enrols a phone."
        )

    def ask_name(self) -> str:
        """A name that is free."""
        while True:
            name = input("账号名 User name: ").strip()
            try:
                User(username=name).full_clean(exclude=["password"])
            except ValidationError as error:
                self.stderr.write("\n".join(error.messages))
                continue
            if name != NAME:
                return name
            self.stderr.write(f"「{NAME}」留给 manage.py demo。 This name is taken.")

    def ask_password(self, user: User) -> str:
        """A long password, typed twice the same."""
        while True:
            password = getpass.getpass("密码（至少 15 个字符） Password: ")
            try:
                validate_password(password, user)
            except ValidationError as error:
                self.stderr.write("\n".join(error.messages))
                continue
            if getpass.getpass("再输一次 Again: ") == password:
                return password
            self.stderr.write("两次输入的不一样。 The two do not match.")
